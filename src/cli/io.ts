import type { Clock } from '../host/clock.ts';
import type { Fetch, FetchSettings } from '../host/fetch.ts';
import type { FileSystem } from '../host/file-system.ts';
import type { Git } from '../host/git.ts';
import type { HttpClient, HttpClientSettings } from '../host/http-client.ts';
import type { Spill } from '../host/spill.ts';
import type { Store } from '../host/store.ts';
import type { Threads } from '../host/threads.ts';
import type { TimeLimit } from '../host/time-limit.ts';
import type { WallClock } from '../host/wall-clock.ts';
import type { Stopwatch } from '../lint/stopwatch.ts';
import type { RestToKeep } from './amend/rest.ts';
import type { TakenUp } from './amend/taken-up.ts';
import type { FoundRun } from './replay/replay.ts';

/** What the program runs in: everything that tests put others in the place of. */
export interface Io {
  readonly files: FileSystem;
  readonly git: Git;
  readonly clock: Clock;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdout: Stream;
  readonly stderr: Stream;
  stdin(): Promise<Uint8Array>;
  /** Asks the person at the terminal a question; absent where nobody can answer. */
  ask?(question: string): Promise<string>;
  /** Other threads; absent where there are none. */
  threads?(): Promise<Threads>;
  /** Ends work that takes longer than so many milliseconds; absent where nothing can. */
  timeLimit?(milliseconds: number): Promise<TimeLimit>;
  /** Counts where time goes; absent where nobody asked. */
  readonly watch?: Stopwatch;
  /** Asks for less memory at the price of some time. */
  spareMemory?(pages: number): void;
  /** Room outside of memory for this run; null where there is none, absent where nobody has it. */
  spill?(): Promise<Spill | null>;
  /** Where runs keep what they have learnt; absent where they keep nothing. */
  readonly keeping?: {
    /** Tells this program from all others, versions of Node included: what one of them kept, another does not trust. */
    readonly program: string;
    /** A name no other run makes: letters and digits, later ones sort behind. */
    newName(): string;
    /** @param folder absolute; @param isOwn whether it is there for what is kept alone */
    open(folder: string, isOwn: boolean): Promise<Store>;
  };
  /** A run that was called the same way, and that differs in the contents of some files alone; absent where there is none. */
  readonly before?: FoundRun;
  /** Takes that this run may be kept, so that the next one that finds all as it is need not be made; absent where runs are not kept. */
  keepRun?(how: HowToKeep): void;
  /** The network, which few runs need. */
  readonly outside: {
    client(settings: HttpClientSettings): Promise<HttpClient>;
    /** The way to a host that the user has named. */
    fetch(settings: FetchSettings): Promise<Fetch>;
    readonly clock: WallClock;
  };
}

/** Where and how a run is kept. */
export interface HowToKeep {
  readonly store: Store;
  /** Whether size and times of a file are enough to know it again. */
  readonly trustsStamps: boolean;
  /** As it stands in the output, in whole milliseconds; null where it does not. */
  readonly durationMs: number | null;
  /** What else can be kept, so that another run can take this one up where few pages have changed; null where that cannot be. */
  rest(): RestToKeep | null;
  /** The run that this one has taken up, and takes the place of; null where all was made anew. */
  readonly taken: TakenUp | null;
}

export interface Stream {
  write(text: string): void;
  /** Writes what will be wiped again, and is no part of the outcome; absent where `write` does that too. */
  wipe?(text: string): void;
  readonly isTerminal: boolean;
  /** Width in columns, where it is a terminal. */
  readonly columns: number | undefined;
}

import type { Clock } from '../host/clock.ts';
import type { FileSystem } from '../host/file-system.ts';
import type { Git } from '../host/git.ts';
import type { HttpClient, HttpClientSettings } from '../host/http-client.ts';
import type { WallClock } from '../host/wall-clock.ts';

/** What the program runs in: everything that tests put others in the place of. */
export interface Io {
  readonly files: FileSystem;
  readonly git: Git;
  readonly clock: Clock;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdout: Stream;
  readonly stderr: Stream;
  stdin(): Promise<Uint8Array>;
  /** The network, which few runs need. */
  readonly outside: {
    client(settings: HttpClientSettings): Promise<HttpClient>;
    readonly clock: WallClock;
  };
}

export interface Stream {
  write(text: string): void;
  readonly isTerminal: boolean;
  /** Width in columns, where it is a terminal. */
  readonly columns: number | undefined;
}

import type { StoredFile } from '../../host/store.ts';
import type { JudgedFinding, Severity } from '../../lint/finding.ts';
import type { WordedFinding } from '../../lint/raw-finding.ts';
import type { Table } from '../../lint/records/page-record.ts';
import {
  bytesOf,
  decodeIndex,
  encodeRecords,
  hashOf,
  type StoredEntry,
} from '../../lint/records/record-file.ts';
import type { RuleSetting } from '../../lint/settings.ts';
import type { Vocabulary } from '../../model/vocabulary.ts';
import type { Policy } from '../../policy/policies/policy.ts';
import type { KeptAround } from '../../policy/view/kept-around.ts';

/** What is kept of a run beside its outcome, so that findings on one page can be made again alone; plain data. */
export interface RestHead {
  /** The settings that hold on pages, each once. */
  readonly settings: readonly (readonly (readonly [rule: string, setting: RuleSetting])[])[];
  readonly tables: readonly Table[];
  readonly vocabulary: Vocabulary | null;
  readonly isPartial: boolean;
  /** Ids of the rules that did not run, for what they ask was not there. */
  readonly idle: readonly string[];
  /** What looks are held against, by rule. */
  readonly among: Readonly<Record<string, readonly unknown[]>>;
  readonly policies: readonly Policy[];
  /** What a page gets of time, in milliseconds. */
  readonly pageTime: number;
  readonly failOn: Severity | 'never';
  /** Null where there is no limit. */
  readonly maxWarnings: number | null;
  /** By path: pages of which something is kept that points to the page. */
  readonly referring: Readonly<Record<string, readonly string[]>>;
  /** Whether the findings on all pages are kept, since the outcome is made of all of them; else it is made of one page after the other. */
  readonly isWhole: boolean;
  /** What is found in files that are no pages, where all is kept. */
  readonly elsewhere: readonly JudgedFinding[];
}

/** What is kept of one page. */
export interface RestPage {
  /** Id of its text. */
  readonly id: string;
  readonly text: string;
  /** Index of its settings. */
  readonly settings: number;
  /** A `PageLook` as JSON. */
  readonly look: string;
  /** What rules over all pages found there, policies left out; also what gives way to others. */
  readonly found: readonly WordedFinding[];
  /** Null where no policy looks at the page. */
  readonly around: KeptAround | null;
  /** All findings, before waivers and the baseline; where not all is kept, only where one of them points to another page. */
  readonly judged: readonly JudgedFinding[] | null;
}

/** What a run keeps so that another can take it up where few pages have changed. */
export interface RestToKeep {
  readonly head: RestHead;
  readonly pages: Iterable<readonly [path: string, length: number, page: RestPage]>;
}

/** Name of the head among the pages: no page has it. */
const headName = '';

/** The file in which all that is kept. @param key tells it from others in its place */
export function encodeRest(key: string, head: RestHead, pages: RestToKeep['pages']): Iterable<Uint8Array> {
  const entryOf = (path: string, length: number, id: string, value: unknown) => {
    const bytes = Buffer.from(JSON.stringify(value));
    return {
      path,
      id,
      stamp: null,
      length,
      segments: [['look', bytes.length] as const],
      hash: hashOf(bytes),
      bytes,
    };
  };
  const entries = [entryOf(headName, 0, '', head)];
  for (const [path, length, page] of pages) entries.push(entryOf(path, length, page.id, page));
  return encodeRecords(key, entries, []);
}

/** A file of what is kept, each page read when it is asked for. */
export class Rest {
  readonly head: RestHead;
  readonly #file: StoredFile;
  readonly #entries: ReadonlyMap<string, StoredEntry>;

  private constructor(file: StoredFile, entries: ReadonlyMap<string, StoredEntry>, head: RestHead) {
    this.#file = file;
    this.#entries = entries;
    this.head = head;
  }

  /** Null where the file is another, or damaged. */
  static of(file: StoredFile, key: string): Rest | null {
    const index = decodeIndex(file, key);
    if (index === 'damaged' || index === 'foreign') return null;
    const entries = new Map(index.entries.map((entry) => [entry.path, entry]));
    const head = parsed<RestHead>(file, entries.get(headName));
    return head && new Rest(file, entries, head);
  }

  /** Paths of all pages. */
  get paths(): readonly string[] {
    return [...this.#entries.keys()].filter((path) => path !== headName);
  }

  /** Lengths of the texts of all pages, in UTF-16 units. */
  get lengths(): Iterable<readonly [path: string, length: number]> {
    return Array.from(this.#entries.values(), ({ path, length }) => [path, length] as const);
  }

  /** Null for what is no page, or damaged. */
  page(path: string): RestPage | null {
    return path === headName ? null : parsed<RestPage>(this.#file, this.#entries.get(path));
  }
}

function parsed<Value>(file: StoredFile, entry: StoredEntry | undefined): Value | null {
  const bytes = entry && bytesOf(file, entry);
  return bytes ? (JSON.parse(Buffer.from(bytes).toString('utf8')) as Value) : null;
}

import type { PageFacts } from '../rule.ts';
import { type CheckResult, type LiveRecord, notKept, type PageRecord, type Table } from './page-record.ts';

/** A part of a record that can be read by itself: what rules found, or one table. */
export type Segment = 'checks' | Table;

/** A record as text, to be sent to another thread or kept in a file. */
export interface PackedRecord {
  readonly path: string;
  readonly length: number;
  /** JSON by segment, but for the spans' `page`, which is the path everywhere and is left out. */
  readonly segments: ReadonlyMap<Segment, string>;
}

/** Tables that hold all words of a page. */
const large: ReadonlySet<Table> = new Set<Table>(['masked', 'blocks', 'items']);

const pageOf = (path: string): string => `"page":${JSON.stringify(path)}`;

/** What stands in the place of a span's page. Front matter may hold anything, so there the path stays. */
const here = '"page":-1';

export function pack({ path, length, tables, checks }: LiveRecord): PackedRecord {
  const page = pageOf(path);
  const textOf = (value: unknown): string => JSON.stringify(value).replaceAll(page, here);
  const results = Array.from(
    checks,
    ([rule, { options, findings, crash }]): PackedCheck =>
      findings.length === 0 && crash === null ? [rule, options] : [rule, options, findings, crash],
  );
  const segments = new Map<Segment, string>([['checks', textOf(results)]]);
  for (const [name, table] of Object.entries(tables))
    segments.set(name as Table, name === 'frontMatter' ? JSON.stringify(table) : textOf(table));
  return { path, length, segments };
}

type PackedCheck = readonly [
  rule: string,
  options: string,
  findings?: CheckResult['findings'],
  crash?: string | null,
];

/** Gives spans their page again: one text for all of them. */
function placeIn(value: unknown, path: string): void {
  if (typeof value !== 'object' || value === null) return;
  if (Array.isArray(value)) {
    for (const item of value) placeIn(item, path);
    return;
  }
  const record = value as Record<string, unknown>;
  if (record.page === -1) record.page = path;
  for (const key in record) placeIn(record[key], path);
}

/** A record that is read from text, each segment when it is first asked for. */
export class StoredRecord implements PageRecord {
  readonly path: string;
  readonly length: number;
  readonly #names: ReadonlySet<Segment>;
  #read: (segment: Segment) => string;
  readonly #tables: Partial<Pick<PageFacts, Table>> = {};
  #checks: ReadonlyMap<string, PackedCheck> | null = null;
  #isLean = false;

  /** @param read gives the text of a segment, one of `names` */
  constructor(path: string, length: number, names: ReadonlySet<Segment>, read: (segment: Segment) => string) {
    this.path = path;
    this.length = length;
    this.#names = names;
    this.#read = read;
  }

  static of({ path, length, segments }: PackedRecord): StoredRecord {
    return new StoredRecord(path, length, new Set(segments.keys()), (name) => segments.get(name) ?? 'null');
  }

  has(table: Table): boolean {
    return this.#names.has(table);
  }

  table<Name extends Table>(name: Name): PageFacts[Name] {
    const known: PageFacts[Name] | undefined = this.#tables[name];
    if (known !== undefined) return known;
    if (!this.#names.has(name)) throw new Error(notKept(name));
    const table = this.#parse(name) as PageFacts[Name];
    if (!this.#isLean || !large.has(name)) this.#tables[name] = table;
    return table;
  }

  check(rule: string): CheckResult | undefined {
    this.#checks ??= new Map((this.#parse('checks') as PackedCheck[]).map((check) => [check[0], check]));
    const check = this.#checks.get(rule);
    return check && { options: check[1], findings: check[2] ?? [], crash: check[3] ?? null };
  }

  forgetChecks(): void {
    if (this.#isLean) this.#checks = null;
  }

  /** From now on, large tables and what rules found are read again whenever they are asked for: for runs over very many pages. */
  beLean(): void {
    this.#isLean = true;
    this.#checks = null;
  }

  /** The record as text. */
  packed(): PackedRecord {
    const segments = new Map(Array.from(this.#names, (name) => [name, this.#read(name)] as const));
    return { path: this.path, length: this.length, segments };
  }

  /** From now on, segments are read from another place, where the same stands. */
  readFrom(read: (segment: Segment) => string): void {
    this.#read = read;
  }

  #parse(segment: Segment): unknown {
    const value: unknown = JSON.parse(this.#read(segment));
    if (segment !== 'frontMatter') placeIn(value, this.path);
    return value;
  }
}

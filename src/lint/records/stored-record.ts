import type { FamilyFacts } from '../../model/facts.ts';
import type { PageFacts } from '../rule.ts';
import { LeanFamily, SharedNames } from './lean-family.ts';
import { type CheckResult, type LiveRecord, notKept, type PageRecord, type Table } from './page-record.ts';

/** A part of a record that can be read by itself: what rules found, how the page looks, or one table. */
export type Segment = 'checks' | 'look' | Table;

/** A record as text, to be sent to another thread or kept in a file. */
export interface PackedRecord {
  readonly path: string;
  readonly length: number;
  /** JSON by segment, but for the spans' `page`, which is the path everywhere and is left out. */
  readonly segments: ReadonlyMap<Segment, string>;
}

type Tables = { -readonly [Name in Table]?: PageFacts[Name] };

/** What records of very many pages share, so that each holds little: the tables of the pages that were asked for last, and names. */
export class Lean {
  readonly names = new SharedNames();
  readonly #most: number;
  readonly #tables = new Map<object, Tables>();

  /** @param most number of pages whose tables are held */
  constructor(most: number) {
    this.#most = most;
  }

  tablesOf(record: object): Tables {
    const known = this.#tables.get(record);
    if (known !== undefined) return known;
    if (this.#tables.size >= this.#most) {
      const [oldest] = this.#tables.keys();
      if (oldest !== undefined) this.#tables.delete(oldest);
    }
    const tables = {};
    this.#tables.set(record, tables);
    return tables;
  }
}

const pageOf = (path: string): string => `"page":${JSON.stringify(path)}`;

/** What stands in the place of a span's page. Front matter may hold anything, so there the path stays. */
const here = '"page":-1';

export function pack(record: LiveRecord): PackedRecord {
  const { path, length, tables, checks } = record;
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
  const look = record.look();
  if (look !== null) segments.set('look', look);
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

const lists = new Map<string, readonly Segment[]>();

/** The same list for the same names: all records of a run have the same. */
export function sharedNames(names: readonly Segment[]): readonly Segment[] {
  const key = names.join(' ');
  const shared = lists.get(key) ?? names;
  lists.set(key, shared);
  return shared;
}

/** A record that is read from text, each segment when it is first asked for. */
export class StoredRecord implements PageRecord {
  readonly path: string;
  readonly length: number;
  readonly #names: readonly Segment[];
  #read: (segment: Segment) => string;
  readonly #tables: Tables = {};
  #family: FamilyFacts | null = null;
  #checks: ReadonlyMap<string, PackedCheck> | null = null;
  #lean: Lean | null = null;

  /** @param read gives the text of a segment, one of `names` */
  constructor(path: string, length: number, names: readonly Segment[], read: (segment: Segment) => string) {
    this.path = path;
    this.length = length;
    this.#names = sharedNames(names);
    this.#read = read;
  }

  static of({ path, length, segments }: PackedRecord): StoredRecord {
    return new StoredRecord(path, length, [...segments.keys()], (name) => segments.get(name) ?? 'null');
  }

  has(table: Table): boolean {
    return this.#names.includes(table);
  }

  table<Name extends Table>(name: Name): PageFacts[Name] {
    if (!this.#names.includes(name)) throw new Error(notKept(name));
    // Others point to rows of this one, so two readings of them would not be the same things.
    if (this.#lean !== null && name === 'family') return this.#leanFamily(this.#lean) as PageFacts[Name];
    return this.#whole(name);
  }

  #leanFamily({ names }: Lean): FamilyFacts {
    this.#family ??= new LeanFamily(names.share(this.#whole('family')), () => this.#whole('family'));
    return this.#family;
  }

  #whole<Name extends Table>(name: Name): PageFacts[Name] {
    const tables = this.#lean?.tablesOf(this) ?? this.#tables;
    const known: PageFacts[Name] | undefined = tables[name];
    if (known !== undefined) return known;
    const table = this.#parse(name) as PageFacts[Name];
    tables[name] = table;
    return table;
  }

  check(rule: string): CheckResult | undefined {
    this.#checks ??= new Map((this.#parse('checks') as PackedCheck[]).map((check) => [check[0], check]));
    const check = this.#checks.get(rule);
    return check && { options: check[1], findings: check[2] ?? [], crash: check[3] ?? null };
  }

  hasLook(): boolean {
    return this.#names.includes('look');
  }

  look(): string | null {
    return this.#names.includes('look') ? this.#read('look') : null;
  }

  forget(): void {
    if (this.#lean === null) return;
    this.#checks = null;
    this.#family = null;
  }

  /** From now on, most tables and what rules found are forgotten soon and read again: for runs over very many pages. */
  beLean(lean: Lean): void {
    this.#lean = lean;
    this.#checks = null;
  }

  /** The record as text. */
  packed(): PackedRecord {
    const segments = new Map(this.#names.map((name) => [name, this.#read(name)] as const));
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

import type { RawFinding } from '../raw-finding.ts';
import type { PageFacts } from '../rule.ts';
import type { SuppressionUse } from '../suppression-use.ts';

/** A page as the runner gets it. `text` may be a getter that reads the file: few steps ask for it. */
export interface PageText {
  readonly path: string;
  readonly text: string;
  /** Tells this text from all others, such as a hash of it; where it is known, the text need not be read to find its record. */
  readonly id?: string;
}

/** A table of facts as it can be kept when the page itself is forgotten. */
export type Table = Exclude<keyof PageFacts, 'path' | 'text' | 'suppressionUse'>;

/** What one rule found in one page. */
export interface CheckResult {
  /** The rule's options as JSON, which the findings depend on. */
  readonly options: string;
  readonly findings: readonly RawFinding[];
  /** Why the rule crashed, as a sentence; null where it did not. Findings made before that still count. */
  readonly crash: string | null;
}

/** What is kept of a page once its text has been read: all that later steps work on. */
export interface PageRecord {
  readonly path: string;
  /** Length of the text in UTF-16 units. */
  readonly length: number;
  has(table: Table): boolean;
  /** @throws Error where the table was not kept. */
  table<Name extends Table>(name: Name): PageFacts[Name];
  /** What a rule found; undefined where it did not run. */
  check(rule: string): CheckResult | undefined;
  /** Whether it is kept how the page looks to rules over all pages. */
  hasLook(): boolean;
  /** How it looks to them, a `PageLook` as JSON; null where that is not kept. */
  look(): string | null;
  /** Says that nothing of it is needed for now, so that it need not be held. What was taken from it before may be other objects from then on. */
  forget(): void;
}

/** A record whose tables are at hand. */
export class LiveRecord implements PageRecord {
  readonly path: string;
  readonly length: number;
  readonly tables: Partial<Pick<PageFacts, Table>>;
  readonly checks: ReadonlyMap<string, CheckResult>;
  readonly #look: string | null;

  constructor(
    facts: PageFacts,
    tables: readonly Table[],
    checks: ReadonlyMap<string, CheckResult>,
    look: string | null = null,
  ) {
    this.path = facts.path;
    this.length = facts.text.length;
    this.tables = Object.fromEntries(tables.map((name) => [name, facts[name]]));
    this.checks = checks;
    this.#look = look;
  }

  has(table: Table): boolean {
    return this.tables[table] !== undefined;
  }

  table<Name extends Table>(name: Name): PageFacts[Name] {
    const table: PageFacts[Name] | undefined = this.tables[name];
    if (table === undefined) throw new Error(notKept(name));
    return table;
  }

  check(rule: string): CheckResult | undefined {
    return this.checks.get(rule);
  }

  hasLook(): boolean {
    return this.#look !== null;
  }

  look(): string | null {
    return this.#look;
  }

  forget(): void {}
}

export function notKept(table: Table): string {
  return `It reads the table “${table}”, which it does not declare under “needs”.`;
}

/** The facts of a page, taken from its record. */
export class KeptFacts implements PageFacts {
  readonly suppressionUse: readonly SuppressionUse[];
  readonly #page: PageText;
  readonly #record: PageRecord;

  constructor(page: PageText, record: PageRecord, suppressionUse: readonly SuppressionUse[] = []) {
    this.#page = page;
    this.#record = record;
    this.suppressionUse = suppressionUse;
  }

  /** The same page, once it is known what became of its suppression comments. */
  withUse(use: readonly SuppressionUse[]): KeptFacts {
    return new KeptFacts(this.#page, this.#record, use);
  }

  get path(): string {
    return this.#record.path;
  }

  get text(): string {
    return this.#page.text;
  }

  get masked(): PageFacts['masked'] {
    return this.#record.table('masked');
  }

  get frontMatter(): PageFacts['frontMatter'] {
    return this.#record.table('frontMatter');
  }

  get masks(): PageFacts['masks'] {
    return this.#record.table('masks');
  }

  get sections(): PageFacts['sections'] {
    return this.#record.table('sections');
  }

  get blocks(): PageFacts['blocks'] {
    return this.#record.table('blocks');
  }

  get items(): PageFacts['items'] {
    return this.#record.table('items');
  }

  get links(): PageFacts['links'] {
    return this.#record.table('links');
  }

  get tables(): PageFacts['tables'] {
    return this.#record.table('tables');
  }

  get raws(): PageFacts['raws'] {
    return this.#record.table('raws');
  }

  get unread(): PageFacts['unread'] {
    return this.#record.table('unread');
  }

  get family(): PageFacts['family'] {
    return this.#record.table('family');
  }

  get suppressions(): PageFacts['suppressions'] {
    return this.#record.table('suppressions');
  }
}

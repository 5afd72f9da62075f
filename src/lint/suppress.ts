import { didYouMean } from '../text/did-you-mean.ts';
import { LineIndex } from '../text/line-index.ts';
import type { Finding, Silenced } from './finding.ts';
import type { RuleNames } from './rule-names.ts';
import { suppressedLines } from './suppressed-lines.ts';
import type { NameUse, SuppressionUse, Use } from './suppression-use.ts';
import { type SuppressionComment, type SuppressionKind, suppressionWords } from './suppressions.ts';

/** Which rules have been run on a page, so that it can be said what its comments did. */
export interface Ran {
  /** Rules whose findings are all there. */
  readonly complete: ReadonlySet<string>;
  /** Rules that were on, but whose findings may be missing. */
  readonly incomplete: ReadonlySet<string>;
}

/** One name of a comment, or the whole comment where it names no rule. */
interface Entry {
  readonly kind: SuppressionKind;
  readonly name: string | null;
  readonly comment: SuppressionComment;
  used: boolean;
}

/** What is silenced together: by comments for one line, one file, or from one comment on. */
interface Scope {
  readonly entries: readonly Entry[];
  /** For `disable`: what the same rule was already silenced by, or null. */
  readonly outer: Scope | null;
  hit: boolean;
}

/** The suppression comments of one page. Remembers which of them were needed. */
export class PageSuppressions {
  readonly #names: RuleNames;
  readonly #comments: readonly SuppressionComment[];
  readonly #entries: readonly (readonly Entry[])[];
  readonly #lines: LineIndex;
  readonly #byLine = new Map<number, Entry[]>();
  readonly #lineScopes = new Map<string, Scope | null>();
  readonly #fileScopes = new Map<string, Scope | null>();
  readonly #timelines = new Map<string, Timeline>();

  constructor(text: string, comments: readonly SuppressionComment[], names: RuleNames) {
    this.#names = names;
    this.#comments = comments;
    this.#lines = new LineIndex(text);
    this.#entries = comments.map(entriesOf);
    const lines = suppressedLines(text, this.#lines, comments);
    for (const [index, entries] of this.#entries.entries()) {
      for (const line of lines[index] ?? []) {
        const there = this.#byLine.get(line);
        if (there) there.push(...entries);
        else this.#byLine.set(line, [...entries]);
      }
    }
  }

  /** Says whether and why a finding of this page is silenced, and notes the comments that did it. */
  silence(finding: Finding): Silenced | null {
    const { rule, span } = finding;
    const scopes = [
      this.#lineScope(rule, this.#lines.position(span.start).line),
      this.#timeline(rule).at(span.start),
      this.#fileScope(rule),
    ].filter((scope) => scope !== null);
    for (const scope of scopes) hit(scope);
    const nearest = scopes[0]?.entries[0];
    return nearest ? { kind: 'suppressed', reason: nearest.comment.reason ?? '' } : null;
  }

  /** What became of each comment, in their order, once `silence` has seen all findings of the rules that ran. */
  use(ran: Ran): SuppressionUse[] {
    const open = new Map<string | null, Use>();
    return this.#comments.map((comment, index) => {
      if (comment.kind === null)
        return { use: 'unknown', nearest: didYouMean(comment.word, suppressionWords), names: [] };
      const uses = (this.#entries[index] ?? []).map((entry) => this.#useOf(entry, ran, open));
      const whole =
        uses.find(({ use }) => use === 'used') ?? uses.find(({ use }) => use === 'unjudged') ?? uses[0];
      return { use: whole?.use ?? 'unjudged', nearest: [], names: comment.names.length === 0 ? [] : uses };
    });
  }

  #useOf(entry: Entry, ran: Ran, open: Map<string | null, Use>): NameUse {
    const { name, kind } = entry;
    const covered = this.#names.covered(name);
    if (name !== null && covered.size === 0) return { use: 'unknown', nearest: this.#names.nearest(name) };
    if (kind === 'enable') return { use: this.#close(covered, open), nearest: [] };
    const use = entry.used ? 'used' : usefulness(covered, ran);
    if (kind === 'disable') open.set(name, stronger(use, open.get(name)));
    return { use, nearest: [] };
  }

  /** An `enable` is as useful as what it ends. */
  #close(covered: ReadonlySet<string>, open: Map<string | null, Use>): Use {
    let result: Use = 'unused';
    for (const [name, use] of open) {
      const begun = this.#names.covered(name);
      if (![...begun].some((id) => covered.has(id))) continue;
      result = stronger(use, result);
      if ([...begun].every((id) => covered.has(id))) open.delete(name);
    }
    return result;
  }

  #lineScope(rule: string, line: number): Scope | null {
    const entries = this.#byLine.get(line);
    if (!entries) return null;
    return kept(this.#lineScopes, `${line} ${rule}`, () => this.#scope(rule, entries));
  }

  #fileScope(rule: string): Scope | null {
    return kept(this.#fileScopes, rule, () =>
      this.#scope(
        rule,
        this.#entries.flat().filter((entry) => entry.kind === 'file'),
      ),
    );
  }

  #scope(rule: string, entries: readonly Entry[]): Scope | null {
    const meant = entries.filter((entry) => this.#names.covered(entry.name).has(rule));
    return meant.length === 0 ? null : { entries: meant, outer: null, hit: false };
  }

  #timeline(rule: string): Timeline {
    return kept(this.#timelines, rule, () => {
      const meant = this.#entries.flat().filter((entry) => this.#names.covered(entry.name).has(rule));
      return new Timeline(meant.filter((entry) => entry.kind === 'disable' || entry.kind === 'enable'));
    });
  }
}

/** Where one rule is off by `disable` and on again by `enable`. */
class Timeline {
  readonly #starts: number[] = [];
  readonly #scopes: (Scope | null)[] = [];

  constructor(entries: readonly Entry[]) {
    let scope: Scope | null = null;
    for (const entry of entries) {
      scope = entry.kind === 'enable' ? null : { entries: [entry], outer: scope, hit: false };
      this.#starts.push(entry.comment.span.start);
      this.#scopes.push(scope);
    }
  }

  at(offset: number): Scope | null {
    let low = 0;
    let high = this.#starts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#starts[middle] ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    return this.#scopes[low - 1] ?? null;
  }
}

function entriesOf(comment: SuppressionComment): Entry[] {
  const { kind } = comment;
  if (kind === null) return [];
  if (comment.names.length === 0) return [{ kind, name: null, comment, used: false }];
  return comment.names.map(({ name }) => ({ kind, name, comment, used: false }));
}

/** Notes that a scope was needed, and all scopes around it; stops where that is known already. */
function hit(scope: Scope): void {
  for (let at: Scope | null = scope; at !== null && !at.hit; at = at.outer) {
    at.hit = true;
    for (const entry of at.entries) entry.used = true;
  }
}

function usefulness(covered: ReadonlySet<string>, ran: Ran): Use {
  const ids = [...covered];
  if (ids.some((id) => ran.incomplete.has(id))) return 'unjudged';
  return ids.some((id) => ran.complete.has(id)) ? 'unused' : 'unjudged';
}

const strength: Readonly<Record<Use, number>> = { used: 3, unjudged: 2, unused: 1, unknown: 0 };

function stronger(a: Use, b: Use | undefined): Use {
  return b !== undefined && strength[b] > strength[a] ? b : a;
}

function kept<Key, Value>(cache: Map<Key, Value>, key: Key, make: () => Value): Value {
  const known = cache.get(key);
  if (known !== undefined) return known;
  const made = make();
  cache.set(key, made);
  return made;
}

import type { Mask } from '../markdown/document.ts';
import { maskPage } from '../markdown/mask/mask.ts';
import type { Span } from '../text/span.ts';

/** `enable` ends what `disable` began; the others stand alone. */
export type SuppressionKind = 'next-line' | 'line' | 'file' | 'disable' | 'enable';

/** A rule (`grade/order`) or family (`grade`, `grade/*`) as a comment names it. */
interface SuppressedName {
  readonly name: string;
  readonly span: Span;
}

/** A comment such as `<!-- jobfam-lint-disable-next-line grade/order -- agreed with the team -->`. */
export interface SuppressionComment {
  /** Null where the word after `jobfam-lint-` is none that is known. */
  readonly kind: SuppressionKind | null;
  /** The word as written: `jobfam-lint-disable-next-line`. */
  readonly word: string;
  readonly wordSpan: Span;
  /** The whole comment, `<!--` and `-->` included. */
  readonly span: Span;
  /** Empty where the comment speaks of all rules. */
  readonly names: readonly SuppressedName[];
  /** What stands behind ` -- `, or null where nothing does. */
  readonly reason: string | null;
}

const kinds: Readonly<Record<string, SuppressionKind>> = {
  'jobfam-lint-disable-next-line': 'next-line',
  'jobfam-lint-disable-line': 'line',
  'jobfam-lint-disable-file': 'file',
  'jobfam-lint-disable': 'disable',
  'jobfam-lint-enable': 'enable',
};

/** The words that may open a suppression comment. */
export const suppressionWords: readonly string[] = Object.keys(kinds);

const opening = '<!--';
const closing = '-->';

/** Reads the suppression comments of a page, which need not be parsed for that. */
export function suppressionsIn(path: string, text: string): SuppressionComment[] {
  return readSuppressions(text, maskPage(path, text).masks);
}

/** Reads the suppression comments among a page's comments, in the order they stand. */
export function readSuppressions(text: string, masks: readonly Mask[]): SuppressionComment[] {
  return masks
    .filter((mask) => mask.kind === 'comment')
    .map((mask) => readComment(text, mask.span))
    .filter((comment) => comment !== null);
}

function readComment(text: string, span: Span): SuppressionComment | null {
  if (!text.startsWith(opening, span.start)) return null;
  const start = span.start + opening.length;
  const closed = span.end - closing.length >= start && text.startsWith(closing, span.end - closing.length);
  const inner = text.slice(start, closed ? span.end - closing.length : span.end);
  const words = Array.from(inner.matchAll(/[^\s,]+/g), ({ 0: word, index }) => ({ word, at: index }));
  const [first, ...rest] = words;
  if (!first?.word.startsWith('jobfam-lint-')) return null;

  const spanOf = ({ word, at }: { word: string; at: number }): Span => ({
    page: span.page,
    start: start + at,
    end: start + at + word.length,
  });
  const dashes = rest.findIndex(({ word }) => word === '--');
  const named = dashes === -1 ? rest : rest.slice(0, dashes);
  const mark = rest[dashes];
  const reason = mark ? inner.slice(mark.at + mark.word.length).trim() : '';
  return {
    kind: kinds[first.word] ?? null,
    word: first.word,
    wordSpan: spanOf(first),
    span,
    names: named.map((name) => ({ name: name.word, span: spanOf(name) })),
    reason: reason === '' ? null : reason,
  };
}

/** True where a name of a comment means the rule: its id, its family, or the family with a star. */
export function names(name: string, ruleId: string): boolean {
  return name === ruleId || familyNamed(name) === familyOf(ruleId);
}

/** `grade` of `grade/order`. */
export function familyOf(ruleId: string): string {
  return ruleId.slice(0, ruleId.indexOf('/'));
}

/** The family that a name means (`grade`, `grade/*`), or null for a rule id. */
function familyNamed(name: string): string | null {
  if (name.endsWith('/*')) return name.slice(0, -2);
  return name.includes('/') ? null : name;
}

import { createHash } from 'node:crypto';
import { readLandmarks } from '../../markdown/landmarks.ts';
import { countBelow } from '../../text/count-below.ts';
import type { Shift } from '../../text/shift.ts';
import { isSpan, type Span } from '../../text/span.ts';
import type { ChangedLook, CorpusRule, Look, PageFacts, Rule } from '../rule.ts';

/** What rules over all pages, the site and the graph of levels may see of a page; plain data. */
export interface PageLook {
  /** Hash of what is watched for all rules. */
  readonly hash: string;
  /** Starts and ends of its places. */
  readonly places: readonly number[];
  /** Of each rule that reads more: the data, or a hash of it where only its being the same counts. */
  readonly rules: Readonly<Record<string, { readonly data: unknown; readonly places: readonly number[] }>>;
}

/** A rule that says what it reads of a page. */
export type LookingRule = Extract<Rule, { readonly scope: 'corpus' }> & {
  readonly look: NonNullable<CorpusRule['look']>;
};

export const looks = (rule: Rule): rule is LookingRule => rule.scope === 'corpus' && rule.look !== undefined;

/** How a page looks to rules over all pages. */
export function lookOf(facts: PageFacts, rules: readonly LookingRule[]): PageLook {
  const common = commonLook(facts);
  const own = rules.map(({ id, look }) => {
    const { data, places } = look.of(facts);
    return [id, { data: look.allows ? data : hashOf(data), places: flat(places) }] as const;
  });
  return { hash: hashOf(common.data), places: flat(common.places), rules: Object.fromEntries(own) };
}

/**
 * Whether a page looks as before to some rules, but for having moved.
 * @param among what each rule's `look.among` gave, one for each set of options
 */
export function looksAlike(
  before: PageLook,
  after: PageLook,
  shift: Shift,
  rules: readonly LookingRule[],
  among: (rule: string) => readonly unknown[],
  page: PageFacts,
): boolean {
  if (before.hash !== after.hash || !haveMoved(before.places, after.places, shift)) return false;
  const moved: ChangedLook<PageFacts>['moved'] = (start, end) => shift.moved(start, end);
  return rules.every(({ id, look }) => {
    const [a, b] = [before.rules[id], after.rules[id]];
    if (a === undefined || b === undefined) return false;
    const { allows } = look;
    const change = { before: a.data, after: b.data, page, moved };
    if (allows) return among(id).every((kept) => allows(kept, change));
    return a.data === b.data && haveMoved(a.places, b.places, shift);
  });
}

function haveMoved(before: readonly number[], after: readonly number[], shift: Shift): boolean {
  if (before.length !== after.length) return false;
  for (let at = 0; at < before.length; at += 2) {
    const moved = shift.moved(before[at] ?? 0, before[at + 1] ?? 0);
    if (moved === null || moved[0] !== after[at] || moved[1] !== after[at + 1]) return false;
  }
  return true;
}

const flat = (places: readonly Span[]): number[] => places.flatMap(({ start, end }) => [start, end]);

const hashOf = (data: unknown): string =>
  createHash('sha256').update(JSON.stringify(data)).digest('base64url').slice(0, 24);

/** So far before a name, in UTF-16 units, its article is read. */
const before = 4;
/** An element this far before a heading, in UTF-16 units, may be there for it. */
const reach = 520;

function commonLook({ path, text, family, sections, links, frontMatter }: PageFacts): Look {
  const places: Span[] = [];
  const words = (span: Span): string => {
    places.push(span);
    return text.slice(span.start, span.end);
  };
  const named = (span: Span): readonly unknown[] => [
    words(span),
    /\ban?\s+$/i.test(text.slice(Math.max(0, span.start - before), span.start)),
  ];
  const starts = sections.slice(1).map(({ headingSpan }) => headingSpan.start);
  /** Stretches of sections are told by their headings: text comes and goes in them. */
  const headingsBefore = (offset: number): number => countBelow(starts, offset);
  const familyData: unknown = JSON.parse(
    JSON.stringify(family, (key, value: unknown) => {
      if (!isSpan(value)) return value;
      return key === 'extent' ? [headingsBefore(value.start), headingsBefore(value.end)] : named(value);
    }),
  );
  const { headings, ids, isTemplated, hasHtmlHeadings } = readLandmarks(path, text);
  const placeOf = (offset: number): number => {
    places.push({ page: path, start: offset, end: offset + 1 });
    return 0;
  };
  return {
    data: [
      familyData,
      sections.map(({ index, depth, title, inline, headingSpan, titleSpan, id, parent }) =>
        index === 0 ? 0 : [depth, title, inline.text, words(headingSpan), words(titleSpan), id, parent],
      ),
      links.map(({ kind, span, text: said, textSpan, target, targetSpan, section }) => [
        kind,
        said,
        target,
        section,
        words(span),
        words(textSpan),
        words(targetSpan),
      ]),
      frontMatter && [
        frontMatter.data,
        Object.entries(frontMatter.values).map(([key, span]) => [key, words(span)]),
      ],
      frontMatter?.errors.length ?? 0,
      headings.map(({ offset, ...rest }) => [rest, placeOf(offset)]),
      ids.map(({ id, offset }) => {
        const next = starts[countBelow(starts, offset + 1)] ?? text.length;
        return [id, placeOf(offset), text.slice(offset, Math.min(offset + reach, next))];
      }),
      isTemplated,
      hasHtmlHeadings,
    ],
    places,
  };
}

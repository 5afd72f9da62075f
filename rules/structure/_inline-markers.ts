import type { Block } from '../../src/markdown/document.ts';
import type { Edit } from '../../src/text/edit.ts';
import { textKey } from '../../src/text/key.ts';
import { SpanSet } from '../../src/text/span-set.ts';
import { sectionKey } from './_keys.ts';
import { markerOf, type Text } from './_lines.ts';
import type { Stray } from './_stray-messages.ts';

/** ", - - checklists": two markers in a row inside a line. */
const doubled = /(?<=\S)[ \t]+([-*+•])[ \t]+\1[ \t]+(?=[\p{L}\p{N}["“(])/gu;
/** "the * various": a marker between two words of one sentence. */
const between = /(?<=[\p{L}\p{N},)\]])[ \t]+[*•][ \t]+(?=\p{L})/gu;
/** "systems. - Demonstrated", "as assigned.* Support": a marker after the end of a sentence. */
const afterEnd = /(?<=[\p{L}\p{N})\]]{3}[.;!?])(?:[ \t]*[*•][ \t]+|[ \t]+[-+][ \t]+)(?=\p{Lu}\p{L})/gu;
/** "skills Proven ability": words that begin an item, in the middle of a line and without a stop before them. */
const opening =
  /(?=[ \t])(?:(?<=(?:^|[\s(/-])(?!(?:and|or|the|an?|of|to|for|in|on|with|from|as|your|our|their|plus|including)\s)\p{Ll}{2,20}\)?)[ \t]+(?=(?:(?:Proven|Demonstrated) (?:ability|track|experience|success)|Ability to|Experience (?:with|in|working)|(?:Strong|Excellent) (?:\p{Ll}+ ){0,4}skills|Familiarity with|Knowledge of)\b)|(?<=[\p{L})])[ \t]+(?=Additional details about\b))/gu;

/** List markers that were left inside a line, and items that were run together on one. */
export function* inlineMarkers(text: Text): Generator<Stray> {
  const code = new SpanSet([
    ...text.raws.map(({ span }) => span),
    ...text.links.map(({ targetSpan }) => targetSpan).filter(isFilled),
  ]);
  for (const block of text.blocks) {
    if (block.kind !== 'paragraph') continue;
    const source = text.masked.slice(block.span.start, block.span.end);
    const seen = new Set<number>();
    for (const [kind, pattern, sign] of patterns) {
      if (!sign.test(source)) continue;
      for (const match of source.matchAll(pattern)) {
        const gap = {
          page: text.path,
          start: block.span.start + match.index,
          end: block.span.start + match.index + match[0].length,
        };
        const sign = match[0].trim();
        if (seen.has(gap.end) || code.overlaps(gap) || (sign !== '' && !block.inline.text.includes(sign)))
          continue;
        if (block.item === null && (kind === 'opening' || sign === '-')) continue;
        seen.add(gap.end);
        yield strayAt(text, block, kind, gap);
      }
    }
  }
}

/** Each with what its matches hold, which is looked for first: only few paragraphs have it. */
const patterns = [
  ['doubled', doubled, /[*•+]|[ \t]-[ \t]/],
  ['afterEnd', afterEnd, /[*•]|[ \t][-+][ \t]/],
  ['between', between, /[*•]/],
  [
    'opening',
    opening,
    /[ \t](?:Proven|Demonstrated|Ability to|Experience|Strong|Excellent|Familiarity|Knowledge|Additional details)\b/,
  ],
] as const;

const isFilled = ({ start, end }: { start: number; end: number }): boolean => start < end;

function strayAt(text: Text, block: Block, kind: (typeof patterns)[number][0], gap: Stray['span']): Stray {
  const { masked, path } = text;
  const before =
    /\S+(?:[ \t]+\S+)?[ \t]*$/.exec(
      masked.slice(Math.max(block.span.start, gap.start - 80), gap.start),
    )?.[0] ?? '';
  const after =
    /^\S+(?:[ \t]+\S+)?/.exec(masked.slice(gap.end, Math.min(block.span.end, gap.end + 80)))?.[0] ?? '';
  const span = { page: path, start: gap.start - before.length, end: gap.end + after.length };
  const words = masked.slice(span.start, span.end);
  const common = {
    span,
    key: `${sectionKey(text.sections, block.section)}/${textKey(words)}`,
    data: { words, mark: '' },
  };
  const item = block.item === null ? undefined : text.items[block.item];
  const drop: Edit[] = [{ span: gap, text: ' ' }];
  const split: Edit[] | null =
    item === undefined ? null : [{ span: gap, text: `${lineBreakOf(text)}${markerOf(text, item)}` }];
  if (kind === 'afterEnd' && split !== null && item?.ordered === false)
    return { message: 'together', ...common, fix: split };
  if (kind === 'opening' && split !== null) {
    return {
      message: 'together',
      ...common,
      suggestions: [{ title: 'Begin a new item here', edits: split }],
    };
  }
  if (kind === 'doubled' || /^\p{Ll}/u.test(after)) return { message: 'leftover', ...common, fix: drop };
  const suggestions = [{ title: 'Remove the marker', edits: drop }];
  if (split !== null) suggestions.push({ title: 'Begin a new item here', edits: split });
  return { message: 'leftover', ...common, suggestions };
}

export function lineBreakOf({ text }: Pick<Text, 'text'>): string {
  return text.charAt(text.indexOf('\n') - 1) === '\r' ? '\r\n' : '\n';
}

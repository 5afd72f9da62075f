import type { InlineText } from '../../src/markdown/document.ts';
import type { FamilyFacts } from '../../src/model/facts.ts';
import type { Match } from './_phrases.ts';

/** A coded word where it stands: offsets into the inline text. */
export interface Coded {
  readonly inline: InlineText;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Lower-case words of the page's role names, with the plural: "analyst", "analysts". */
export function wordsOfTitles({ role, levels }: FamilyFacts): ReadonlySet<string> {
  const names = [role, ...levels.map(({ name }) => name)].flatMap((name) =>
    name === null ? [] : [name.text],
  );
  const words = names.flatMap((name) => name.toLowerCase().match(/\p{L}+/gu) ?? []);
  return new Set(words.flatMap((word) => [word, `${word}s`]));
}

/** What was found in a text, without words of role names and of the track "individual contributor". */
export function codedWords(
  inline: InlineText,
  matches: readonly Match[],
  titles: ReadonlySet<string>,
): readonly Coded[] {
  return matches
    .map(({ start, end }) => ({ inline, start, end, text: inline.text.slice(start, end) }))
    .filter(
      ({ text, end }) =>
        !titles.has(text.toLowerCase()) && !/^\scontributors?\b/i.test(inline.text.slice(end, end + 14)),
    );
}

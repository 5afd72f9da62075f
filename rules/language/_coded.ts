import type { Block, InlineText } from '../../src/markdown/document.ts';
import type { FamilyFacts } from '../../src/model/facts.ts';
import { finderOf } from './_phrases.ts';

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

/** The words of the running text that the list finds, without words of role names and of the track "individual contributor". */
export function codedWords(
  blocks: readonly Block[],
  list: readonly string[],
  titles: ReadonlySet<string>,
): readonly Coded[] {
  const finder = finderOf(list);
  return blocks.flatMap(({ inline }) =>
    finder
      .find(inline.text)
      .map(({ start, end }) => ({ inline, start, end, text: inline.text.slice(start, end) }))
      .filter(
        ({ text, end }) =>
          !titles.has(text.toLowerCase()) && !/^\scontributors?\b/i.test(inline.text.slice(end, end + 14)),
      ),
  );
}

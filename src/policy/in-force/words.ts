import type { Config } from '../config.ts';
import type { Setting } from '../origin.ts';
import { originOf } from '../place-of.ts';

/** A setting that may be there several times: lists of words add up, file by file. */
export interface NamedSetting extends Setting<unknown> {
  readonly name: string;
}

/** The words of the company: single ones (`abbreviations.sre`), and the lists of each file. */
export function vocabularyInForce({ vocabulary, sources }: Config): readonly NamedSetting[] {
  const { seniority = {}, abbreviations = {} } = vocabulary;
  const single = Object.entries({ seniority, abbreviations }).flatMap(([key, record]) =>
    Object.entries(record).map(
      ([word, value]): NamedSetting => ({
        name: `${key}.${word}`,
        value,
        from: originOf(sources, ['vocabulary', key, word]),
      }),
    ),
  );
  const lists = (['roleNouns', 'words'] as const).flatMap((name) =>
    sources.flatMap((source): NamedSetting[] => {
      const value = source.written.vocabulary?.[name];
      return value ? [{ name, value, from: originOf([source], ['vocabulary', name]) }] : [];
    }),
  );
  return [...single, ...lists];
}

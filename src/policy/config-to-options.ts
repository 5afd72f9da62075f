import type { Rule } from '../lint/rule.ts';
import type { WrittenConfig } from './config.ts';
import { type Ladder, ladderOf } from './ladder/ladder.ts';
import { exceptionalLadder, ladderGaps, ladderOptions } from './ladder/ladder-options.ts';

/** A value of the config that is also an option of a rule. */
export interface OptionElsewhere {
  readonly rule: string;
  readonly option: string;
  readonly value: unknown;
  /** The keys in the config that lead to it. */
  readonly path: readonly string[];
}

/** Where each option comes from; undefined where the config says nothing of it. */
const sources: readonly {
  readonly rule: string;
  readonly option: string;
  readonly path: readonly string[];
  readonly from: (config: WrittenConfig) => unknown;
}[] = [
  { rule: 'link/absolute', option: 'origins', path: ['site', 'origins'], from: ({ site }) => site?.origins },
  {
    rule: 'language/misspelled',
    option: 'words',
    path: ['vocabulary', 'words'],
    from: ({ vocabulary }) => vocabulary?.words,
  },
  {
    rule: 'level/misspelled',
    option: 'words',
    path: ['vocabulary', 'words'],
    from: ({ vocabulary }) => vocabulary?.words,
  },
  ...(['ladder', 'named', 'infer'] as const).map((option) => ({
    rule: 'grade/ladder',
    option,
    path: ['ladder'],
    from: ({ ladder }: WrittenConfig) => ladder && ladderOptions(ladderOf(ladder))[option],
  })),
  {
    rule: 'grade/gap',
    option: 'allow',
    path: ['ladder'],
    from: ({ ladder }) => ladder && ladderGaps(ladderOf(ladder)),
  },
];

/** Options that rules take from other parts of the config, where their own entries do not set them. */
export function optionsElsewhere(config: WrittenConfig, rules: readonly Rule[]): OptionElsewhere[] {
  return sources.flatMap(({ rule, option, path, from }) => {
    const value = from(config);
    const isThere = rules.some(({ id, options }) => id === rule && option in options);
    return isThere && value !== undefined ? [{ rule, option, value, path }] : [];
  });
}

/** For the pages that the ladder excepts: the same options, made of the ladder with their own grades in it. */
export function ladderExceptions(
  ladder: Ladder,
  rules: readonly Rule[],
): { readonly files: readonly string[]; readonly options: readonly OptionElsewhere[] }[] {
  return (ladder.exceptions ?? []).flatMap((exception, index) => {
    if (exception.families === undefined) return [];
    const path = ['ladder', 'exceptions', String(index)];
    const options = optionsElsewhere({ ladder: exceptionalLadder(ladder, exception) }, rules);
    return { files: exception.families, options: options.map((option) => ({ ...option, path })) };
  });
}

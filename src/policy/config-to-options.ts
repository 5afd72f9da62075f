import type { Rule } from '../lint/rule.ts';
import { ladderOrder } from '../model/vocabulary.ts';
import type { LadderTracks, WrittenConfig } from './config.ts';

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
  {
    rule: 'grade/ladder',
    option: 'ladder',
    path: ['ladder'],
    from: ({ ladder }) => ladder && gradesByRung(ladder),
  },
  { rule: 'grade/gap', option: 'allow', path: ['ladder'], from: ({ ladder }) => ladder && gapsOf(ladder) },
];

/** Options that rules take from other parts of the config, where their own entries do not set them. */
export function optionsElsewhere(config: WrittenConfig, rules: readonly Rule[]): OptionElsewhere[] {
  return sources.flatMap(({ rule, option, path, from }) => {
    const value = from(config);
    const isThere = rules.some(({ id, options }) => id === rule && option in options);
    return isThere && value !== undefined ? [{ rule, option, value, path }] : [];
  });
}

/** For the families that the ladder excepts: the same options, made of the ladder with their own grades in it. */
export function ladderExceptions(
  { ladder }: WrittenConfig,
  rules: readonly Rule[],
): { readonly files: readonly string[]; readonly options: readonly OptionElsewhere[] }[] {
  return (ladder?.exceptions ?? []).map(({ families, individual, management }) => {
    const own: LadderTracks = {
      individual: { ...ladder?.individual, ...individual },
      management: { ...ladder?.management, ...management },
    };
    return { files: families, options: optionsElsewhere({ ladder: own }, rules) };
  });
}

const tracks = ['individual', 'management'] as const;

/** `{"individual/senior": ["7"]}` */
function gradesByRung(ladder: LadderTracks): Record<string, string[]> {
  const entries = tracks.flatMap((track) =>
    Object.entries(ladder[track] ?? {}).map(([rung, grade]): [string, string[]] => [
      `${track}/${rung}`,
      [String(grade)],
    ]),
  );
  return Object.fromEntries(entries);
}

/** The steps over more than one grade that the ladder itself takes: `["7-9"]`. */
function gapsOf(ladder: LadderTracks): string[] {
  const gaps = tracks.flatMap((track) => {
    const grades = ladderOrder.flatMap((rung) => ladder[track]?.[rung] ?? []).map(Number);
    return grades.flatMap((grade, index) => {
      const next = grades[index + 1] ?? grade;
      return next - grade > 1 ? [`${grade}-${next}`] : [];
    });
  });
  return [...new Set(gaps)];
}

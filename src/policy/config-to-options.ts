import type { Rule } from '../lint/rule.ts';
import type { WrittenConfig } from './config.ts';

/** A value of the config that is also an option of a rule. */
export interface OptionElsewhere {
  readonly rule: string;
  readonly option: string;
  readonly value: unknown;
}

const sources: readonly {
  readonly rule: string;
  readonly option: string;
  readonly from: (config: WrittenConfig) => readonly string[] | undefined;
}[] = [
  { rule: 'link/absolute', option: 'origins', from: (config) => config.site?.origins },
  { rule: 'level/misspelled', option: 'words', from: (config) => config.vocabulary?.words },
  { rule: 'language/misspelled', option: 'words', from: (config) => config.vocabulary?.words },
];

/** Options that rules take from other parts of the config, where their own entries do not set them. */
export function optionsElsewhere(config: WrittenConfig, rules: readonly Rule[]): OptionElsewhere[] {
  return sources.flatMap(({ rule, option, from }) => {
    const value = from(config) ?? [];
    const isThere = rules.some(({ id, options }) => id === rule && option in options);
    return isThere && value.length > 0 ? [{ rule, option, value }] : [];
  });
}

import type { Rule } from '../lint/rule.ts';
import { catalogue, type Level } from './catalogue.ts';
import type { RuleEntry } from './layer.ts';
import type { Place } from './origin.ts';

/** `recommended`: what is wrong anywhere. `gitlab`: GitLab's policy on top. `all`: every rule. `none`: no rule. */
export const presetNames = ['recommended', 'gitlab', 'all', 'none'] as const;

export type PresetName = (typeof presetNames)[number];

export function isPreset(name: string): name is PresetName {
  return presetNames.some((preset) => preset === name);
}

/**
 * The entry of every rule in a preset. A rule that the catalogue does not know is off, but for `all`.
 * @param at where the preset is named; null where nothing names it
 */
export function preset(
  name: PresetName,
  rules: readonly Rule[],
  at: Place | null,
): ReadonlyMap<string, RuleEntry> {
  const origin = { kind: 'preset', preset: name, at } as const;
  return new Map(
    rules.map(({ id }) => {
      const options = optionsIn(name, id);
      const from = Object.fromEntries(['severity', ...Object.keys(options)].map((part) => [part, origin]));
      return [id, { severity: severityIn(name, id), options, from }];
    }),
  );
}

export function severityIn(name: PresetName, id: string): Level {
  const [recommended, gitlab] = catalogue[id] ?? ['off', 'off'];
  if (name === 'none') return 'off';
  if (name === 'recommended') return recommended;
  if (name === 'gitlab') return gitlab;
  return gitlab === 'off' ? 'warning' : gitlab;
}

function optionsIn(name: PresetName, id: string): Readonly<Record<string, unknown>> {
  return name === 'gitlab' ? (gitlabOptions[id] ?? {}) : {};
}

/** What GitLab wants of rules that any company could use. */
const gitlabOptions: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  'level/title': { intermediate: true },
  'reports-to/grade-order': { peers: false },
};

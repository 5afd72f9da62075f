import { dirname } from 'node:path';
import type { FileSystem } from '../host/file-system.ts';
import { relativePath } from '../host/relative-path.ts';
import type { Rule } from '../lint/rule.ts';
import type { BaselinePlace, Config, ConfigVocabulary, Override, WrittenConfig } from './config.ts';
import { ladderExceptions, type OptionElsewhere, optionsElsewhere } from './config-to-options.ts';
import { entryOf, merge, type RuleEntry } from './layer.ts';
import { changedTextId, type Policy, ruleIdOf } from './policies/policy.ts';
import { type PresetName, preset } from './presets.ts';
import { type Layer, readLayers } from './read-layers.ts';

export interface LoadOptions {
  /** Absolute path, or null for no config at all. */
  readonly file: string | null;
  /** Folder that globs and folders in the config are relative to; default: the folder of the file. */
  readonly base?: string;
  /** Takes the place of the presets that the config extends. */
  readonly preset?: PresetName;
}

/**
 * Reads a config and all that it extends. Mistakes do not stop it: all of them, in all files, are said at once.
 * @throws ConfigError
 */
export async function loadConfig(
  files: FileSystem,
  rules: readonly Rule[],
  options: LoadOptions,
): Promise<Config> {
  const { file, preset: chosen } = options;
  const base = options.base ?? (file === null ? files.cwd : dirname(file));
  const { layers, policies } = await readLayers(files, rules, file, base, chosen);
  const config = layers.flatMap(({ written }) => written ?? []).reduce(combine, {});
  const { entries, isSet } = stack(layers, rules, policies.policies, chosen);
  const entriesOf = (elsewhere: readonly OptionElsewhere[]) =>
    elsewhere
      .filter(({ rule, option }) => !isSet.has(`${rule} ${option}`))
      .map(({ rule, option, value }): [string, RuleEntry] => [rule, { options: { [option]: value } }]);
  for (const [id, entry] of entriesOf(optionsElsewhere(config, rules))) {
    entries.set(id, merge(entries.get(id), entry));
  }
  const exceptions = ladderExceptions(config, rules).map(
    (exception): Override => ({ files: exception.files, rules: new Map(entriesOf(exception.options)) }),
  );
  return {
    file: file === null ? null : relativePath(files.cwd, file),
    base,
    site: config.site ?? {},
    families: config.families ?? [],
    ladder: config.ladder ?? null,
    vocabulary: config.vocabulary ?? {},
    rules: entries,
    overrides: [...exceptions, ...(config.overrides ?? []).map(overrideOf)],
    policies: policies.policies,
    policyRules: policies.rules,
    policySources: policies.sources,
    waivers: layers.flatMap(({ waivers }) => waivers ?? []),
    baseline: layers.reduce<BaselinePlace | null>((last, layer) => layer.baseline ?? last, null),
  };
}

/**
 * Puts the layers on top of each other.
 * @returns the entry of each rule, and which options the files set themselves, as `rule option`
 */
function stack(
  layers: readonly Layer[],
  rules: readonly Rule[],
  policies: readonly Policy[],
  chosen: PresetName | undefined,
): { entries: Map<string, RuleEntry>; isSet: ReadonlySet<string> } {
  const entries = new Map<string, RuleEntry>();
  const isSet = new Set<string>();
  const put = (id: string, entry: RuleEntry) => void entries.set(id, merge(entries.get(id), entry));
  const putPreset = (name: PresetName) => {
    for (const [id, entry] of preset(name, rules)) put(id, entry);
  };
  // A policy is on as soon as somebody has written it, whatever the presets say of rules.
  for (const policy of policies) put(ruleIdOf(policy), { severity: policy.severity, options: {} });
  if (policies.length > 0) put(changedTextId, { severity: 'warning', options: {} });
  if (chosen || !layers.some((layer) => layer.preset)) putPreset(chosen ?? 'recommended');
  for (const layer of layers) {
    if (layer.preset && !chosen) putPreset(layer.preset);
    for (const [id, written] of Object.entries(layer.written?.rules ?? {})) {
      const entry = entryOf(written);
      put(id, entry);
      for (const option of Object.keys(entry.options)) isSet.add(`${id} ${option}`);
    }
  }
  return { entries, isSet };
}

/** Lists and settings of the later file take the place of the earlier one's; words and overrides add up. */
function combine(under: WrittenConfig, over: WrittenConfig): WrittenConfig {
  const vocabulary: ConfigVocabulary = {
    ...under.vocabulary,
    ...over.vocabulary,
    seniority: { ...under.vocabulary?.seniority, ...over.vocabulary?.seniority },
    abbreviations: { ...under.vocabulary?.abbreviations, ...over.vocabulary?.abbreviations },
    roleNouns: [...(under.vocabulary?.roleNouns ?? []), ...(over.vocabulary?.roleNouns ?? [])],
    words: [...(under.vocabulary?.words ?? []), ...(over.vocabulary?.words ?? [])],
  };
  return {
    ...under,
    ...over,
    site: { ...under.site, ...over.site },
    vocabulary,
    overrides: [...(under.overrides ?? []), ...(over.overrides ?? [])],
  };
}

function overrideOf({ files, rules }: NonNullable<WrittenConfig['overrides']>[number]): Override {
  return { files, rules: new Map(Object.entries(rules).map(([id, written]) => [id, entryOf(written)])) };
}

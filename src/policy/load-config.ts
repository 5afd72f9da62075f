import { dirname } from 'node:path';
import type { FileSystem } from '../host/file-system.ts';
import { relativePath } from '../host/relative-path.ts';
import type { Rule } from '../lint/rule.ts';
import type {
  BaselinePlace,
  Config,
  ConfigVocabulary,
  Override,
  WrittenConfig,
  WrittenFile,
} from './config.ts';
import { ladderExceptions, type OptionElsewhere, optionsElsewhere } from './config-to-options.ts';
import { hasGrades, type Ladder, ladderOf } from './ladder/ladder.ts';
import { entryOf, merge, type RuleEntry } from './layer.ts';
import type { Origin, Place } from './origin.ts';
import { placeOf } from './place-of.ts';
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
  const sources = layers.flatMap((layer) => (layer.written ? [layer] : []));
  const config = sources.map(({ written }) => written).reduce(combine, {});
  const { entries, isSet } = stack(layers, rules, policies.policies, chosen);
  const entriesOf = (elsewhere: readonly OptionElsewhere[]) =>
    elsewhere
      .filter(({ rule, option }) => !isSet.has(`${rule} ${option}`))
      .map(({ rule, option, value, path }): [string, RuleEntry] => {
        const place = placeOf(sources, path);
        const from: RuleEntry['from'] =
          place === null ? {} : { [option]: { kind: 'config', key: path.join('.'), ...place } };
        return [rule, { options: { [option]: value }, from }];
      });
  for (const [id, entry] of entriesOf(optionsElsewhere(config, rules))) {
    entries.set(id, merge(entries.get(id), entry));
  }
  const ladder = config.ladder === undefined ? null : ladderOf(config.ladder);
  if (ladder !== null) turnLadderOn(entries, ladder, placeOf(sources, ['ladder']), isSet);
  const exceptions = ladderExceptions(ladder ?? {}, rules).map(
    (exception): Override => ({ files: exception.files, rules: new Map(entriesOf(exception.options)) }),
  );
  return {
    file: file === null ? null : relativePath(files.cwd, file),
    base,
    site: config.site ?? {},
    families: config.families ?? [],
    ladder,
    vocabulary: config.vocabulary ?? {},
    rules: entries,
    overrides: [...exceptions, ...sources.flatMap(overridesOf)],
    policies: policies.policies,
    policyRules: policies.rules,
    policySources: policies.sources,
    waivers: layers.flatMap(({ waivers }) => waivers ?? []),
    baseline: layers.reduce<BaselinePlace | null>((last, layer) => layer.baseline ?? last, null),
    sources,
  };
}

/**
 * Puts the layers on top of each other.
 * @returns the entry of each rule, and which options and severities the files set themselves, as `rule option` and `rule severity`
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
  const putPreset = (name: PresetName, at: Place | null) => {
    for (const [id, entry] of preset(name, rules, at)) put(id, entry);
  };
  // A policy is on as soon as somebody has written it, whatever the presets say of rules.
  const named = layers.find((layer) => layer.preset === 'gitlab');
  for (const policy of policies) {
    const { severity, isBundled, source } = policy;
    const origin: Origin = isBundled
      ? { kind: 'preset', preset: 'gitlab', at: named?.preset && !chosen ? named.at : null }
      : { kind: 'policy', ...source };
    put(ruleIdOf(policy), { severity, options: {}, from: { severity: origin } });
  }
  if (policies.length > 0)
    put(changedTextId, { severity: 'warning', options: {}, from: { severity: { kind: 'default' } } });
  if (chosen || !layers.some((layer) => layer.preset)) putPreset(chosen ?? 'recommended', null);
  for (const layer of layers) {
    if (layer.preset && !chosen) putPreset(layer.preset, layer.at);
    if (!layer.written) continue;
    const { file, config } = layer;
    for (const [id, written] of Object.entries(layer.written.rules ?? {})) {
      const entry = entryOf(written, (part) => ({
        kind: 'config',
        file,
        line: config.lineOf(['rules', id, ...(part === null ? [] : [part])], part !== null),
      }));
      put(id, entry);
      if (entry.severity !== undefined) isSet.add(`${id} severity`);
      for (const option of Object.keys(entry.options)) isSet.add(`${id} ${option}`);
    }
  }
  return { entries, isSet };
}

/**
 * Whoever writes a ladder wants to see what does not keep to it, also where the preset leaves the rule off; what is only derived makes
 * remarks. Presets that judge nothing, or all, are left alone, and so is a severity that a file sets.
 */
function turnLadderOn(
  entries: Map<string, RuleEntry>,
  ladder: Ladder,
  place: Place | null,
  isSet: ReadonlySet<string>,
): void {
  const id = 'grade/ladder';
  const entry = entries.get(id);
  const origin = entry?.from.severity;
  const isUsual = origin?.kind === 'preset' && ['recommended', 'gitlab'].includes(origin.preset);
  if (isSet.has(`${id} severity`) || !isUsual) return;
  const severity = hasGrades(ladder) ? 'warning' : 'info';
  const from: RuleEntry['from'] = place === null ? {} : { severity: { kind: 'config', ...place } };
  entries.set(id, merge(entry, { severity, options: {}, from }));
}

/** Lists and settings of the later file take the place of the earlier one's; words add up. Overrides are read file by file. */
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
  };
}

function overridesOf({ written, file, config }: WrittenFile): Override[] {
  return (written.overrides ?? []).map(({ files, rules }, index) => {
    const path = ['overrides', String(index), 'rules'];
    const entries = Object.entries(rules).map(([id, entry]): [string, RuleEntry] => [
      id,
      entryOf(entry, (part) => ({
        kind: 'override',
        files,
        file,
        line: config.lineOf([...path, id, ...(part === null ? [] : [part])], part !== null),
      })),
    ]);
    return { files, rules: new Map(entries) };
  });
}

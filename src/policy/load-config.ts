import { dirname, resolve } from 'node:path';
import type { FileSystem } from '../host/file-system.ts';
import { readPage } from '../host/read-page.ts';
import { relativePath } from '../host/relative-path.ts';
import type { Failure } from '../lint/finding.ts';
import type { Rule } from '../lint/rule.ts';
import { didYouMean } from '../text/did-you-mean.ts';
import type { Config, ConfigVocabulary, Override, WrittenConfig } from './config.ts';
import { ConfigError } from './config-error.ts';
import { optionsElsewhere } from './config-to-options.ts';
import { entryOf, merge, type RuleEntry } from './layer.ts';
import { parseConfig } from './parse-config.ts';
import { isPreset, type PresetName, preset, presetNames } from './presets.ts';

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
  const layers = file === null ? [] : await readAll(files, rules, file);
  const config = layers.flatMap(({ written }) => written ?? []).reduce(combine, {});
  const entries = new Map<string, RuleEntry>();
  const put = (id: string, entry: RuleEntry) => void entries.set(id, merge(entries.get(id), entry));
  const putPreset = (name: PresetName) => {
    for (const [id, entry] of preset(name, rules)) put(id, entry);
  };
  if (chosen || !layers.some((layer) => layer.preset)) putPreset(chosen ?? 'recommended');
  const isSet = new Set<string>();
  for (const layer of layers) {
    if (layer.preset && !chosen) putPreset(layer.preset);
    for (const [id, written] of Object.entries(layer.written?.rules ?? {})) {
      const entry = entryOf(written);
      put(id, entry);
      for (const option of Object.keys(entry.options)) isSet.add(`${id} ${option}`);
    }
  }
  for (const { rule, option, value } of optionsElsewhere(config, rules)) {
    if (!isSet.has(`${rule} ${option}`)) put(rule, { options: { [option]: value } });
  }
  return {
    file: file === null ? null : relativePath(files.cwd, file),
    base,
    site: config.site ?? {},
    families: config.families ?? [],
    ladder: config.ladder ?? null,
    vocabulary: config.vocabulary ?? {},
    rules: entries,
    overrides: (config.overrides ?? []).map(overrideOf),
  };
}

/** A step of a config, in the order in which later ones win: a preset, or what one file says. */
type Layer =
  | { readonly preset: PresetName; readonly written?: undefined }
  | { readonly written: WrittenConfig; readonly preset?: undefined };

/** Reads a file and, before it, what it extends. */
async function readAll(files: FileSystem, rules: readonly Rule[], top: string): Promise<Layer[]> {
  const { configChecker } = await import('./check-config.ts');
  const check = configChecker(rules);
  const failures: Failure[] = [];
  const layers: Layer[] = [];
  const read = (file: string, from: readonly string[]): void => {
    const shown = relativePath(files.cwd, file);
    const page = readPage(files, shown);
    if (page.failure) {
      failures.push(page.failure);
      return;
    }
    const parsed = parseConfig(shown, page.text);
    // An empty file is a config that says nothing.
    const config = parsed.data === null ? { ...parsed, data: {} } : parsed;
    const mistakes = parsed.failures.length > 0 ? parsed.failures : check(shown, config);
    failures.push(...mistakes);
    // A file whose `extends` is broken has said so already.
    const written: WrittenConfig = isRecord(config.data) ? config.data : {};
    const names = typeof written.extends === 'string' ? [written.extends] : (written.extends ?? []);
    for (const [index, name] of Array.isArray(names) ? names.entries() : []) {
      if (typeof name !== 'string') continue;
      if (isPreset(name)) {
        layers.push({ preset: name });
        continue;
      }
      const target = resolve(dirname(file), name);
      const line = parsed.lineOf(
        Array.isArray(written.extends) ? ['extends', String(index)] : ['extends'],
        false,
      );
      const fail = (sentence: string) =>
        failures.push({ file: shown, line, message: `${shown}:${line}: ${sentence}` });
      const circle = from.indexOf(target);
      if (circle >= 0) {
        const way = [...from.slice(circle), target].map((step) => relativePath(files.cwd, step)).join(' → ');
        fail(`The configs extend each other in a circle: ${way}. Take one “extends” out.`);
      } else if (files.kind(target) !== 'file') {
        const near = didYouMean(name, presetNames).map((one) => `“${one}”`);
        const hint =
          near.length > 0 ? `Did you mean ${near.join(' or ')}?` : `Presets are ${presetNames.join(', ')}.`;
        fail(`“${name}” is neither a preset nor a file. ${hint}`);
      } else read(target, [...from, target]);
    }
    layers.push({ written });
  };
  read(top, [top]);
  if (failures.length > 0) throw new ConfigError(inOrder(failures));
  return layers;
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

/** File by file, as they were read, and line by line. */
function inOrder(failures: readonly Failure[]): Failure[] {
  const read = [...new Set(failures.map(({ file }) => file))];
  return [...failures].sort(
    (a, b) => read.indexOf(a.file) - read.indexOf(b.file) || (a.line ?? 0) - (b.line ?? 0),
  );
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

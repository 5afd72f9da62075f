import { dirname, resolve } from 'node:path';
import type { FileSystem } from '../host/file-system.ts';
import { readText } from '../host/read-page.ts';
import { relativePath } from '../host/relative-path.ts';
import type { Failure } from '../lint/finding.ts';
import type { Rule } from '../lint/rule.ts';
import { didYouMean } from '../text/did-you-mean.ts';
import type { Check } from './check-config.ts';
import type { BaselinePlace, WrittenConfig, WrittenFile } from './config.ts';
import { ConfigError } from './config-error.ts';
import { configSchema } from './config-schema.ts';
import { checkLadder } from './ladder/check-ladder.ts';
import type { Place } from './origin.ts';
import { type ParsedConfig, parseConfig } from './parse-config.ts';
import type { LoadedPolicies } from './policies/load-policies.ts';
import { changedTextId } from './policies/policy.ts';
import type { PolicyEntries } from './policies/read-policies.ts';
import { isPreset, type PresetName, presetNames } from './presets.ts';
import type { Waiver } from './waiver.ts';

/** A step of a config, in the order in which later ones win: a preset, or what one file says. */
export type Layer =
  | (NamedPreset & {
      readonly written?: undefined;
      readonly waivers?: undefined;
      readonly baseline?: undefined;
    })
  | (WrittenFile & {
      readonly waivers: readonly Waiver[];
      readonly baseline: BaselinePlace | null;
    });

interface NamedPreset {
  readonly preset: PresetName;
  /** Where it is named. */
  readonly at: Place;
}

/** What a config and all that it extends say. */
export interface ReadConfig {
  readonly layers: readonly Layer[];
  readonly policies: LoadedPolicies;
}

const noPolicies: LoadedPolicies = { policies: [], rules: [], sources: [], failures: [] };

/**
 * Reads a config file and, before it, what it extends, and the policies that they name.
 * @param top absolute; null for no config at all
 * @param chosen takes the place of the presets that are extended
 * @param base absolute folder that the files of waivers and the baseline are relative to
 * @throws ConfigError with the mistakes of all files
 */
export async function readLayers(
  files: FileSystem,
  rules: readonly Rule[],
  top: string | null,
  base: string,
  chosen: PresetName | undefined,
): Promise<ReadConfig> {
  let reader = new Reader(files);
  if (top !== null) {
    const quick = await quickCheck(rules);
    if (quick !== null) reader.read(top, [top], quick.check);
    if (quick === null || quick.isDoubtful()) {
      const { configChecker } = await import('./check-config.ts');
      reader = new Reader(files);
      reader.read(top, [top], configChecker(rules));
    }
  }
  const presets = chosen ? [chosen] : reader.found.flatMap((one) => one.preset ?? []);
  const policies = await policiesOf(files, reader.policies, presets);
  const failures = [...reader.failures, ...policies.failures];
  const layers: Layer[] = [];
  if (top !== null) {
    const { WaiverReader } = await import('./read-waivers.ts');
    const known = [...rules, ...policies.rules];
    const namesFiles = reader.found.some((one) => !one.preset && hasNames(one.written.waivers));
    const checkFile = namesFiles ? (await import('./check-config.ts')).waiversChecker() : null;
    const waiverReader = new WaiverReader(files, base, known, checkFile);
    for (const one of reader.found) {
      if (one.preset) {
        layers.push(one);
        continue;
      }
      const { waivers, failures: mistakes } = waiverReader.read(one.file, one.config);
      failures.push(...unknownPolicies(one, policies.rules), ...mistakes);
      layers.push({ ...one, waivers, baseline: baselineOf(files, base, one) });
    }
  }
  if (failures.length > 0) throw new ConfigError(inOrder(failures));
  return { layers, policies };
}

/** Checks by what the build has made, which only knows whether all is well; null where that is of another schema, or not there. */
async function quickCheck(rules: readonly Rule[]): Promise<{ check: Check; isDoubtful(): boolean } | null> {
  const { builtCheck } = await import('./built-check.ts');
  if (builtCheck === null || builtCheck.schema !== JSON.stringify(configSchema(rules))) return null;
  let isDoubtful = false;
  return {
    check(file, config) {
      if (!builtCheck.isValid(config.data)) isDoubtful = true;
      return checkLadder(file, config);
    },
    isDoubtful: () => isDoubtful,
  };
}

async function policiesOf(
  files: FileSystem,
  entries: readonly PolicyEntries[],
  presets: readonly PresetName[],
): Promise<LoadedPolicies> {
  const bundled = presets.flatMap((name) => (name === 'gitlab' ? [name] : []));
  if (entries.length === 0 && bundled.length === 0) return noPolicies;
  const { bundledFiles } = await import('../host/bundled-files.ts');
  const { loadPolicies } = await import('./policies/load-policies.ts');
  return loadPolicies(
    files,
    entries,
    [...new Set(bundled)].flatMap((name) => bundledFiles(`presets/${name}`)),
  );
}

/** Policies that a config sets, and that nobody has written. */
function unknownPolicies({ written, file, config }: WrittenFile, policies: readonly Rule[]): Failure[] {
  const known = [...policies.map(({ id }) => id), changedTextId];
  const places: [unknown, string[]][] = [
    [written.rules, ['rules']],
    ...(Array.isArray(written.overrides) ? written.overrides : []).map((one, index): [unknown, string[]] => [
      isRecord(one) ? one.rules : null,
      ['overrides', String(index), 'rules'],
    ]),
  ];
  return places.flatMap(([entries, path]) =>
    Object.keys(isRecord(entries) ? entries : {})
      .filter((id) => id.startsWith('policy/') && !known.includes(id))
      .map((id): Failure => {
        const line = config.lineOf([...path, id], true);
        const near = didYouMean(id, known).map((one) => `“${one}”`);
        const hint =
          near.length > 0 ? `Did you mean ${near.join(' or ')}?` : '“jobfam-lint policy list” lists them.';
        return { file, line, message: `${file}:${line}: There is no policy “${id}”. ${hint}` };
      }),
  );
}

const hasNames = (entries: unknown): boolean => [entries].flat().some((entry) => typeof entry === 'string');

function baselineOf(
  files: FileSystem,
  base: string,
  { written, file, config }: WrittenFile,
): BaselinePlace | null {
  const name: unknown = written.baseline;
  if (typeof name !== 'string') return null;
  const path = relativePath(files.cwd, resolve(base, name));
  return { path, file, line: config.lineOf(['baseline'], false) };
}

class Reader {
  /** Presets and files, in the order in which later ones win. */
  readonly found: (WrittenFile | NamedPreset)[] = [];
  readonly policies: PolicyEntries[] = [];
  readonly failures: Failure[] = [];
  readonly #files: FileSystem;

  constructor(files: FileSystem) {
    this.#files = files;
  }

  /** @param way the files that extend each other up to this one, absolute, this one last */
  read(file: string, way: readonly string[], check: Check): void {
    const shown = relativePath(this.#files.cwd, file);
    const page = readText(this.#files, shown);
    if (page.failure) {
      this.failures.push(page.failure);
      return;
    }
    const parsed = parseConfig(shown, page.text);
    // An empty file is a config that says nothing.
    const config = parsed.data === null ? { ...parsed, data: {} } : parsed;
    this.failures.push(...(parsed.failures.length > 0 ? parsed.failures : check(shown, config)));
    const written: WrittenConfig = isRecord(config.data) ? config.data : {};
    for (const { name, line } of namesIn(written.extends, parsed)) {
      if (isPreset(name)) this.found.push({ preset: name, at: { file: shown, line } });
      else this.#extend(name, { shown, line, way }, check);
    }
    if (Array.isArray(written.policies) && written.policies.length > 0)
      this.policies.push({ file: shown, config, entries: written.policies, folder: dirname(file) });
    this.found.push({ written, file: shown, config });
  }

  #extend(
    name: string,
    { shown, line, way }: { shown: string; line: number; way: readonly string[] },
    check: Check,
  ): void {
    const target = resolve(dirname(way.at(-1) ?? ''), name);
    const fail = (sentence: string) =>
      this.failures.push({ file: shown, line, message: `${shown}:${line}: ${sentence}` });
    const circle = way.indexOf(target);
    if (circle >= 0) {
      const steps = [...way.slice(circle), target].map((step) => relativePath(this.#files.cwd, step));
      fail(`The configs extend each other in a circle: ${steps.join(' → ')}. Take one “extends” out.`);
    } else if (this.#files.kind(target) === 'file') this.read(target, [...way, target], check);
    else {
      const near = didYouMean(name, presetNames).map((one) => `“${one}”`);
      const hint =
        near.length > 0 ? `Did you mean ${near.join(' or ')}?` : `Presets are ${presetNames.join(', ')}.`;
      fail(`“${name}” is neither a preset nor a file. ${hint}`);
    }
  }
}

/** The names under `extends` with their lines; what is no text has been called a mistake already. */
function namesIn(value: unknown, parsed: ParsedConfig): { readonly name: string; readonly line: number }[] {
  if (typeof value === 'string') return [{ name: value, line: parsed.lineOf(['extends'], false) }];
  if (!Array.isArray(value)) return [];
  return value.flatMap((name: unknown, index) =>
    typeof name === 'string' ? [{ name, line: parsed.lineOf(['extends', String(index)], false) }] : [],
  );
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

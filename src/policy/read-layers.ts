import { dirname, resolve } from 'node:path';
import type { FileSystem } from '../host/file-system.ts';
import { readPage } from '../host/read-page.ts';
import { relativePath } from '../host/relative-path.ts';
import type { Failure } from '../lint/finding.ts';
import type { Rule } from '../lint/rule.ts';
import { didYouMean } from '../text/did-you-mean.ts';
import type { Check } from './check-config.ts';
import type { BaselinePlace, WrittenConfig } from './config.ts';
import { ConfigError } from './config-error.ts';
import { type ParsedConfig, parseConfig } from './parse-config.ts';
import { isPreset, type PresetName, presetNames } from './presets.ts';
import type { WaiverReader } from './read-waivers.ts';
import type { Waiver } from './waiver.ts';

/** A step of a config, in the order in which later ones win: a preset, or what one file says. */
export type Layer =
  | {
      readonly preset: PresetName;
      readonly written?: undefined;
      readonly waivers?: undefined;
      readonly baseline?: undefined;
    }
  | {
      readonly written: WrittenConfig;
      readonly waivers: readonly Waiver[];
      readonly baseline: BaselinePlace | null;
      readonly preset?: undefined;
    };

/**
 * Reads a config file and, before it, what it extends.
 * @param top absolute
 * @param base absolute folder that the files of waivers and the baseline are relative to
 * @throws ConfigError with the mistakes of all files
 */
export async function readLayers(
  files: FileSystem,
  rules: readonly Rule[],
  top: string,
  base: string,
): Promise<Layer[]> {
  const { configChecker } = await import('./check-config.ts');
  const { WaiverReader } = await import('./read-waivers.ts');
  const reader = new Reader(files, base, configChecker(rules), new WaiverReader(files, base, rules));
  reader.read(top, [top]);
  if (reader.failures.length > 0) throw new ConfigError(inOrder(reader.failures));
  return reader.layers;
}

class Reader {
  readonly layers: Layer[] = [];
  readonly failures: Failure[] = [];
  readonly #files: FileSystem;
  readonly #base: string;
  readonly #check: Check;
  readonly #waivers: WaiverReader;

  constructor(files: FileSystem, base: string, check: Check, waivers: WaiverReader) {
    this.#files = files;
    this.#base = base;
    this.#check = check;
    this.#waivers = waivers;
  }

  /** @param way the files that extend each other up to this one, absolute, this one last */
  read(file: string, way: readonly string[]): void {
    const shown = relativePath(this.#files.cwd, file);
    const page = readPage(this.#files, shown);
    if (page.failure) {
      this.failures.push(page.failure);
      return;
    }
    const parsed = parseConfig(shown, page.text);
    // An empty file is a config that says nothing.
    const config = parsed.data === null ? { ...parsed, data: {} } : parsed;
    this.failures.push(...(parsed.failures.length > 0 ? parsed.failures : this.#check(shown, config)));
    const written: WrittenConfig = isRecord(config.data) ? config.data : {};
    for (const { name, line } of namesIn(written.extends, parsed)) {
      if (isPreset(name)) this.layers.push({ preset: name });
      else this.#extend(name, { shown, line, way });
    }
    const { waivers, failures } = this.#waivers.read(shown, config);
    this.failures.push(...failures);
    this.layers.push({ written, waivers, baseline: this.#baseline(written.baseline, shown, parsed) });
  }

  #baseline(name: unknown, file: string, parsed: ParsedConfig): BaselinePlace | null {
    if (typeof name !== 'string') return null;
    const path = relativePath(this.#files.cwd, resolve(this.#base, name));
    return { path, file, line: parsed.lineOf(['baseline'], false) };
  }

  #extend(name: string, { shown, line, way }: { shown: string; line: number; way: readonly string[] }): void {
    const target = resolve(dirname(way.at(-1) ?? ''), name);
    const fail = (sentence: string) =>
      this.failures.push({ file: shown, line, message: `${shown}:${line}: ${sentence}` });
    const circle = way.indexOf(target);
    if (circle >= 0) {
      const steps = [...way.slice(circle), target].map((step) => relativePath(this.#files.cwd, step));
      fail(`The configs extend each other in a circle: ${steps.join(' → ')}. Take one “extends” out.`);
    } else if (this.#files.kind(target) === 'file') this.read(target, [...way, target]);
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

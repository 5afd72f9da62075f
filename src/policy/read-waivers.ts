import { resolve } from 'node:path';
import { dayOf } from '../host/calendar.ts';
import type { FileSystem } from '../host/file-system.ts';
import { readText } from '../host/read-page.ts';
import { relativePath } from '../host/relative-path.ts';
import type { Failure } from '../lint/finding.ts';
import type { Rule } from '../lint/rule.ts';
import { RuleNames } from '../lint/rule-names.ts';
import type { Check } from './check-config.ts';
import { type ParsedConfig, parseConfig } from './parse-config.ts';
import type { Waiver, WrittenWaiver } from './waiver.ts';

export interface ReadWaivers {
  readonly waivers: readonly Waiver[];
  readonly failures: readonly Failure[];
}

/** Reads the waivers of config files, and of the files that they name, and says what no schema can say of them. */
export class WaiverReader {
  readonly #files: FileSystem;
  readonly #base: string;
  readonly #names: RuleNames;
  readonly #check: Check | null;

  /**
   * @param base absolute folder that the names of files are relative to
   * @param check checks a file of waivers; null where no config names one
   */
  constructor(files: FileSystem, base: string, rules: readonly Rule[], check: Check | null) {
    this.#files = files;
    this.#base = base;
    this.#check = check;
    this.#names = new RuleNames(rules);
  }

  /** @param config with the key `waivers`, perhaps; what is no waiver by the schema is passed over */
  read(shown: string, config: ParsedConfig): ReadWaivers {
    const written = isRecord(config.data) ? config.data.waivers : undefined;
    const entries: readonly unknown[] = Array.isArray(written) ? written : [written];
    const read = entries.map((entry, index): ReadWaivers => {
      const path = Array.isArray(written) ? ['waivers', String(index)] : ['waivers'];
      const line = config.lineOf(path, false);
      if (typeof entry === 'string' && entry !== '') return this.#readFile(entry, shown, line);
      return this.#readEntry(entry, shown, path, config);
    });
    return joined(read);
  }

  #readFile(name: string, shown: string, line: number): ReadWaivers {
    const path = relativePath(this.#files.cwd, resolve(this.#base, name));
    if (this.#files.kind(path) === 'missing') {
      const message = `${shown}:${line}: There is no file “${path}” with waivers. Check the path.`;
      return { waivers: [], failures: [{ message, file: shown, line }] };
    }
    const page = readText(this.#files, path);
    if (page.failure) return { waivers: [], failures: [page.failure] };
    const parsed = parseConfig(path, page.text);
    // An empty file is a list without entries.
    if (parsed.failures.length > 0 || parsed.data === null) return { waivers: [], failures: parsed.failures };
    const failures = this.#check?.(path, parsed) ?? [];
    const entries: readonly unknown[] = Array.isArray(parsed.data) ? parsed.data : [];
    const read = entries.map((entry, index) => this.#readEntry(entry, path, [String(index)], parsed));
    return joined([{ waivers: [], failures }, ...read]);
  }

  #readEntry(entry: unknown, file: string, path: readonly string[], config: ParsedConfig): ReadWaivers {
    if (!isRecord(entry)) return { waivers: [], failures: [] };
    const failures: Failure[] = [];
    const fail = (key: string | null, sentence: string) => {
      const line = config.lineOf(key === null ? path : [...path, key], false);
      failures.push({ message: `${file}:${line}: ${sentence}`, file, line });
    };
    const { rule, until } = entry;
    if (typeof rule === 'string' && rule !== '' && this.#names.covered(rule).size === 0)
      fail('rule', `There is no rule “${rule}”. ${this.#hint(rule)}`);
    if (typeof until === 'string' && /^\d{4}-\d{2}-\d{2}$/u.test(until) && dayOf(until) === null) {
      fail('until', `There is no day ${until}. Write the last day on which the waiver holds.`);
    }
    if (!places.some((key) => key in entry)) {
      fail(
        null,
        `The waiver says nowhere where it holds. Add ${places.slice(0, -1).join(', ')} or ${places.at(-1)}, or turn the rule off under “rules”.`,
      );
    }
    const line = config.lineOf(path, false);
    return { waivers: isWaiver(entry) ? [{ ...entry, file, line }] : [], failures };
  }

  #hint(name: string): string {
    const near = this.#names.nearest(name).map((one) => `“${one}”`);
    return near.length > 0 ? `Did you mean ${near.join(' or ')}?` : '“jobfam-lint rules” lists all rules.';
  }
}

const places: readonly (keyof WrittenWaiver)[] = ['page', 'level', 'text', 'fingerprint'];

function joined(read: readonly ReadWaivers[]): ReadWaivers {
  return {
    waivers: read.flatMap(({ waivers }) => waivers),
    failures: read.flatMap(({ failures }) => failures),
  };
}

function isWaiver(
  entry: Readonly<Record<string, unknown>>,
): entry is Readonly<Record<string, unknown>> & WrittenWaiver {
  return ['rule', 'reason', 'owner', 'until'].every((key) => typeof entry[key] === 'string');
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

import { resolve } from 'node:path';
import picomatch from 'picomatch';
import type { FileSystem } from '../../host/file-system.ts';
import { relativePath } from '../../host/relative-path.ts';
import { defaultsOf } from '../../lint/options.ts';
import type { Rule } from '../../lint/rule.ts';
import type { Level } from '../catalogue.ts';
import type { Config } from '../config.ts';
import type { RuleEntry } from '../layer.ts';
import type { Origin, Setting } from '../origin.ts';
import { entriesFor } from '../settings.ts';
import type { Waiver } from '../waiver.ts';
import { ladderInForce } from './ladder.ts';
import { familiesInForce, type PageInForce, pageInForce } from './page.ts';
import { siteInForce } from './site.ts';
import { type NamedSetting, vocabularyInForce } from './words.ts';

/** A rule as it is set, also where it is off. */
export interface RuleInForce {
  readonly severity: Setting<Level>;
  /** All options, those with their defaults too. */
  readonly options: ReadonlyMap<string, Setting<unknown>>;
}

/** Everything that is set, each with where it comes from. */
export interface InForce {
  /** Null where the settings for no page in particular are asked for. */
  readonly page: PageInForce | null;
  /** The config files, those first over which later ones win. */
  readonly files: readonly string[];
  readonly site: ReadonlyMap<string, Setting<unknown>>;
  readonly families: readonly Setting<string>[];
  /** By id, policies among them. */
  readonly rules: ReadonlyMap<string, RuleInForce>;
  /** Grades by rung, as `individual.senior`. */
  readonly ladder: ReadonlyMap<string, Setting<unknown>>;
  readonly vocabulary: readonly NamedSetting[];
  /** Those that may speak of the page. */
  readonly waivers: readonly Waiver[];
  /** The rules of overrides, where no page is asked for; for a page, they are among its rules. */
  readonly overrides: readonly OverrideInForce[];
}

export interface OverrideInForce {
  readonly files: readonly string[];
  readonly rules: ReadonlyMap<string, RuleEntry>;
}

export interface InForceOptions {
  /** Relative to the working directory. */
  readonly page: string | null;
  /** Entries from the command line. */
  readonly last: ReadonlyMap<string, RuleEntry>;
}

const byDefault: Origin = { kind: 'default' };

/** What a config says, for one page or in general. @param rules those of the program and those that the policies are */
export function settingsInForce(
  config: Config,
  rules: readonly Rule[],
  files: FileSystem,
  { page, last }: InForceOptions,
): InForce {
  const fromBase = page === null ? null : relativePath(config.base, resolve(files.cwd, page));
  const entries = entriesFor(config, fromBase, last);
  const isMeant = ({ page: glob }: Waiver): boolean =>
    fromBase === null || glob === undefined || picomatch(glob, { dot: true })(fromBase);
  return {
    page: page === null ? null : pageInForce(page, config, files),
    files: config.sources.map(({ file }) => file),
    site: siteInForce(config, files),
    families: familiesInForce(config),
    rules: new Map(rules.map((rule) => [rule.id, ruleInForce(rule, entries.get(rule.id))])),
    ladder: ladderInForce(config, fromBase),
    vocabulary: vocabularyInForce(config),
    waivers: config.waivers.filter(isMeant),
    overrides: fromBase === null ? config.overrides : [],
  };
}

function ruleInForce(rule: Rule, entry: RuleEntry | undefined): RuleInForce {
  const options = { ...defaultsOf(rule.options), ...entry?.options };
  return {
    severity: { value: entry?.severity ?? 'off', from: entry?.from.severity ?? byDefault },
    options: new Map(
      Object.entries(options).map(([name, value]) => [name, { value, from: entry?.from[name] ?? byDefault }]),
    ),
  };
}

import { resolve } from 'node:path';
import picomatch from 'picomatch';
import { relativePath } from '../host/relative-path.ts';
import { defaultsOf } from '../lint/options.ts';
import type { Rule } from '../lint/rule.ts';
import type { LintSettings, RuleSetting } from '../lint/settings.ts';
import type { Config, Override } from './config.ts';
import { merge, type RuleEntry } from './layer.ts';

type Entries = ReadonlyMap<string, RuleEntry>;

/**
 * Makes the function that says which rules hold for a page, and how. Pages under the same overrides get the same map.
 * @param cwd the folder that the paths of pages are relative to
 * @param last entries that win over the config, from the command line
 */
export function settingsFor(
  config: Config,
  rules: readonly Rule[],
  cwd: string,
  last: Entries = new Map(),
): LintSettings['settingsFor'] {
  const overrides = matchers(config);
  const cache = new Map<string, ReadonlyMap<string, RuleSetting>>();
  return (path) => {
    const fromBase = relativePath(config.base, resolve(cwd, path));
    const holding = overrides.filter(({ matches }) => matches(fromBase));
    const key = overrides.map((override) => (holding.includes(override) ? '1' : '0')).join('');
    let settings = cache.get(key);
    if (settings === undefined) {
      const entries = stacked([config.rules, ...holding.map((override) => override.rules), last]);
      settings = withDefaults(rules, entries);
      cache.set(key, settings);
    }
    return settings;
  };
}

/**
 * The entry of each rule for one page, rules that are off included.
 * @param page relative to the folder of the config; null for pages that no override is about
 */
export function entriesFor(config: Config, page: string | null, last: Entries): Entries {
  const holding = page === null ? [] : matchers(config).filter(({ matches }) => matches(page));
  return stacked([config.rules, ...holding.map(({ rules }) => rules), last]);
}

function matchers({ overrides }: Config): (Override & { matches(path: string): boolean })[] {
  return overrides.map((override) => ({
    ...override,
    matches: picomatch([...override.files], { dot: true }),
  }));
}

function stacked(layers: readonly Entries[]): Entries {
  const entries = new Map<string, RuleEntry>();
  for (const layer of layers) for (const [id, entry] of layer) entries.set(id, merge(entries.get(id), entry));
  return entries;
}

function withDefaults(rules: readonly Rule[], entries: Entries): Map<string, RuleSetting> {
  const settings = new Map<string, RuleSetting>();
  for (const rule of rules) {
    const { severity = 'off', options = {} } = entries.get(rule.id) ?? {};
    if (severity !== 'off')
      settings.set(rule.id, { severity, options: { ...defaultsOf(rule.options), ...options } });
  }
  return settings;
}

import { resolve } from 'node:path';
import picomatch from 'picomatch';
import { relativePath } from '../host/relative-path.ts';
import { defaultsOf } from '../lint/options.ts';
import type { Rule } from '../lint/rule.ts';
import type { LintSettings, RuleSetting } from '../lint/settings.ts';
import type { Config } from './config.ts';
import { merge, type RuleEntry } from './layer.ts';

/**
 * Makes the function that says which rules hold for a page, and how. Pages under the same overrides get the same map.
 * @param cwd the folder that the paths of pages are relative to
 * @param last entries that win over the config, from the command line
 */
export function settingsFor(
  config: Config,
  rules: readonly Rule[],
  cwd: string,
  last: ReadonlyMap<string, RuleEntry> = new Map(),
): LintSettings['settingsFor'] {
  const overrides = config.overrides.map(({ files, rules: entries }) => ({
    matches: picomatch([...files], { dot: true }),
    entries,
  }));
  const cache = new Map<string, ReadonlyMap<string, RuleSetting>>();
  return (path) => {
    const fromBase = relativePath(config.base, resolve(cwd, path));
    const holding = overrides.filter(({ matches }) => matches(fromBase));
    const key = overrides.map((override) => (holding.includes(override) ? '1' : '0')).join('');
    let settings = cache.get(key);
    if (settings === undefined) {
      settings = combined(rules, [config.rules, ...holding.map(({ entries }) => entries), last]);
      cache.set(key, settings);
    }
    return settings;
  };
}

function combined(
  rules: readonly Rule[],
  layers: readonly ReadonlyMap<string, RuleEntry>[],
): Map<string, RuleSetting> {
  const settings = new Map<string, RuleSetting>();
  for (const rule of rules) {
    const entries = layers.map((layer) => layer.get(rule.id)).filter((entry) => entry !== undefined);
    const { severity = 'off', options } = entries.reduce<RuleEntry>(merge, { options: {}, from: {} });
    if (severity !== 'off')
      settings.set(rule.id, { severity, options: { ...defaultsOf(rule.options), ...options } });
  }
  return settings;
}

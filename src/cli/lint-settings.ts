import type { CheckedRule } from '../lint/finding.ts';
import type { Rule } from '../lint/rule.ts';
import type { LintSettings, RuleSetting } from '../lint/settings.ts';
import type { Config } from '../policy/config.ts';
import type { RuleEntry } from '../policy/layer.ts';
import { severityIn } from '../policy/presets.ts';
import { settingsFor } from '../policy/settings.ts';
import { compareText } from '../text/compare.ts';
import type { LintOptions } from './lint-options.ts';

type Settings = ReturnType<LintSettings['settingsFor']>;

const none: Settings = new Map();

/** The rule that `--external` is about. */
export const externalRule = 'link/external';

/**
 * The settings of the config, changed by `--rule` and `--only`.
 * @param isAsked whether a page is to be linted; no rule runs on the others
 */
export function settingsOf(
  config: Config,
  rules: readonly Rule[],
  { rules: set, only, external }: LintOptions,
  cwd: string,
  isAsked: (path: string) => boolean,
): LintSettings['settingsFor'] {
  const last = entriesOf({ rules: set });
  const base = new Map(config.rules);
  // Whoever names a rule wants to see it, also where it is off.
  for (const id of [...(only?.named ?? []), ...(external ? [externalRule] : [])]) {
    const entry = base.get(id);
    if (entry?.severity === 'off') base.set(id, { ...entry, severity: severityIn('all', id) });
  }
  const settings = settingsFor({ ...config, rules: base }, rules, cwd, last);
  const kept = new Map<Settings, Settings>();
  return (path) => {
    if (!isAsked(path)) return none;
    const all = settings(path);
    if (only === null) return all;
    const some: Settings =
      kept.get(all) ?? new Map<string, RuleSetting>([...all].filter(([id]) => only.ids.has(id)));
    kept.set(all, some);
    return some;
  };
}

/** The rules that run on one of these pages at least, sorted by id. @param isIdle whether a rule lacks what it asks for */
export function checkedRules(
  rules: readonly Rule[],
  pages: Iterable<string>,
  settings: LintSettings['settingsFor'],
  isIdle: (rule: Rule) => boolean,
): CheckedRule[] {
  const different = new Set(Array.from(pages, settings));
  const on = new Set([...different].flatMap((some) => [...some.keys()]));
  return rules
    .filter((rule) => on.has(rule.id) && !isIdle(rule))
    .map(({ id, summary, details, url }) => ({ id, summary, details, ...(url !== undefined && { url }) }))
    .sort((a, b) => compareText(a.id, b.id));
}

/** What `--rule` says. */
export function entriesOf({ rules }: Pick<LintOptions, 'rules'>): ReadonlyMap<string, RuleEntry> {
  return new Map(
    Array.from(rules, ([id, severity]) => [
      id,
      { severity, options: {}, from: { severity: { kind: 'command-line', option: '--rule' } } },
    ]),
  );
}

/** Whether the options of one run may leave out findings of a rule that the config asks for. */
export function isLeftOut({ preset, rules, only }: LintOptions): (rule: string) => boolean {
  return (rule) => preset !== null || rules.get(rule) === 'off' || (only !== null && !only.ids.has(rule));
}

import type { Rule } from '../lint/rule.ts';
import { asksHistory, asksOutside } from '../lint/rule-names.ts';
import type { LintSettings } from '../lint/settings.ts';

/** What a run has looked at, so that it can be said what is no longer there. */
export interface Coverage {
  /** True where all pages were linted that the config means. */
  readonly isWhole: boolean;
  /** Paths of the pages that were linted. */
  readonly pages: ReadonlySet<string>;
  /** Rules of which this run does not tell all findings: not asked for, or what they compare with is missing. */
  readonly unjudged: ReadonlySet<string>;
}

export interface Run extends Pick<LintSettings, 'rules' | 'isPartial'> {
  readonly pages: ReadonlySet<string>;
  /** True where pages were named, so that others may be missing. */
  readonly isNamed: boolean;
  /** True for a rule that this one run leaves out, whatever the config says. */
  isLeftOut(rule: string): boolean;
  readonly asksOutside: boolean;
}

export function coverageOf(run: Run): Coverage {
  const unjudged = run.rules.filter(
    (rule) =>
      run.isLeftOut(rule.id) ||
      asksHistory(rule) ||
      (asksOutside(rule) && !run.asksOutside) ||
      (run.isPartial === true && rule.scope === 'corpus'),
  );
  return {
    isWhole: !run.isNamed && run.isPartial !== true,
    pages: run.pages,
    unjudged: new Set(unjudged.map((rule: Rule) => rule.id)),
  };
}

/** The same, where a part of the work could not be done: then nothing can be said of what was not found. */
export const nothingCovered: Coverage = { isWhole: false, pages: new Set(), unjudged: new Set() };

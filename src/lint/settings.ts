import type { Severity } from './finding.ts';
import type { Rule } from './rule.ts';

/** How a rule is to be run on a page. */
export interface RuleSetting {
  readonly severity: Severity;
  /** Complete with defaults, and already validated. */
  readonly options: Readonly<Record<string, unknown>>;
}

/** By which rules pages are linted. */
export interface LintSettings {
  /** All rules there are; which of them run is said by `settingsFor`. */
  readonly rules: readonly Rule[];
  /** Settings by rule id; a rule that is off is absent. Pages under the same settings should get the same objects. */
  settingsFor(path: string): ReadonlyMap<string, RuleSetting>;
  /**
   * True where pages may be missing that rules over all pages compare with. Then what such rules would find is not known, and
   * no comment that silences one of them is called unused.
   */
  readonly isPartial?: boolean;
}

import { didYouMean } from '../text/did-you-mean.ts';
import type { Rule } from './rule.ts';
import { familyOf, names } from './suppressions.ts';

/**
 * True for rules that judge the suppression comments themselves. A comment that speaks of all rules does not silence them,
 * or every such comment would hide its own faults; one that names them does.
 */
function judgesSuppressions(rule: Rule): boolean {
  return rule.scope === 'document' && (rule.needs.includes('suppressions') || needsUse(rule));
}

/** True for rules that must wait until the findings of all others are judged. */
export function needsUse(rule: Rule): boolean {
  return rule.scope === 'document' && rule.needs.includes('suppressionUse');
}

/** True for rules that do not run where no outside address was asked. */
export function asksOutside(rule: Rule): boolean {
  return rule.scope === 'corpus' && rule.asksOutside === true;
}

/** True for rules that do not run where no change is looked at. */
export function asksHistory(rule: Rule): boolean {
  return rule.scope === 'corpus' && rule.asksHistory === true;
}

/** Which rules the names in suppression comments mean; answers are kept, because pages repeat the same few names. */
export class RuleNames {
  readonly #rules: readonly Rule[];
  readonly #covered = new Map<string | null, ReadonlySet<string>>();
  readonly #nearest = new Map<string, readonly string[]>();

  /** @param rules all rules there are, also those that are off */
  constructor(rules: readonly Rule[]) {
    this.#rules = rules;
  }

  /** Ids of the rules that a name means; null means all but those that judge comments. Empty for an unknown name. */
  covered(name: string | null): ReadonlySet<string> {
    let ids = this.#covered.get(name);
    if (!ids) {
      const meant = this.#rules.filter((rule) =>
        name === null ? !judgesSuppressions(rule) : names(name, rule.id),
      );
      ids = new Set(meant.map((rule) => rule.id));
      this.#covered.set(name, ids);
    }
    return ids;
  }

  /** Rules and families that a mistyped name may stand for. */
  nearest(name: string): readonly string[] {
    let found = this.#nearest.get(name);
    if (!found) {
      const ids = this.#rules.map((rule) => rule.id);
      found = didYouMean(name, name.includes('/') ? ids : [...ids, ...ids.map(familyOf)]);
      this.#nearest.set(name, found);
    }
    return found;
  }
}

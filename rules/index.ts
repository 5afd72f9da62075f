import type { Rule } from '../src/lint/rule.ts';
import { compareText } from '../src/text/compare.ts';
// A rule is registered by its line in all.ts.
import * as all from './all.ts';

/** All rules, sorted by id. */
export const rules: readonly Rule[] = Object.values<Rule>(all).sort((a, b) => compareText(a.id, b.id));

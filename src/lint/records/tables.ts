import type { Rule } from '../rule.ts';
import { needsUse } from '../rule-names.ts';
import type { RuleSetting } from '../settings.ts';
import type { Table } from './page-record.ts';

/** What judging, the site and waivers read, whatever rules run. */
const always: readonly Table[] = ['family', 'links', 'suppressions', 'unread'];

const isTable = (name: string): name is Table => !['path', 'text', 'suppressionUse'].includes(name);

/** The tables that are read once all pages are known: those of the rules over all pages, and of rules that wait for the findings of others. */
export function tablesKept(
  rules: readonly Rule[],
  settings: Iterable<ReadonlyMap<string, RuleSetting>>,
): readonly Table[] {
  const on = new Set([...new Set(settings)].flatMap((one) => [...one.keys()]));
  const later = rules.filter((rule) => on.has(rule.id) && (rule.scope === 'corpus' || needsUse(rule)));
  const needs = later.flatMap(({ needs }): readonly string[] => needs);
  return [...new Set([...always, ...needs.filter(isTable)])].sort();
}

import type { Timing } from '../lint/finding.ts';
import { type Phase, phases } from '../lint/stopwatch.ts';
import { count } from './count.ts';

/** Rules beyond these are told in one line. */
const mostRules = 20;

/** What each phase is, where its name alone does not say it. */
const meanings: Readonly<Record<Phase, string>> = {
  config: 'reading config, policies and options',
  discovery: 'finding pages',
  reading: 'reading files',
  records: 'cache, and passing pages between threads',
  parsing: 'parsing markdown',
  facts: 'levels, grades, reporting lines, suppressions',
  'document rules': 'rules on single pages',
  'corpus rules': 'rules over all pages',
  site: 'finding out where links lead',
  'outside links': 'asking other hosts',
  judging: 'suppressions, waivers, baseline, order',
  fixing: 'making fixes',
  report: 'writing the report',
};

/** Where the time of a run went, as a table of text. */
export function timingTable(timing: Timing): string {
  const spent = new Map(timing.phases);
  const total = timing.phases.reduce((sum, [, ms]) => sum + ms, 0);
  const phaseRows = phases.flatMap((phase): Row[] => {
    const ms = spent.get(phase);
    return ms === undefined ? [] : [[phase, ms, meanings[phase]]];
  });
  const rules = slowestFirst(timing);
  const rest = rules.slice(mostRules);
  const restMs = rest.reduce((sum, [, ms]) => sum + ms, 0);
  const ruleRows: Row[] = [
    ...rules.slice(0, mostRules),
    ...(rest.length > 0 ? [[`${count(rest.length, 'other rule')}`, restMs] as const] : []),
  ];
  const rows = [...phaseRows, ...ruleRows];
  const width = Math.max(...rows.map(([name]) => name.length), 'Phase'.length);
  const line = ([name, ms, meaning = '']: Row): string =>
    `${name.padEnd(width)}${ms.toFixed(1).padStart(12)}${shareOf(ms, total).padStart(9)}  ${meaning}`.trimEnd();
  const head = (name: string): string => `${name.padEnd(width)}${'ms'.padStart(12)}${'share'.padStart(9)}`;
  const threads = timing.threads > 1 ? `, in ${timing.threads} threads, whose times are added up` : '';
  return `${[
    `Time: ${(timing.elapsed / 1000).toFixed(2)} s from start to end${threads}.`,
    '',
    head('Phase'),
    ...phaseRows.map(line),
    ...(ruleRows.length > 0 ? ['', head('Rule'), ...ruleRows.map(line)] : []),
  ].join('\n')}\n`;
}

/** The same as plain data for the JSON report: times in ms, rounded to a thousandth. */
export function timingData(timing: Timing) {
  const spent = new Map(timing.phases);
  return {
    elapsedMs: rounded(timing.elapsed),
    threads: timing.threads,
    phases: phases.flatMap((phase) => {
      const ms = spent.get(phase);
      return ms === undefined ? [] : [{ phase, ms: rounded(ms) }];
    }),
    rules: slowestFirst(timing).map(([rule, ms]) => ({ rule, ms: rounded(ms) })),
  };
}

type Row = readonly [name: string, ms: number, meaning?: string];

function slowestFirst({ rules }: Timing): Timing['rules'] {
  return [...rules].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
}

const rounded = (ms: number): number => Math.round(ms * 1000) / 1000;

const shareOf = (ms: number, total: number): string =>
  `${(total === 0 ? 0 : (ms / total) * 100).toFixed(1)} %`;

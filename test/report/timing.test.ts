import { describe, expect, it } from 'vitest';
import type { Timing } from '../../src/lint/finding.ts';
import { timingData, timingTable } from '../../src/report/timing.ts';

const timing: Timing = {
  elapsed: 1234,
  threads: 2,
  phases: [
    ['parsing', 1500],
    ['config', 100.04],
    ['document rules', 400],
  ],
  rules: [
    ['grade/order', 150],
    ['duplicate/phrase', 250],
  ],
};

describe('where the time went', () => {
  it('is a table in the order of a run, and of the slowest rules', () => {
    expect(timingTable(timing)).toBe(
      `Time: 1.23 s from start to end, in 2 threads, whose times are added up.

Phase                     ms    share
config                 100.0    5.0 %  reading config, policies and options
parsing               1500.0   75.0 %  parsing markdown
document rules         400.0   20.0 %  rules on single pages

Rule                      ms    share
duplicate/phrase       250.0   12.5 %
grade/order            150.0    7.5 %
`,
    );
  });

  it('adds up rules beyond the twentieth, and leaves the table of rules out where none ran', () => {
    const rules = Array.from({ length: 22 }, (_, n) => [`toy/rule-${n}`, 100 - n] as const);
    const lines = timingTable({ ...timing, rules }).split('\n');
    expect(lines.slice(-4)).toEqual([
      'toy/rule-18           82.0    4.1 %',
      'toy/rule-19           81.0    4.0 %',
      '2 other rules        159.0    7.9 %',
      '',
    ]);
    expect(timingTable({ ...timing, rules: [] })).not.toContain('Rule');
  });

  it('is data with all rules', () => {
    expect(timingData(timing)).toEqual({
      elapsedMs: 1234,
      threads: 2,
      phases: [
        { phase: 'config', ms: 100.04 },
        { phase: 'parsing', ms: 1500 },
        { phase: 'document rules', ms: 400 },
      ],
      rules: [
        { rule: 'duplicate/phrase', ms: 250 },
        { rule: 'grade/order', ms: 150 },
      ],
    });
  });
});

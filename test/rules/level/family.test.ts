import { describe, expect, it } from 'vitest';
import { rules } from '../../../rules/index.ts';
import { fixAll } from '../../../src/lint/fix.ts';
import { defaultsOf } from '../../../src/lint/options.ts';
import { lint } from '../../../src/lint/run.ts';
import type { RuleSetting } from '../../../src/lint/settings.ts';
import { LineIndex } from '../../../src/text/line-index.ts';
import { processorTime } from '../../support/processor-time.ts';

const path = 'families/harbour-crane-operator.md';

/** A family whose upper levels lost a word of the role, and were copied from each other. */
const text = `---
title: Harbour Crane Operator
---

## Levels

### Harbour Crane Operator (Intermediate)

#### Harbour Crane Operator (Intermediate) Job Grade

The Harbour Crane Operator (Intermediate) is a grade 6.

### Senior Crane Operator

#### Senior Crane Job Grade

The Senior Crane Operator is a grade 7.

#### Senior Crane Operator Responsibilities

The Senior Crane Operator role extends the Harbour Crane Operator (Intermediate) role.

### Staff Crane Operator

#### Staff Crane Job Grade

The Staff Crane Operator is a grade 8.

#### Staff Crane Responsibilities

The Senior Crane Operator role extends the Senior Crane Operator role.
`;

const level = rules.filter(({ id }) => id.startsWith('level/'));
const settings = new Map<string, RuleSetting>(
  level.map(({ id, options }) => [id, { severity: 'warning', options: defaultsOf(options) }]),
);
const input = { pages: [{ path, text }], rules: level, settingsFor: () => settings };

describe('the rules on levels, together', () => {
  it('tell each slip of a family once, by the rule that fits it best', () => {
    const lines = new LineIndex(text);
    const told = lint(input).findings.map(({ rule, span }) => `${rule} ${lines.position(span.start).line}`);
    expect(told).toEqual([
      'level/title 13',
      'level/label 15',
      'level/title 23',
      'level/label 25',
      'level/label 29',
      'level/extends 31',
    ]);
  });

  it('leave nothing that can be fixed, and label sections by the title as it stands', () => {
    const { changed, result, settled } = fixAll(input);
    expect(settled).toBe(true);
    expect(result.findings.filter(({ fix }) => fix !== undefined)).toEqual([]);
    expect(changed.get(path)).toContain('#### Staff Crane Operator Responsibilities');
    expect(result.findings.map(({ rule }) => rule)).toEqual(['level/title', 'level/title', 'level/extends']);
  });

  it('stay quick on a page of two thousand levels at wrong depths', () => {
    const one = (index: number) =>
      `### Pilot ${index}\n\n### Job Grade\n\nThe Pilot is a grade 7.\n\n## Hiring Process\n\n- A talk.\n\n`;
    const long = `## Levels\n\n${Array.from({ length: 2000 }, (_, index) => one(index)).join('')}`;
    const before = processorTime();
    const { failures } = lint({ ...input, pages: [{ path, text: long }] });
    expect(failures).toEqual([]);
    // Comparing every heading with every other takes minutes here.
    expect(processorTime() - before).toBeLessThan(60_000);
  }, 120_000);
});

import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { graphFormats } from '../../src/report/graph/formats.ts';
import type { GraphView, LevelView } from '../../src/report/graph/view.ts';

const nasty = 'A"; b -> c; <b>&amp;</b> `x` {y} [z] | \\N \\" # %% \u202e end';

const level = (id: string, title: string): LevelView => ({
  id,
  file: 'a.md',
  line: 1,
  title,
  kind: 'level',
  track: 'individual',
  grade: 6,
});
const view: GraphView = {
  families: [
    {
      title: nasty,
      file: 'a.md',
      levels: [level('a.md#0', nasty), level('a.md#1', 'Manager\nof two lines')],
    },
  ],
  reportsTo: [
    {
      file: 'a.md',
      line: 3,
      column: 1,
      from: ['a.md#0'],
      manager: 'x',
      to: 'a.md#1',
      by: 'name',
      candidates: [],
    },
    {
      file: 'a.md',
      line: 4,
      column: 1,
      from: ['a.md#1'],
      manager: nasty,
      to: null,
      by: null,
      candidates: [],
    },
    {
      file: 'a.md',
      line: 5,
      column: 1,
      from: ['a.md#0'],
      manager: nasty,
      to: null,
      by: null,
      candidates: [],
    },
  ],
};
const printed = (format: string): string => graphFormats[format]?.(view) ?? '';

describe('pictures', () => {
  it('hold labels that cannot end early, whatever a page says', () => {
    const dot = printed('dot');
    // Every quotation mark of a label is escaped, so the rest of the line is attributes only.
    for (const line of dot.split('\n').filter((line) => line.includes('label=')))
      expect(line).toMatch(/label="(?:[^"\\]|\\.)*"(?:, \w+="[^"]*")*(?:\];|;)$/);
    const mermaid = printed('mermaid');
    for (const line of mermaid.split('\n').filter((line) => line.includes('["')))
      expect(line).toMatch(/^ +(?:subgraph )?\w+\["[^"[\]{}<>|;`\\&%]*(?:#\d+;[^"[\]{}<>|;`\\&%]*)*"\]$/);
  });

  it('show one unknown manager of a name once, dashed', () => {
    expect(printed('dot').match(/dashed/g)).toHaveLength(1);
    expect(printed('dot').match(/ -> /g)?.length).toBeGreaterThanOrEqual(3);
    expect(printed('mermaid')).toMatch(/class u0 unknown/);
  });

  it('give the grade with the title', () => {
    expect(printed('dot')).toContain('Manager of two lines (6)');
    expect(printed('mermaid')).toContain('Manager of two lines (6)');
  });

  const graphviz = spawnSync('dot', ['-V']).status === 0;
  it.skipIf(!graphviz)('are read by Graphviz', () => {
    const run = spawnSync('dot', ['-Tjson'], { input: printed('dot'), encoding: 'utf8' });
    expect(run.stderr).toBe('');
    const drawn = JSON.parse(run.stdout) as { objects: { name: string }[]; edges: unknown[] };
    expect(drawn.objects.map(({ name }) => name).sort()).toEqual(['cluster_f0', 'n0', 'n1', 'u0']);
    expect(drawn.edges).toHaveLength(3);
  });
});

it('the JSON holds what the view holds', () => {
  expect(JSON.parse(printed('json'))).toEqual({ schemaVersion: 1, ...view });
});

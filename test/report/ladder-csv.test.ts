import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { LadderTable } from '../../src/policy/ladder/ladder-table.ts';
import { ladderCsv } from '../../src/report/ladder/csv.ts';

const tableOf = (name: string): LadderTable => ({
  columns: ['individual/senior'],
  house: new Map(),
  families: [
    {
      path: 'families/pilot.md',
      name,
      cells: new Map([['individual/senior', [{ level: 'Senior Pilot', grades: ['7', '8'], expected: '7' }]]]),
    },
  ],
});

/** Fields of the text as RFC 4180 has them; written after its grammar, not after the program. */
function fieldsOf(text: string): string[][] {
  const rows: string[][] = [[]];
  for (let at = 0; at < text.length; ) {
    const found = /^(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/.exec(text.slice(at));
    if (found === null) throw new Error(`No field at ${at}.`);
    rows.at(-1)?.push(found[1]?.replaceAll('""', '"') ?? found[2] ?? '');
    if (found[3] === '\r\n') rows.push([]);
    at += found[0].length;
  }
  return rows.slice(0, -1);
}

it('is a table whose fields come back as they were, and none is a formula', () => {
  fc.assert(
    fc.property(fc.string(), (name) => {
      const [, [path, family, senior] = []] = fieldsOf(ladderCsv(tableOf(name)));
      expect([path, senior]).toEqual(['families/pilot.md', '7/8!']);
      expect([name, `'${name}`]).toContain(family);
      expect(family).not.toMatch(/^[=+\-@\t\r]/u);
    }),
  );
  expect(ladderCsv(tableOf('=1+1'))).toContain("'=1+1");
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDocument } from '../../src/markdown/read.ts';
import type { Level } from '../../src/model/facts.ts';
import { familyFacts } from '../../src/model/family.ts';
import { standingsOf } from '../../src/model/ladder/compare.ts';
import { housesOf, type LadderOptions } from '../../src/model/ladder/house.ts';
import { inferLadder } from '../../src/model/ladder/infer.ts';
import { type LadderLevel, type LadderRow, ladderRows } from '../../src/model/ladder/rows.ts';
import { allRungs, partsOf, type Rung, readingsOf } from '../../src/model/ladder/rungs.ts';
import { parseRoleName } from '../../src/model/role-name.ts';
import { compareSeniority, defaultVocabulary } from '../../src/model/vocabulary.ts';

const nowhere = { page: '', start: 0, end: 0 };

/** A family with levels by their titles and grades; without a grade where that is null. */
function row(path: string, levels: Readonly<Record<string, number | null>>, name = 'Potter'): LadderRow {
  return {
    path,
    name,
    levels: Object.entries(levels).map(([title, value], index): LadderLevel => {
      const level: Level = {
        index,
        title,
        titleSpan: nowhere,
        name: parseRoleName(title, defaultVocabulary),
        section: index + 1,
        extent: nowhere,
        kind: 'level',
        evidence: ['name'],
      };
      return {
        path,
        level,
        stated: value === null ? null : { span: nowhere, value },
        readings: readingsOf(level, false),
      };
    }),
  };
}

const rowsOf = (levels: Readonly<Record<string, number | null>>, count: number, name = 'potter') =>
  Array.from({ length: count }, (_, index) => row(`${name}-${index}.md`, levels));

const ladderOf = (rows: readonly LadderRow[]) =>
  Object.fromEntries(
    Array.from(inferLadder(rows), ([rung, { low, high, families, agreeing }]) => [
      rung,
      `${low === high ? low : `${low}-${high}`} by ${agreeing} of ${families}`,
    ]),
  );

const options = (ladder: Record<string, string[]> = {}, infer = true) => ({ ladder, infer, named: {} });

/** How each level stands that states a grade, by its title. */
function standings(rows: readonly LadderRow[], given: LadderOptions = options()) {
  const houseOf = housesOf(given, rows);
  return Object.fromEntries(
    rows.flatMap((row) =>
      standingsOf(row, houseOf(row)).map(({ level, standing }) => [level.level.title, standing.kind]),
    ),
  );
}

describe('inferLadder', () => {
  it('says nothing with fewer than five families', () => {
    expect(ladderOf(rowsOf({ 'Senior Potter': 7 }, 4))).toEqual({});
    expect(ladderOf(rowsOf({ 'Senior Potter': 7 }, 5))).toEqual({ 'individual/senior': '7 by 5 of 5' });
  });

  it('asks nine in ten families to agree', () => {
    const others = rowsOf({ 'Senior Baker': 9 }, 1, 'baker');
    expect(ladderOf([...rowsOf({ 'Senior Potter': 7 }, 8), ...others])).toEqual({});
    expect(ladderOf([...rowsOf({ 'Senior Potter': 7 }, 9), ...others])).toEqual({
      'individual/senior': '7 by 9 of 10',
    });
  });

  it('takes two neighbouring grades where no single one has so many families', () => {
    const found = [...rowsOf({ 'Staff Potter': 8 }, 6), ...rowsOf({ 'Staff Baker': 9 }, 5, 'baker')];
    expect(ladderOf(found)).toEqual({ 'individual/staff': '8-9 by 11 of 11' });
    expect(ladderOf([...found, ...rowsOf({ 'Staff Carter': 6 }, 2, 'carter')])).toEqual({});
  });

  it('counts families, not levels', () => {
    const many = { 'Director, Pots': 10, 'Director, Pans': 10, 'Director, Jugs': 10, 'Director, Cups': 10 };
    expect(ladderOf([...rowsOf(many, 3), row('last.md', { 'Director, Bread': 10 })])).toEqual({});
  });

  it('counts a family with two grades for a rung for neither of them', () => {
    const torn = row('torn.md', { 'Director, Pots': 10, 'Director, Pans': 11 });
    expect(ladderOf([...rowsOf({ 'Director, Bread': 10 }, 9), torn])).toEqual({
      'management/director': '10 by 9 of 10',
    });
  });

  it.each([
    ['Potter', 'says no rung'],
    ['Senior Principal Potter', 'stands between two rungs'],
    ['Associate Director, Pots', 'stands between two rungs'],
    ['Group Manager, Pots', 'stands between two rungs'],
    ['Senior Pot Manager', 'may manage pots or people'],
    ['Principal Accounting Officer', 'is an officer'],
  ])('leaves out a name that leaves the rung open: %s', (title) => {
    expect(ladderOf(rowsOf({ [title]: 8 }, 6))).toEqual({});
  });

  it('drops the rung that rests on fewer families where grades fall on the way up', () => {
    const found = [...rowsOf({ 'Senior Potter': 8 }, 7), ...rowsOf({ 'Staff Baker': 7 }, 6, 'baker')];
    expect(ladderOf(found)).toEqual({ 'individual/senior': '8 by 7 of 7' });
    const fixed = new Map<Rung, { low: number; high: number }>([['individual/staff', { low: 7, high: 7 }]]);
    expect([...inferLadder(found, fixed)]).toEqual([]);
  });

  it('takes no order for granted where houses differ: a lead beside a staff level', () => {
    const found = rowsOf({ 'Lead Potter': 9, 'Staff Potter': 8 }, 5);
    expect(Object.keys(ladderOf(found))).toEqual(['individual/lead', 'individual/staff']);
  });
});

const titles = ['Junior Potter', 'Senior Potter', 'Staff Potter', 'Manager, Pots', 'Director, Pots'];
const corpora = fc
  .array(fc.record(Object.fromEntries(titles.map((title) => [title, fc.integer({ min: 5, max: 8 })]))), {
    minLength: 1,
    maxLength: 14,
  })
  .map((families) => families.map((levels, index) => row(`family-${index}.md`, levels)));

describe('a ladder that is derived', () => {
  it('does not depend on the order of pages', () => {
    fc.assert(
      fc.property(
        corpora.chain((found) =>
          fc.tuple(fc.constant(found), fc.shuffledSubarray(found, { minLength: found.length })),
        ),
        ([found, shuffled]) => {
          expect(ladderOf(shuffled)).toEqual(ladderOf(found));
        },
      ),
    );
  });

  it('keeps its single grades when families are added that agree with it', () => {
    // Families that mostly agree, so that there is a ladder to keep.
    const usual = { 'Junior Potter': 5, 'Senior Potter': 7, 'Staff Potter': 8, 'Manager, Pots': 8 };
    fc.assert(
      fc.property(
        fc.integer({ min: 5, max: 20 }),
        corpora,
        fc.integer({ min: 1, max: 9 }),
        (count, others, more) => {
          const found = [...rowsOf(usual, count, 'usual'), ...others];
          const before = inferLadder(found);
          const agreeing = Object.fromEntries(
            Array.from(before, ([rung, { low }]) => [titleOf(rung), low] as const),
          );
          const after = inferLadder([...found, ...rowsOf(agreeing, more, 'agreeing')]);
          for (const [rung, { low, high }] of before) {
            if (low === high) expect(after.get(rung)).toMatchObject({ low, high });
            else expect(after.has(rung)).toBe(true);
          }
        },
      ),
    );
  });

  it('rises on each track, and accuses nobody who has fewer than nine families against it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 15 }), corpora, (count, others) => {
        const rows = [...rowsOf({ 'Senior Potter': 7, 'Staff Potter': 8 }, count, 'usual'), ...others];
        const ladder = [...inferLadder(rows)];
        for (const [a, one] of ladder) {
          for (const [b, other] of ladder) {
            const [[trackA, juniorRung], [trackB, seniorRung]] = [partsOf(a), partsOf(b)];
            if (trackA === trackB && compareSeniority(juniorRung, seniorRung) < 0) {
              expect(other.low).toBeGreaterThanOrEqual(one.low);
              expect(other.high).toBeGreaterThanOrEqual(one.high);
            }
          }
        }
        const houseOf = housesOf(options(), rows);
        for (const row of rows) {
          for (const { standing } of standingsOf(row, houseOf(row))) {
            if (standing.kind === 'stands-out') expect(standing.expected.agreeing).toBeGreaterThanOrEqual(9);
          }
        }
      }),
    );
  });
});

function titleOf(rung: Rung): string {
  const [track, seniority] = partsOf(rung);
  const word = seniority.charAt(0).toUpperCase() + seniority.slice(1);
  return track === 'management' ? `${word}, Agreeing` : `${word} Agreeing Potter`;
}

describe('standingsOf', () => {
  const usual = rowsOf(
    { 'Associate Potter': 5, 'Intermediate Potter': 6, 'Senior Potter': 7, 'Manager, Pots': 8 },
    12,
  );

  it('tells the level that stands out from those that fit', () => {
    const odd = row('odd.md', { 'Associate Baker': 5, 'Senior Baker': 8, 'Manager, Bread': 8 });
    expect(standings([...usual, odd])).toMatchObject({
      'Associate Baker': 'fits',
      'Senior Baker': 'stands-out',
      'Manager, Bread': 'fits',
    });
  });

  it('lets a family be that keeps the same distance from the ladder throughout', () => {
    const low = row('low.md', { Baker: 5, 'Senior Baker': 6, 'Manager, Bread': 8 });
    expect(standings([...usual, low])).toMatchObject({ 'Senior Baker': 'apart', 'Manager, Bread': 'fits' });
    const torn = row('torn.md', { Carter: 6, 'Senior Carter': 6 });
    expect(standings([...usual, torn])).toMatchObject({ 'Senior Carter': 'stands-out' });
  });

  it('holds the written ladder against all, and the derived one only where nothing is written', () => {
    const odd = row('odd.md', { Baker: 5, 'Senior Baker': 6, 'Manager, Bread': 9 });
    const given = options({ 'individual/senior': ['7'] });
    expect(standings([...usual, odd], given)).toMatchObject({
      Baker: 'unknown',
      'Senior Baker': 'differs',
      'Manager, Bread': 'stands-out',
    });
    const own = {
      ...given,
      named: { 'bakery/individual/senior': ['6'], 'bakery/management/manager': ['9'] },
    };
    const named = row('odd.md', { 'Senior Baker': 6, 'Manager, Bread': 9 }, 'Bakery');
    expect(standings([...usual, named], own)).toMatchObject({
      'Senior Baker': 'fits',
      'Manager, Bread': 'fits',
    });
  });

  it('says nothing of what states no grade, or of a rung that nobody knows', () => {
    const odd = row('odd.md', { 'Senior Baker': null, 'Staff Baker': 3, 'VP, Bread': 2 });
    expect(Object.values(standings([odd], options({}, true)))).toEqual(['unknown', 'unknown', 'unknown']);
  });
});

describe('ladderRows', () => {
  const facts = (path: string, text: string) => ({ path, family: familyFacts(readDocument(path, text)) });
  const pages = [
    facts('b/potter.md', '---\ntitle: Potter\n---\n\n### Senior Potter\n\nThe Senior Potter is a grade 7.\n'),
    facts(
      'a/_index.md',
      '# Notes\n\n### Baker\n\nThe Baker is a grade 5.\n\n## Specialties\n\n### Oven\n\nThe oven.\n',
    ),
    facts('c/notes.md', '# Notes\n\nNobody works here.\n'),
  ];

  it('has a row for each family, by path, with the levels that state a grade and those that do not', () => {
    const rows = ladderRows(pages);
    expect(rows.map(({ path }) => path)).toEqual(['a/_index.md', 'b/potter.md']);
    expect(rows.map(({ name }) => name)).toEqual(['a', 'Potter']);
    expect(rows[1]?.levels.map(({ stated }) => stated?.value)).toEqual([7]);
    expect(ladderRows([...pages].reverse())).toEqual(rows);
  });
});

it('every rung has a name of its own, individual contributors first', () => {
  expect(new Set(allRungs).size).toBe(allRungs.length);
  expect(allRungs[0]).toBe('individual/intern');
});

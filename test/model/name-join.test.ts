import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareRoles } from '../../src/model/compare-roles.ts';
import type { RoleName } from '../../src/model/facts.ts';
import { NameJoin } from '../../src/model/name-join.ts';
import { parseRoleName } from '../../src/model/role-name.ts';
import { defaultVocabulary } from '../../src/model/vocabulary.ts';

const name = (text: string): RoleName => parseRoleName(text, defaultVocabulary);

const rung = fc.constantFrom(
  '',
  'Junior',
  'Senior',
  'Staff',
  'Manager,',
  'Senior Manager,',
  'Director,',
  'VP',
);
const word = fc.oneof(
  fc.constantFrom(
    'Harbour',
    'Harbor',
    'Harbuor',
    'Pilot',
    'Engineer',
    'Enginer',
    'Engineering',
    'Manager',
    'IT',
  ),
  fc.constantFrom(
    'Navigation',
    'Navigatoin',
    'Navigaton',
    'Customer',
    'Success',
    'CSM',
    'SIRT',
    'FP&A',
    'HP',
    'Lead',
  ),
  fc.constantFrom('Telecommunications', 'Telecomunications', 'Telecommunicatons', 'Interorganisational'),
  fc.stringMatching(/^[A-C][a-c]{1,18}$/),
);
const anyName = fc
  .tuple(rung, fc.array(word, { maxLength: 4 }), fc.option(word))
  .map(([first, words, specialty]) =>
    name(`${first} ${words.join(' ')}${specialty === null ? '' : ` (${specialty})`}`.trim()),
  );
const names = fc.array(anyName, { minLength: 31, maxLength: 90 });

describe('names that are joined', () => {
  it('relate just as when each is compared with each', () => {
    fc.assert(
      fc.property(names, (all) => {
        const items = all.map((one, place) => ({ name: one, place }));
        const join = new NameJoin(items, (item) => item.name);
        for (const { name: asked } of items) {
          const expected = items.filter((other) => compareRoles(asked, other.name) !== 'other-role');
          const found = join.around(asked).flatMap(({ members }) => members);
          expect(new Set(found)).toEqual(new Set(expected));
          for (const { relation, members } of join.around(asked))
            for (const other of members) expect(relation).toBe(compareRoles(asked, other.name));
          const same = items.filter((other) => compareRoles(other.name, asked) === 'same');
          expect(join.related(asked, 'same')).toEqual(same);
        }
      }),
      { numRuns: 25 },
    );
  });

  it('are not compared each with each', () => {
    expect(looksAtNames(400)).toBeLessThan(2.5 * looksAtNames(200));
  });

  it('are one where they are the same, in their order', () => {
    const items = Array.from({ length: 100 }, (_, place) => ({ place, name: name('Harbour Pilot') }));
    const join = new NameJoin(items, (item) => item.name);
    expect(join.around(name('harbour pilot'))).toHaveLength(1);
    expect(join.related(name('Harbour Pilot'), 'same')).toEqual(items);
    expect(join.has(name('Senior Harbour Pilot'), 'same', 'variant')).toBe(false);
    expect(join.has(name('Senior Harbour Pilot'), 'other-seniority')).toBe(true);
  });
});

/** How often names are looked at, where each of so many is held against all. */
function looksAtNames(count: number): number {
  let looks = 0;
  const items = Array.from({ length: count }, (_, place): RoleName => {
    const { seniority, ...rest } = name(`${letters(place)} Engineer`);
    return {
      ...rest,
      get seniority() {
        looks += 1;
        return seniority;
      },
    };
  });
  const join = new NameJoin(items, (one) => one);
  for (const one of items) join.around(one);
  return looks;
}

/** Words that differ in more than a slip of the pen. */
function letters(number: number): string {
  const digits = Array.from(String(number + 1000), (digit) => 'bcdfghjklm'.charAt(Number(digit)));
  return `${digits.map((digit) => digit + digit).join('')}`;
}

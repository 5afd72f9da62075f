import { describe, expect, it } from 'vitest';
import { parseRoleName } from '../../src/model/role-name.ts';
import { defaultVocabulary } from '../../src/model/vocabulary.ts';
import { clearlyNearest, nearestRoles, roleDistance } from '../../src/site/graph/nearest-roles.ts';
import { WordIndex } from '../../src/site/graph/word-index.ts';

const name = (text: string) => parseRoleName(text, defaultVocabulary);
const nearestOf = (text: string, ...others: string[]): string | undefined =>
  clearlyNearest(
    nearestRoles(
      name(text),
      others.map((other) => ({ name: name(other) })),
    ),
  )?.named.name.text;

describe('the distance of role names', () => {
  it('is nothing for another word order', () => {
    expect(roleDistance(name('Payroll Manager'), name('Manager, Payroll'))).toBe(0);
  });

  it('is least for a slip, more for a word more, most for another word', () => {
    const from = name('Manager, Global Payroll');
    const distances = ['Manger, Global Payroll', 'Manager, Global Payroll North', 'Manager, Local Payroll'];
    const measured = distances.map((other) => roleDistance(from, name(other)));
    expect(measured).toEqual([...measured].sort((a, b) => a - b));
    expect(new Set(measured).size).toBe(3);
  });

  it('is infinite for other work on the same rung, and for half of another name', () => {
    expect(roleDistance(name('Manager, Payroll'), name('Manager, Tax'))).toBe(Number.POSITIVE_INFINITY);
    expect(roleDistance(name('Director, Tax'), name('Manager, Tax'))).toBe(Number.POSITIVE_INFINITY);
  });
});

describe('did you mean', () => {
  it('knows slips of the pen', () => {
    expect(nearestOf('Manger, Payroll', 'Manager, Payroll', 'Manager, Paint')).toBe('Manager, Payroll');
    expect(nearestOf('Harbour Safety Offer', 'Harbour Safety Officer')).toBe('Harbour Safety Officer');
    expect(nearestOf('Director, Brand Stratgey', 'Director, Brand Strategy', 'Director, Brand')).toBe(
      'Director, Brand Strategy',
    );
  });

  it('says nothing where two are equally near, or none is', () => {
    expect(
      nearestOf('Manager, Bride Gates', 'Manager, Bridge Gates', 'Manager, Brine Gates'),
    ).toBeUndefined();
    expect(nearestOf('Manager, Product Design', 'Manager, Project Design')).toBeUndefined();
  });
});

describe('the index of words', () => {
  it('finds the very word, a slip of it, and acronyms both ways', () => {
    const index = new WordIndex();
    for (const [number, words] of [['harbour', 'pilot'], ['sea', 'rescue', 'team'], ['srt']].entries())
      index.add(number, words);
    expect(index.alike(['pilot'], 9)).toEqual([0]);
    expect(index.alike(['harbuor'], 9)).toEqual([0]);
    expect(index.alike(['srt'], 9)).toEqual([1, 2]);
    expect(index.alike(['sea', 'rescue', 'team'], 9)).toEqual([1, 2]);
    expect(index.alike(['bridge'], 9)).toEqual([]);
  });
});

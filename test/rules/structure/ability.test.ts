import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wordingOf } from '../../../rules/structure/_ability.ts';

/** What a wording promises, said by one expression, which takes long to make. */
function expressionOf(bullet: string): RegExp {
  const words = bullet.match(/[\p{L}\p{N}]+/gu) ?? [];
  const between = '(?:[^\\p{L}\\p{N}.;]+[\\p{L}\\p{N}]+){0,6}?[^\\p{L}\\p{N}.;]+';
  const whole = words.map((word) => `${word}(?![\\p{L}\\p{N}])`).join(between);
  return new RegExp(`(?<![\\p{L}\\p{N}])${whole}`, 'iu');
}

describe('a bullet said in other words', () => {
  it.each([
    ['Ability to use bread', 'The ABILITY to knead, carry and use our daily bread', true],
    ['Ability to use bread', 'Ability to one two three four five six use bread', true],
    ['Ability to use bread', 'Ability to one two three four five six seven use bread', false],
    ['Ability to use bread', 'Ability. To use bread', false],
    ['Ability to use bread', 'Ability to use breadth', false],
  ])('%s: %s', (bullet, text, says) => {
    expect(wordingOf(bullet)(text)).toBe(says);
  });

  it('is found where one expression finds it', () => {
    const word = fc.constantFrom('a', 'b', 'C', 'é1');
    const bullet = fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(' '));
    const piece = fc.constantFrom('a', 'b', 'c', 'É1', 'x', ' ', ' ', ', ', '.', '; ', '’');
    const text = fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(bullet, text, (wanted, said) => {
        expect(wordingOf(wanted)(said)).toBe(expressionOf(wanted).test(said));
      }),
      { numRuns: 300 },
    );
  });
});

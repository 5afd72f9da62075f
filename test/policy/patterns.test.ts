import { describe, expect, it } from 'vitest';
import { patternOf, patternProblem } from '../../src/policy/policies/patterns.ts';
import { processorTime } from '../support/processor-time.ts';

describe('patterns of policies', () => {
  it.each([
    '(a+)+$',
    '^(a|a)*$',
    '(a|aa)+$',
    '^(a|a?)+$',
    '(.*)*x',
    '(x+x+)+y',
    '(?:a|b|ab)*c',
    '^(\\w+\\s?)*$',
    '(\\w|\\d)+$',
    '(.|\\s)*x',
    '^(([a-z])+.)+[A-Z]$',
    '(?i)(é|[à-ý])+!',
    '(a{1,30}){1,30}x',
  ])('may not be readable in two ways: %s', (pattern) => {
    expect(patternProblem(pattern)).toContain('can take forever');
  });

  it.each([
    '^[a-z]+( [a-z]+)*$',
    '^(?:Sr\\.? )?[A-Z]\\w+(?:,? [A-Z]\\w+)*$',
    '(\\d+,)*\\d+$',
    '^\\s+|\\s+$',
    '^.*foo.*bar.*$',
    '(?i)\\b(?:OKRs?|weekly goals?)\\b',
    '\\p{Lu}\\p{Ll}+',
    '(?:ab){3}',
    '(?<year>\\d{4})',
    '',
  ])('may be anything else: %s', (pattern) => {
    expect(patternProblem(pattern)).toBe(null);
  });

  it.each(['(?!x)y', '(?<=x)y', '(a)\\1'])('may not look around or back, and say so: %s', (pattern) => {
    expect(patternProblem(pattern)).toContain('looks ahead');
  });

  it.each(['(', '[b-a]', '*'])('must be regular expressions: %s', (pattern) => {
    expect(patternProblem(pattern)).toContain('is no regular expression');
  });

  it('are found at once in texts on which other engines never end', () => {
    expect(patternOf('(a+)+$').test(`${'a'.repeat(20_000)}!`)).toBe(false);
  });

  it('are looked through in a bounded time', () => {
    const started = processorTime();
    patternProblem(
      `(?:${Array.from({ length: 90 }, (_, index) => `[a-${String.fromCharCode(98 + (index % 20))}]?`).join('')})*`,
    );
    patternProblem(
      `(?:${Array.from({ length: 250 }, (_, index) => `\\u{${(0x4e00 + index).toString(16)}}?`).join('')})*`,
    );
    expect(processorTime() - started).toBeLessThan(5000);
  });

  it('say where they are found, in units of the text', () => {
    expect(patternOf('(?i)okr').find('🙂 our OKRs')).toEqual([7, 10]);
  });
});

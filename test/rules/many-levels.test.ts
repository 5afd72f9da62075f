import { describe, expect, it } from 'vitest';
import { rules } from '../../rules/index.ts';
import { defaultsOf } from '../../src/lint/options.ts';
import { lint } from '../../src/lint/run.ts';

/** Lints a page of very many levels by one rule. */
function told(id: string, levels: (number: number) => string, many = 800) {
  const text = `---\ntitle: Harbour Pilot\n---\n\n${Array.from({ length: many }, (_, number) => levels(number)).join('')}`;
  const rule = rules.filter((one) => one.id === id);
  const settings = new Map(
    rule.map(({ options }) => [id, { severity: 'warning' as const, options: defaultsOf(options) }]),
  );
  const { findings, failures } = lint({
    pages: [{ path: 'pilot.md', text }],
    rules: rule,
    settingsFor: () => settings,
  });
  expect(failures).toEqual([]);
  return findings.map(({ message }) => message);
}

/** Different words for different numbers, which nobody takes for slips of each other. */
const word = (number: number): string =>
  `K${Array.from(String(number + 1000), (digit) => 'bcdfghjklm'.charAt(Number(digit)).repeat(3)).join('a')}`;

describe('a page of very many levels', () => {
  it('may extend them one by one, however long the chain', () => {
    const level = (number: number) =>
      `### ${word(number)} Engineer\n\nThe ${word(number)} Engineer is a grade 6.\n\n#### Requirements\n\n` +
      (number === 0
        ? '- Ability to use GitLab\n\n'
        : `- Extends the ${word(number - 1)} Engineer requirements\n\n`);
    expect(told('structure/ability', level, 1500)).toEqual([]);
  });

  it('is told of the one level that has no grade', () => {
    const level = (number: number) =>
      `### ${word(number)} Engineer\n\nThe ${word(number)} Engineer reports to the Harbour Master.\n\n` +
      (number === 700 ? '' : `The ${word(number)} Engineer is a grade 6.\n\n`);
    expect(told('grade/missing', level)).toEqual([`"${word(700)} Engineer" states no grade.`]);
  });

  it('is told of the one step that skips a grade', () => {
    const level = (number: number) => {
      const rung = number % 2 === 0 ? '' : 'Senior ';
      const name = `${rung}${word(number >> 1)} Engineer`;
      const grade = 6 + (number % 2) + (number === 501 ? 1 : 0);
      return `### ${name}\n\nThe ${name} is a grade ${grade}.\n\n`;
    };
    expect(told('grade/gap', level)).toEqual([
      `The grades go from 6 ("${word(250)} Engineer") to 8 ("Senior ${word(250)} Engineer").`,
    ]);
  });

  it('is told of the one level that extends another that is not there', () => {
    const level = (number: number) => {
      const other = number === 0 ? 0 : number - 1;
      const extended = number === 700 ? `Senior ${word(number)}` : word(other);
      const line = number === 0 ? '' : `- Extends the ${extended} Engineer responsibilities\n\n`;
      return `### ${word(number)} Engineer\n\nThe ${word(number)} Engineer is a grade 6.\n\n${line}`;
    };
    expect(told('level/extends', level)).toEqual([
      `The level "${word(700)} Engineer" extends "Senior ${word(700)} Engineer", but the family has no level of that name.`,
    ]);
  });
});

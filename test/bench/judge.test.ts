import { expect, it } from 'vitest';
import { judge } from '../../bench/replay/judge.ts';
import { hunksOf } from '../support/gitlab/diff.ts';

const path = 'tax.md';
const section = (name: string, ...lines: readonly string[]): string =>
  [`## ${name}`, '', ...lines, '', ''].join('\n');
const slip = 'Knowledge of tides is a plus.';

/** The words “a plus” wherever they stand, as a rule would find them. */
const found = (text: string) =>
  text.split('\n').flatMap((words, index) => {
    const column = words.indexOf('a plus') + 1;
    const line = index + 1;
    const place = { file: path, line, column, endLine: line, endColumn: column + 6 };
    return column === 0 ? [] : [{ rule: 'language/vacancy', message: '', fingerprint: `${line}`, ...place }];
  });

const origins = (before: string, after: string) => {
  const is = found(after);
  const change = { name: 'tax', path, before, after, labels: [] };
  return judge(change, found(before), is, hunksOf(before, after).text)(is);
};
const mate = section('Mate', 'Mates steer.', 'They count.');

it.each([
  ['stays where it was', section('Pilot', slip) + mate, section('Pilot', slip) + mate, ['stood']],
  [
    'is written anew in its section',
    section('Pilot', slip) + mate,
    section('Pilot', `Good ${slip}`) + mate,
    ['stood'],
  ],
  [
    'stands under a heading that gets another name',
    section('Pilot', slip) + mate,
    section('Sea pilot', `Good ${slip}`) + mate,
    ['stood'],
  ],
  [
    'moves to a section that stays',
    section('Pilot', 'Pilots lead.', slip) + mate,
    section('Pilot', 'Pilots lead.') + mate.replace('They', `${slip}\nThey`),
    ['stood'],
  ],
  [
    'goes with its section, and comes under another level',
    section('Pilot', slip) + mate,
    mate + section('Master', `Good ${slip}`),
    ['changed'],
  ],
  [
    'stands in two sections, of which one goes, and comes under another level',
    section('Pilot', slip) + mate + section('Cook', slip),
    mate + section('Cook', slip) + section('Master', `Good ${slip}`),
    ['stood', 'changed'],
  ],
  [
    'comes a second time',
    mate + section('Cook', slip),
    mate + section('Cook', slip) + section('Master', slip),
    ['stood', 'changed'],
  ],
])('The judge of replays, where what was wrong %s', (_, before, after, expected) => {
  expect(origins(before, after)).toEqual(expected);
});

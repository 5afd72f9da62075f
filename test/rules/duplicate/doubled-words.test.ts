import { describe, expect, it } from 'vitest';
import { rule } from '../../../rules/duplicate/phrase.ts';
import { extract } from '../../../src/lint/extract.ts';

function found(text: string): string[] {
  const facts = extract('page.md', text);
  return Array.from(rule.check(facts, {}), ({ span }) => text.slice(span.start, span.end));
}

describe('words said twice by mistake', () => {
  it.each([
    ['It depends on the the tide.', 'the the'],
    ['The boats are are ready.', 'are are'],
    ['Set it so that that you can see.', 'that that'],
    ['Defined in in the log book.', 'in in'],
    ['He waits at at the pier.', 'at at'],
    ['Ask the crew crew.', 'crew crew'],
    ['Open the harbour gate harbour gate and wait.', 'harbour gate harbour gate'],
    ['It can be can be moved, based on notes.', 'can be can be'],
    ['Moved, based on based on notes.', 'based on based on'],
    ['Take a look a look at it.', 'a look a look'],
    ['As as an example, row.', 'As as'],
    ['The the the end.', 'The the the'],
  ])('%s', (text, words) => {
    expect(found(text)).toEqual([words]);
  });
});

describe('words that may stand twice', () => {
  it.each([
    'Stay at at least one pier.',
    'They had had pilots, and that that pilot knew was much.',
    'What it is is unknown. Those who are are few.',
    'The branch that you are working on on the test bench.',
    'If you hover over it it grows, and I tell you you may.',
    'The people I talked to to prepare.',
    'Helps from time to time to row, on and on and on, over and over and over.',
    'It went well as well as fast.',
    'The manager of the manager of the crew.',
    'Open source source control; the data subject subject to law; put information information first.',
    'A very very long, much much longer day.',
    'Select **Select** tools, then select Select tools.',
    'Duran Duran in New York, New York.',
    'Adding AND and OR filters.',
    'Either a bug in the test, a bug in the code, or both.',
    'Needs 24 x 60 x 60 seconds.',
    'Terms of Use Terms of Use are the rules.',
    'Write a note A note may help.',
    'The Pilot reports the the Master.',
    'Of {{< a >}} and {{< b >}} and <!-- and --> and so on.',
    'Line one the  \nthe line two.',
  ])('%s', (text) => {
    expect(found(text)).toEqual([]);
  });
});

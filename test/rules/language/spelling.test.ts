import { describe, expect, test } from 'vitest';
import { defaultNames, knownWords } from '../../../rules/language/_known-words.ts';
import { isKnownWord, nearWords } from '../../../rules/language/_spelling.ts';
import { wordsOf } from '../../../rules/language/_tokens.ts';
import { commonWords } from '../../../src/text/common-words.ts';
import { isEnglishWord } from '../../../src/text/dictionary.ts';

describe('known words', () => {
  test.each([
    [
      'American and British spellings',
      'organize organise organisation behaviour centre programme labelled fulfilment analyse catalogue',
    ],
    ['regular new forms', 'solutioning automations nonroutine reprioritizing operationalized dogfooding'],
    ['compounds of two words', 'touchpoint timeframe helpdesk hotspots'],
    ['words of the trade', 'onboarding backend roadmaps stakeholders devops'],
  ])('%s', (_, words) => {
    expect(words.split(' ').filter((word) => !isKnownWord(word))).toEqual([]);
  });

  test('slips are not made right by endings and compounds', () => {
    const slips = 'prefered demonstates operaring responsibilites accross recieve managment continous';
    expect(slips.split(' ').filter(isKnownWord)).toEqual([]);
  });

  test('every common word is in the dictionary or in the list of known words', () => {
    expect([...commonWords].filter((word) => !isEnglishWord(word) && !knownWords.has(word))).toEqual([]);
  });

  test('no name is listed twice', () => {
    const lower = defaultNames.map((name) => name.toLowerCase());
    expect(lower.filter((name, index) => lower.indexOf(name) !== index)).toEqual([]);
  });
});

test.each([
  ['competitve', 'competitive'],
  ['iniativies', 'initiatives'],
  ['emonstrated', 'demonstrated'],
  ['firald', 'field'],
  ['accepteance', 'acceptance'],
  ['leadesrhip', 'leadership'],
])('%s most likely stands for %s', (slip, word) => {
  expect(nearWords(slip)).toContain(word);
});

test('words are taken from prose alone', () => {
  const text =
    'Go to https://a.example/pth, mail kim@a.example, run make_bread or k8s; "bake/sell" the well-known bakers’ rye.';
  expect(wordsOf(text).map(({ term }) => term.text)).toEqual(
    'Go to mail run or bake sell the well known bakers rye'.split(' '),
  );
});

test('places of words are true', () => {
  const text = '(Bake) *and* sell—the “well-known” rye';
  for (const { term, start } of wordsOf(text))
    expect(text.slice(start, start + term.text.length)).toBe(term.text);
});

import { describe, expect, test } from 'vitest';
import { yearsIn } from '../../../rules/language/_years.ts';

const found = (text: string) => yearsIn(text).map(({ start, end }) => text.slice(start, end));

describe('a specific number of years', () => {
  test.each([
    ['3+ years of experience with ovens', ['3+ years of experience']],
    ["A minimum of 2 years' experience in a shop", ["2 years' experience"]],
    ['Two plus years of kneading experience', ['Two plus years of kneading experience']],
    ['5 plus years baking experience', ['5 plus years baking experience']],
    ['Minimum one (1) year of work experience', ['one (1) year of work experience']],
    ['6-8 years of senior leadership', ['6-8 years']],
    ['4 – 7 years’ experience', ['4 – 7 years’ experience']],
    ['Over fifteen to twenty (15-20) years of experience', ['fifteen to twenty (15-20) years of experience']],
    ['15 + years of related experience', ['15 + years of related experience']],
    ['3 or more years in a bakery', ['3 or more years']],
    ['Past experience (3 to 5 years) as a baker', ['3 to 5 years']],
    ['2+ years managing a team', ['2+ years']],
    ['9 plus years experience with 4 plus years in a mill', ['9 plus years experience', '4 plus years']],
    ['10+ experience in the bread business', ['10+ experience']],
    ['Previous 2+ years of bakery experience', ['2+ years of bakery experience']],
  ])('%s', (text, words) => {
    expect(found(text)).toEqual(words);
  });
});

describe('other spans of time', () => {
  test.each([
    'The shop opened 10 years ago',
    'Plans the fiscal year and the year end',
    'Grew for four years in a row',
    'Repair the oven every 2 years',
    'Within the last 5 years, the shop has moved twice',
    'Completed 2 years of baking school',
    'A 3-year roadmap, a 3 year plan and a 3+ year strategy',
    'Several years of experience',
    'Keep 7 years of records',
    'We have 20 years of experience in bread',
    'Reduce waste by 5% each year',
  ])('%s', (text) => {
    expect(found(text)).toEqual([]);
  });
});

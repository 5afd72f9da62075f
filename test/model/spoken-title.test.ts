import { expect, it } from 'vitest';
import { spokenTitle } from '../../src/model/spoken-title.ts';

it.each([
  ['Staff Baker (only by promotion from within)', 'Staff Baker'],
  ['Baker (Intermediate)', 'Baker (Intermediate)'],
  ['Baker (Night Shift, North)', 'Baker (Night Shift, North)'],
  ['Baker (of all the breads) of the Guild', 'Baker (of all the breads) of the Guild'],
  ['Baker', 'Baker'],
])('%s is spoken of as %s', (title, spoken) => {
  expect(spokenTitle(title)).toBe(spoken);
});

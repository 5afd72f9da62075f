import { expect, it } from 'vitest';
import { retryAfter } from '../../src/host/retry-after.ts';

const now = Date.UTC(2030, 0, 1, 12, 0, 0);

it.each([
  ['seconds', '120', 120_000],
  ['no wait', '0', 0],
  ['a date', 'Tue, 01 Jan 2030 12:00:30 GMT', 30_000],
  ['a date in the older form', 'Tuesday, 01-Jan-30 12:00:30 GMT', 30_000],
  ['a date that has passed', 'Mon, 31 Dec 2029 12:00:00 GMT', 0],
  ['nothing', null, null],
  ['words', 'soon', null],
  ['a negative number', '-5', null],
  ['a fraction', '1.5', null],
  ['a date that is none', 'Xxx, 99 Yyy 2030 12:00:00 GMT', null],
])('reads %s', (_, header, expected) => {
  expect(retryAfter(header, now)).toBe(expected);
});

import { expect, it } from 'vitest';
import type { JudgedFinding } from '../../src/lint/finding.ts';
import { oldFindings } from '../../src/policy/old-findings.ts';

/** A finding on the one place where these words stand after a mark. */
function found(text: string, after: string, words: string, key: string, occurrence = 0): JudgedFinding {
  const start = text.indexOf(words, text.indexOf(after));
  return {
    rule: 'duplicate/phrase',
    message: '',
    why: '',
    how: '',
    span: { page: 'engineer.md', start, end: start + words.length },
    key,
    occurrence,
    fingerprint: '',
    severity: 'error',
    silenced: null,
  };
}

const before = '# Engineer\n\n## Duties\n\nKeep the the log.\n';

it('What stood under a heading that is reworded is old', () => {
  const now = before.replace('Duties', 'What you do');
  const fresh = found(now, 'What', 'the the', 'engineer/what-you-do');
  const former = found(before, 'Duties', 'the the', 'engineer/duties');
  expect([...oldFindings([fresh], [former], () => ({ before, now }))]).toEqual([fresh]);
});

it('Of copies, that one is old which stands in the untouched lines', () => {
  const now = before.replace('## Duties', '## Senior\n\nKeep the the log.\n\n## Duties');
  const senior = found(now, 'Senior', 'the the', 'senior/senior');
  const staff = found(now, 'Duties', 'the the', 'senior/duties');
  const former = found(before, 'Duties', 'the the', 'engineer/duties');
  const old = oldFindings([senior, staff], [former], () => ({ before, now }));
  expect([...old]).toEqual([staff]);
});

it('Of two with one key, that one is new which the change has written', () => {
  const now = before.replace('Keep', 'Hand over the the log.\n\nKeep');
  const written = found(now, 'Hand', 'the the', 'engineer/duties', 0);
  const untouched = found(now, 'Keep', 'the the', 'engineer/duties', 1);
  const former = found(before, 'Keep', 'the the', 'engineer/duties', 0);
  expect([...oldFindings([written, untouched], [former], () => ({ before, now }))]).toEqual([untouched]);
});

it('Words that stay in a line that is reworded around them are old', () => {
  const was = '# Clerk\n\n## Duties\n\nClerks keep the the log.\n\nRest.\n';
  const now = '# Clerk\n\n## Work\n\nAll clerks keep the the log.\n\nKeep the the peace.\n\nRest.\n';
  const kept = found(now, 'All', 'the the', 'clerk/work', 0);
  const written = found(now, 'Keep', 'the the', 'clerk/work', 1);
  const former = found(was, 'Duties', 'the the', 'clerk/duties');
  expect([...oldFindings([kept, written], [former], () => ({ before: was, now }))]).toEqual([kept]);
});

it('What is moved stays old, and what is wrong for another reason in an untouched line is new', () => {
  const text = '# Engineer\n\nSee [pay](#pay) and [leave](#leave).\n';
  const moved = `${text}\n# Clerk\n`;
  const pay = found(text, '', '[pay](#pay)', '#pay');
  const leave = found(moved, '', '[leave](#leave)', '#leave');
  const still = found(moved, '', '[pay](#pay)', '#pay');
  const texts = () => ({ before: text, now: moved });
  expect([...oldFindings([leave], [pay], texts)]).toEqual([]);
  expect([...oldFindings([still], [pay], () => null)]).toEqual([still]);
});

it('All is new in a page that was not there', () => {
  expect(oldFindings([found(before, '', 'the the', 'k')], [], () => null).size).toBe(0);
});

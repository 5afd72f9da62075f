import { describe, expect, it } from 'vitest';
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

describe('What is said of a heading as a whole', () => {
  const was = '# Clerk\n\n## Senior Clerk Measures\n\nOne.\n\n## Junior Clerk Measures\n\nTwo.\n';
  const said = (text: string, heading: string, how: Partial<JudgedFinding> = {}): JudgedFinding => ({
    ...found(text, '', heading, heading),
    message: `Nothing under “${heading}” has a link.`,
    ...how,
  });
  const former = said(was, 'Senior Clerk Measures');
  const oldOnes = (now: string, fresh: JudgedFinding) => [
    ...oldFindings([fresh], [former], () => ({ before: was, now })),
  ];

  it('is old where the heading is reworded and most of its words stay', () => {
    const now = was.replaceAll('Clerk', 'Baker');
    const fresh = said(now, 'Senior Baker Measures');
    expect(oldOnes(now, fresh)).toEqual([fresh]);
  });

  it.each([
    ['another heading takes its place', 'Head of Bread', {}],
    ['it is another slip', 'Senior Baker Measures', { message: 'Senior Baker Measures is empty.' }],
    ['another rule says it', 'Senior Baker Measures', { rule: 'structure/empty' }],
  ])('is new where %s', (_, heading, how) => {
    const now = was.replace('Senior Clerk Measures', heading);
    expect(oldOnes(now, said(now, heading, how))).toEqual([]);
  });

  it('is new where the heading was added, though one like it stands elsewhere', () => {
    const now = was.replace('## Junior', '## Staff Clerk Measures\n\nThree.\n\n## Junior');
    const written = said(now, 'Staff Clerk Measures');
    const kept = said(now, 'Senior Clerk Measures');
    expect([...oldFindings([kept, written], [former], () => ({ before: was, now }))]).toEqual([kept]);
  });

  it('is new where only some words of the heading are meant', () => {
    const now = was.replaceAll('Clerk', 'Baker');
    const some = { ...found(was, '', 'Senior', 'a'), message: '“Senior” is wrong.' };
    const fresh = { ...found(now, '', 'Baker', 'b'), message: '“Baker” is wrong.' };
    expect([...oldFindings([fresh], [some], () => ({ before: was, now }))]).toEqual([]);
  });
});

it('A repetition is old where all its places stood there before, and new where one was written', () => {
  const was = '# Clerk\n\n- Keeps the log\n\n# Baker\n\n- Keeps the log\n\n- Bakes\n';
  const now = was.replace('# Baker', '# Senior Clerk').replace('- Bakes', '- Keeps the log');
  const spanOf = (after: string) => found(now, after, '- Keeps the log', '').span;
  const said = (after: string, first: string): JudgedFinding => ({
    ...found(now, after, '- Keeps the log', `senior/${after}`),
    related: [{ span: spanOf(first), message: 'It stands here first.' }],
  });
  const stood = said('# Senior', '# Clerk');
  const written = {
    ...stood,
    span: { ...stood.span, start: now.lastIndexOf('- Keeps'), end: now.length - 1 },
  };
  const turned = { ...stood, related: [{ span: written.span, message: '' }] };
  const old = (rules: readonly string[]) => [
    ...oldFindings([stood, written, turned], [], () => ({ before: was, now }), new Set(rules)),
  ];
  expect(old([stood.rule])).toEqual([stood]);
  expect(old([])).toEqual([]);
});

import { expect, it } from 'vitest';
import { subjectsOf } from '../../../src/gitlab/subjects.ts';
import { Links } from '../../../src/gitlab/words/links.ts';
import type { PlacedFinding } from '../../../src/gitlab/words/summary.ts';
import { Reviewed } from '../../support/gitlab/reviewed.ts';

const page = 'content/engineer.md';
const other = 'content/clerk.md';
const fine = '# Engineer\n\nSee [pay](#pay).\n\n## Pay\n\nTen.\n';
const linking = '# Clerk\n\nClerks are paid as [engineers](engineer.md#pay-and-grades) are.\n';

it.each([
  ['a folder', 'https://docs.example.com/rules/', 'https://docs.example.com/rules/link/broken-anchor.md'],
  [
    'an address with {rule}',
    'https://docs.example.com/{rule}.html',
    'https://docs.example.com/link/broken-anchor.html',
  ],
])('rules link to their documentation, which --docs-url names as %s', async (_, docs, address) => {
  const reviewed = await Reviewed.start({ [page]: fine });
  reviewed.push({ [page]: fine.replace('(#pay)', '(#wages)') });
  await reviewed.review(['--docs-url', docs, '--max-threads', '1']);
  expect(reviewed.threads[0]?.body).toContain(`Rule: [\`link/broken-anchor\`](${address})`);
  await reviewed.review(['--docs-url', docs, '--max-threads', '0']);
  const wrong = await reviewed.review(['--docs-url', 'docs/rules']);
  expect([wrong.status, wrong.stderr]).toEqual([2, expect.stringContaining('--docs-url is no address')]);
});

it('without --docs-url rules are named alone', async () => {
  const reviewed = await Reviewed.start({ [page]: fine });
  reviewed.push({ [page]: fine.replace('(#pay)', '(#wages)') });
  await reviewed.review();
  expect(reviewed.threads[0]?.body).toContain('\nRule: `link/broken-anchor`\n');
});

it('related places link to their line at the commit', async () => {
  const site = {
    'jobfam-lint.config.yaml': 'site:\n  layout: plain\n  content: [{ folder: content, url: / }]\n',
  };
  const before = '# Engineer\n\n## Pay and grades\n\nTen.\n';
  const reviewed = await Reviewed.start({ ...site, [page]: before, [other]: linking });
  const head = reviewed.push({ [page]: before.replace('and grades', 'and grade') });
  await reviewed.review();
  expect(reviewed.threads[0]?.body).toContain(
    `See [\`${other}:3\`](https://gitlab.example/acme/people/handbook/-/blob/${head}/${other}#L3)`,
  );
});

const finding = (
  print: string,
  line: number,
  content: string,
  how: Partial<PlacedFinding['finding']> = {},
) => ({
  finding: {
    rule: `link/${print}`,
    message: `Message ${print}.`,
    why: `Why ${print}.`,
    how: `How ${print}.`,
    span: { page, start: 0, end: 1 },
    key: 'k',
    occurrence: 0,
    fingerprint: print.repeat(16),
    severity: 'warning' as const,
    silenced: null,
    ...how,
  },
  placed: {
    path: page,
    line,
    position: { kind: 'line' as const, oldPath: page, newPath: page, oldLine: null, newLine: line },
    suggestion: { line, above: 0, below: 0, content },
  },
  related: [],
});
const links = new Links('https://gitlab.example.com/acme/handbook/-/merge_requests/7', 'a'.repeat(40), null);
const subjects = (findings: readonly PlacedFinding[], setAside: readonly string[] = []) =>
  subjectsOf({
    findings,
    setAside: new Set(setAside),
    links,
    scope: 'aaaaaaaa',
    pathOf: (path) => path,
    textOf: () => fine,
  });

it('findings of one line with the same repair share a thread, and its suggestion stands there once', () => {
  const all = [
    finding('a', 3, 'x'),
    finding('b', 3, 'x', { severity: 'error' }),
    finding('c', 3, 'y'),
    finding('d', 4, 'x'),
  ];
  const [joined, ...others] = subjects(all);
  expect(joined).toMatchObject({ fingerprints: ['a'.repeat(16), 'b'.repeat(16)], severity: 'error' });
  expect(others.map(({ fingerprints }) => fingerprints[0]?.[0])).toEqual(['c', 'd']);
  const text = joined?.suggesting ?? '';
  expect(text).toContain('The same repair mends this, too:\n\n- Message b.\n');
  expect(text).toContain('Rules: `link/a`, `link/b`');
  expect(text.match(/```suggestion/gu)).toHaveLength(1);
});

it('what a person has set aside is joined with nothing', () => {
  const all = [finding('a', 3, 'x'), finding('b', 3, 'x')];
  expect(subjects(all, ['a'.repeat(16)])).toHaveLength(2);
});

const lined = Array.from({ length: 9 }, (_, index) => `- line ${index + 1} with www.example.com\n`).join('');
const onLine = (print: string, line: number, how: Partial<PlacedFinding['finding']> = {}): PlacedFinding => {
  const start = lined.split('\n', line - 1).reduce((length, text) => length + text.length + 1, 0);
  const { finding: made, placed } = finding(print, line, '', {
    rule: 'link/a',
    why: 'Why.',
    how: 'How.',
    span: { page, start, end: start + 8 },
    ...how,
  });
  return { finding: made, placed: { ...placed, suggestion: null }, related: [] };
};
const spoken = (findings: readonly PlacedFinding[], setAside: readonly string[] = []) =>
  subjectsOf({
    findings,
    setAside: new Set(setAside),
    links,
    scope: 'aaaaaaaa',
    pathOf: (path) => path,
    textOf: () => lined,
  });
const printsOf = (all: readonly PlacedFinding[], setAside: readonly string[] = []) =>
  spoken(all, setAside).map(({ fingerprints }) => fingerprints.map(([first]) => first).join(''));

it('the same slip on line after line is told in one thread, on the first line, with the others below', () => {
  const all = [
    onLine('a', 2),
    onLine('e', 2, { message: 'Message a.' }),
    onLine('b', 3),
    onLine('c', 3, { message: 'Message b.' }),
    onLine('d', 4),
    onLine('f', 5, { message: 'Message b.' }),
    onLine('9', 6, { message: 'Message a.' }),
  ];
  const [run, ...others] = spoken(all);
  expect(others).toEqual([]);
  expect(run?.fingerprints).toHaveLength(7);
  expect(run?.position).toMatchObject({ newLine: 2 });
  expect(run?.body).toMatch(
    /^Message a\.\n\nWhy\.\n\n\*\*What to do:\*\* How\.\n\nThe same goes for these:\n\n- Line \[6\]\(\S+#L6\): the same\.\n- Lines \[3\]\(\S+#L3\), \[5\]\(\S+#L5\): Message b\.\n- Line \[4\]\(\S+#L4\): Message d\.\n\nRule: `link\/a`\n/u,
  );
});

it.each([
  ['a line between', onLine('b', 4), {}],
  ['other advice', onLine('b', 3, { how: 'Another way.' }), {}],
  ['another reason', onLine('b', 3, { why: 'For another reason.' }), {}],
  ['another rule', onLine('b', 3, { rule: 'link/b' }), {}],
  ['something else to choose from', onLine('b', 3, { suggestions: [{ title: 'Or so', edits: [] }] }), {}],
  ['a thread that a person has resolved', onLine('b', 3), { setAside: ['b'.repeat(16)] }],
])('but not with %s', (_, second, { setAside = [] }: { setAside?: readonly string[] }) => {
  expect(printsOf([onLine('a', 2), second], setAside)).toEqual(['a', 'b']);
});

it('one click mends the same slip twice on a line, also where each alone would spoil the other', () => {
  const mends = (print: string, from: number, to: number, text: string): PlacedFinding => {
    const span = { page, start: from, end: to };
    const one = finding(print, 1, text, { rule: 'link/a', why: 'Why.', span, fix: [{ span, text }] });
    return {
      ...one,
      placed: {
        ...one.placed,
        suggestion: { line: 1, above: 0, below: 0, content: lined.slice(0, from) + text },
      },
    };
  };
  const [joint, ...others] = spoken([
    mends('a', 2, 6, 'LINE'),
    mends('b', 7, 8, 'ONE'),
    mends('c', 7, 8, 'EINS'),
  ]);
  expect(joint?.fingerprints).toEqual(['a'.repeat(16), 'b'.repeat(16)]);
  expect(joint?.suggesting).toContain('```suggestion:-0+0\n- LINE ONE with www.example.com\n```');
  expect(joint?.suggesting).toContain('The same repair mends this, too:\n\n- Message b.');
  expect(others).toHaveLength(1);
});

it('the full stop behind an address or a path is no part of it', async () => {
  const [subject] = spoken([
    onLine('a', 2, { message: 'It leads to /a/b/#c. See www.example.com, or a_b.md: all is there.' }),
  ]);
  expect(subject?.body).toMatch(
    /^It leads to `\/a\/b\/#c`\. See `www\.example\.com`, or `a_b\.md`: all is there\./u,
  );
});

it('a thread on another line than its finding says which line it is about', () => {
  const one = onLine('a', 7);
  const [subject, ...others] = spoken([
    {
      ...one,
      placed: {
        ...one.placed,
        position: { kind: 'line', oldPath: page, newPath: page, oldLine: null, newLine: 3 },
      },
    },
    onLine('b', 8),
  ]);
  expect(subject?.body).toMatch(/^About line \[7\]\(\S+#L7\): Message a\.\n/u);
  expect(others).toHaveLength(1);
});

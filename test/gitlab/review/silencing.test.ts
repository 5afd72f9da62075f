import { expect, it } from 'vitest';
import { addedSilencing } from '../../../src/gitlab/diff/silencing.ts';
import { Reviewed } from '../../support/gitlab/reviewed.ts';

const page = 'content/engineer.md';
const fine = '# Engineer\n\nSee [pay](#pay).\n\n## Pay\n\nTen.\n';
const comment = '<!-- jobfam-lint-disable-next-line link/broken-anchor -- The page comes later. -->\n';
const silenced = fine.replace('See [pay]', `${comment}See [wages](#wages), [pay]`);
const listed =
  /^- \[`content\/engineer\.md:3`\]\(\S+\/content\/engineer\.md#L3\) silences `link\/broken-anchor` on the next line\. Its reason: The page comes later\.$/mu;

it.each([
  ['with a diff', {}],
  ['whose diff GitLab leaves out', { collapsed: [page] }],
  ['whose diff is too large for GitLab', { tooLarge: [page] }],
])('lists the comments that a change adds to a page %s', async (_, how) => {
  const reviewed = await Reviewed.start({ [page]: fine });
  reviewed.push({ [page]: silenced }, how);
  expect((await reviewed.review()).status).toBe(0);
  expect(reviewed.standing).toEqual([]);
  expect(reviewed.summary).toMatch(listed);
});

it('lists those of a large new page', async () => {
  const reviewed = await Reviewed.start({ 'content/clerk.md': '# Clerk\n' });
  reviewed.push({ [page]: silenced }, { collapsed: [page] });
  await reviewed.review();
  expect(reviewed.summary).toMatch(listed);
});

it('lists none that was there before, in a renamed page neither', async () => {
  const reviewed = await Reviewed.start({ [page]: silenced });
  const moved = 'content/builder.md';
  reviewed.push({ [moved]: `${silenced}More.\n` }, { renames: { [page]: moved } }, [page]);
  await reviewed.review();
  expect(reviewed.summaries).toEqual([]);
});

it.each([
  ['the whole page, without a reason', '<!-- jobfam-lint-disable-file -->', 'file', [], null],
  [
    'a line',
    'Text. <!-- jobfam-lint-disable-line grade, link/* -- why -->',
    'line',
    ['grade', 'link/*'],
    'why',
  ],
  ['a stretch', '<!-- jobfam-lint-disable\n grade/order -- why -->', 'disable', ['grade/order'], 'why'],
])('finds a comment for %s', (_, text, kind, names, reason) => {
  const before = '# A\r\n\r\nText.\r\n';
  const after = `# A\n\nText.\n\n${text}\n\n<!-- jobfam-lint-enable -->\n`;
  expect(addedSilencing({ path: 'a.md', before, after })).toEqual([
    { path: 'a.md', line: 5, kind, names, reason },
  ]);
  expect(addedSilencing({ path: 'a.md', before: after, after: `${after}More.\n` })).toEqual([]);
});

it('compares comment by comment where nearly all is another text', () => {
  const lines = (word: string) => Array.from({ length: 1500 }, (_, line) => `${word} ${line}\n`).join('');
  const both = '<!-- jobfam-lint-disable-file grade -->';
  const before = `${both}\n${lines('old')}`;
  const after = `${lines('new')}${both}\n<!-- jobfam-lint-disable-file link -->\n`;
  expect(addedSilencing({ path: 'a.md', before, after })).toMatchObject([{ line: 1502, names: ['link'] }]);
});

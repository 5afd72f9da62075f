import { expect, it } from 'vitest';
import { placer } from '../../../src/gitlab/diff/place.ts';
import { changedFile } from './changed-file.ts';

const text = 'one\ntwo\nthree\nfour\n';
const diff = '@@ -1,3 +1,4 @@\n one\n+two\n three\n four\n';
const files = [
  changedFile('site/a.md', diff),
  changedFile('site/renamed.md', diff, { isRenamed: true, oldPath: 'site/old.md' }),
  changedFile('site/moved.md', '', { isRenamed: true, oldPath: 'site/there.md' }),
  changedFile('site/gone.md', '@@ -1 +0,0 @@\n-a\n', { isDeleted: true }),
];
const place = placer(
  files,
  (page) => `site/${page}`,
  (page) => (page === 'policy.yaml' ? null : text),
);
const at = (page: string, start: number) => place({ span: { page, start, end: start + 1 } }).position;

it('a finding stands on its line: by the new number where the line is added, by both where it is not', () => {
  const paths = { kind: 'line', oldPath: 'site/a.md', newPath: 'site/a.md' };
  expect(at('a.md', 4)).toEqual({ ...paths, oldLine: null, newLine: 2 });
  expect(at('a.md', 0)).toEqual({ ...paths, oldLine: 1, newLine: 1 });
  expect(at('a.md', text.length)).toEqual({ ...paths, oldLine: 3, newLine: 4 });
});

it('a renamed file is given by both its names', () => {
  expect(at('renamed.md', 4)).toMatchObject({ oldPath: 'site/old.md', newPath: 'site/renamed.md' });
});

it('a file that was only renamed carries a note as a whole, and an untouched or a deleted one none', () => {
  expect(at('moved.md', 4)).toEqual({ kind: 'file', oldPath: 'site/there.md', newPath: 'site/moved.md' });
  expect(at('untouched.md', 4)).toBe(null);
  expect(at('gone.md', 4)).toBe(null);
});

it('no line is named where the text at hand is not that of the version', () => {
  expect(place({ span: { page: 'policy.yaml', start: 4, end: 5 } })).toEqual({
    path: 'site/policy.yaml',
    line: 1,
    position: null,
    suggestion: null,
  });
});

it('with a fix, it stands on its line too, and the suggestion reaches as far as it must', () => {
  const span = { page: 'a.md', start: 4, end: 13 };
  expect(place({ span, fix: [{ span, text: '2\n3' }] })).toEqual({
    path: 'site/a.md',
    line: 2,
    position: { kind: 'line', oldPath: 'site/a.md', newPath: 'site/a.md', oldLine: null, newLine: 2 },
    suggestion: { line: 2, above: 0, below: 1, content: '2\n3' },
  });
});

it('on a line that the change has not written, it stands on the related line that it has', () => {
  const related = [
    { span: { page: 'a.md', start: 8, end: 9 } },
    { span: { page: 'a.md', start: 4, end: 5 } },
  ];
  const placed = place({ span: { page: 'a.md', start: 14, end: 18 }, related });
  expect(placed).toMatchObject({ line: 4, position: { oldLine: null, newLine: 2 } });
  expect(place({ span: { page: 'a.md', start: 4, end: 5 }, related }).position).toMatchObject({ newLine: 2 });
  const [unwritten] = related;
  const none = place({ span: { page: 'a.md', start: 14, end: 18 }, related: unwritten ? [unwritten] : [] });
  expect(none.position).toMatchObject({ newLine: 4 });
  const fix = [{ span: { page: 'a.md', start: 14, end: 18 }, text: '4' }];
  expect(place({ span: { page: 'a.md', start: 14, end: 18 }, related, fix }).position).toMatchObject({
    newLine: 4,
  });
});

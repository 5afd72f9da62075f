import { describe, expect, it } from 'vitest';
import { findPages } from '../../src/host/find-pages.ts';
import { memoryFiles } from '../support/memory-files.ts';

const names = (found: ReturnType<typeof findPages>) => found.pages.map(({ path }) => path);

describe('findPages', () => {
  const files = memoryFiles({
    '/work/a/one.md': '',
    '/work/a/two.markdown': '',
    '/work/a/three.md.erb': '',
    '/work/a/FOUR.MD': '',
    '/work/a/notes.txt': '',
    '/work/a/node_modules/five.md': '',
    '/work/a/.hidden/six.md': '',
    '/work/b/seven.md': '',
    '/other/eight.md': '',
  });

  it('takes all markdown below a folder, but for packages and hidden folders', () => {
    expect(names(findPages(files, ['a']))).toEqual([
      'a/FOUR.MD',
      'a/one.md',
      'a/three.md.erb',
      'a/two.markdown',
    ]);
  });

  it('takes a file that is named, whatever its name', () => {
    expect(names(findPages(files, ['a/notes.txt']))).toEqual(['a/notes.txt']);
  });

  it('names pages outside of the working directory by the way there', () => {
    expect(names(findPages(files, ['/other']))).toEqual(['../other/eight.md']);
  });

  it('takes globs, and leaves out what a leading ! says', () => {
    expect(names(findPages(files, ['**/*.md', '!b/**']))).toEqual(['a/one.md']);
  });

  it('reads globs from the folder that is given', () => {
    expect(names(findPages(files, ['*.md'], '/work/b'))).toEqual(['b/seven.md']);
  });

  it('lists a page once, however often it is asked for', () => {
    expect(names(findPages(files, ['b', 'b/seven.md', './b/*.md', '/work/b']))).toEqual(['b/seven.md']);
  });

  it('says which paths hold nothing, and which are not there', () => {
    const found = findPages(files, ['b/*.txt', 'c']);
    expect(found.empty).toEqual(['b/*.txt']);
    expect(found.failures).toEqual([
      { message: 'There is no file or folder “c”. Check the spelling of the path.', file: 'c' },
    ]);
  });

  it('names a folder that cannot be entered, and goes on with the others', () => {
    const closed = memoryFiles(
      { '/work/a/one.md': '', '/work/b/two.md': '' },
      { errors: { '/work/a': 'EACCES' } },
    );
    const found = findPages(closed, ['.']);
    expect(names(found)).toEqual(['b/two.md']);
    expect(found.failures.map(({ message }) => message)).toEqual([
      'a could not be read: permission denied. Give yourself the right to it, or leave it out.',
    ]);
  });

  it('follows links to folders once, and prefers the real name of a page', () => {
    const linked = memoryFiles(
      { '/work/a/one.md': '', '/elsewhere/two.md': '' },
      {
        links: {
          '/work/a/up': '/work',
          '/work/0': '/work/a',
          '/work/z': '/elsewhere',
          '/work/z2': '/elsewhere',
        },
      },
    );
    expect(names(findPages(linked, ['.']))).toEqual(['a/one.md', 'z/two.md']);
  });
});

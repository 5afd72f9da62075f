import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { nodeFileSystem } from '../../src/host/node-file-system.ts';
import { workTree, writePage } from '../../src/host/write-page.ts';
import { memoryFiles } from '../support/memory-files.ts';

const page = { path: 'page.md', root: '/work' };

describe('writePage', () => {
  it('writes the text as it is, byte order mark included', () => {
    const files = memoryFiles({ '/work/page.md': '\ufeffthe the\r\n' });
    expect(writePage(files, page, '\ufeffthe the\r\n', '\ufeffthe\r\n', '/work')).toBeNull();
    expect(files.bytes.get('/work/page.md')?.toString()).toBe('\ufeffthe\r\n');
  });

  it('leaves a page alone that another program changed meanwhile', () => {
    const files = memoryFiles({ '/work/page.md': 'new' });
    const failure = writePage(files, page, 'old', 'mended', '/work');
    expect(failure?.message).toBe(
      'page.md was not changed: another program changed it meanwhile. Run --fix again.',
    );
    expect(files.bytes.get('/work/page.md')?.toString()).toBe('new');
  });

  it('leaves a page alone whose mended text has no bytes', () => {
    const files = memoryFiles({ '/work/page.md': 'old' });
    expect(writePage(files, page, 'old', 'half \ud83d', '/work')?.message).toContain(
      'cannot be written as UTF-8',
    );
    expect(files.bytes.get('/work/page.md')?.toString()).toBe('old');
  });

  it('writes outside of the working tree where a folder there was asked for, but not through a link that leaves it', () => {
    const files = memoryFiles(
      { '/other/page.md': 'old', '/third/page.md': 'old' },
      { links: { '/other/linked': '/third' } },
    );
    const asked = { path: '../other/page.md', root: '/other' };
    const linked = { path: '../other/linked/page.md', root: '/other' };
    expect(writePage(files, asked, 'old', 'new', '/work')).toBeNull();
    expect(writePage(files, linked, 'old', 'new', '/work')?.message).toContain('leads out of /other');
    expect(files.bytes.get('/third/page.md')?.toString()).toBe('old');
  });

  it('follows a link that stays inside', () => {
    const files = memoryFiles({ '/work/a/page.md': 'old' }, { links: { '/work/b': '/work/a' } });
    expect(writePage(files, { path: 'b/page.md', root: '/work/b' }, 'old', 'new', '/work')).toBeNull();
    expect(files.bytes.get('/work/a/page.md')?.toString()).toBe('new');
  });

  it('says why the disk refuses', () => {
    const files = memoryFiles({ '/work/page.md': 'old' }, { errors: { '/work/page.md': 'EROFS' } });
    expect(writePage(files, page, 'old', 'new', '/work')?.message).toBe(
      'page.md could not be written: the disk is read-only. Copy the folder to a place that can be written.',
    );
  });
});

describe('workTree', () => {
  it('is the nearest folder with .git, or the working directory', () => {
    const files = memoryFiles(
      { '/home/site/.git/HEAD': '', '/home/site/a/page.md': '' },
      { cwd: '/home/site/a' },
    );
    expect(workTree(files)).toBe('/home/site');
    expect(workTree(memoryFiles({}, { cwd: '/home' }))).toBe('/home');
  });
});

describe('on a real disk', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'jobfam-lint-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('keeps the mode and leaves no other file behind', () => {
    writeFileSync(join(folder, 'page.md'), 'old');
    chmodSync(join(folder, 'page.md'), 0o751);
    const files = nodeFileSystem(folder);
    expect(writePage(files, { path: 'page.md', root: folder }, 'old', 'new', folder)).toBeNull();
    expect(readFileSync(join(folder, 'page.md'), 'utf8')).toBe('new');
    expect(statSync(join(folder, 'page.md')).mode & 0o777).toBe(0o751);
    expect(readdirSync(folder)).toEqual(['page.md']);
  });

  it.skipIf(process.getuid?.() === 0)('leaves a write-protected page alone', () => {
    writeFileSync(join(folder, 'page.md'), 'old');
    chmodSync(join(folder, 'page.md'), 0o444);
    const failure = writePage(
      nodeFileSystem(folder),
      { path: 'page.md', root: folder },
      'old',
      'new',
      folder,
    );
    expect(failure?.message).toContain('page.md could not be written: permission denied.');
    expect(readFileSync(join(folder, 'page.md'), 'utf8')).toBe('old');
  });
});

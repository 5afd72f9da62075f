import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { committedFiles } from '../../src/host/committed-files.ts';
import { GitError } from '../../src/host/git.ts';
import { nodeFileSystem } from '../../src/host/node-file-system.ts';
import { nodeGit } from '../../src/host/node-git.ts';
import { GitRepository } from '../support/git-repository.ts';

const made: GitRepository[] = [];
function repository(...args: ConstructorParameters<typeof GitRepository>): GitRepository {
  const one = new GitRepository(...args);
  made.push(one);
  return one;
}
afterEach(() => {
  for (const one of made.splice(0)) one.remove();
});

const long = (word: string) => Array.from({ length: 30 }, (_, line) => `${word} ${line}\n`).join('');

describe('Git', () => {
  it('knows commits by any name, and takes no option for one', () => {
    const repo = repository();
    const first = repo.commit({ 'a.md': 'a\n' });
    const git = nodeGit(repo.folder);
    expect(git.commit('main')).toBe(first);
    expect(git.commit('HEAD')).toBe(first);
    expect(git.commit('mian')).toBe(null);
    expect(git.commit('--all')).toBe(null);
    expect(git.commit('')).toBe(null);
  });

  it('finds the commit where two histories part, or says that there is none', () => {
    const repo = repository();
    const first = repo.commit({ 'a.md': 'a\n' });
    repo.git('checkout', '-q', '-b', 'branch');
    const second = repo.commit({ 'b.md': 'b\n' });
    repo.git('checkout', '-q', 'main');
    repo.commit({ 'c.md': 'c\n' });
    const git = nodeGit(repo.folder);
    expect(git.mergeBase('main', second)).toBe(first);
    repo.git('checkout', '-q', '--orphan', 'other');
    repo.commit();
    expect(git.mergeBase('main', 'other')).toBe(null);
  });

  it('fetches a commit that a clone lacks, and leaves the clone as deep as it is', () => {
    const repo = repository();
    const first = repo.commit({ 'a.md': 'a\n' });
    repo.commit({ 'a.md': 'b\n' });
    const git = nodeGit(repository({ of: repo, depth: 1 }).folder);
    expect(git.commit(first)).toBe(null);
    expect(git.fetch(first)).toEqual({ commit: first });
    expect(git.files(first).map(({ path }) => path)).toEqual(['a.md']);

    const whole = repository({ of: repo, depth: 9 });
    const later = repo.commit({ 'a.md': 'c\n' });
    expect(nodeGit(whole.folder).fetch('main')).toEqual({ commit: later });
    expect(nodeGit(whole.folder).isShallow()).toBe(false);
  });

  it('says why a commit cannot be fetched, shows no password, and takes no option or branch to write for a name', () => {
    const repo = repository();
    repo.commit();
    const git = nodeGit(repo.folder);
    expect(git.fetch('main')).toEqual({ commit: null, why: 'This repository was cloned from nowhere' });
    repo.git('remote', 'add', 'origin', 'http://runner:glcbt-secret@127.0.0.1:1/x.git');
    const refused = git.fetch('main');
    expect(refused).toEqual({ commit: null, why: expect.stringContaining('127.0.0.1') });
    expect(JSON.stringify(refused)).not.toContain('glcbt-secret');
    for (const rev of ['--upload-pack=x', '+main:other', 'main:other', ''])
      expect(git.fetch(rev)).toEqual({ commit: null, why: 'that is no name of a commit' });
  });

  it('says in its own words why it cannot answer', () => {
    const folder = mkdtempSync(join(tmpdir(), 'jobfam-lint-'));
    expect(() => nodeGit(folder).top()).toThrow(GitError);
    expect(() => nodeGit(folder).top()).toThrow(/not a git repository/u);
    rmSync(folder, { recursive: true });
  });

  it('follows a file through its renames in later commits, those on a merged branch included', () => {
    const repo = repository();
    const first = repo.commit({ 'a.md': long('a'), 'b.md': long('b'), 'odd ü\t.md': long('ü') });
    repo.git('checkout', '-q', '-b', 'branch');
    repo.git('mv', 'a.md', 'renamed.md');
    repo.commit();
    repo.git('checkout', '-q', 'main');
    repo.git('mv', 'odd ü\t.md', 'even.md');
    repo.git('rm', '-q', 'b.md');
    repo.commit({ 'c.md': 'something else\n' });
    repo.git('merge', '-q', '--no-edit', 'branch');
    const git = nodeGit(repo.folder);
    const renames = git.renamesOf(['a.md', 'b.md', 'odd ü\t.md'], first);
    expect([...renames].sort((a, b) => (a.from < b.from ? -1 : 1))).toEqual([
      { from: 'a.md', to: 'renamed.md' },
      { from: 'odd ü\t.md', to: 'even.md' },
    ]);
    expect(git.renamesOf(['c.md'], first)).toEqual([]);
    expect(git.lastChange('a.md')).not.toBe(null);
    expect(git.lastChange('never.md')).toBe(null);
  });

  it('shows how two files differ, whatever the settings of the user are', () => {
    const repo = repository();
    const first = repo.commit({ 'sub/odd ü.md': 'a\nb\nc\n', 'b.md': '\0\n' });
    const second = repo.commit({ 'new.md': 'a\nx\nc\n', 'b.md': '\0\0\n' });
    repo.git('config', 'color.ui', 'always');
    repo.git('config', 'diff.context', '0');
    repo.git('config', 'diff.external', 'false');
    const git = nodeGit(join(repo.folder, 'sub'));
    const [before, after] = [`${first}:sub/odd ü.md`, `${second}:new.md`];
    expect(git.hunks(before, after)).toBe('@@ -1,3 +1,3 @@\n a\n-b\n+x\n c\n');
    expect(git.hunks(before, before)).toBe('');
    expect(git.hunks(`${first}:b.md`, `${second}:b.md`)).toBe('');
    expect(() => git.hunks(before, `${second}:gone.md`)).toThrow(GitError);
  });

  it('answers from a subfolder by paths from the top', () => {
    const repo = repository();
    const first = repo.commit({ 'sub/a.md': long('a'), 'b.md': 'b\n' });
    repo.git('mv', 'sub/a.md', 'sub/new.md');
    repo.git('config', 'diff.relative', 'true');
    const git = nodeGit(join(repo.folder, 'sub'));
    expect(git.top()).toBe(repo.folder);
    expect(git.changes(first).renames).toEqual([{ from: 'sub/a.md', to: 'sub/new.md' }]);
    expect(git.files(first).map(({ path }) => path)).toEqual(['b.md', 'sub/a.md']);
  });

  it('knows a clone that lacks the beginning of the history', () => {
    const repo = repository();
    const first = repo.commit({ 'a.md': 'a\n' });
    repo.commit({ 'a.md': 'b\n' });
    const clone = nodeGit(repository({ of: repo, depth: 1 }).folder);
    expect(clone.isShallow()).toBe(true);
    expect(nodeGit(repo.folder).isShallow()).toBe(false);
    expect(clone.commit(first)).toBe(null);
  });
});

describe('committedFiles', () => {
  const textAt = (files: ReturnType<typeof committedFiles>, path: string) =>
    Buffer.from(files.read(path)).toString('utf8');

  it('shows the tree as the commit has it, whatever became of the files since', () => {
    const repo = repository();
    const commit = repo.commit({
      'same.md': 'same\n',
      'changed.md': 'before\n',
      'gone/gone.md': 'gone\n',
      'old.md': long('old'),
    });
    repo.git('mv', 'old.md', 'new.md');
    repo.git('rm', '-q', '-r', 'gone');
    repo.write({ 'changed.md': 'after\n', 'untracked.md': 'untracked\n' });
    const disk = nodeFileSystem(repo.folder);
    const files = committedFiles(nodeGit(repo.folder), commit, disk);
    expect(textAt(files, 'same.md')).toBe('same\n');
    expect(textAt(files, 'changed.md')).toBe('before\n');
    expect(textAt(files, join(repo.folder, 'gone/gone.md'))).toBe('gone\n');
    expect(textAt(files, 'old.md')).toBe(long('old'));
    expect(['gone', 'same.md', 'new.md', 'untracked.md', '.git'].map((path) => files.kind(path))).toEqual([
      'folder',
      'file',
      'missing',
      'missing',
      'missing',
    ]);
    expect(
      files
        .entries('.')
        .map(({ name, kind }) => `${name} ${kind}`)
        .sort(),
    ).toEqual(['changed.md file', 'gone folder', 'old.md file', 'same.md file']);
    expect(() => files.read('new.md')).toThrow(/ENOENT/u);
    expect(() => files.replace('same.md', Buffer.from(''))).toThrow(/EROFS/u);
  });

  it('follows symbolic links as the commit has them, and ends where they lead in a circle', () => {
    const repo = repository();
    repo.write({ 'real/a.md': 'a\n' });
    symlinkSync('real', join(repo.folder, 'link'));
    symlinkSync('round', join(repo.folder, 'round'));
    const commit = repo.commit();
    repo.git('rm', '-q', 'link');
    const files = committedFiles(nodeGit(repo.folder), commit, nodeFileSystem(repo.folder));
    expect(textAt(files, 'link/a.md')).toBe('a\n');
    expect(files.kind('link')).toBe('folder');
    expect(files.realPath('link/a.md')).toBe(join(repo.folder, 'real/a.md'));
    expect(files.kind('round')).toBe('missing');
  });

  it('shows one commit as changed to another, whatever is checked out', () => {
    const repo = repository();
    const base = repo.commit({ 'a.md': 'a\n', 'b.md': 'b\n', 'old.md': long('old') });
    repo.git('checkout', '-q', '-b', 'branch');
    repo.git('mv', 'old.md', 'new.md');
    const head = repo.commit({ 'a.md': 'of the branch\n' });
    repo.git('checkout', '-q', 'main');
    repo.commit({ 'b.md': 'of main\n' });
    repo.write({ 'a.md': 'written just now\n' });

    const git = nodeGit(repo.folder).at(head);
    expect(git.commit('HEAD')).toBe(head);
    expect(git.changes(base)).toEqual({
      changed: new Set(['a.md', 'old.md']),
      renames: [{ from: 'old.md', to: 'new.md' }],
    });
    expect(git.lastChange('b.md')).toBe(base);
    const now = committedFiles(nodeGit(repo.folder), head, nodeFileSystem(repo.folder));
    expect(['a.md', 'b.md', 'new.md'].map((path) => textAt(now, path))).toEqual([
      'of the branch\n',
      'b\n',
      long('old'),
    ]);
    const before = committedFiles(git, base, now);
    expect(['a.md', 'b.md', 'old.md'].map((path) => textAt(before, path))).toEqual([
      'a\n',
      'b\n',
      long('old'),
    ]);
    expect(before.kind('new.md')).toBe('missing');
  });

  it('leaves out what a sparse checkout leaves out', () => {
    const repo = repository();
    const commit = repo.commit({ 'in/a.md': 'a\n', 'out/b.md': 'b\n' });
    repo.git('sparse-checkout', 'set', '--cone', 'in');
    const files = committedFiles(nodeGit(repo.folder), commit, nodeFileSystem(repo.folder));
    expect(files.kind('in/a.md')).toBe('file');
    expect(files.kind('out/b.md')).toBe('missing');
    expect(files.entries('out')).toEqual([]);
  });
});

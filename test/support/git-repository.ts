import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A repository in a folder of its own, made by the Git that is installed. */
export class GitRepository {
  readonly folder: string;

  /** @param from makes the repository a clone of that one, of so many commits */
  constructor(from?: { readonly of: GitRepository; readonly depth: number }) {
    this.folder = realpathSync(mkdtempSync(join(tmpdir(), 'jobfam-lint-git-')));
    if (from) this.git('clone', '-q', '--depth', String(from.depth), `file://${from.of.folder}`, '.');
    else this.git('init', '-q', '-b', 'main');
  }

  git(...args: readonly string[]): string {
    return this.output(...args).trim();
  }

  /** What Git prints, to the last blank. */
  output(...args: readonly string[]): string {
    const identity = ['-c', 'user.name=Tester', '-c', 'user.email=tester@example.com'];
    const steady = ['-c', 'commit.gpgsign=false', '-c', 'core.autocrlf=false'];
    return execFileSync('git', [...identity, ...steady, ...args], {
      cwd: this.folder,
      encoding: 'utf8',
    });
  }

  write(files: Readonly<Record<string, string>>): void {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(this.folder, path)), { recursive: true });
      writeFileSync(join(this.folder, path), text);
    }
  }

  /** Writes files and commits all there is; returns the id of the commit. */
  commit(files: Readonly<Record<string, string>> = {}): string {
    this.write(files);
    this.git('add', '-A');
    this.git('commit', '-q', '--allow-empty', '-m', 'Change.');
    return this.git('rev-parse', 'HEAD');
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A copy of a site under Git, in which changes to one page are made. */
export class Site {
  readonly folder: string;
  readonly #root: string;

  /** @param config text of the config that the site gets */
  constructor(pages: string, config: string) {
    this.folder = join(mkdtempSync(join(tmpdir(), 'jobfam-lint-replay-')), 'site');
    cpSync(pages, this.folder, { recursive: true });
    execFileSync('chmod', ['-R', 'u+w', this.folder]);
    writeFileSync(join(this.folder, '.gitignore'), '.jobfam-lint-cache/\n');
    this.#git('init', '-q', '-b', 'main');
    this.#root = this.commit('jobfam-lint.config.yaml', config);
  }

  /** Goes to a commit; to the site as it was copied where none is named. */
  checkout(commit = this.#root): void {
    this.#git('checkout', '-q', '-f', '--detach', commit);
  }

  /** Commits a text of a page; null where there is to be no such page. Returns the commit. */
  commit(path: string, text: string | null): string {
    const file = join(this.folder, path);
    if (text === null) rmSync(file, { force: true });
    else {
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text);
    }
    this.#git('add', '-A');
    this.#git('commit', '-q', '--allow-empty', '-m', 'Change.');
    return this.#git('rev-parse', 'HEAD').trim();
  }

  /** What Git says of a page between two commits. @param context so many unchanged lines around what changed */
  diff(from: string, to: string, path: string, context = 3): string {
    return this.#git('diff', `-U${context}`, '--no-color', from, to, '--', path);
  }

  remove(): void {
    rmSync(dirname(this.folder), { recursive: true, force: true });
  }

  #git(...args: readonly string[]): string {
    const identity = ['-c', 'user.name=Tester', '-c', 'user.email=tester@example.com'];
    const steady = ['-c', 'commit.gpgsign=false', '-c', 'core.autocrlf=false', '-c', 'gc.auto=0'];
    return execFileSync('git', [...identity, ...steady, ...args], {
      cwd: this.folder,
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
    });
  }
}

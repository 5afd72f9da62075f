import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const bench = fileURLToPath(new URL('.', import.meta.url));

/** Builds jobfam-lint, and installs the programs it is measured against where they are not there as the lockfile has them. */
export function prepare() {
  npm(['run', '--silent', 'build'], join(bench, '..'));
  if (!isInstalled()) npm(['ci', '--ignore-scripts', '--silent', '--no-audit', '--no-fund'], bench);
}

function isInstalled() {
  const done = join(bench, 'node_modules/.package-lock.json');
  return existsSync(done) && statSync(done).mtimeMs >= statSync(join(bench, 'package-lock.json')).mtimeMs;
}

/** @throws Error where npm fails */
function npm(args, cwd) {
  const { status, error, stderr } = spawnSync('npm', args, {
    cwd,
    stdio: ['ignore', 'ignore', 'pipe'],
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  if (error ?? status !== 0) throw error ?? new Error(`npm ${args.join(' ')} failed:\n${stderr}`);
}

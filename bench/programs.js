import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { folderOf, programOf, rumdlProgram } from './peers.js';

const root = fileURLToPath(new URL('..', import.meta.url));

/**
 * Everything that is measured on a site. `prepare` runs before each time, and does not count.
 * @param peer the Node that programs of other makers run under
 */
export function commands({ folder, config, pages }, peer) {
  const node = (...args) => ({ command: process.execPath, args, cwd: folder });
  const own = (...args) => node(join(root, 'dist/cli.js'), ...args);
  const lint = (...args) =>
    own('lint', '--config', config, '--format', 'json', '--fail-on', 'never', ...args);
  const kept = () => lint('--cache-location', `${folder}-cache`);
  const [some] = pages;
  return {
    node: node('-e', '0'),
    version: own('--version'),
    cold: lint('--no-cache'),
    warm: kept(),
    changed: { ...kept(), prepare: () => appendFileSync(join(folder, some), '\nOne more line.\n') },
    get markdownlint() {
      return { command: peer, args: [programOf('markdownlint-cli2'), ...pages], cwd: folder };
    },
    get remark() {
      const use = ['remark-preset-lint-recommended', 'remark-validate-links'].flatMap((name) => [
        '--use',
        join(folderOf(name), 'index.js'),
      ]);
      const args = [programOf('remark-cli'), '--no-stdout', '--quiet', '--frail', ...use, ...pages];
      return { command: peer, args, cwd: folder };
    },
    get rumdl() {
      return { command: rumdlProgram(), args: ['check', '--no-cache', ...pages], cwd: folder };
    },
  };
}

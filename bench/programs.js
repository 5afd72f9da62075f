import { appendFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const bench = createRequire(import.meta.url);

/** The file that a package's program starts with. @throws Error where `npm install --prefix bench` has not been run */
function programOf(name, bin) {
  const manifest = join(dirname(fileURLToPath(import.meta.url)), 'node_modules', name, 'package.json');
  const { bin: bins } = bench(manifest);
  return join(dirname(manifest), typeof bins === 'string' ? bins : bins[bin]);
}

/** Everything that is measured on a site. `prepare` runs before each time, and does not count. */
export function commands({ folder, config, pages }) {
  const node = (...args) => ({ command: process.execPath, args, cwd: folder });
  const own = (...args) => node(join(root, 'dist/cli.js'), ...args);
  const lint = (...args) =>
    own('lint', '--config', config, '--format', 'json', '--fail-on', 'never', ...args);
  const kept = () => lint('--cache-location', join(folder, '.bench-cache'));
  const [some] = pages;
  return {
    node: node('-e', '0'),
    version: own('--version'),
    cold: lint('--no-cache'),
    warm: kept(),
    changed: { ...kept(), prepare: () => appendFileSync(join(folder, some), '\nOne more line.\n') },
    get markdownlint() {
      return node(programOf('markdownlint-cli2', 'markdownlint-cli2'), ...pages);
    },
    get remark() {
      const use = ['remark-preset-lint-recommended', 'remark-validate-links'].flatMap((name) => [
        '--use',
        join(root, 'bench/node_modules', name, 'index.js'),
      ]);
      return node(programOf('remark-cli', 'remark'), '--no-stdout', '--quiet', '--frail', ...use, ...pages);
    },
    get rumdl() {
      const program = bench.resolve(`@rumdl/cli-${process.platform}-${process.arch}/package.json`);
      const name = process.platform === 'win32' ? 'rumdl.exe' : 'rumdl';
      return { ...node(), command: join(dirname(program), name), args: ['check', '--no-cache', ...pages] };
    },
  };
}

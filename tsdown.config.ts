import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig } from 'tsdown';

/** Files that decide what the program does. */
const sources = [
  'package-lock.json',
  ...['src', 'rules', 'presets'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => join(parentPath, name)),
  ),
].sort();

const hash = createHash('sha256');
for (const file of sources) hash.update(readFileSync(file)).update('\0');

export default defineConfig({
  entry: { cli: 'src/cli/main.ts', index: 'src/index.ts', 'page-thread': 'src/cli/page-thread.ts' },
  define: { BUILD_ID: JSON.stringify(hash.digest('hex').slice(0, 16)) },
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  dts: true,
  clean: true,
  outDir: 'dist',
  outExtensions: () => ({ js: '.js', dts: '.d.ts' }),
});

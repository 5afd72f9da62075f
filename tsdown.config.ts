import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig } from 'tsdown';
import { configCheck } from './scripts/build/config-check.ts';
import { judges } from './scripts/build/judges.ts';
import { licences } from './scripts/build/licences.ts';
import { words } from './scripts/build/words.ts';

/** Files that decide what the program does. */
const sources = [
  'package-lock.json',
  ...['src', 'rules', 'presets', 'scripts/build'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => join(parentPath, name)),
  ),
].sort();

const hash = createHash('sha256');
for (const file of sources) hash.update(readFileSync(file)).update('\0');

/** Packages that few runs load, or that cannot stand in a bundle: write-file-atomic asks for the path of its own file. */
const loadedApart = /^(?:@gitbeaker|@eslint-community|ajv|fast-xml-builder|ipaddr|undici|write-file-atomic)/;

export default defineConfig({
  plugins: [configCheck, judges, words, licences],
  // Finding and reading the many small files of these takes a good part of a short run.
  inlineOnly: false,
  noExternal: (id) => !id.startsWith('.') && !loadedApart.test(id),
  entry: { cli: 'src/cli/main.ts', index: 'src/index.ts', 'page-thread': 'src/cli/page-thread.ts' },
  define: { BUILD_ID: JSON.stringify(hash.digest('hex').slice(0, 16)) },
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  dts: true,
  clean: true,
  // Without this a warning fails the build where CI is set, and nowhere else.
  failOnWarn: true,
  inputOptions: { checks: { pluginTimings: false } },
  outDir: 'dist',
  outExtensions: () => ({ js: '.js', dts: '.d.ts' }),
});

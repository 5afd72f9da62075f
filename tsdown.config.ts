import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import standalone from 'ajv/dist/standalone/index.js';
import { defineConfig } from 'tsdown';
import { englishWords } from './src/text/english-words.ts';

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

/**
 * Puts a validator made ahead in the place of src/policy/built-check.ts: making it takes ajv some hundred milliseconds. It is made of the
 * published schema; where that is not the one of the rules, as before `npm run docs`, the program does without.
 */
const builtCheck = {
  name: 'built-check',
  load(id: string) {
    if (!id.replaceAll('\\', '/').endsWith('/src/policy/built-check.ts')) return null;
    const schema = JSON.parse(readFileSync('schema/config.schema.json', 'utf8'));
    const ajv = new Ajv({
      allowUnionTypes: true,
      strictRequired: false,
      messages: false,
      // Lengths are only asked to be 1 or more, so units will do; counting characters would take a part of ajv along.
      unicode: false,
      code: { source: true, esm: true, optimize: 2 },
    });
    const code = standalone.default(ajv, ajv.compile(schema));
    const text = JSON.stringify(JSON.stringify(schema));
    return {
      code: `${code}\nexport const builtCheck = { schema: ${text}, isValid: (data) => validate(data) };\n`,
      moduleType: 'js' as const,
    };
  },
};

/**
 * Writes all words of the dictionary to a file, with its licence beside it, and puts a reader of that file in the place of
 * src/text/english-words.ts: making all forms of all words takes longer than anything else at the start of a run.
 */
const builtWords = {
  name: 'built-words',
  load(id: string) {
    if (!id.replaceAll('\\', '/').endsWith('/src/text/english-words.ts')) return null;
    const code = [
      "import { readFileSync } from 'node:fs';",
      "export const englishWords = () => readFileSync(new URL('./english-words.txt', import.meta.url), 'latin1');",
    ];
    return { code: code.join('\n'), moduleType: 'js' as const };
  },
  generateBundle(this: { emitFile(file: { type: 'asset'; fileName: string; source: string }): void }) {
    const licence = createRequire(import.meta.url)
      .resolve('dictionary-en')
      .replace(/index\.js$/, 'license');
    const emit = (fileName: string, source: string) => this.emitFile({ type: 'asset', fileName, source });
    emit('english-words.txt', englishWords());
    emit('english-words.license.txt', readFileSync(licence, 'utf8'));
  },
};

export default defineConfig({
  plugins: [builtCheck, builtWords],
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

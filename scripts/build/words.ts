import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { dictionaryFolder, englishWords } from '../../src/text/english-words.ts';
import type { Asset } from './asset.ts';
import { isModule } from './is-module.ts';

/**
 * Writes all words of the dictionary to a file, with its licence beside it, and puts a reader of that file in the place of
 * src/text/english-words.ts: making all forms of all words takes longer than anything else at the start of a run.
 */
export const words = {
  name: 'words',
  load(id: string) {
    if (!isModule(id, 'src/text/english-words.ts')) return null;
    const code = [
      "import { readFileSync } from 'node:fs';",
      "export const englishWords = () => readFileSync(new URL('./english-words.txt', import.meta.url), 'latin1');",
    ];
    return { code: code.join('\n'), moduleType: 'js' as const };
  },
  generateBundle(this: { emitFile(asset: Asset): void }) {
    const emit = (fileName: string, source: string) => this.emitFile({ type: 'asset', fileName, source });
    emit('english-words.txt', englishWords());
    emit('english-words.license.txt', readFileSync(join(dictionaryFolder(), 'license'), 'utf8'));
  },
};

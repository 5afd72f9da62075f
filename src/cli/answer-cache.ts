import { join } from 'node:path';
import type { FileSystem } from '../host/file-system.ts';
import { type DatedAnswer, readAnswers, writeAnswers } from '../site/external/cache.ts';
import { cacheFolder } from './replay/cache-folder.ts';

const fileName = 'external-links.json';

/** Answers of outside hosts, kept in a file. Whatever is wrong with the file costs time, and is never a failure. */
export class AnswerCache {
  readonly #files: FileSystem;
  readonly #base: string;
  readonly #note: (sentence: string) => void;

  /**
   * @param base absolute folder of the config, in which the cache folder stands
   * @param note takes a sentence where the cache is of no use
   */
  constructor(files: FileSystem, base: string, note: (sentence: string) => void) {
    this.#files = files;
    this.#base = base;
    this.#note = note;
  }

  read(): Map<string, DatedAnswer> {
    const path = this.#path();
    try {
      if (this.#files.kind(path) === 'missing') return new Map();
      const answers = readAnswers(Buffer.from(this.#files.read(path)).toString('utf8'));
      if (answers !== null) return answers;
      this.#note(`${cacheFolder}/${fileName} is damaged, so its answers were not used. It is written anew.`);
    } catch (error) {
      this.#note(
        `${cacheFolder}/${fileName} could not be read (${reasonOf(error)}), so outside hosts are asked again.`,
      );
    }
    return new Map();
  }

  /** Writes the file in one step: a reader sees the old answers or the new ones. */
  write(answers: ReadonlyMap<string, DatedAnswer>): void {
    const path = this.#path();
    try {
      if (this.#isLinked()) {
        this.#note(`${cacheFolder} is or holds a symbolic link, so no answers were kept. Remove the link.`);
        return;
      }
      const ignore = join(this.#base, cacheFolder, '.gitignore');
      if (this.#files.kind(ignore) === 'missing') this.#files.write(ignore, '*\n');
      if (this.#files.kind(path) === 'missing') this.#files.write(path, writeAnswers(new Map()));
      this.#files.replace(path, Buffer.from(writeAnswers(answers), 'utf8'));
    } catch (error) {
      this.#note(
        `${cacheFolder}/${fileName} could not be written (${reasonOf(error)}), so the next run asks again.`,
      );
    }
  }

  #path(): string {
    return join(this.#base, cacheFolder, fileName);
  }

  /** A link could lead the writing to any file of the machine. */
  #isLinked(): boolean {
    const kindIn = (folder: string, name: string) =>
      this.#files.entries(folder).find((entry) => entry.name === name)?.kind;
    const kind = kindIn(this.#base, cacheFolder);
    if (kind !== 'folder') return kind !== undefined;
    const folder = join(this.#base, cacheFolder);
    return [fileName, '.gitignore'].some((name) => kindIn(folder, name) === 'link');
  }
}

function reasonOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}

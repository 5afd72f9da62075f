import { dirname, join } from 'node:path';
import type { FileSystem } from '../host/file-system.ts';
import { ConfigError } from './config-error.ts';

/** Names under which a config is looked for, in one folder after the other, upward. */
const configNames: readonly string[] = [
  'jobfam-lint.config.yaml',
  'jobfam-lint.config.yml',
  'jobfam-lint.config.json',
];

/**
 * The config that holds for a folder: the nearest one above it, or in it.
 * @returns an absolute path, or null where there is none
 * @throws ConfigError where a folder holds two
 */
export function findConfig(files: FileSystem, from: string): string | null {
  for (let folder = from; ; folder = dirname(folder)) {
    const [first, second] = configNames.filter((name) => files.kind(join(folder, name)) === 'file');
    if (first !== undefined && second !== undefined) {
      const message = `There are two configs in ${folder}: ${first} and ${second}. Keep one of them.`;
      throw new ConfigError([{ message, file: join(folder, second) }]);
    }
    if (first !== undefined) return join(folder, first);
    if (dirname(folder) === folder) return null;
  }
}

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A file that comes with the program. */
export interface BundledFile {
  /** `jobfam-lint/presets/gitlab/policies.yaml` */
  readonly path: string;
  readonly text: string;
}

/**
 * The files in a folder of the package, sorted by name. The folder is looked for upward from the program, because the program stands
 * in one place when it is built and in another when it is not.
 * @param folder path in the package
 * @throws Error where the package lacks the folder
 */
export function bundledFiles(folder: string): readonly BundledFile[] {
  let at = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(at, folder))) {
    const above = dirname(at);
    if (above === at) throw new Error(`The package lacks its folder ${folder}. Install it anew.`);
    at = above;
  }
  return readdirSync(join(at, folder))
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => ({
      path: `jobfam-lint/${folder}/${name}`,
      text: readFileSync(join(at, folder, name), 'utf8'),
    }));
}

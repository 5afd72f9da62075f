import process from 'node:process';
import { nodeFileSystem } from '../../host/node-file-system.ts';
import { nodeStore } from '../../host/node-store.ts';
import type { Replay } from './replay.ts';

/**
 * Writes the files that a run wrote, and keeps the run anew.
 * @returns false where a file cannot be written, so that the run must be made again to say why
 */
export function putBack(written: Replay['written'], renewed: Replay['renewed']): boolean {
  try {
    const files = nodeFileSystem(process.cwd());
    for (const [path, text] of written) files.write(path, text);
  } catch {
    return false;
  }
  try {
    const store = renewed && nodeStore(renewed.folder);
    if (store?.problem === null) store.replace(renewed?.name ?? '', renewed?.chunks ?? []);
  } catch {
    // It is found again by its content.
  }
  return true;
}

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A defect that people found a change to have brought. */
export interface Label {
  /** Line of the page after the change, from 1. */
  readonly line: number;
  readonly rule: string;
  readonly onChangedLine: boolean;
}

/** A real change to one job family. */
export interface Change {
  readonly name: string;
  /** Of the page, in the repository. */
  readonly path: string;
  /** The page before the change; null where it is new. */
  readonly before: string | null;
  readonly after: string;
  readonly labels: readonly Label[];
}

/** Reads the changes of a folder, in the order of their names; null where there is no such folder. */
export function changesIn(folder: string): Change[] | null {
  if (!existsSync(folder)) return null;
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort()
    .map((name) => {
      const text = (file: string) => {
        const path = join(folder, name, file);
        return existsSync(path) ? readFileSync(path, 'utf8') : null;
      };
      const labels: (Label & { readonly path: string })[] = (text('labels.jsonl') ?? '')
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => JSON.parse(line));
      const path = labels[0]?.path;
      const after = text('head.md');
      if (path === undefined || after === null)
        throw new Error(`${join(folder, name)} has no head.md, or no labels that name the page.`);
      return { name, path, before: text('base.md'), after, labels };
    });
}

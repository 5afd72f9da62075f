import { type Hunks, hunksIn, hunksOf } from './diff.ts';
import type { Refs } from './model.ts';

/** A version of a merge request's diff. */
export interface Version extends Refs {
  readonly id: number;
  readonly createdAt: string;
  readonly files: readonly FileDiff[];
  /** Whether the diff was too large as a whole, so that `files` are the first ones alone. */
  readonly isOverflow: boolean;
}

export interface FileDiff {
  readonly oldPath: string;
  readonly newPath: string;
  /** Null for a file that is new, or gone. */
  readonly before: string | null;
  readonly after: string | null;
  readonly hunks: Hunks;
  readonly isCollapsed: boolean;
  readonly isTooLarge: boolean;
}

export type Tree = ReadonlyMap<string, string>;

export interface DiffOptions {
  /** Files that were renamed and changed, by old path; equal contents are found without. */
  readonly renames?: Readonly<Record<string, string>>;
  /** Files whose diff is not in answers, though GitLab has it. */
  readonly collapsed?: readonly string[];
  /** Files whose diff is too large for GitLab itself. */
  readonly tooLarge?: readonly string[];
  /** Files that come after the limit for a whole diff: they are left out of it. */
  readonly beyond?: readonly string[];
  /** What `git diff` prints for a file, by its new path; else the hunks are made from the texts. */
  readonly diffs?: Readonly<Record<string, string>>;
}

/** What differs between two trees, sorted by path. */
export function filesBetween(before: Tree, after: Tree, options: DiffOptions = {}): FileDiff[] {
  const renames = renamesBetween(before, after, options.renames ?? {});
  const renamedTo = new Map([...renames].map(([from, to]) => [to, from]));
  const paths = new Set([...before.keys(), ...after.keys()]);
  return [...paths].sort().flatMap((path) => {
    if (renames.has(path)) return [];
    const oldPath = renamedTo.get(path) ?? path;
    const [old, fresh] = [before.get(oldPath) ?? null, after.get(path) ?? null];
    if ((old === fresh && oldPath === path) || options.beyond?.includes(path)) return [];
    const diff = options.diffs?.[path];
    return [
      {
        oldPath,
        newPath: path,
        before: old,
        after: fresh,
        hunks: diff === undefined ? hunksOf(old ?? '', fresh ?? '') : hunksIn(diff),
        isCollapsed: options.collapsed?.includes(path) ?? false,
        isTooLarge: options.tooLarge?.includes(path) ?? false,
      },
    ];
  });
}

function renamesBetween(
  before: Tree,
  after: Tree,
  told: Readonly<Record<string, string>>,
): Map<string, string> {
  const renames = new Map(
    Object.entries(told).filter(([from, to]) => before.has(from) && !after.has(from) && after.has(to)),
  );
  const taken = new Set(renames.values());
  const fresh = [...after.keys()].filter((path) => !before.has(path));
  for (const [path, text] of before) {
    if (after.has(path) || renames.has(path) || text === '') continue;
    const to = fresh.find((one) => !taken.has(one) && after.get(one) === text);
    if (to === undefined) continue;
    renames.set(path, to);
    taken.add(to);
  }
  return renames;
}

/** As `/versions/:id` and `/diffs` show a file. */
export function fileJson(file: FileDiff): Record<string, unknown> {
  const isShown = !file.isCollapsed && !file.isTooLarge;
  return {
    diff: isShown ? file.hunks.text : '',
    collapsed: file.isCollapsed,
    too_large: file.isTooLarge,
    new_path: file.newPath,
    old_path: file.oldPath,
    a_mode: file.before === null ? '0' : '100644',
    b_mode: file.after === null ? '0' : '100644',
    new_file: file.before === null,
    renamed_file: file.oldPath !== file.newPath,
    deleted_file: file.after === null,
    generated_file: false,
  };
}

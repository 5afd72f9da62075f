import { createHash } from 'node:crypto';
import { follow, lineCount } from './diff.ts';
import type { MergeRequest, Position, Refs } from './model.ts';
import { movedTo } from './trace.ts';
import { type FileDiff, filesBetween, type Version } from './version.ts';

/** What comes of a position that a comment names. */
export type Judged =
  /** It is stored, perhaps elsewhere than was asked. */
  | { readonly kind: 'fits'; readonly position: Position }
  /** It is refused, with errors by field. */
  | { readonly kind: 'refused'; readonly errors: Readonly<Record<string, readonly string[]>> }
  /** The server stumbles, in part after the comment was saved. */
  | { readonly kind: 'crash'; readonly saved: Position | null };

const wrongLine = ["can't be blank", 'must be a valid line code'];
const refusal: Judged = { kind: 'refused', errors: { line_code: wrongLine } };

/** Judges a position as GitLab does when a comment with it is saved. */
export function judgePosition(mergeRequest: MergeRequest, position: Position): Judged {
  const current = mergeRequest.versions.at(-1);
  if (!isValidJson(position))
    return { kind: 'refused', errors: { position: ['must be a valid json schema'] } };
  if (!current) return { kind: 'refused', errors: { noteable: ["doesn't support new-style diff notes"] } };
  if (position.position_type === 'file') return judgeFile(position);
  if (position.old_line === null && position.new_line === null)
    return { kind: 'refused', errors: { line_code: wrongLine, position: ['is incomplete'] } };

  const { commits } = mergeRequest.project;
  if (!commits.has(position.head_sha)) return { kind: 'crash', saved: null };
  const isAdded = position.old_line === null;
  if (!commits.has(position.base_sha) && !isAdded) return { kind: 'crash', saved: null };
  const own = mergeRequest.versions.find(({ head_sha }) => head_sha === position.head_sha);
  const version = own ?? unversioned(mergeRequest, position, current);
  const file = fileAt(version, position);
  if (file === null || lineIn(file, position) === null) return refusal;
  const placed: Position = { ...position, ...refsOf(version) };
  if (!commits.has(position.start_sha))
    return { kind: 'crash', saved: { ...placed, start_sha: position.start_sha } };
  // Git, asked for one path of a rename, sees an added file, in which an unchanged line is not to be found.
  const isHalf = position.old_path === null && file.oldPath !== file.newPath;
  if (isHalf && !isAdded) return { kind: 'crash', saved: placed };
  if (version === current) return { kind: 'fits', position: placed };
  // Where the line is gone, the comment stays on the version that it was made for.
  return { kind: 'fits', position: movedTo(placed, version, current) ?? placed };
}

/** A comment on a whole file: whether the file is in the diff is not looked at. */
function judgeFile({ ...position }: Position): Judged {
  if (position.old_path === null || position.new_path === null)
    return { kind: 'refused', errors: { line_code: wrongLine, position: ['is incomplete'] } };
  return { kind: 'fits', position: { ...position, old_line: null, new_line: null } };
}

/** The code of the line, as answers to draft comments hold it: null where the position fits no line. */
export function lineCodeOf(mergeRequest: MergeRequest, position: Position): string | null {
  const version = mergeRequest.versions.find(({ head_sha }) => head_sha === position.head_sha);
  const file = version && fileAt(version, position);
  const line = file ? lineIn(file, position) : null;
  if (!file || line === null) return null;
  const name = createHash('sha1').update(file.newPath).digest('hex');
  return `${name}_${line.old}_${line.new}`;
}

export const refsOf = ({ base_sha, start_sha, head_sha }: Refs): Refs => ({ base_sha, start_sha, head_sha });

/** A commit that no version was made for, such as that of a merged result: its lines are those of the current base's diff to it. */
function unversioned(mergeRequest: MergeRequest, position: Position, current: Version): Version {
  const { commits } = mergeRequest.project;
  const [before, after] = [commits.get(current.base_sha), commits.get(position.head_sha)];
  const files = filesBetween(before ?? new Map(), after ?? new Map());
  return { ...current, head_sha: position.head_sha, files };
}

function fileAt(version: Version, { old_path, new_path }: Position): FileDiff | null {
  const file = version.files.find(
    (one) => (new_path ?? one.newPath) === one.newPath && (old_path ?? one.oldPath) === one.oldPath,
  );
  return old_path === null && new_path === null ? null : (file ?? null);
}

/** The numbers by which a line's code is made; null where the two numbers of the position do not belong together. */
function lineIn(file: FileDiff, position: Position): { readonly old: number; readonly new: number } | null {
  const { old_line: old, new_line: fresh } = position;
  const { hunks } = file;
  if (file.isTooLarge || hunks.lines.length === 0) return null;
  const index = hunks.lines.findIndex((line) => line.old === old && line.new === fresh);
  if (index >= 0) {
    const rest = hunks.lines.slice(index);
    const next = (side: 'old' | 'new') => rest.find((line) => line[side] !== null)?.[side];
    const last = (side: 'old' | 'new') =>
      Math.max(0, ...hunks.lines.slice(0, index).map((line) => line[side] ?? 0));
    return {
      old: file.before === null ? 0 : (next('old') ?? last('old') + 1),
      new: file.after === null ? 0 : (next('new') ?? last('new') + 1),
    };
  }
  // Lines outside the hunks are unfolded where both numbers are right.
  if (old === null || fresh === null || file.before === null || file.after === null) return null;
  if (old < 1 || old > lineCount(file.before)) return null;
  if (hunks.ranges.some((range) => old >= range.old[0] && old <= range.old[1])) return null;
  return follow(old, hunks, 'old') === fresh ? { old, new: fresh } : null;
}

const rangeKeys = new Set(['line_code', 'type', 'old_line', 'new_line']);

/** Lengths and keys alone: nothing checks a range of lines against the diff. */
function isValidJson(position: Position): boolean {
  const { base_sha, start_sha, head_sha, old_path, new_path, line_range } = position;
  if ([base_sha, start_sha, head_sha].some((sha) => sha.length > 64)) return false;
  if ([old_path, new_path].some((path) => (path?.length ?? 0) > 1000)) return false;
  if (line_range === null) return true;
  if (typeof line_range !== 'object') return false;
  return Object.entries(line_range).every(
    ([end, fields]) =>
      (end === 'start' || end === 'end') &&
      typeof fields === 'object' &&
      fields !== null &&
      Object.keys(fields).every((key) => rangeKeys.has(key)),
  );
}

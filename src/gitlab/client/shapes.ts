import { GitLabError } from '../access.ts';
import type { ChangedFile, DiffRefs, DiffVersion, VersionHead } from '../diff/version.ts';
import type { MergeRequest } from '../merge-request.ts';
import type { Note, NotePosition, Thread } from '../thread.ts';
import { fieldsOf } from './answer.ts';

/** A comment that is not public yet; only its author sees it. */
export interface Draft {
  readonly id: number;
  readonly body: string;
}

type Fields = Readonly<Record<string, unknown>>;

/** The elements of a list. @throws GitLabError where it is none */
export function list<T>(value: unknown, read: (fields: Fields) => T): T[] {
  if (!Array.isArray(value)) throw strange('a list');
  return value.map((one) => read(fieldsOf(one)));
}

export function mergeRequestOf(value: unknown): MergeRequest {
  const fields = fieldsOf(value);
  const states = ['opened', 'closed', 'locked', 'merged'] as const;
  return {
    iid: number(fields, 'iid'),
    state: states.find((state) => state === fields.state) ?? 'opened',
    title: text(fields, 'title') ?? '',
    webUrl: text(fields, 'web_url') ?? '',
    sourceBranch: text(fields, 'source_branch') ?? '',
    targetBranch: text(fields, 'target_branch') ?? '',
    sha: text(fields, 'sha'),
    diffRefs: refsOf(fieldsOf(fields.diff_refs), 'sha'),
  };
}

export function versionHeadOf(fields: Fields): VersionHead | null {
  const refs = refsOf(fields, 'commit_sha');
  return refs && { id: number(fields, 'id'), refs, state: text(fields, 'state') ?? '' };
}

export function versionOf(value: unknown): DiffVersion {
  const fields = fieldsOf(value);
  const head = versionHeadOf(fields);
  if (head === null) throw strange('a version with its commits');
  return { ...head, files: list(fields.diffs, fileOf) };
}

function fileOf(fields: Fields): ChangedFile {
  return {
    oldPath: text(fields, 'old_path') ?? '',
    newPath: text(fields, 'new_path') ?? '',
    diff: text(fields, 'diff') ?? '',
    isNew: fields.new_file === true,
    isDeleted: fields.deleted_file === true,
    isRenamed: fields.renamed_file === true,
    isCollapsed: fields.collapsed === true,
    isTooLarge: fields.too_large === true,
  };
}

/** Null for what has no notes, which GitLab should not send. */
export function threadOf(fields: Fields): Thread | null {
  const notes = list(fields.notes ?? [], noteOf);
  if (notes.length === 0) return null;
  return { id: text(fields, 'id') ?? '', isPlain: fields.individual_note === true, notes };
}

function noteOf(fields: Fields): Note {
  const by = fieldsOf(fields.resolved_by).id;
  return {
    id: number(fields, 'id'),
    author: number(fieldsOf(fields.author), 'id'),
    body: text(fields, 'body') ?? '',
    isSystem: fields.system === true,
    createdAt: text(fields, 'created_at') ?? '',
    isApplied: list(fields.suggestions ?? [], ({ applied }) => applied).includes(true),
    isResolvable: fields.resolvable === true,
    resolved:
      fields.resolved === true
        ? { by: typeof by === 'number' ? by : null, at: text(fields, 'resolved_at') }
        : null,
    position: positionOf(fieldsOf(fields.position)),
  };
}

function positionOf(fields: Fields): NotePosition | null {
  const headSha = text(fields, 'head_sha');
  if (headSha === null) return null;
  const line = fields.new_line;
  return { headSha, newPath: text(fields, 'new_path'), newLine: typeof line === 'number' ? line : null };
}

export function draftOf(fields: Fields): Draft {
  return { id: number(fields, 'id'), body: text(fields, 'note') ?? '' };
}

/** Null as long as GitLab has not made them. */
function refsOf(fields: Fields, suffix: 'sha' | 'commit_sha'): DiffRefs | null {
  const [baseSha, startSha, headSha] = ['base', 'start', 'head'].map((name) =>
    text(fields, `${name}_${suffix}`),
  );
  return baseSha && startSha && headSha ? { baseSha, startSha, headSha } : null;
}

export function number(fields: Fields, name: string): number {
  const value = fields[name];
  if (typeof value !== 'number') throw strange(`the number ${name}`);
  return value;
}

function text(fields: Fields, name: string): string | null {
  const value = fields[name];
  return typeof value === 'string' ? value : null;
}

function strange(wanted: string): GitLabError {
  return new GitLabError(
    `GitLab’s answer lacks ${wanted}. Check that the address of the API is right (--url, or CI_API_V4_URL).`,
  );
}

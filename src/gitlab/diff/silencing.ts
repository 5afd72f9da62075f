import { diffLines } from 'diff';
import { type SuppressionComment, type SuppressionKind, suppressionsIn } from '../../lint/suppressions.ts';
import { GitLines } from './lines.ts';

/** A page that a change touches, with its texts; not taken from the diff, which GitLab leaves out where it is long. */
export interface ChangedPage {
  /** Path from the top of the repository. */
  readonly path: string;
  /** Null for a new page. */
  readonly before: string | null;
  readonly after: string;
}

/** A comment that silences findings, and that a change adds. */
export interface Silencing {
  readonly path: string;
  /** From 1, as Git counts. */
  readonly line: number;
  readonly kind: Exclude<SuppressionKind, 'enable'>;
  /** Rules and families as the comment names them; empty where it speaks of all. */
  readonly names: readonly string[];
  readonly reason: string | null;
}

/** Texts that differ in more lines are compared comment by comment, for the rest would take too long. */
const mostEdits = 2000;

/** The comments on added lines; one that was moved counts as added, for it silences something else now. */
export function addedSilencing({ path, before, after }: ChangedPage): Silencing[] {
  const lines = new GitLines(after);
  const found = commentsIn(path, after);
  if (found.length === 0) return [];
  const isAdded = before === null ? () => true : additions(path, before, after, lines);
  return found.flatMap((comment) => {
    const { kind, names, reason, span } = comment;
    if (kind === null || kind === 'enable' || !isAdded(comment)) return [];
    return [{ path, line: lines.lineAt(span.start), kind, names: names.map(({ name }) => name), reason }];
  });
}

function commentsIn(path: string, text: string): readonly SuppressionComment[] {
  return mayBeSilenced(text) ? suppressionsIn(path, text) : [];
}

function additions(
  path: string,
  before: string,
  after: string,
  lines: GitLines,
): (comment: SuppressionComment) => boolean {
  const parts = diffLines(before, after, { stripTrailingCr: true, maxEditLength: mostEdits });
  if (parts === undefined) {
    const wordsOf = ({ span }: SuppressionComment, text: string) =>
      text.slice(span.start, span.end).replace(/\s+/gu, ' ');
    const known = new Set(commentsIn(path, before).map((comment) => wordsOf(comment, before)));
    return (comment) => !known.has(wordsOf(comment, after));
  }
  const added = new Set<number>();
  let line = 1;
  for (const part of parts) {
    if (part.removed) continue;
    if (part.added) for (let at = line; at < line + part.count; at += 1) added.add(at);
    line += part.count;
  }
  return ({ span }) => {
    const last = lines.lineAt(span.end - 1);
    for (let at = lines.lineAt(span.start); at <= last; at += 1) if (added.has(at)) return true;
    return false;
  };
}

/** False where a text holds no comment that silences anything; quickly told. */
export function mayBeSilenced(text: string): boolean {
  return text.includes('jobfam-lint-');
}

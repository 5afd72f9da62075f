import { createHash } from 'node:crypto';
import { isResolvable, resolvableNotes } from './access.ts';
import { type Answer, created, forbidden, noteErrors, Refusal, serverError } from './answer.ts';
import type { GitLab } from './gitlab.ts';
import type { Discussion, MergeRequest, Note, Position, User } from './model.ts';
import { judgePosition } from './position.ts';
import { extractCommands } from './quick-actions.ts';
import { referencesIn } from './references.ts';
import { movedTo } from './trace.ts';

const longestBody = 1_000_000;
const mostComments = 5000;

export interface NewNote {
  readonly author: User;
  readonly body: string;
  readonly type: Note['type'];
  readonly position?: Position | null;
  readonly isSystem?: boolean;
  readonly isInternal?: boolean;
  /** The thread to add to; null begins one. */
  readonly discussion?: Discussion | null;
}

/** What came of a new comment: the comment, or the summary of the commands that it was made of alone. */
export type Saved =
  | { readonly note: Note; readonly discussion: Discussion }
  | { readonly commands: readonly string[] };

/** Saves a comment. Commands in it run and are cut out. @throws Refusal */
export function saveNote(gitlab: GitLab, mergeRequest: MergeRequest, fresh: NewNote): Saved {
  const { text, commands } = fresh.isSystem
    ? { text: fresh.body, commands: [] }
    : extractCommands(fresh.body);
  if (commands.length > 0 && text === '') {
    run(mergeRequest, fresh.author, commands);
    return { commands };
  }
  checkBody(text);
  const judged = fresh.position ? judgePosition(mergeRequest, fresh.position) : null;
  if (judged?.kind === 'refused') throw noteErrors(judged.errors);
  if (judged?.kind === 'crash' && judged.saved === null) throw serverError();
  const comments = mergeRequest.discussions.flatMap(({ notes }) => notes).filter(({ isSystem }) => !isSystem);
  if (!fresh.isSystem && comments.length >= mostComments)
    throw noteErrors({ base: ['Maximum number of comments exceeded'] });
  const now = gitlab.now();
  const note: Note = {
    id: gitlab.nextId(),
    type: fresh.type,
    body: text,
    author: fresh.author,
    createdAt: now,
    updatedAt: now,
    isSystem: fresh.isSystem ?? false,
    isInternal: fresh.isInternal ?? false,
    position: judged?.kind === 'fits' ? judged.position : judged?.kind === 'crash' ? judged.saved : null,
    resolvedBy: null,
    resolvedAt: null,
    isApplied: false,
    isUnreadable: false,
  };
  const discussion = fresh.discussion ?? { id: idOf(note), notes: [] };
  if (!fresh.discussion) mergeRequest.discussions.push(discussion);
  const first = discussion.notes[0];
  // A reply makes a thread of a plain comment.
  if (first?.type === null && !note.isSystem) first.type = 'DiscussionNote';
  discussion.notes.push(note);
  run(mergeRequest, fresh.author, commands);
  for (const reference of referencesIn(text)) mergeRequest.references.add(reference);
  if (judged?.kind === 'crash') throw serverError();
  return { note, discussion };
}

/** The answer to a request for a new comment: 202 and no comment where it held commands alone. */
export function answerTo(
  saved: Saved,
  show: (saved: { note: Note; discussion: Discussion }) => unknown,
): Answer {
  if ('note' in saved) return created(show(saved));
  return { status: 202, body: { commands_changes: {}, summary: saved.commands } };
}

/** Edits a comment. Commands run again; one that holds commands alone is deleted. */
export function editNote(
  gitlab: GitLab,
  mergeRequest: MergeRequest,
  note: Note,
  body: string,
  user: User,
): void {
  if (note.isSystem) throw forbidden();
  const { text, commands } = extractCommands(body);
  run(mergeRequest, user, commands);
  if (commands.length > 0 && text === '') {
    deleteNote(mergeRequest, note);
    throw new Refusal(202, { commands_changes: {}, summary: commands });
  }
  checkBody(text);
  const known = new Set(referencesIn(note.body));
  for (const reference of referencesIn(text))
    if (!known.has(reference)) mergeRequest.references.add(reference);
  note.body = text;
  // An edit makes its suggestions anew, but only where it could have one now.
  if (note.position?.head_sha === mergeRequest.versions.at(-1)?.head_sha) note.isApplied = false;
  note.updatedAt = gitlab.now();
}

/** A thread goes with its last comment. */
export function deleteNote(mergeRequest: MergeRequest, note: Note): void {
  for (const discussion of mergeRequest.discussions)
    discussion.notes = discussion.notes.filter((one) => one !== note);
  mergeRequest.discussions = mergeRequest.discussions.filter(({ notes }) => notes.length > 0);
}

/** Resolves all notes of a thread, or opens them again. */
export function resolveNotes(
  gitlab: GitLab,
  mergeRequest: MergeRequest,
  notes: readonly Note[],
  user: User,
  to: boolean,
): void {
  const wasOpen = hasOpenThreads(mergeRequest);
  for (const note of notes) {
    note.resolvedBy = to ? user : null;
    note.resolvedAt = to ? gitlab.now() : null;
  }
  if (to && wasOpen && !hasOpenThreads(mergeRequest))
    saveNote(gitlab, mergeRequest, {
      author: user,
      body: 'resolved all threads',
      type: null,
      isSystem: true,
    });
}

const isResolved = (discussion: Discussion): boolean =>
  resolvableNotes(discussion).every(({ resolvedAt }) => resolvedAt !== null);

const hasOpenThreads = ({ discussions }: MergeRequest): boolean =>
  discussions.some((one) => resolvableNotes(one).length > 0 && !isResolved(one));

/** Threads on lines go with their lines to the newest version; where a line is gone, the thread says so and stays. */
export function followPush(gitlab: GitLab, mergeRequest: MergeRequest): void {
  const current = mergeRequest.versions.at(-1);
  if (current === undefined) return;
  for (const discussion of [...mergeRequest.discussions]) {
    const position = discussion.notes[0]?.position;
    if (!position) continue;
    const from = mergeRequest.versions.find(({ head_sha }) => head_sha === position.head_sha);
    if (from === undefined || from === current) continue;
    const isFollowed = from === mergeRequest.versions.at(-2);
    const moved = isFollowed ? movedTo(position, from, current) : null;
    if (moved !== null) {
      for (const note of discussion.notes) if (note.position) note.position = moved;
    } else if (isFollowed) {
      const author = mergeRequest.author;
      const body = `changed this line in [version ${mergeRequest.versions.length} of the diff](/-/diffs?diff_id=${current.id})`;
      saveNote(gitlab, mergeRequest, { author, body, type: 'DiscussionNote', isSystem: true, discussion });
      if (mergeRequest.project.resolveOutdated)
        resolveNotes(gitlab, mergeRequest, resolvableNotes(discussion).filter(isResolvable), author, true);
    }
  }
}

function checkBody(text: string): void {
  if (text.trim() === '') throw noteErrors({ note: ["can't be blank"] });
  if (text.length > longestBody)
    throw noteErrors({ note: [`is too long (maximum is ${longestBody} characters)`] });
}

function run(mergeRequest: MergeRequest, user: User, commands: readonly string[]): void {
  for (const command of commands) mergeRequest.commands.push({ user: user.username, command });
}

const idOf = ({ id }: Note): string => createHash('sha1').update(`discussion ${id}`).digest('hex');

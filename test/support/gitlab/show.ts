import { isResolvable } from './access.ts';
import type { Discussion, Draft, MergeRequest, Note, User } from './model.ts';
import { lineCodeOf, refsOf } from './position.ts';

/** How GitLab shows things in answers. */
const showUser = ({ id, username }: User) => ({ id, username, name: username, state: 'active' });

export function showNote(note: Note, { id, iid, project }: MergeRequest): Record<string, unknown> {
  const resolvable = isResolvable(note);
  return {
    id: note.id,
    type: note.type,
    body: note.body,
    author: showUser(note.author),
    created_at: note.createdAt,
    updated_at: note.updatedAt,
    system: note.isSystem,
    noteable_id: id,
    noteable_type: 'MergeRequest',
    project_id: project.id,
    noteable_iid: iid,
    ...(note.position && { position: note.position }),
    suggestions: note.isApplied ? [{ id: note.id, applied: true, appliable: false }] : [],
    resolvable,
    ...(resolvable && {
      resolved: note.resolvedAt !== null,
      resolved_by: note.resolvedBy && showUser(note.resolvedBy),
      resolved_at: note.resolvedAt,
    }),
    confidential: note.isInternal,
    internal: note.isInternal,
  };
}

export function showDiscussion(discussion: Discussion, mergeRequest: MergeRequest): Record<string, unknown> {
  const { id, notes } = discussion;
  return {
    id,
    individual_note: notes[0]?.type === null,
    notes: notes.map((note) => showNote(note, mergeRequest)),
  };
}

export function showDraft(draft: Draft, mergeRequest: MergeRequest): Record<string, unknown> {
  return {
    id: draft.id,
    author_id: draft.author.id,
    merge_request_id: mergeRequest.id,
    resolve_discussion: draft.resolveDiscussion,
    discussion_id: draft.discussionId,
    note: draft.note,
    commit_id: null,
    position: draft.position ?? {},
    line_code: draft.position && lineCodeOf(mergeRequest, draft.position),
  };
}

export function showMergeRequest(mergeRequest: MergeRequest): Record<string, unknown> {
  const { versions, project, author } = mergeRequest;
  const newest = versions.at(-1);
  return {
    id: mergeRequest.id,
    iid: mergeRequest.iid,
    project_id: project.id,
    target_project_id: project.id,
    source_project_id: project.id,
    title: mergeRequest.title,
    state: mergeRequest.state,
    author: showUser(author),
    sha: mergeRequest.sha === '' ? null : mergeRequest.sha,
    prepared_at: versions[0]?.createdAt ?? null,
    detailed_merge_status: newest ? 'mergeable' : 'preparing',
    changes_count: newest ? `${newest.files.length}` : null,
    diff_refs: newest ? refsOf(newest) : null,
    discussion_locked: mergeRequest.isLocked || null,
    web_url: `https://gitlab.example/${project.path}/-/merge_requests/${mergeRequest.iid}`,
  };
}

import { mayComment, mayEdit } from '../access.ts';
import { badParams, noContent, notFound, ok } from '../answer.ts';
import type { MergeRequest, Note, User } from '../model.ts';
import { answerTo, deleteNote, editNote, type Saved, saveNote } from '../notes.ts';
import { pageOf } from '../pages.ts';
import { optionalBoolean, requiredText } from '../params.ts';
import type { Context, Route } from '../route.ts';
import { showNote } from '../show.ts';

export const noteRoutes: readonly Route[] = [
  {
    path: 'notes',
    takesJobTokens: true,
    isPublic: true,
    methods: {
      GET({ mergeRequest, request }) {
        const { sort = 'desc', activity_filter: filter } = request.params;
        const all = mergeRequest.discussions.flatMap(({ notes }) => notes).sort((a, b) => a.id - b.id);
        const found = filter === 'only_comments' ? all.filter(({ isSystem }) => !isSystem) : all;
        const sorted = sort === 'asc' ? found : found.reverse();
        return pageOf(
          sorted,
          request,
          (note) => showNote(note, mergeRequest),
          ({ isUnreadable }) => !isUnreadable,
        );
      },
      POST({ gitlab, mergeRequest, caller, request: { params } }) {
        const body = requiredText(params, 'body');
        const isInternal = optionalBoolean(params, 'internal') ?? false;
        const author = mayComment(caller, mergeRequest);
        gitlab.limits.checkNotesCreate(author);
        const saved = saveNote(gitlab, mergeRequest, { author, body, type: null, isInternal });
        notify(mergeRequest, author, saved);
        return answerTo(saved, ({ note }) => showNote(note, mergeRequest));
      },
    },
  },
  {
    path: 'notes/:note',
    takesJobTokens: true,
    isPublic: true,
    methods: {
      GET: (context) => ok(showNote(noteOf(context), context.mergeRequest)),
      PUT(context) {
        const { gitlab, mergeRequest, caller } = context;
        const note = noteOf(context);
        const body = requiredText(context.request.params, 'body');
        if (body === '') throw badParams('body is empty');
        mayEdit(caller, mergeRequest, note);
        editNote(gitlab, mergeRequest, note, body, mayComment(caller, mergeRequest));
        return ok(showNote(note, mergeRequest));
      },
      DELETE(context) {
        mayEdit(context.caller, context.mergeRequest, noteOf(context));
        deleteNote(context.mergeRequest, noteOf(context));
        return noContent;
      },
    },
  },
];

/** One mail for a comment. */
export function notify(mergeRequest: MergeRequest, { username }: User, saved: Saved): void {
  if ('note' in saved) mergeRequest.notifications.push({ user: username, notes: [saved.note.id] });
}

function noteOf({ mergeRequest, at }: Context): Note {
  const found = mergeRequest.discussions.flatMap(({ notes }) => notes).find(({ id }) => `${id}` === at.note);
  if (found === undefined) throw notFound('Note');
  return found;
}

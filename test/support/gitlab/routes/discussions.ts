import { isResolvable, mayComment, mayEdit, mayResolve, resolvableNotes } from '../access.ts';
import { badParams, badRequest, forbidden, noContent, notFound, ok } from '../answer.ts';
import type { Discussion, Note } from '../model.ts';
import { answerTo, deleteNote, editNote, resolveNotes, saveNote } from '../notes.ts';
import { pageOf } from '../pages.ts';
import { optionalBoolean, optionalText, positionOf, requiredText } from '../params.ts';
import type { Context, Route } from '../route.ts';
import { showDiscussion, showNote } from '../show.ts';
import { notify } from './notes.ts';

export const discussionRoutes: readonly Route[] = [
  {
    path: 'discussions',
    methods: {
      GET: ({ mergeRequest, request }) =>
        pageOf(
          mergeRequest.discussions,
          request,
          (one) => showDiscussion(one, mergeRequest),
          ({ notes }) => notes.some(({ isUnreadable }) => !isUnreadable),
        ),
      POST({ gitlab, mergeRequest, caller, request: { params } }) {
        const body = requiredText(params, 'body');
        const position = positionOf(params);
        const author = mayComment(caller, mergeRequest);
        const type = position === null ? 'DiscussionNote' : 'DiffNote';
        const saved = saveNote(gitlab, mergeRequest, { author, body, type, position });
        notify(mergeRequest, author, saved);
        return answerTo(saved, ({ discussion }) => showDiscussion(discussion, mergeRequest));
      },
    },
  },
  {
    path: 'discussions/:discussion',
    methods: {
      GET: (context) => ok(showDiscussion(discussionOf(context), context.mergeRequest)),
      PUT(context) {
        const discussion = discussionOf(context);
        const to = optionalBoolean(context.request.params, 'resolved');
        if (to === null) throw badParams('resolved is missing');
        if (resolvableNotes(discussion).length === 0) throw forbidden();
        resolve(context, discussion, null, to);
        return ok(showDiscussion(discussion, context.mergeRequest));
      },
    },
  },
  {
    path: 'discussions/:discussion/notes',
    methods: {
      POST(context) {
        const { gitlab, mergeRequest, caller } = context;
        const discussion = discussionOf(context);
        const body = requiredText(context.request.params, 'body');
        const author = mayComment(caller, mergeRequest);
        const first = discussion.notes[0];
        if (first?.isSystem) throw badRequest('Discussion can not be replied to.');
        const type = first?.type ?? 'DiscussionNote';
        const saved = saveNote(gitlab, mergeRequest, { author, body, type, discussion });
        notify(mergeRequest, author, saved);
        return answerTo(saved, ({ note }) => showNote(note, mergeRequest));
      },
    },
  },
  {
    path: 'discussions/:discussion/notes/:note',
    methods: {
      GET: (context) => ok(showNote(noteOf(context), context.mergeRequest)),
      PUT(context) {
        const { gitlab, mergeRequest, caller } = context;
        const { params } = context.request;
        const [discussion, note] = [discussionOf(context), noteOf(context)];
        const [body, to] = [optionalText(params, 'body'), optionalBoolean(params, 'resolved')];
        if (body === null && to === null)
          throw badParams('body, resolved are missing, exactly one parameter must be provided');
        if (body !== null && to !== null) throw badParams('body, resolved are mutually exclusive');
        if (body !== null) {
          if (body === '') throw badParams('body is empty');
          mayEdit(caller, mergeRequest, note);
          editNote(gitlab, mergeRequest, note, body, mayComment(caller, mergeRequest));
        } else {
          if (!isResolvable(note)) throw badRequest('Note is not resolvable');
          resolve(context, discussion, note, to === true);
        }
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

function resolve(
  { gitlab, mergeRequest, caller }: Context,
  discussion: Discussion,
  note: Note | null,
  to: boolean,
): void {
  const user = mayResolve(caller, mergeRequest, note);
  gitlab.limits.checkResolve(user);
  resolveNotes(gitlab, mergeRequest, note === null ? resolvableNotes(discussion) : [note], user, to);
}

function discussionOf({ mergeRequest, at }: Context): Discussion {
  const found = mergeRequest.discussions.find(({ id }) => id === at.discussion);
  if (found === undefined) throw notFound('Discussion');
  return found;
}

function noteOf(context: Context): Note {
  const found = discussionOf(context).notes.find(({ id }) => `${id}` === context.at.note);
  if (found === undefined) throw notFound('Note');
  return found;
}

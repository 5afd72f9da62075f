import { mayComment, resolvableNotes } from '../access.ts';
import { badRequest, created, noContent, notFound, ok, Refusal } from '../answer.ts';
import type { Draft, User } from '../model.ts';
import { resolveNotes, saveNote } from '../notes.ts';
import { optionalBoolean, optionalText, positionOf, requiredText } from '../params.ts';
import type { Context, Route } from '../route.ts';
import { showDraft } from '../show.ts';

export const draftRoutes: readonly Route[] = [
  {
    path: 'draft_notes',
    methods: {
      // Not in pages.
      GET: (context) => ok(ownDrafts(context).map((draft) => showDraft(draft, context.mergeRequest))),
      POST(context) {
        const { gitlab, mergeRequest, request } = context;
        const { params } = request;
        const author = mayComment(context.caller, mergeRequest);
        const discussionId = optionalText(params, 'in_reply_to_discussion_id');
        const isReply = discussionId !== null;
        if (isReply && ownDrafts(context).some((one) => one.discussionId === discussionId))
          throw badRequest('Discussion has already been taken');
        const draft: Draft = {
          id: gitlab.nextId(),
          author,
          note: requiredText(params, 'note'),
          position: positionOf(params),
          discussionId,
          resolveDiscussion: optionalBoolean(params, 'resolve_discussion') ?? false,
        };
        if (draft.note.trim() === '') throw badRequest("Note can't be blank");
        mergeRequest.drafts.push(draft);
        return created(showDraft(draft, mergeRequest));
      },
    },
  },
  {
    path: 'draft_notes/bulk_publish',
    methods: {
      POST(context) {
        publish(context, ownDrafts(context));
        return noContent;
      },
    },
  },
  {
    path: 'draft_notes/:draft',
    methods: {
      GET: (context) => ok(showDraft(draftOf(context), context.mergeRequest)),
      PUT(context) {
        const draft = draftOf(context);
        const { params } = context.request;
        draft.note = optionalText(params, 'note') ?? draft.note;
        // An edit without a position erases it.
        draft.position = positionOf(params);
        return ok(showDraft(draft, context.mergeRequest));
      },
      DELETE(context) {
        forget(context, [draftOf(context)]);
        return noContent;
      },
    },
  },
  {
    path: 'draft_notes/:draft/publish',
    methods: {
      PUT(context) {
        publish(context, [draftOf(context)]);
        return noContent;
      },
    },
  },
];

/** Publishes drafts with one mail. Those that are no good vanish; where one makes the server stumble, all drafts remain. */
function publish(context: Context, drafts: readonly Draft[]): void {
  const { mergeRequest, caller } = context;
  const user = mayComment(caller, mergeRequest);
  const notes: number[] = [];
  for (const draft of drafts) {
    try {
      const id = publishOne(context, draft, user);
      if (id !== null) notes.push(id);
    } catch (error) {
      if (!(error instanceof Refusal) || error.answer.status >= 500) throw error;
    }
  }
  forget(context, drafts);
  if (notes.length > 0) mergeRequest.notifications.push({ user: user.username, notes });
}

function publishOne({ gitlab, mergeRequest }: Context, draft: Draft, author: User): number | null {
  const { note: body, position } = draft;
  const discussion = mergeRequest.discussions.find(({ id }) => id === draft.discussionId) ?? null;
  if (draft.discussionId !== null && discussion === null) return null;
  const type = position === null ? 'DiscussionNote' : 'DiffNote';
  const saved = saveNote(gitlab, mergeRequest, { author, body, type, position, discussion });
  if (discussion !== null) {
    const to = draft.resolveDiscussion;
    resolveNotes(gitlab, mergeRequest, resolvableNotes(discussion), author, to);
  }
  return 'note' in saved ? saved.note.id : null;
}

function ownDrafts({ mergeRequest, caller }: Context): Draft[] {
  return mergeRequest.drafts.filter(({ author }) => author.id === caller.user?.id);
}

function draftOf(context: Context): Draft {
  const found = ownDrafts(context).find(({ id }) => `${id}` === context.at.draft);
  if (found === undefined) throw notFound();
  return found;
}

function forget({ mergeRequest }: Context, drafts: readonly Draft[]): void {
  mergeRequest.drafts = mergeRequest.drafts.filter((draft) => !drafts.includes(draft));
}

import { type Caller, callerOf, mergeRequestFor, projectFor } from './access.ts';
import { type Answer, Refusal, unauthorized } from './answer.ts';
import type { GitLab } from './gitlab.ts';
import type { Project } from './model.ts';
import type { ApiRequest } from './request.ts';
import type { Route } from './route.ts';
import { discussionRoutes } from './routes/discussions.ts';
import { draftRoutes } from './routes/drafts.ts';
import { mergeRequestRoutes } from './routes/merge-requests.ts';
import { noteRoutes } from './routes/notes.ts';

const routes: readonly Route[] = [...mergeRequestRoutes, ...discussionRoutes, ...noteRoutes, ...draftRoutes];

/** Answers a request. @throws Refusal */
export function answer(gitlab: GitLab, request: ApiRequest): Answer {
  const [root, ...rest] = request.path;
  if (root === 'user' && rest.length === 0) return self(gitlab, request);
  if (root !== 'projects') throw unknownPath();
  const [project = '', collection, iid = '', ...below] = rest;
  if (collection === undefined) {
    const found = reach(gitlab, request, callerOf(request, gitlab, false), project);
    return {
      status: 200,
      body: { id: found.id, path_with_namespace: found.path, visibility: found.visibility },
    };
  }
  if (collection !== 'merge_requests' || iid === '') throw unknownPath();
  if (below[0] === 'draft_notes' && !gitlab.hasDrafts) throw unknownPath();
  for (const route of routes) {
    const at = match(route.path, below);
    if (at === null) continue;
    const method = route.methods[request.method];
    if (method === undefined) throw new Refusal(405, { error: '405 Not Allowed' });
    const isRead = request.method === 'GET';
    const caller = callerOf(request, gitlab, isRead && gitlab.jobTokensRead && route.takesJobTokens === true);
    if (caller.user === null && !(isRead && route.isPublic)) throw unauthorized();
    const found = reach(gitlab, request, caller, project);
    const mergeRequest = mergeRequestFor(iid, found, caller);
    return method({ gitlab, request, caller, mergeRequest, at });
  }
  throw unknownPath();
}

/** A project that has moved: readers are sent on to its number, writers are refused. */
function reach(gitlab: GitLab, request: ApiRequest, caller: Caller, id: string): Project {
  const found = projectFor(id, caller, gitlab);
  if (!found.formerPaths.includes(id)) return found;
  if (request.method !== 'GET')
    throw new Refusal(405, { message: 'Non GET methods are not allowed for moved projects' });
  const location = request.url.replace(encodeURIComponent(id), `${found.id}`);
  throw new Refusal(302, 'This resource has been moved temporarily', { location });
}

function self(gitlab: GitLab, request: ApiRequest): Answer {
  if (request.method !== 'GET') throw new Refusal(405, { error: '405 Not Allowed' });
  const { user } = callerOf(request, gitlab, false);
  if (user === null) throw unauthorized();
  return {
    status: 200,
    body: { id: user.id, username: user.username, name: user.username, state: 'active' },
  };
}

function match(pattern: string, parts: readonly string[]): Record<string, string> | null {
  const wanted = pattern === '' ? [] : pattern.split('/');
  if (wanted.length !== parts.length) return null;
  const at: Record<string, string> = {};
  for (const [index, part] of wanted.entries()) {
    const given = parts[index] ?? '';
    if (part.startsWith(':')) at[part.slice(1)] = given;
    else if (part !== given) return null;
  }
  return at;
}

const unknownPath = () => new Refusal(404, { error: '404 Not Found' });

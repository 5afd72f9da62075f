import { forbidden, notFound, Refusal, unauthorized } from './answer.ts';
import type { GitLab } from './gitlab.ts';
import type { Discussion, MergeRequest, Note, Project, Role, Token, User } from './model.ts';
import type { ApiRequest } from './request.ts';

/** Who asks; null for nobody. */
export interface Caller {
  readonly user: User | null;
}

const ranks: Readonly<Record<Role, number>> = { guest: 10, reporter: 20, developer: 30, maintainer: 40 };

/** Finds out who asks, and whether the token may be used for this. @param takesJobTokens whether the route looks at `JOB-TOKEN` */
export function callerOf(request: ApiRequest, gitlab: GitLab, takesJobTokens: boolean): Caller {
  const { headers, method } = request;
  const token = tokenIn(headers, gitlab, takesJobTokens);
  if (token === null) return { user: null };
  if (token.state !== 'active') {
    const why =
      token.state === 'expired'
        ? 'Token is expired. You can either do re-authorization or token refresh.'
        : 'Token was revoked. You have to re-authorize from the user.';
    throw new Refusal(401, { error: 'invalid_token', error_description: why });
  }
  const needed = method === 'GET' ? ['api', 'read_api'] : ['api'];
  if (token.kind !== 'job' && !needed.some((scope) => token.scopes.includes(scope))) {
    throw new Refusal(403, {
      error: 'insufficient_scope',
      error_description: 'The request requires higher privileges than provided by the access token.',
      scope: needed.join(' '),
    });
  }
  return { user: token.user };
}

function tokenIn(headers: ApiRequest['headers'], gitlab: GitLab, takesJobTokens: boolean): Token | null {
  const personal = headers['private-token'];
  const bearer = /^Bearer (.+)$/iu.exec(headers.authorization ?? '')?.[1];
  const job = headers['job-token'];
  const value = personal ?? bearer ?? (takesJobTokens ? job : undefined);
  if (typeof value !== 'string') return null;
  const token = gitlab.tokens.get(value);
  if (token === undefined) throw unauthorized();
  const isInPlace =
    personal === undefined ? bearer !== undefined || token.kind === 'job' : token.kind === 'personal';
  if (!isInPlace || (bearer !== undefined && token.kind === 'job')) throw unauthorized();
  return token;
}

/** A project that the caller cannot see is answered as one that is not there. */
export function projectFor(id: string, caller: Caller, gitlab: GitLab): Project {
  const project = gitlab.projects.find(
    (one) => `${one.id}` === id || one.path === id || one.formerPaths.includes(id),
  );
  if (!project || !(project.visibility === 'public' || hasRole(caller.user, project, 'guest')))
    throw notFound('Project');
  return project;
}

export function mergeRequestFor(iid: string, project: Project, caller: Caller): MergeRequest {
  const found = project.mergeRequests.get(Number(iid));
  const isVisible = project.visibility === 'public' || hasRole(caller.user, project, 'reporter');
  if (!found || !isVisible) throw notFound('MergeRequest');
  return found;
}

export function mayComment({ user }: Caller, mergeRequest: MergeRequest): User {
  if (user === null) throw unauthorized();
  if (mergeRequest.isLocked && !hasRole(user, mergeRequest.project, 'guest')) throw forbidden();
  return user;
}

/** Authors may edit and delete their own, maintainers all but system notes. */
export function mayEdit({ user }: Caller, { project }: MergeRequest, note: Note): void {
  if (user === null) throw unauthorized();
  if (note.isSystem || !(note.author.id === user.id || hasRole(user, project, 'maintainer')))
    throw forbidden();
}

/** @param note where the thread is resolved through one of its notes, which the note's author may do too */
export function mayResolve({ user }: Caller, mergeRequest: MergeRequest, note: Note | null): User {
  if (user === null) throw unauthorized();
  const isAuthor = mergeRequest.author.id === user.id || note?.author.id === user.id;
  if (!isAuthor && !hasRole(user, mergeRequest.project, 'developer')) throw forbidden();
  return user;
}

export const isResolvable = (note: Note): boolean => !note.isSystem && note.type !== null;
export const resolvableNotes = ({ notes }: Discussion): Note[] => notes.filter(isResolvable);

function hasRole(user: User | null, project: Project, role: Role): boolean {
  const held = user === null ? undefined : project.members.get(user.id);
  return held !== undefined && ranks[held] >= ranks[role];
}

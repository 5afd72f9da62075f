import { AccessError, GitLabError } from '../access.ts';
import { type ApiAnswer, fieldsOf, reasonIn } from './answer.ts';

/** What was tried, for sentences: “read the merge request”. */
export type Attempt = string;

const newToken =
  'Make a new project access token (in the project: Settings > Access tokens) with the role Developer and the scope api, and put it into the CI/CD variable that holds this one.';

/** The sentence for an answer that refuses: which right is missing, and how to grant it. */
export function refusal(answer: ApiAnswer, attempt: Attempt, place: string): AccessError | GitLabError {
  const { status, body } = answer;
  const { error } = fieldsOf(body);
  if (status === 401) return new AccessError(unauthorized(`${error ?? ''}`, place));
  if (status === 403 && error === 'insufficient_scope')
    return new AccessError(`The token may not ${attempt}: it lacks the scope api. ${newToken}`);
  if (status === 403) return new AccessError(forbidden(answer, attempt, place));
  if (status === 404)
    return new AccessError(
      `The token’s user cannot see ${place}, or there is no such merge request, so it was not possible to ${attempt}. Check the project and the number, and make the user a member of the project, with the role Developer.`,
    );
  return new GitLabError(
    `It was not possible to ${attempt} (${place}): GitLab said “${reasonIn(answer)}” (${status}). Please run the job again; if it happens again, report it.`,
  );
}

function unauthorized(error: string, place: string): string {
  return error === 'invalid_token'
    ? `GitLab does not take the token for ${place} any more: it has expired or was revoked. ${newToken}`
    : `GitLab does not know the token for ${place}. A CI_JOB_TOKEN cannot be used to comment. ${newToken}`;
}

function forbidden(answer: ApiAnswer, attempt: Attempt, place: string): string {
  const said = reasonIn(answer).replace(/^403 /u, '');
  const reason = said === 'Forbidden' || said === 'status 403' ? '' : ` GitLab said “${said}”.`;
  return `The token’s user may not ${attempt} in ${place}.${reason} Make the user a member of the project with the role Developer (Reporter is enough to comment, but not to resolve every thread); where the merge request is locked, unlock it.`;
}

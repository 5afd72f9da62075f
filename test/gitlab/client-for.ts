import { type ClientSettings, ReviewClient } from '../../src/gitlab/client/review-client.ts';
import type { MergeRequestRef } from '../../src/gitlab/merge-request.ts';
import type { Handbook } from '../support/gitlab/handbook.ts';
import { VirtualClock } from '../support/virtual-clock.ts';

/** A client for the merge request, whose waiting takes no time. */
export function clientFor(
  { apiUrl, project, mergeRequest, token }: Pick<Handbook, 'apiUrl' | 'project' | 'mergeRequest' | 'token'>,
  given: Partial<ClientSettings & MergeRequestRef> = {},
): ReviewClient {
  const ref = { apiUrl, project: `${project.id}`, iid: mergeRequest.iid, ...given };
  return new ReviewClient(ref, {
    token: token.value,
    userAgent: 'jobfam-lint/test',
    fetch,
    clock: new VirtualClock(),
    timeout: 2000,
    patience: 300_000,
    ...given,
  });
}

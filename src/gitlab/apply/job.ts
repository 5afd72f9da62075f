import type { ReviewClient } from '../client/review-client.ts';
import type { DiffRefs } from '../diff/version.ts';

/** What the steps of one review share. */
export interface Job {
  readonly client: ReviewClient;
  readonly refs: DiffRefs;
  /** Id of the user that the token belongs to. */
  readonly self: number;
  /** Fingerprints that got no thread, as GitLab takes no note there. */
  readonly refused: Set<string>;
  /** Sentences on what could not be done, each once. */
  readonly problems: Set<string>;
}

/** So many times a request is made whose answer does not come. */
export const mostTries = 3;

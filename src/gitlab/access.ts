/**
 * GitLab does not let us do the review; the run goes on and reports without it.
 * The message is a sentence that says which right is missing and how to grant it. It holds no token.
 */
export class AccessError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'AccessError';
  }
}

/** GitLab could not be asked, or gave an answer that makes no sense; a sentence on what happened and what to do, without any token. */
export class GitLabError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'GitLabError';
  }
}

import { GitLabError } from '../access.ts';
import type { ApiAnswer } from './answer.ts';
import type { Attempt } from './refusals.ts';
import type { Query, Transport } from './transport.ts';

/**
 * Gitbeaker's resources, for their addresses and for following lists from page to page. Requests go through the transport: gitbeaker's own
 * way repeats writes ten times within a second and does not look at `Retry-After`. They are read-only, so that nothing can be
 * written by them at all. The package is loaded only here, when a review begins.
 */
export async function gitbeakerResources(transport: Transport) {
  const { MergeRequests, MergeRequestDiscussions, MergeRequestDraftNotes, Users } = await import(
    '@gitbeaker/rest'
  );
  const refuse = () => Promise.reject(new GitLabError('Reading never writes. Please report this as a bug.'));
  const requesterFor = (attempt: Attempt) => (resource: { readonly url: string }) => {
    // Some resources keep the beginning of their addresses here, behind the address of the API, which is the transport's.
    const start = resource.url.slice('/api/v4/'.length);
    const get = async (endpoint: string, options: { searchParams?: Record<string, unknown> } = {}) => {
      const path = start === '' ? endpoint : `${start}/${endpoint}`;
      const answer = await transport.read(path, queryOf(options.searchParams ?? {}), attempt);
      return { ...answer, headers: { ...answer.headers, link: linkOf(answer) } };
    };
    return { get, post: refuse, put: refuse, patch: refuse, delete: refuse } as never;
  };
  const optionsFor = (attempt: Attempt) => ({
    host: '',
    queryTimeout: null,
    requesterFn: requesterFor(attempt),
  });
  /** @param attempt what is being tried, for errors */
  return {
    users: (attempt: Attempt) => new Users(optionsFor(attempt)),
    mergeRequests: (attempt: Attempt) => new MergeRequests(optionsFor(attempt)),
    discussions: (attempt: Attempt) => new MergeRequestDiscussions(optionsFor(attempt)),
    drafts: (attempt: Attempt) => new MergeRequestDraftNotes(optionsFor(attempt)),
  };
}

/** In snake case, as the API has it. */
function queryOf(params: Readonly<Record<string, unknown>>): Query {
  return Object.fromEntries(
    Object.entries(params)
      .filter(([, value]) => value !== undefined)
      .map(([key, value]) => [key.replace(/[A-Z]/gu, (letter) => `_${letter.toLowerCase()}`), `${value}`]),
  );
}

/** Where the next page is. Some proxies take the header `link` away. */
function linkOf({ headers }: ApiAnswer): string {
  const next = headers['x-next-page'] ?? '';
  if (headers.link !== undefined || next === '') return headers.link ?? '';
  return `<?page=${next}&per_page=${headers['x-per-page'] ?? 100}>; rel="next"`;
}

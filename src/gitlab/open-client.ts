import type { Fetch } from '../host/fetch.ts';
import type { WallClock } from '../host/wall-clock.ts';
import { ReviewClient } from './client/review-client.ts';
import type { MergeRequestRef } from './merge-request.ts';

/** A client that uses the network. @throws AccessError where the token cannot be sent */
export function openClient(
  ref: MergeRequestRef,
  token: string,
  clock: WallClock,
  userAgent: string,
  fetch: Fetch,
): ReviewClient {
  return new ReviewClient(ref, { token, userAgent, fetch, clock, timeout: 30_000, patience: 300_000 });
}

import type { Document } from '../markdown/document.ts';
import { emptySite, type SiteFacts } from './facts.ts';
import type { SiteInput } from './settings.ts';

/** What is asked of a linted page. */
export type LinkingPage = Pick<Document, 'path' | 'text' | 'links'>;

/** Finds out where the links of linted pages lead. */
export function siteFacts(_pages: readonly LinkingPage[], _site: SiteInput): SiteFacts {
  return emptySite;
}

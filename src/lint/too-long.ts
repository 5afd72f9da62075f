import { mostToRead, PageTooLong } from '../markdown/limits.ts';

/** What is to be said of a page that is too long, behind its path; null where that is not what an error says. */
export function tooLong(error: unknown): string | null {
  return error instanceof PageTooLong ? `has more than ${mostToRead.toLocaleString('en')} characters` : null;
}

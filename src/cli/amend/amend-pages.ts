import type { JudgedFinding } from '../../lint/finding.ts';
import { mostAmended } from '../../lint/most-amended.ts';
import { Shift } from '../../text/shift.ts';
import type { KeptRest } from '../replay/run-file.ts';
import type { Pages } from './pages.ts';
import type { Rest, RestPage } from './rest.ts';
import { movedIn, pagesIn } from './spans.ts';

/** A page that is no longer as it was. */
export interface ChangedPage {
  readonly path: string;
  readonly id: string;
  readonly text: string;
}

/** What is known of all pages by now. */
export interface Amended {
  readonly kept: KeptRest;
  /** New findings, by path; where not all are kept, those of other pages only where they have moved. */
  readonly findings: ReadonlyMap<string, readonly JudgedFinding[]>;
  /** What is kept of a page. */
  page(path: string): RestPage | null;
}

/** Makes findings again on changed pages; null where a change concerns rules over all pages, or there are too many. */
export function amendPages(
  changed: Iterable<ChangedPage>,
  rest: Rest,
  kept: KeptRest,
  pages: Pages,
): Amended | null {
  const paths = new Set(kept.amended);
  const known = { ...kept.pages };
  const pageOf = (path: string): RestPage | null => known[path] ?? rest.page(path);
  const findings = new Map<string, readonly JudgedFinding[]>();
  for (const { path, id, text } of changed) {
    const before = pageOf(path);
    paths.add(path);
    if (before === null || paths.size > mostAmended) return null;
    const shift = new Shift(before.text, text);
    const page = pages.amended(path, before, { id, text }, shift);
    if (page === null) return null;
    known[path] = page.kept;
    findings.set(path, page.findings);
    // What other pages have to do with this one has moved in it.
    for (const other of referringTo(path, rest, known)) {
      const moved = movedIn(pageOf(other), path, shift);
      if (moved === null) return null;
      known[other] = moved;
      if (moved.judged !== null) findings.set(other, moved.judged);
    }
  }
  return { kept: { key: kept.key, amended: [...paths], pages: known }, findings, page: pageOf };
}

/** Pages of which something is kept that points to a page. */
function referringTo(
  path: string,
  { head }: Rest,
  known: Readonly<Record<string, RestPage>>,
): ReadonlySet<string> {
  const lately = Object.entries(known).flatMap(([other, page]) => (pagesIn(page).has(path) ? [other] : []));
  const all = new Set([...(head.referring[path] ?? []), ...lately]);
  all.delete(path);
  return all;
}

import type { Notice } from '../lint/finding.ts';
import type { BaselineEntry } from './baseline-file.ts';
import type { Coverage } from './coverage.ts';
import type { Baseline } from './judge-baseline.ts';

/** Entries of which there is surely no finding any more: what was looked at would have shown it. */
export function goneEntries(
  missing: readonly BaselineEntry[],
  { pageOf }: Pick<Baseline, 'pageOf'>,
  { isWhole, pages, unjudged }: Coverage,
): readonly BaselineEntry[] {
  return missing.filter((entry) => !unjudged.has(entry.rule) && (isWhole || pages.has(pageOf(entry))));
}

/** What there is to say of a baseline. */
export function baselineNotices(gone: readonly BaselineEntry[], { path }: Pick<Baseline, 'path'>): Notice[] {
  const [first] = gone;
  if (first === undefined) return [];
  const place = `${first.rule} in ${first.file}`;
  const message =
    gone.length === 1
      ? `The baseline lists a finding that is no longer there, ${place}. “jobfam-lint baseline --prune” takes it out.`
      : `The baseline lists ${gone.length} findings that are no longer there, such as ${place}. “jobfam-lint baseline --prune” takes them out.`;
  return [{ kind: 'baseline-gone', message, file: path }];
}

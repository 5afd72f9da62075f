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
  const count = gone.length === 1 ? '1 finding that is' : `${gone.length} findings that are`;
  return [
    {
      kind: 'baseline-gone',
      message: `The baseline lists ${count} no longer there, such as ${first.rule} in ${first.file}. “jobfam-lint baseline --prune” takes them out.`,
      file: path,
    },
  ];
}

import { resolve } from 'node:path';
import { crc32 } from 'node:zlib';
import { rules as ownRules } from '../../../rules/index.ts';
import type { JudgedFinding } from '../../lint/finding.ts';
import { compareFindings } from '../../lint/order.ts';
import type { PageText } from '../../lint/records/page-record.ts';
import { type FoundRun, seenAfter } from '../replay/replay.ts';
import { encodeRun } from '../replay/run-file.ts';
import { restIn } from './amend.ts';
import { amendPages, type ChangedPage } from './amend-pages.ts';
import { Pages, type RecordOf } from './pages.ts';
import type { TakenUp } from './taken-up.ts';

/**
 * Takes up a run whose outcome is made of all findings, where the texts of a few pages have changed since in a way that concerns no rule over all pages.
 * Rules then run on these pages alone, and all that comes behind the rules is done as always.
 * @param pages all pages of this run
 * @returns null where the rules must run on all pages
 */
export async function takeUp(
  found: FoundRun,
  pages: readonly PageText[],
  recordOf: RecordOf,
  cwd: string,
): Promise<TakenUp | null> {
  const kept = found.run.rest();
  const rest = kept && restIn(found, kept.key);
  if (kept === null || !rest?.head.isWhole || rest.paths.length !== pages.length) return null;
  const changed: ChangedPage[] = [];
  const judged = new Map<string, readonly JudgedFinding[]>();
  const asKept = new Set(found.changed.map(({ path }) => path));
  for (const page of pages) {
    const before = kept.pages[page.path] ?? rest.page(page.path);
    if (before === null || page.id === undefined) return null;
    judged.set(page.path, before.judged ?? []);
    if (page.id === before.id) continue;
    if (!asKept.delete(resolve(cwd, page.path))) return null;
    changed.push({ path: page.path, id: page.id, text: page.text });
  }
  // What has changed beside pages concerns more than single pages.
  if (asKept.size > 0) return null;
  const amended = amendPages(changed, rest, kept, await Pages.of(rest, ownRules, recordOf));
  if (amended === null) return null;
  const findings = pages.flatMap(({ path }) => amended.findings.get(path) ?? judged.get(path) ?? []);
  const ids = new Map(changed.map(({ path, id }) => [resolve(cwd, path), id]));
  return {
    findings: [...findings, ...rest.head.elsewhere].sort(compareFindings),
    renewed: (outcome, now) => ({
      name: found.name,
      chunks: encodeRun(
        {
          ...found.run,
          ...outcome,
          seen: seenAfter(found, ({ path }) => ids.get(path), now),
          rest: amended.kept,
        },
        crc32,
      ),
    }),
  };
}

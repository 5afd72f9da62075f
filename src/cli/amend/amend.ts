import { crc32 } from 'node:zlib';
import { rules as ownRules } from '../../../rules/index.ts';
import { contentOf, seenNow } from '../../host/look-again.ts';
import { nodeStore } from '../../host/node-store.ts';
import { decodePage } from '../../host/read-page.ts';
import { relativePath } from '../../host/relative-path.ts';
import type { Seen } from '../../host/seen-files.ts';
import { severities } from '../../lint/finding.ts';
import { mostAmended } from '../../lint/most-amended.ts';
import { hashOf } from '../../lint/records/record-file.ts';
import { JsonPieces } from '../../report/json-pieces.ts';
import { Shift } from '../../text/shift.ts';
import { exit } from '../exit.ts';
import { type FoundRun, type Replay, type ReplayOptions, withDuration } from '../replay/replay.ts';
import { encodeRun, type KeptRest } from '../replay/run-file.ts';
import { restName } from '../replay/run-key.ts';
import { isBad } from '../status.ts';
import { Pages } from './pages.ts';
import { Rest, type RestPage } from './rest.ts';
import { movedIn, pagesIn } from './spans.ts';

/**
 * Takes up a run where the texts of a few pages have changed since, in a way that concerns no rule over all pages. Then only what is found on these
 * pages by themselves is made again.
 * @returns what the whole run would do; null where it must be made
 */
export async function amendedRun(
  found: FoundRun,
  { call, now, took }: Pick<ReplayOptions, 'call' | 'now' | 'took'>,
): Promise<Replay | null> {
  const { run, folder, name, changed } = found;
  const kept = run.rest();
  const file = kept && nodeStore(folder).open(restName(name));
  const rest = file && Rest.of(file, kept.key);
  if (!rest) return null;
  const amended = new Set(kept.amended);
  const known = { ...kept.pages };
  const pageOf = (path: string): RestPage | null => known[path] ?? rest.page(path);
  const texts = { get: (path: string) => pageOf(path)?.text };
  const pages = await Pages.of(rest, ownRules);
  const report = new JsonPieces(run.stdout);
  const seen = new Map<Seen, Seen>();
  for (const one of changed) {
    const path = relativePath(call.cwd, one.path);
    const before = pageOf(path);
    const bytes = contentOf(one);
    const text = bytes && decodePage(path, bytes).text;
    if (before === null || bytes === null || typeof text !== 'string' || one.real !== null) return null;
    amended.add(path);
    if (amended.size > mostAmended) return null;
    const id = hashOf(bytes);
    const shift = new Shift(before.text, text);
    const page = pages.amended(path, before, { id, text }, shift);
    if (page === null) return null;
    known[path] = page.kept;
    report.exchange(path, { findings: page.findings, texts });
    // What other pages have to do with this one has moved in it.
    for (const other of referringTo(path, rest, known)) {
      const moved = movedIn(pageOf(other), path, shift);
      if (moved === null) return null;
      known[other] = moved;
      if (moved.judged !== null) report.exchange(other, { findings: moved.judged, texts });
    }
    seen.set(one, { ...one, hash: id });
  }
  const { failOn, maxWarnings } = rest.head;
  const { errors, warnings, infos } = report.summary;
  if (maxWarnings !== null && warnings > maxWarnings) return null;
  const counts = { error: errors, warning: warnings, info: infos };
  const isFailing = severities.some((severity) => counts[severity] > 0 && isBad(severity, failOn));
  const status = isFailing ? exit.findings : exit.fine;
  const again = new Set(found.doubtful);
  const after: KeptRest = { key: kept.key, amended: [...amended], pages: known };
  const renewed = {
    ...run,
    status,
    stdout: report.bytes,
    seen: run.seen.map((one) => (again.has(one) ? seenNow(seen.get(one) ?? one, now) : one)),
    rest: after,
  };
  return {
    status,
    stdout: withDuration(report.bytes, run.duration, Math.round(took())),
    stderr: '',
    written: [],
    renewed: { folder, name, chunks: encodeRun(renewed, crc32) },
  };
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

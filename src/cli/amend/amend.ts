import { crc32 } from 'node:zlib';
import { rules as ownRules } from '../../../rules/index.ts';
import { contentOf } from '../../host/look-again.ts';
import { nodeStore } from '../../host/node-store.ts';
import { nodeTimeLimit } from '../../host/node-time-limit.ts';
import { decodePage } from '../../host/read-page.ts';
import { relativePath } from '../../host/relative-path.ts';
import { severities } from '../../lint/finding.ts';
import { runPageStep } from '../../lint/records/page-step.ts';
import { hashOf } from '../../lint/records/record-file.ts';
import { JsonPieces } from '../../report/json-pieces.ts';
import { exit } from '../exit.ts';
import { type FoundRun, type Replay, type ReplayOptions, seenAfter, withDuration } from '../replay/replay.ts';
import { encodeRun } from '../replay/run-file.ts';
import { restName } from '../replay/run-key.ts';
import { isBad } from '../status.ts';
import { amendPages, type ChangedPage } from './amend-pages.ts';
import { Pages, type RecordOf } from './pages.ts';
import { Rest } from './rest.ts';

/**
 * Takes up a run where the texts of a few pages have changed since, in a way that concerns no rule over all pages, and whose outcome is made of one page
 * after the other. Then only what is found on these pages by themselves is made again, and nothing else is loaded.
 * @returns what the whole run would do; null where it must be made
 */
export async function amendedRun(
  found: FoundRun,
  { call, now, took }: Pick<ReplayOptions, 'call' | 'now' | 'took'>,
): Promise<Replay | null> {
  const { run, folder, name } = found;
  const kept = run.rest();
  const rest = kept && restIn(found, kept.key);
  if (!rest || rest.head.isWhole) return null;
  const changed = changedPages(found, call.cwd);
  if (changed === null) return null;
  const limit = nodeTimeLimit(rest.head.pageTime);
  const recordOf: RecordOf = (page, task) => limit(() => runPageStep(page, task));
  const amended = amendPages(changed, rest, kept, await Pages.of(rest, ownRules, recordOf));
  if (amended === null) return null;
  const report = new JsonPieces(run.stdout);
  const texts = { get: (path: string) => amended.page(path)?.text };
  for (const [path, findings] of amended.findings) report.exchange(path, { findings, texts });
  const { failOn, maxWarnings } = rest.head;
  const { errors, warnings, infos } = report.summary;
  if (maxWarnings !== null && warnings > maxWarnings) return null;
  const counts = { error: errors, warning: warnings, info: infos };
  const isFailing = severities.some((severity) => counts[severity] > 0 && isBad(severity, failOn));
  const status = isFailing ? exit.findings : exit.fine;
  const ids = new Map(changed.map(({ path, id }) => [path, id]));
  const seen = seenAfter(found, ({ path }) => ids.get(relativePath(call.cwd, path)), now);
  const renewed = { ...run, status, stdout: report.bytes, seen, rest: amended.kept };
  return {
    status,
    stdout: withDuration(report.bytes, run.duration, Math.round(took())),
    stderr: '',
    written: [],
    renewed: { folder, name, chunks: encodeRun(renewed, crc32) },
  };
}

/** What was kept beside a run; null where it is not there any more. */
export function restIn({ folder, name }: FoundRun, key: string): Rest | null {
  const file = nodeStore(folder).open(restName(name));
  return file && Rest.of(file, key);
}

/** The pages that have changed since a run; null where something else than pages has. */
function changedPages({ changed }: FoundRun, cwd: string): ChangedPage[] | null {
  const pages: ChangedPage[] = [];
  for (const one of changed) {
    const path = relativePath(cwd, one.path);
    const bytes = contentOf(one);
    const text = bytes && decodePage(path, bytes).text;
    if (bytes === null || typeof text !== 'string' || one.real !== null) return null;
    pages.push({ path, id: hashOf(bytes), text });
  }
  return pages;
}

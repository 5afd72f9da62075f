import { isDeepStrictEqual } from 'node:util';
import type { Change, Label } from './changes.ts';
import { shownComments } from './comments.ts';
import { judge, type Origin } from './judge.ts';
import { mended } from './mend.ts';
import { ReplayedRequest, type Stage } from './merge-request.ts';
import { type Finding, runProgram } from './program.ts';

/** What came of one change. */
export interface Replayed {
  readonly change: string;
  /** Defects that people labelled on lines of the change. */
  readonly labels: number;
  /** Of these: with a thread; told in the summary, as there were threads enough; not told at all. */
  readonly threaded: number;
  readonly folded: number;
  readonly missed: readonly Label[];
  readonly threads: number;
  /** Threads on what stood before the change. Must be 0. */
  readonly notBrought: number;
  /** Threads that no label explains, to be read by people. */
  readonly unlabelled: readonly {
    readonly origin: Origin;
    readonly line: number;
    readonly rule: string;
    readonly message: string;
  }[];
  /** Labelled threads whose defect was mended; those of them that were resolved; and that came back with it. */
  readonly mended: number;
  readonly resolved: number;
  readonly reopened: number;
  /** Comments that stood twice after any of the reviews. Must be 0. */
  readonly twins: number;
  /** Requests of the first review, and of the second one of the same commit, which writes nothing. */
  readonly requests: readonly [number, number];
  readonly seconds: number;
  /** What the first review wrote, as `comments.ts` shows it. */
  readonly comments: string;
  /** What else was not as it must be; none of these may be. */
  readonly faults: readonly string[];
}

/** Plays a change: it comes, is reviewed again, is mended, and is spoilt again. */
export async function replay(stage: Stage, change: Change): Promise<Replayed> {
  const { site, isHere } = stage;
  const faults: string[] = [];
  const { name, path, labels } = change;
  const request = new ReplayedRequest(stage, change);
  const was = change.before === null ? [] : (await runProgram(site.folder, ['lint', path], isHere)).findings;
  const head = request.push(change.after);
  const twins: number[] = [];
  const reviewed = async (commit: string, step: string) => {
    const ran = await request.review(commit);
    twins.push(request.twins());
    if (!ran.stderr.startsWith('jobfam-lint: The review is written'))
      faults.push(`${step}: the program said “${ran.stderr.trim()}”, and exited with ${ran.status}.`);
    return ran;
  };

  const first = await reviewed(head, 'first review');
  const told = request.threads();
  const findingOf = new Map(first.findings.map((finding) => [finding.fingerprint, finding]));
  const prints = new Set(told.flatMap(({ fingerprints }) => fingerprints));
  const spoken = [...prints].flatMap((print) => findingOf.get(print) ?? []);
  if (spoken.length < prints.size) faults.push('first review: a thread speaks of no finding of the report.');
  const origins = judge(change, was, first.all, site.diff(request.base, head, path))(spoken);
  const unlabelled = spoken
    .map((finding, index) => ({ origin: origins[index] ?? 'stood', finding }))
    .filter(({ origin }) => origin !== 'labelled');

  const isAbout = (label: Label) => (finding: Finding) =>
    finding.file === path &&
    finding.rule === label.rule &&
    label.line >= finding.line &&
    label.line <= finding.endLine;
  const onLine = labels.filter(({ onChangedLine }) => onChangedLine);
  const threaded = onLine.filter((label) => spoken.some(isAbout(label)));
  const rest = onLine.filter((label) => !threaded.includes(label));
  const folded = rest.filter((label) => first.findings.some(isAbout(label)));

  const comments = shownComments(change, request);
  const seen = request.visible();
  const second = await reviewed(head, 'second review of the same commit');
  if (second.writes > 0 || request.visible() !== seen)
    faults.push('second review of the same commit: something was written.');

  const better = mended(change, first.findings, site.diff(request.base, head, path, 0));
  const third = await reviewed(request.push(better), 'review of the mended page');
  const left = new Set(third.findings.map(({ fingerprint }) => fingerprint));
  // Where a heading was mended, findings below it have other fingerprints, and their threads speak of these.
  const meant = new Map(request.threads().map(({ id, fingerprints }) => [id, fingerprints]));
  const turned = told.filter(
    ({ id, fingerprints }) =>
      !fingerprints.some((print) => left.has(print)) && meant.get(id)?.some((print) => left.has(print)),
  );
  const wordsOf = (findings: readonly Finding[], prints: readonly string[] = []) =>
    findings
      .flatMap((one) => (prints.includes(one.fingerprint) ? [`${one.rule} ${one.message}`] : []))
      .sort();
  for (const { id, fingerprints } of turned)
    if (!isDeepStrictEqual(wordsOf(first.findings, fingerprints), wordsOf(third.findings, meant.get(id))))
      faults.push('review of the mended page: a thread speaks of another finding than before.');
  const gone = told.filter(
    (thread) => !turned.includes(thread) && !thread.fingerprints.some((print) => left.has(print)),
  );
  const open = () => new Set(request.threads().flatMap(({ id, isOpen }) => (isOpen ? [id] : [])));
  const afterMending = open();
  const resolved = gone.filter(({ id }) => !afterMending.has(id));
  const stay = told.filter((thread) => !gone.includes(thread));
  if (stay.some(({ id }) => !afterMending.has(id)))
    faults.push('review of the mended page: a thread was resolved whose defect is still there.');

  const fourth = await reviewed(request.push(change.after), 'review of the page spoilt again');
  const afterSpoiling = open();
  const reopened = resolved.filter(({ id }) => afterSpoiling.has(id));
  const again = new Set(fourth.findings.map(({ fingerprint }) => fingerprint));
  const wrong = request
    .threads()
    .filter(({ isOpen, fingerprints }) => isOpen !== fingerprints.some((print) => again.has(print)));
  if (wrong.length > 0)
    faults.push(`review of the page spoilt again: ${wrong.length} threads are open or resolved wrongly.`);

  return {
    change: name,
    labels: onLine.length,
    threaded: threaded.length,
    folded: folded.length,
    missed: rest.filter((label) => !folded.includes(label)),
    threads: told.length,
    notBrought: unlabelled.filter(({ origin }) => origin === 'stood').length,
    unlabelled: unlabelled.map(({ origin, finding: { line, rule, message } }) => ({
      origin,
      line,
      rule,
      message,
    })),
    mended: gone.length,
    resolved: resolved.length,
    reopened: reopened.length,
    twins: Math.max(...twins),
    requests: [first.requests, second.requests],
    seconds: first.seconds,
    comments,
    faults,
  };
}

import type { JudgedFinding } from '../lint/finding.ts';
import { placer } from './diff/place.ts';
import { addedSilencing, type ChangedPage } from './diff/silencing.ts';
import type { DiffVersion } from './diff/version.ts';
import type { Plan } from './plan/action.ts';
import type { SummaryOf } from './plan/outcome.ts';
import { ownThreads } from './plan/own-thread.ts';
import type { Owner } from './plan/owner.ts';
import { planThreads, settledByPeople } from './plan/plan.ts';
import { lastState, planSummary } from './plan/plan-summary.ts';
import { nextState } from './plan/review-state.ts';
import { placesIn, subjectsOf } from './subjects.ts';
import type { Thread } from './thread.ts';
import { Links } from './words/links.ts';
import type { Places } from './words/plan-text.ts';
import { type SummaryContent, summary } from './words/summary.ts';

export interface ToReview extends Pick<SummaryContent, 'notices' | 'pages' | 'durationMs'> {
  /** Findings that are new and count. */
  readonly findings: readonly JudgedFinding[];
  /** Fingerprints of all other findings. */
  readonly silenced: readonly string[];
  readonly version: DiffVersion;
  /** The linted pages that the change touches. */
  readonly changed: readonly ChangedPage[];
  readonly threads: readonly Thread[];
  readonly owner: Owner;
  /** What the title of the summary adds, where there may be several; null for nothing. */
  readonly label: string | null;
  readonly limit: number;
  /** Address of the merge request's page. */
  readonly webUrl: string;
  /** See `Links`. */
  readonly docsUrl: string | null;
  /** Path of a page from the top of the repository. */
  pathOf(page: string): string;
  /** Text of a page as the version's head has it; null where that is not known. */
  textOf(page: string): string | null;
}

/** A plan, and what is needed to carry it out or to tell of it. */
export interface Planned {
  readonly plan: Plan;
  readonly summaryOf: SummaryOf;
  readonly places: Places;
}

/** Plans a review; nothing is read or written. */
export function planReview(given: ToReview): Planned {
  const { version, threads, owner, limit, webUrl, notices, pages, durationMs } = given;
  const { refs, files } = version;
  const links = new Links(webUrl, refs.headSha, given.docsUrl);
  const place = placer(files, given.pathOf, given.textOf);
  const placeOf = placesIn(given);
  const findings = given.findings.map((finding) => ({
    finding,
    placed: place(finding),
    related: (finding.related ?? []).map(({ span }) => placeOf(span)),
  }));
  const own = ownThreads(threads, owner);
  const settled = settledByPeople(own);
  const subjects = subjectsOf({ ...given, findings, setAside: settled, links, scope: owner.scope });
  const actions = planThreads({ subjects, own, owner, headSha: refs.headSha, limit });
  const folded = actions.flatMap(({ kind, fingerprints }) => (kind === 'fold' ? fingerprints : []));
  const present = findings.map(({ finding }) => finding.fingerprint);
  const ended = actions.flatMap((action) =>
    action.kind === 'resolve' && action.why === 'gone' ? action.fingerprints : [],
  );
  const printsOf = new Map(own.map(({ thread, fingerprints }) => [thread.id, fingerprints]));
  const renamed = actions.flatMap((action) =>
    'thread' in action && action.kind !== 'resolve' && action.kind !== 'remove'
      ? [{ was: printsOf.get(action.thread) ?? [], is: action.fingerprints }]
      : [],
  );
  const isThere = { present, silenced: given.silenced, renamed };
  const state = nextState(lastState(threads, owner), refs.headSha, isThere, ended);
  const setAside = new Set(
    actions.flatMap(({ kind, fingerprints }) => (kind === 'leave' ? fingerprints : [])),
  );
  const silencing = given.changed.flatMap(addedSilencing);
  const head = refs.headSha;
  const isNeeded = findings.length + state.gone.length + silencing.length + notices.length > 0;
  const summaryOf: SummaryOf = (refused) => {
    const content = {
      scope: owner.scope,
      label: given.label,
      findings,
      setAside,
      state,
      silencing,
      notices,
      head,
      pages,
      durationMs,
    };
    const body = summary({ ...content, folded: new Set([...folded, ...refused]) }, links);
    return planSummary(threads, owner, body, isNeeded);
  };
  const places = new Map([
    ...findings.map(
      ({ finding, placed: { path, line } }) => [finding.fingerprint, `${path}:${line}`] as const,
    ),
    ...own.flatMap(({ thread, first: { position } }) => {
      if (position?.newPath == null) return [];
      const line = position.newLine === null ? '' : `:${position.newLine}`;
      return [[thread.id, `${position.newPath}${line}`] as const];
    }),
  ]);
  return { plan: { refs, actions, summary: summaryOf(new Set()) }, summaryOf, places };
}

import type { Edit } from '../text/edit.ts';
import { addToGroup } from '../text/group-by.ts';
import { GitLines } from './diff/lines.ts';
import { type LineSuggestion, suggestionOf } from './diff/suggestion.ts';
import type { PlacedFinding } from './words/summary.ts';

/** Findings that one thread speaks of; it stands on the line of the first. */
export interface Group {
  readonly findings: readonly [PlacedFinding, ...PlacedFinding[]];
  /** What one click can put in the place of the lines; it mends all of them. */
  readonly suggestion: LineSuggestion | null;
  /** Whether they are the same slip again and again, each to be mended by hand; else one repair mends all. */
  readonly isRun: boolean;
}

export interface ToGroup {
  /** In the order of the report. */
  readonly findings: readonly PlacedFinding[];
  /** Fingerprints of findings that people have set aside; these are joined with no others. */
  readonly setAside: { has(fingerprint: string): boolean };
  textOf(page: string): string | null;
}

/**
 * Joins what one thread says best: findings of one line that one click mends, and the same slip on line after line. Findings of the
 * same fingerprint count once.
 */
export function groupsOf({ findings, setAside, textOf }: ToGroup): Group[] {
  const made: Draft[] = [];
  const spoken = new Set<string>();
  // By line, those that a click mends; by advice, the last of those that it does not.
  const clicks = new Map<string, Draft[]>();
  const runs = new Map<string, Draft>();
  for (const one of findings) {
    const { fingerprint } = one.finding;
    if (spoken.has(fingerprint)) continue;
    spoken.add(fingerprint);
    const fresh = draft(one, textOf);
    const { path, line, position, suggestion } = one.placed;
    const canJoin = position?.kind === 'line' && position.newLine === line && !setAside.has(fingerprint);
    if (!canJoin) made.push(fresh);
    else if (suggestion !== null) {
      const place = JSON.stringify([path, line]);
      if (clicks.get(place)?.some((group) => joins(group, fresh, textOf))) continue;
      made.push(fresh);
      addToGroup(clicks, place, fresh);
    } else {
      const advice = adviceOf(one);
      const run = runs.get(advice);
      if (run !== undefined && continues(run, fresh)) continue;
      made.push(fresh);
      runs.set(advice, fresh);
    }
  }
  return made.map(({ first, others, suggestion, isRun }) => ({
    findings: [first, ...others],
    suggestion,
    isRun,
  }));
}

interface Draft {
  readonly first: PlacedFinding;
  readonly others: PlacedFinding[];
  suggestion: LineSuggestion | null;
  fix: readonly Edit[];
  isRun: boolean;
  /** Last line of the last finding. */
  last: number;
}

function draft(one: PlacedFinding, textOf: ToGroup['textOf']): Draft {
  const { finding, placed } = one;
  const text = textOf(finding.span.page);
  const end = Math.max(finding.span.start, finding.span.end - 1);
  return {
    first: one,
    others: [],
    suggestion: placed.suggestion,
    fix: finding.fix ?? [],
    isRun: false,
    last: text === null ? placed.line : new GitLines(text).lineAt(end),
  };
}

/** Takes a finding of the same line into a group if one click can mend all. */
function joins(group: Draft, { first: one, suggestion, fix }: Draft, textOf: ToGroup['textOf']): boolean {
  if (!isSameRepair(group.suggestion, suggestion)) {
    const joint = isSameSlip(group.first, one) ? jointly(group, fix, textOf) : null;
    if (joint === null) return false;
    group.suggestion = joint.suggestion;
    group.fix = joint.fix;
  }
  group.others.push(one);
  return true;
}

/** Takes a finding of the same advice into a group if it stands on the last line of it or on the next. */
function continues(run: Draft, { first: one, last }: Draft): boolean {
  const { line } = one.placed;
  if (line < run.first.placed.line || line > run.last + 1) return false;
  run.isRun = true;
  run.last = Math.max(run.last, last);
  run.others.push(one);
  return true;
}

/** The repairs of both as one click; null where they touch the same words or one click cannot make them. */
function jointly(
  { first: { finding }, fix }: Draft,
  more: readonly Edit[],
  textOf: ToGroup['textOf'],
): { readonly suggestion: LineSuggestion; readonly fix: readonly Edit[] } | null {
  const { page, start } = finding.span;
  const text = textOf(page);
  const edits = [...fix, ...more].sort((a, b) => a.span.start - b.span.start);
  const isApart = edits.every(({ span }, index) => {
    const before = edits[index - 1];
    return before === undefined || before.span.end < span.start;
  });
  const suggestion = text !== null && isApart ? suggestionOf(text, page, start, edits) : null;
  return suggestion === null ? null : { suggestion, fix: edits };
}

const isSameRepair = (a: LineSuggestion | null, b: LineSuggestion | null): boolean =>
  JSON.stringify(a) === JSON.stringify(b);

const isSameSlip = ({ finding: a }: PlacedFinding, { finding: b }: PlacedFinding): boolean =>
  a.rule === b.rule && a.why === b.why;

/** All that is to be said of a finding but for the message, and the page it lies in. */
function adviceOf({
  finding: { rule, why, how, suggestions = [] },
  placed: { path },
}: PlacedFinding): string {
  return JSON.stringify([path, rule, why, how, suggestions.map(({ title }) => title)]);
}

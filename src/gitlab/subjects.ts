import { severities } from '../lint/finding.ts';
import type { Span } from '../text/span.ts';
import { GitLines } from './diff/lines.ts';
import type { Subject } from './plan/plan.ts';
import { comment, type Place } from './words/comment.ts';
import type { Links } from './words/links.ts';
import type { PlacedFinding } from './words/summary.ts';

export interface ToSpeakOf {
  readonly findings: readonly PlacedFinding[];
  /** Fingerprints of findings that people have set aside; these are joined with no others. */
  readonly setAside: { has(fingerprint: string): boolean };
  readonly links: Links;
  /** See `Owner`. */
  readonly scope: string;
  pathOf(page: string): string;
  textOf(page: string): string | null;
}

/** What threads are to speak of: findings of one line that the same click would mend have one thread together. */
export function subjectsOf(given: ToSpeakOf): Subject[] {
  const { links, scope } = given;
  const placeOf = ({ page, start }: Span): Place => {
    const text = given.textOf(page);
    return { path: given.pathOf(page), line: text === null ? null : new GitLines(text).lineAt(start) };
  };
  return grouped(given).map((group) => {
    const all = group.map(({ finding }) => finding);
    const { position, suggestion } = group[0].placed;
    return {
      fingerprints: all.map(({ fingerprint }) => fingerprint),
      severity: severities.find((one) => all.some(({ severity }) => severity === one)) ?? 'info',
      position,
      body: comment(all, null, { links, scope, placeOf }) ?? '',
      suggesting: suggestion === null ? null : comment(all, suggestion, { links, scope, placeOf }),
    };
  });
}

type Group = readonly [PlacedFinding, ...PlacedFinding[]];

function grouped({ findings, setAside }: ToSpeakOf): Group[] {
  const groups = new Map<string, Group>();
  const spoken = new Set<string>();
  for (const one of findings) {
    const { fingerprint } = one.finding;
    if (spoken.has(fingerprint)) continue;
    spoken.add(fingerprint);
    const { path, line, position, suggestion } = one.placed;
    const canJoin = position?.kind === 'line' && suggestion !== null && !setAside.has(fingerprint);
    const key = canJoin ? JSON.stringify([path, line, suggestion]) : fingerprint;
    const before = groups.get(key);
    groups.set(key, before === undefined ? [one] : [...before, one]);
  }
  return [...groups.values()];
}

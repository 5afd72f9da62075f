import { severities } from '../lint/finding.ts';
import type { Span } from '../text/span.ts';
import { GitLines } from './diff/lines.ts';
import { groupsOf, type ToGroup } from './groups.ts';
import type { Subject } from './plan/subject.ts';
import { comment, type Place } from './words/comment.ts';
import type { Links } from './words/links.ts';

export interface ToSpeakOf extends ToGroup {
  readonly links: Links;
  /** See `Owner`. */
  readonly scope: string;
  pathOf(page: string): string;
}

/** Finds the lines of spans. */
export function placesIn({ pathOf, textOf }: Pick<ToSpeakOf, 'pathOf' | 'textOf'>): (span: Span) => Place {
  return ({ page, start }) => {
    const text = textOf(page);
    return { path: pathOf(page), line: text === null ? null : new GitLines(text).lineAt(start) };
  };
}

/** What threads are to speak of, each with its text. */
export function subjectsOf(given: ToSpeakOf): Subject[] {
  const { links, scope } = given;
  const placeOf = placesIn(given);
  return groupsOf(given).map(({ findings: group, suggestion, isRun }) => {
    const all = group.map(({ finding }) => finding);
    const { line, position } = group[0].placed;
    const isElsewhere = position?.kind === 'line' && position.newLine !== line;
    const said = (click: typeof suggestion) =>
      comment(all, click, { links, scope, placeOf }, { isRun, isElsewhere });
    return {
      fingerprints: all.map(({ fingerprint }) => fingerprint),
      severity: severities.find((one) => all.some(({ severity }) => severity === one)) ?? 'info',
      position,
      body: said(null) ?? '',
      suggesting: suggestion === null ? null : said(suggestion),
    };
  });
}

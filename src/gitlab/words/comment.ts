import { createHash } from 'node:crypto';
import type { JudgedFinding } from '../../lint/finding.ts';
import { codeSpan } from '../../report/markdown/quote.ts';
import type { LineSuggestion } from '../diff/suggestion.ts';
import { markerText } from '../plan/marker.ts';
import { suggestionBlock } from './fence.ts';
import type { Links } from './links.ts';
import { prose } from './prose.ts';

/**
 * The text of a thread on a finding: what, why, how; the marker is its last line.
 * @param suggestion what one click can put in the place of the lines
 * @param scope see `Owner`
 * @returns null where there is a suggestion that cannot be written down safely
 */
export function comment(
  finding: JudgedFinding,
  suggestion: LineSuggestion | null,
  links: Links,
  scope: string,
): string | null {
  const { rule, url, fingerprint, message, why, how, suggestions = [], related = [] } = finding;
  const block = suggestion === null ? '' : suggestionBlock(suggestion);
  if (block === null) return null;
  const parts = [
    prose(message),
    prose(why),
    `**What to do:** ${prose(how)}`,
    ...(suggestions.length > 0 && suggestion === null
      ? [suggestions.map(({ title }) => `- Perhaps: ${prose(title)}`).join('\n')]
      : []),
    ...(related.length > 0
      ? [related.map(({ span, message }) => `- See ${codeSpan(span.page)}: ${prose(message)}`).join('\n')]
      : []),
    ...(block === '' ? [] : [block]),
    `Rule: ${links.rule(rule, url)}`,
  ];
  return withMarker(parts, (digest) =>
    markerText({ kind: 'thread', scope, fingerprints: [fingerprint], digest }),
  );
}

/** Puts the marker behind the text. @param leaving parts that may differ where the note still counts as the same */
export function withMarker(
  parts: readonly string[],
  marker: (digest: string) => string,
  leaving: readonly string[] = [],
): string {
  const digest = createHash('sha256').update(parts.join('\n\n')).digest('hex').slice(0, 16);
  return [...parts, ...leaving, marker(digest)].join('\n\n');
}

import { createHash } from 'node:crypto';
import type { JudgedFinding } from '../../lint/finding.ts';
import type { Span } from '../../text/span.ts';
import type { LineSuggestion } from '../diff/suggestion.ts';
import { markerText } from '../plan/marker.ts';
import { suggestionBlock } from './fence.ts';
import type { Links } from './links.ts';
import { prose } from './prose.ts';

/** A place to link to. */
export interface Place {
  /** Path from the top of the repository. */
  readonly path: string;
  /** From 1; null where no line can be named. */
  readonly line: number | null;
}

/** What a comment needs beside its findings. */
export interface Surroundings {
  readonly links: Links;
  /** See `Owner`. */
  readonly scope: string;
  placeOf(span: Span): Place;
}

/**
 * The text of a thread on a finding, or on several: what, why, how; the marker is its last line.
 * @param findings at least one; the first is told in full
 * @param suggestion what one click can put in the place of the lines
 * @param isRun whether the others are the same slip at other places; else the repair of the first mends them
 * @returns null where there is a suggestion that cannot be written down safely
 */
export function comment(
  findings: readonly JudgedFinding[],
  suggestion: LineSuggestion | null,
  { links, scope, placeOf }: Surroundings,
  isRun = false,
): string | null {
  const block = suggestion === null ? '' : suggestionBlock(suggestion);
  const [first, ...others] = findings;
  if (block === null || first === undefined) return null;
  const { message, why, how, suggestions = [], related = [] } = first;
  const told = new Set([message]);
  const more = others
    .map((one) => (isRun ? lineOf(placeOf(one.span), links) : '') + prose(one.message))
    .filter((text) => told.size < told.add(text).size);
  const parts = [
    prose(message),
    prose(why),
    `**What to do:** ${prose(how)}`,
    ...(suggestions.length > 0 && suggestion === null
      ? [suggestions.map(({ title }) => `- Perhaps: ${prose(title)}`).join('\n')]
      : []),
    ...(related.length > 0
      ? [
          related
            .map(({ span, message }) => `- See ${linkTo(placeOf(span), links)}: ${prose(message)}`)
            .join('\n'),
        ]
      : []),
    ...(more.length > 0
      ? [
          `${isRun ? 'The same goes for this:' : 'The same repair mends this, too:'}\n\n${more.map((text) => `- ${text}`).join('\n')}`,
        ]
      : []),
    ...(block === '' ? [] : [block]),
    rules(findings, links),
  ];
  const fingerprints = findings.map(({ fingerprint }) => fingerprint);
  return withMarker(parts, (digest) => markerText({ kind: 'thread', scope, fingerprints, digest }));
}

const linkTo = ({ path, line }: Place, links: Links): string => links.place(path, line);

const lineOf = ({ path, line }: Place, links: Links): string =>
  line === null ? '' : `Line ${links.line(path, line)}: `;

function rules(findings: readonly JudgedFinding[], links: Links): string {
  const all = [...new Set(findings.map(({ rule, url }) => links.rule(rule, url)))];
  return `${all.length === 1 ? 'Rule' : 'Rules'}: ${all.join(', ')}`;
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

import { createHash } from 'node:crypto';
import type { JudgedFinding } from '../../lint/finding.ts';
import { groupBy } from '../../text/group-by.ts';
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

interface Setting {
  /** Whether the others are the same slip at other places; else the repair of the first mends them. */
  readonly isRun?: boolean;
  /** Whether the thread stands on another line than the first finding. */
  readonly isElsewhere?: boolean;
}

/**
 * The text of a thread on a finding, or on several: what, why, how; the marker is its last line.
 * @param findings at least one; the first is told in full
 * @param suggestion what one click can put in the place of the lines
 * @returns null where there is a suggestion that cannot be written down safely
 */
export function comment(
  findings: readonly JudgedFinding[],
  suggestion: LineSuggestion | null,
  { links, scope, placeOf }: Surroundings,
  { isRun = false, isElsewhere = false }: Setting = {},
): string | null {
  const block = suggestion === null ? '' : suggestionBlock(suggestion);
  const [first, ...others] = findings;
  if (block === null || first === undefined) return null;
  const { span, message, why, how, suggestions = [], related = [] } = first;
  const more = isRun ? elsewhere(first, others, { links, scope, placeOf }) : besides(first, others);
  const parts = [
    (isElsewhere ? lineOf('About line', placeOf(span), links) : '') + prose(message),
    prose(why),
    `**What to do:** ${prose(how)}`,
    ...(suggestions.length > 0 && suggestion === null
      ? [listed(suggestions.map(({ title }) => `- Perhaps: ${prose(title)}`))]
      : []),
    ...(related.length > 0
      ? [
          listed(
            related.map(({ span, message }) => `- See ${linkTo(placeOf(span), links)}: ${prose(message)}`),
          ),
        ]
      : []),
    ...(more.length > 0
      ? [
          `${isRun ? `The same goes for ${more.length === 1 ? 'this' : 'these'}:` : 'The same repair mends this, too:'}\n\n${listed(more.map((text) => `- ${text}`))}`,
        ]
      : []),
    ...(block === '' ? [] : [block]),
    rules(findings, links),
  ];
  const fingerprints = findings.map(({ fingerprint }) => fingerprint);
  return withMarker(parts, (digest) => markerText({ kind: 'thread', scope, fingerprints, digest }));
}

/** Nobody reads longer lists in a thread. */
const mostItems = 20;

function listed(items: readonly string[]): string {
  const more = items.length > mostItems ? [`- and ${items.length - mostItems} more`] : [];
  return [...items.slice(0, mostItems), ...more].join('\n');
}

const linkTo = ({ path, line }: Place, links: Links): string => links.place(path, line);

const lineOf = (words: string, { path, line }: Place, links: Links): string =>
  line === null ? '' : `${words} ${links.line(path, line)}: `;

/** What the same repair mends, each message once. */
function besides({ message }: JudgedFinding, others: readonly JudgedFinding[]): string[] {
  return [...new Set(others.map((one) => one.message))].filter((one) => one !== message).map(prose);
}

/** The same slip at other places: each message once, with its lines; that of the first is not said again. */
function elsewhere(
  first: JudgedFinding,
  others: readonly JudgedFinding[],
  { links, placeOf }: Surroundings,
): string[] {
  const lineOfFirst = placeOf(first.span).line;
  const byMessage = groupBy(others, ({ message }) => message);
  return [...byMessage].flatMap(([message, same]) => {
    const places = same.map(({ span }) => placeOf(span));
    const lines = [
      ...new Set(
        places.flatMap(({ path, line }) =>
          line === null || (message === first.message && line === lineOfFirst)
            ? []
            : [links.line(path, line)],
        ),
      ),
    ];
    if (message === first.message && lines.length === 0) return [];
    const shown = lines.slice(0, mostItems).join(', ') + (lines.length > mostItems ? ', …' : '');
    const where = lines.length === 0 ? '' : `${lines.length === 1 ? 'Line' : 'Lines'} ${shown}: `;
    return [where + (message === first.message ? 'the same.' : prose(message))];
  });
}

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

import { type JudgedFinding, type Severity, severities } from '../../lint/finding.ts';
import { count } from '../../report/count.ts';
import { codeSpan } from '../../report/markdown/quote.ts';
import { groupBy } from '../../text/group-by.ts';
import type { Placed } from '../diff/place.ts';
import type { Silencing } from '../diff/silencing.ts';
import { markerText } from '../plan/marker.ts';
import { type ReviewState, stateText } from '../plan/review-state.ts';
import { type Place, withMarker } from './comment.ts';
import type { Links } from './links.ts';
import { prose } from './prose.ts';

/** A finding and where it stands. */
export interface PlacedFinding {
  readonly finding: JudgedFinding;
  readonly placed: Placed;
  /** The places that it refers to. */
  readonly related: readonly Place[];
}

export interface SummaryContent {
  /** See `Owner`. */
  readonly scope: string;
  /** What the title adds; null for nothing. */
  readonly label: string | null;
  /** All findings that count, in the order of the report. */
  readonly findings: readonly PlacedFinding[];
  /** Fingerprints of those that have no thread. */
  readonly folded: ReadonlySet<string>;
  /** Fingerprints of those whose thread a person has resolved. */
  readonly setAside: ReadonlySet<string>;
  /** What went away since the last review, and what the next one has to know. */
  readonly state: ReviewState;
  /** Full sentences that the reader should know: on the config, on the comparison, on what could not be done. */
  readonly notices: readonly string[];
  /** Comments that silence findings, and that the change adds. */
  readonly silencing: readonly Silencing[];
  /** Commit that was linted. */
  readonly head: string;
  /** Number of pages. */
  readonly pages: number;
  readonly durationMs: number;
}

/** Longer lists are of no use to anybody; where paths are so long that the note is too heavy, they are cut shorter. */
const mostItems = [100, 40, 15, 5] as const;
/** In UTF-16 units. GitLab takes a million characters, and is slow with far fewer. */
const longest = 250_000;
/** So many lines are linked in the table, by all its rows together and by one of them; each row has some. */
const mostLinks = 400;
const mostOfRow = 20;
const leastOfRow = 3;

/** The summary of a review; the marker is its last line. It counts as the same where nothing but the time differs. */
export function summary(content: SummaryContent, links: Links): string {
  let body = '';
  for (const most of mostItems) {
    body = summaryOf(content, links, most);
    if (body.length <= longest) break;
  }
  return body;
}

function summaryOf(content: SummaryContent, links: Links, most: number): string {
  const { scope, label, folded, setAside, state, notices, silencing, head, pages, durationMs } = content;
  const fixed = state.gone.length;
  const findings = content.findings.filter(({ finding }) => !setAside.has(finding.fingerprint));
  const rest = findings.filter(({ finding }) => folded.has(finding.fingerprint));
  const parts = [
    label === null ? '### Job families' : `### Job families: ${codeSpan(label)}`,
    headline(findings, content),
    ...(findings.length > 0 ? [table(findings, links, most)] : []),
    ...(rest.length > 0 ? [`**${restTitle(rest.length)}**`, items(rest, links, most)] : []),
    ...(fixed > 0
      ? [`${count(fixed, 'finding')} of the last review ${fixed === 1 ? 'is' : 'are'} mended. Thank you.`]
      : []),
    ...(silencing.length > 0
      ? [
          `**This change adds comments that silence findings**`,
          list(
            silencing.map((one) => silencingItem(one, links)),
            most,
          ),
        ]
      : []),
    ...(notices.length > 0
      ? [
          '**To know**',
          list(
            notices.map((notice) => `- ${prose(notice)}`),
            most,
          ),
        ]
      : []),
    `Looked at ${count(pages, 'page')} as of ${links.commit(head)}.`,
  ];
  const time = `Time: ${(durationMs / 1000).toFixed(1)} s`;
  return withMarker(
    parts,
    (digest) => markerText({ kind: 'summary', scope, digest, state: stateText(state) }),
    [time],
  );
}

/** @param findings those that are not set aside */
function headline(findings: readonly PlacedFinding[], { folded, findings: all }: SummaryContent): string {
  const aside = all.length - findings.length;
  if (all.length === 0) return 'This change brings no findings.';
  if (findings.length === 0)
    return aside === 1
      ? 'No finding is left open: the one of this change was set aside by people.'
      : `No finding is left open: all ${aside} of this change were set aside by people.`;
  const counts = severities.flatMap((severity) => {
    const number = findings.filter(({ finding }) => finding.severity === severity).length;
    return number === 0 ? [] : [count(number, severity)];
  });
  const threads = findings.filter(({ finding }) => !folded.has(finding.fingerprint)).length;
  const rest = findings.length - threads;
  const where =
    threads === 0
      ? ''
      : rest > 0
        ? ` ${threads} of them ${threads === 1 ? 'is in a thread on its line' : 'are in threads on the lines'}, the ${rest === 1 ? 'other one' : 'others'} below.`
        : threads === 1
          ? ' It has a thread on its line.'
          : ' See the threads on the lines.';
  const others =
    aside === 0
      ? ''
      : ` ${aside} more ${aside === 1 ? 'was' : 'were'} set aside by people, who resolved the thread.`;
  return `This change brings **${counts.join(', ')}**.${where}${others}`;
}

function restTitle(number: number): string {
  return number === 1 ? 'One finding without a thread' : `${number} findings without a thread`;
}

function table(findings: readonly PlacedFinding[], links: Links, most: number): string {
  const byFile = groupBy(findings, ({ placed }) => placed.path);
  const share = Math.floor(mostLinks / Math.min(byFile.size, most));
  const ofRow = Math.min(mostOfRow, Math.max(leastOfRow, share));
  const rows = [...byFile].map(([path, all]) => {
    const number = (severity: Severity) => all.filter(({ finding }) => finding.severity === severity).length;
    const lines = [...new Set(all.map(({ placed }) => placed.line))].sort((a, b) => a - b);
    const shown = lines.slice(0, ofRow).map((line) => links.line(path, line));
    const more = lines.length > ofRow ? ', …' : '';
    return `| ${links.cell(path)} | ${shown.join(', ')}${more} | ${severities.map(number).join(' | ')} |`;
  });
  const cut = rows.length > most ? [`\nand ${count(rows.length - most, 'more file')}`] : [];
  return [
    '| File | Lines | Errors | Warnings | Infos |',
    '|---|---|--:|--:|--:|',
    ...rows.slice(0, most),
    ...cut,
  ].join('\n');
}

/** By file, and so many in all as lists may have. */
function items(findings: readonly PlacedFinding[], links: Links, most: number): string {
  const byFile = groupBy(findings.slice(0, most), ({ placed }) => placed.path);
  const lists = [...byFile].map(([path, all]) => {
    const lines = all.map(
      ({ finding, placed, related }) =>
        `- Line ${links.line(path, placed.line)}: ${prose(finding.message)} (${finding.severity}, ${links.rule(finding.rule, finding.url)})${seeAlso(related, links)}`,
    );
    return `${links.place(path)}\n\n${lines.join('\n')}`;
  });
  const more = findings.length > most ? [`and ${findings.length - most} more`] : [];
  return [...lists, ...more].join('\n\n');
}

/** Of many places, the first: the report has them all. */
const mostPlaces = 3;

function seeAlso(places: readonly Place[], links: Links): string {
  const all = [...new Set(places.map(({ path, line }) => links.place(path, line)))];
  const more = all.length > mostPlaces ? [`${all.length - mostPlaces} more`] : [];
  const shown = [...all.slice(0, mostPlaces), ...more];
  const last = shown.pop();
  return last === undefined ? '' : `. See ${shown.length > 0 ? `${shown.join(', ')} and ` : ''}${last}`;
}

const reach: Readonly<Record<Silencing['kind'], string>> = {
  'next-line': 'on the next line',
  line: 'on its line',
  file: 'in the whole page',
  disable: 'from there on',
};

function silencingItem({ path, line, kind, names, reason }: Silencing, links: Links): string {
  const what = names.length === 0 ? 'all rules' : names.map(codeSpan).join(', ');
  const why = reason === null ? 'It gives no reason.' : `Its reason: ${prose(reason)}`;
  return `- ${links.place(path, line)} silences ${what} ${reach[kind]}. ${why}`;
}

function list(all: readonly string[], most: number): string {
  const more = all.length > most ? [`- and ${all.length - most} more`] : [];
  return [...all.slice(0, most), ...more].join('\n');
}

/**
 * The hidden line at the end of each of our notes. By it, and by its author, a note is known again; a note of somebody else that
 * holds the same line is theirs.
 */
export type Marker = ThreadMarker | SummaryMarker;

export interface ThreadMarker {
  readonly kind: 'thread';
  /** See `Owner`; null in notes of older versions of the program, which are anybody's of the same user. */
  readonly scope: string | null;
  /** What the thread speaks of; at least one. */
  readonly fingerprints: readonly string[];
  /** Tells whether the text is as it should be, without comparing what GitLab made of it. */
  readonly digest: string;
}

export interface SummaryMarker {
  readonly kind: 'summary';
  readonly scope: string | null;
  readonly digest: string;
  /** What is to be remembered until the next review, as `review-state.ts` reads it. */
  readonly state: string;
}

const version = 'v1';
/** Where a line begins that is a marker. */
const beginning = '\n<!-- jobfam-lint:';
const shape = /^<!-- jobfam-lint:(\w+) (thread|summary) ([0-9a-f]+) ([\w+/=,]+)(?: ([0-9a-f]{8}))? -->$/mu;
const fingerprint = /^[0-9a-f]{16}$/u;

/** The marker as text; it stands alone on the last line of a note. */
export function markerText(marker: Marker): string {
  const content = marker.kind === 'thread' ? marker.fingerprints.join(',') : marker.state;
  const scope = marker.scope === null ? '' : ` ${marker.scope}`;
  return `<!-- jobfam-lint:${version} ${marker.kind} ${marker.digest} ${content}${scope} -->`;
}

/** A note of ours as GitLab shows it. */
export function withoutMarker(body: string): string {
  const start = body.lastIndexOf(beginning);
  return (start === -1 ? body : body.slice(0, start)).trimEnd();
}

/**
 * The last marker that begins a line of a note; null where there is none, or one of another version of the program. A maintainer may have
 * written something below it; where somebody quotes it, it begins no line.
 */
export function readMarker(body: string): Marker | null {
  const found = shape.exec(body.slice(body.lastIndexOf(beginning) + 1));
  if (!found) return null;
  const [, written, kind, digest = '', content = '', scope = null] = found;
  if (written !== version) return null;
  if (kind === 'summary') return { kind, scope, digest, state: content };
  const fingerprints = content.split(',');
  if (!fingerprints.every((print) => fingerprint.test(print))) return null;
  return { kind: 'thread', scope, fingerprints, digest };
}

/** What a review leaves for the next one, in the marker of its summary. Findings by the first digits of their fingerprints. */
export interface ReviewState {
  /** First digits of the commit that was reviewed. */
  readonly head: string;
  /** Findings that are there; of very many, the first. */
  readonly standing: readonly string[];
  /** Findings that went away with this commit; kept so that a second review of the same commit says the same. */
  readonly gone: readonly string[];
}

const version = '2';
const digits = 12;
/** Longer lists would make the note heavy. */
const most = 2000;

/** The state as one word of letters, digits, `+`, `/`, `=` and commas. */
export function stateText({ head, standing, gone }: ReviewState): string {
  return [version, head.slice(0, digits), packed(standing), packed(gone)].join(',');
}

/** Null for the state of another version of the program. */
export function readState(text: string): ReviewState | null {
  const [written, head = '', standing = '', gone = ''] = text.split(',');
  return written === version && head !== ''
    ? { head, standing: unpacked(standing), gone: unpacked(gone) }
    : null;
}

/** What a review finds, by fingerprints. */
export interface IsThere {
  /** Findings that count. */
  readonly present: readonly string[];
  /** Findings that are there and do not count: silenced, waived, or older than the change; they are not mended. */
  readonly silenced: readonly string[];
  /** What threads spoke of, and speak of now. */
  readonly renamed: readonly { readonly was: readonly string[]; readonly is: readonly string[] }[];
}

/**
 * The state after a review.
 * @param last the state that it found; null where there is none
 * @param head commit that is reviewed
 * @param ended fingerprints of threads that end with this review, which tell what went away where there is no state
 */
export function nextState(
  last: ReviewState | null,
  head: string,
  { present, silenced, renamed }: IsThere,
  ended: readonly string[],
): ReviewState {
  const standing = [...new Set(present.map(short))];
  const isSameCommit = last !== null && head.startsWith(last.head);
  const before = last === null ? ended.map(short) : [...last.standing, ...(isSameCommit ? last.gone : [])];
  // A finding that is new by its fingerprint alone is the old one, and that one is not mended.
  const fresh = renamed.filter(({ is }) => !is.some((print) => before.includes(short(print))));
  const isThere = new Set([...standing, ...[...silenced, ...fresh.flatMap(({ was }) => was)].map(short)]);
  const gone = [...new Set(before)].filter((print) => !isThere.has(print));
  return { head: head.slice(0, digits), standing: standing.slice(0, most), gone: gone.slice(0, most) };
}

const short = (fingerprint: string): string => fingerprint.slice(0, digits);

function packed(prints: readonly string[]): string {
  return Buffer.from(prints.map(short).join(''), 'hex').toString('base64');
}

function unpacked(text: string): string[] {
  const hex = Buffer.from(text, 'base64').toString('hex');
  return Array.from({ length: hex.length / digits }, (_, index) =>
    hex.slice(index * digits, (index + 1) * digits),
  );
}

/** A piece of template or draft text; offsets into the text that was searched. */
export interface Placeholder {
  readonly kind: 'braces' | 'unfilled' | 'later';
  readonly start: number;
  readonly end: number;
}

interface Pattern {
  readonly kind: Placeholder['kind'];
  /** The first group, where there is one and it matched, is the placeholder; else the whole match. */
  readonly regExp: RegExp;
  /** What each match holds; quickly looked for in the whole page before its texts are searched one by one. */
  readonly sign: RegExp;
}

/** Words that tell an author what to write: "{add …}", "{Insert …}", "{role name}". */
const instruction =
  '(?:[Aa]dd|[Ii]nsert|[Ff]ill|[Ee]nter|[Dd]escribe|[Ww]rite|[Rr]eplace|list|name|brief|your|role|title|job|level|team|department|position|manager|link|xx+)\\b';

const put = '(?:defined|determined|decided|announced|confirmed|written|established)';
const subject =
  '(?:responsibilities|requirements|indicators|KPIs|metrics|details|examples|behaviou?rs|expectations)';

const anywhere: readonly Pattern[] = [
  { kind: 'unfilled', sign: /\{/, regExp: new RegExp(`\\{\\s*${instruction}[^{}]{0,300}[}\\]]`, 'g') },
  {
    kind: 'unfilled',
    sign: /\[(?:add|insert|fill in|enter) /i,
    regExp: /\[((?:add|insert|fill in|enter) [^[\]]{1,200})\]/gi,
  },
  // One capital and a lower-case letter at least: `{USER_NAME}` is for machines.
  { kind: 'braces', sign: /\{/, regExp: /\{\p{Lu}(?=[^{}\n]{0,80}\p{Ll})[^{}\n:=|<>]{1,120}\}/gu },
  { kind: 'unfilled', sign: /lorem ipsum/i, regExp: /\blorem ipsum\b/gi },
  { kind: 'unfilled', sign: /Insert /, regExp: /\bInsert (?:the )?[A-Z][a-z]+\b/g },
  { kind: 'unfilled', sign: /insert /i, regExp: /\binsert (?:\w+ ){1,5}here\b/gi },
  { kind: 'unfilled', sign: /grade #/i, regExp: /\bgrade #(?![\w#])/gi },
  { kind: 'unfilled', sign: /\$X|X ?%/, regExp: /\$X{1,3}(?:[KMB]|MM)?\b|\bX{2,3} ?%/g },
  {
    kind: 'unfilled',
    sign: /(?:Title|Name) (?:job family|role|position)/,
    regExp:
      /\b[Tt]he (?:Job |Role |Position )?(?:Title|Role Name|Job Family Name) (?:job family|role|position)\b/g,
  },
  { kind: 'unfilled', sign: /, Title/, regExp: /\b[A-Z][a-z]+, (Title)(?=[.,;]?\s*$)/g },
  { kind: 'later', sign: /coming soon/i, regExp: /[^.!?()\n]{0,80}\bcoming soon\b/gi },
];

const promises: readonly Pattern[] = [
  {
    kind: 'later',
    sign: /to be /i,
    regExp: new RegExp(
      `^\\W{0,4}(to be (?:${put}|added(?! to)|completed|filled)\\b[^.!?\\n]{0,120}[.!?]?)`,
      'gi',
    ),
  },
  {
    kind: 'later',
    sign: new RegExp(`to be ${put}`, 'i'),
    regExp: new RegExp(`^[^.!?\\n]{0,160}(?<!\\byet )\\bto be ${put}\\W{0,3}$`, 'gi'),
  },
  {
    kind: 'later',
    sign: new RegExp(`(?:will|to) be (?:${put}|added|set)`, 'i'),
    regExp: new RegExp(
      `(?<=^|[.!?] )(?:the |more |additional |further |example |key |performance )*${subject}\\b[^.!?\\n]{0,80} (?:will|are to|is to) be (?:${put}|added|set)(?= (?:by|in|at|during|upon|when|once|later|soon|shortly|as)\\b)[^.!?\\n]{0,120}`,
      'gi',
    ),
  },
];

/** The marks of drafts ("TBD") that a page holds; null where it holds none. */
function marksIn(page: string, words: readonly string[]): Pattern | null {
  const marks = words.filter((word) => page.includes(word));
  if (marks.length === 0) return null;
  const escaped = marks.map((word) => word.replace(/[^\p{L}\p{N}]/gu, '\\$&'));
  // "to-do lists" are work, not drafts.
  const regExp = new RegExp(
    `(?<![\\p{L}\\p{N}_/.-])(?:${escaped.join('|')})(?![\\p{L}\\p{N}_/-]|\\s(?:lists?|items?)\\b)`,
    'gu',
  );
  return { kind: 'unfilled', sign: regExp, regExp };
}

/** How a stretch of text is searched. */
export interface Manner {
  /** False where marks of drafts such as "TBD" tell something, as in a table. */
  readonly marks: boolean;
  /** True where "to be defined" is news to the reader, as in a career ladder. */
  readonly mayPromise: boolean;
}

/** Finds what a template or a draft left behind in the texts of one page. */
export class PlaceholderSearch {
  readonly #anywhere: readonly Pattern[];
  readonly #promises: readonly Pattern[];
  readonly #marks: readonly Pattern[];

  /**
   * @param page all texts that will be searched, with whatever stands between them
   * @param words marks of drafts such as "TBD"; upper and lower case count
   */
  constructor(page: string, words: readonly string[]) {
    const marks = marksIn(page, words);
    this.#anywhere = anywhere.filter(({ sign }) => sign.test(page));
    this.#promises = promises.filter(({ sign }) => sign.test(page));
    this.#marks = marks === null ? [] : [marks];
  }

  /** True where nothing can be found, because the page lacks what every placeholder holds. */
  get isIdle(): boolean {
    return [...this.#anywhere, ...this.#promises, ...this.#marks].length === 0;
  }

  /** In the order of the text; of pieces that overlap, the first and longest. */
  in(text: string, { marks, mayPromise }: Manner): readonly Placeholder[] {
    const patterns = [
      ...this.#anywhere,
      ...(mayPromise ? [] : this.#promises),
      ...(marks ? this.#marks : []),
    ];
    return placeholdersIn(text, patterns);
  }
}

function placeholdersIn(text: string, patterns: readonly Pattern[]): readonly Placeholder[] {
  const found = patterns.flatMap(({ kind, regExp }) =>
    Array.from(text.matchAll(regExp), (match): Placeholder => {
      const piece = match[1] ?? match[0];
      const start = match.index + match[0].indexOf(piece) + (piece.length - piece.trimStart().length);
      return { kind, start, end: start + piece.trim().length };
    }),
  );
  found.sort((a, b) => a.start - b.start || b.end - a.end);
  let at = 0;
  return found.filter(({ start, end }) => {
    if (start < at) return false;
    at = end;
    return true;
  });
}

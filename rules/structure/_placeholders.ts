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
}

/** Words that tell an author what to write: "{add …}", "{Insert …}", "{role name}". */
const instruction =
  '(?:[Aa]dd|[Ii]nsert|[Ff]ill|[Ee]nter|[Dd]escribe|[Ww]rite|[Rr]eplace|list|name|brief|your|role|title|job|level|team|department|position|manager|link|xx+)\\b';

const put = '(?:defined|determined|decided|announced|confirmed|written|established)';
const subject =
  '(?:responsibilities|requirements|indicators|KPIs|metrics|details|examples|behaviou?rs|expectations)';

const anywhere: readonly Pattern[] = [
  { kind: 'unfilled', regExp: new RegExp(`\\{\\s*${instruction}[^{}]{0,300}[}\\]]`, 'g') },
  { kind: 'unfilled', regExp: /\[((?:add|insert|fill in|enter) [^[\]]{1,200})\]/gi },
  // One capital and a lower-case letter at least: `{USER_NAME}` is for machines.
  { kind: 'braces', regExp: /\{\p{Lu}(?=[^{}\n]{0,80}\p{Ll})[^{}\n:=|<>]{1,120}\}/gu },
  { kind: 'unfilled', regExp: /\blorem ipsum\b/gi },
  { kind: 'unfilled', regExp: /\bInsert (?:the )?[A-Z][a-z]+\b/g },
  { kind: 'unfilled', regExp: /\binsert (?:\w+ ){1,5}here\b/gi },
  { kind: 'unfilled', regExp: /\bgrade #(?![\w#])/gi },
  { kind: 'unfilled', regExp: /\$X{1,3}(?:[KMB]|MM)?\b|\bX{2,3} ?%/g },
  {
    kind: 'unfilled',
    regExp:
      /\b[Tt]he (?:Job |Role |Position )?(?:Title|Role Name|Job Family Name) (?:job family|role|position)\b/g,
  },
  { kind: 'unfilled', regExp: /\b[A-Z][a-z]+, (Title)(?=[.,;]?\s*$)/g },
  { kind: 'later', regExp: /[^.!?()\n]{0,80}\bcoming soon\b/gi },
];

const promises: readonly Pattern[] = [
  {
    kind: 'later',
    regExp: new RegExp(
      `^\\W{0,4}(to be (?:${put}|added(?! to)|completed|filled)\\b[^.!?\\n]{0,120}[.!?]?)`,
      'gi',
    ),
  },
  { kind: 'later', regExp: new RegExp(`^[^.!?\\n]{0,160}(?<!\\byet )\\bto be ${put}\\W{0,3}$`, 'gi') },
  {
    kind: 'later',
    regExp: new RegExp(
      `(?<=^|[.!?] )(?:the |more |additional |further |example |key |performance )*${subject}\\b[^.!?\\n]{0,80} (?:will|are to|is to) be (?:${put}|added|set)(?= (?:by|in|at|during|upon|when|once|later|soon|shortly|as)\\b)[^.!?\\n]{0,120}`,
      'gi',
    ),
  },
];

/**
 * Finds what a template or a draft left behind, in the order of the text; of pieces that overlap, the first and longest.
 * @param words marks of drafts such as "TBD"; upper and lower case count
 * @param mayPromise true where "to be defined" is news to the reader, as in a career ladder
 */
export function placeholdersIn(text: string, words: readonly string[], mayPromise: boolean): Placeholder[] {
  const patterns = [...anywhere, ...(mayPromise ? [] : promises)];
  const escaped = words.map((word) => word.replace(/[^\p{L}\p{N}]/gu, '\\$&'));
  if (escaped.length > 0) {
    // "to-do lists" are work, not drafts.
    const regExp = new RegExp(
      `(?<![\\p{L}\\p{N}_/.-])(?:${escaped.join('|')})(?![\\p{L}\\p{N}_/-]|\\s(?:lists?|items?)\\b)`,
      'gu',
    );
    patterns.push({ kind: 'unfilled', regExp });
  }
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

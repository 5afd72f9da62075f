/** Words that stand twice in a row, with what stands around them. */
export interface Doubling {
  /** One stretch as written first and as written again; punctuation marks are words of their own. */
  readonly first: readonly string[];
  readonly second: readonly string[];
  /** Up to some twenty words and marks before, the nearest last; empty where the text starts. */
  readonly before: readonly string[];
  /** The word or mark behind, or null where the text ends. */
  readonly after: string | null;
}

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

const articles = set(
  'the a an this that these those my your his her its our their some any every each no all both which what whose',
);
const pronouns = set(
  'i you he she it we they me him us them who whom myself yourself itself themselves there one',
);
const auxiliaries = set(
  "is are was were be been being am do does did has have had having will would can could shall should may might must not isn't aren't don't doesn't",
);
const conjunctions = set(
  'and or but nor so if when while where because although though than whether until unless how why also then',
);
const prepositions = set(
  'of to in on at by for with from as into onto over under about after before between through during within without across against among upon per via towards toward around off out up down',
);
const families = [articles, pronouns, auxiliaries, conjunctions, prepositions];
const isFunctionWord = (word: string): boolean => families.some((words) => words.has(word));

/** Small words that English never doubles, whatever stands around. */
const neverTwice = set(
  'the a an our your their its my and or of to for with from as but if when while than into i we they he she these those be been not also then will would could should may might must can each every any some through during within without between because whether across',
);
/** "The team I work on on Mondays", "log in in the morning": the first belongs to the verb. */
const particles = set('in on');
const phrasal = set(
  'log logs logged sign signs signed check checks checked work works worked live lives lived step stepped come comes came fill filled tune tuned dial dialed opt opted buy plug move moves moved carry carried go goes went hold kept keep focus act acted build based is are was were be',
);
/** "The people I talked to to prepare": the same with "to". */
const takesTo =
  /^(?:refer|talk|speak|listen|belong|lead|respond|relate|apply|subscribe|spoke|spoken|led|report|reply|relat|repli|appli|go|goes|went)(?:s|es|d|ed|ing|red)?$/;
/** "What it is is", "those who are are": a clause may end with the verb that the next begins with. */
const verbs = set('is are was were has have does did');
const openers = set('what who which that how where when whatever whoever whom it all why than as');
/** "so that that we …" is a slip, while "so that that team …" may be meant. */
const afterDoubledThat = set(
  'the a an any our your their its we you they he she it there all these those i my every each',
);
/** Said twice on purpose. */
const reduplicated = set(
  'very really much many far long more so too no yes well bye win never again ha now there big new old quite same high hear half',
);

const isWord = (token: string): boolean => /^[\p{L}\p{N}]/u.test(token);
const endsStretch = (token: string | undefined): boolean =>
  token === undefined || /^[.!?:;…•|\ufffc]$/u.test(token);

/**
 * Whether words said twice are a slip of the pen. In doubt they are not: English doubles words in compounds ("open source source
 * control"), between clauses ("when you hover over it it grows") and in set phrases ("from time to time to …").
 */
export function isSlip(doubling: Doubling): boolean {
  const { first, second, before } = doubling;
  const words = first.map((word) => word.toLowerCase());
  // "A coverage issue A coverage issue may …" lost the full stop between two sentences; "select Select policy" names a button.
  if (isLower(first[0]) && !isLower(second[0])) return false;
  if (!words.some((word) => /\p{L}/u.test(word))) return false;
  // "AND and OR filters": one of them is a name.
  if (first.some((word, at) => isShouted(word) !== isShouted(second[at] ?? ''))) return false;
  // "a bug in the test, a bug in the code": what is set apart by marks is a list.
  if (!first.every((word) => isWord(word) || word === '&')) return false;
  const kinds = words.map(
    (word, at) => !isWord(word) || (!isShouted(first[at] ?? '') && isFunctionWord(word)),
  );
  const hasContent = kinds.includes(false);
  if (words.length === 1 && !hasContent) return isDoubledSmallWord(words[0] ?? '', doubling);
  if (!kinds.some((small, at) => small && isWord(words[at] ?? ''))) return isDoubledName(doubling);
  const startsText = endsStretch(before.at(-1));
  // A list whose breaks were lost: "Not valid Full check by a pilot Full check by …".
  if (!startsText && !isLower(first[0]) && first.some((word, at) => !kinds[at] && isLower(word)))
    return false;
  // A term and its definition with nothing between: "Terms of Service Terms of Service are …".
  if (startsText && hasContent && first.every((word, at) => kinds[at] || !isLower(word))) return false;
  return !isSetPhrase(words, kinds);
}

function isDoubledSmallWord(word: string, { before, after }: Doubling): boolean {
  const previous = before.at(-1)?.toLowerCase() ?? '';
  const next = after?.toLowerCase() ?? '';
  // "reports the the Director" lacks a "to": taking "the" away would not mend it.
  if (word === 'the' && /^report(?:s|ed|ing)?$/.test(previous)) return false;
  if (word === 'at') return !/^(?:least|most|best|worst|first|last|once|all)$/.test(next);
  if (word === 'by') return next !== '' && isFunctionWord(next);
  if (word === 'to') return !takesTo.test(previous);
  if (word === 'that') return afterDoubledThat.has(next);
  if (particles.has(word)) return !phrasal.has(previous) && !previous.endsWith('ing') && next !== '';
  if (verbs.has(word)) return !clause(before).some((each) => openers.has(each));
  return neverTwice.has(word);
}

/** Nouns, verbs and names alone: a slip only where no compound can go on behind them. */
function isDoubledName({ first, second, before, after }: Doubling): boolean {
  const [word = ''] = first;
  if (endsStretch(before.at(-1)) || first.some((each, at) => each !== second[at])) return false;
  // "24 x 60 x 60".
  if (first.some((each) => !/\p{L}{2}/u.test(each))) return false;
  const next = after?.toLowerCase();
  if (next !== undefined && isWord(next) ? !isFunctionWord(next) : !/^[.,;!?)]?$/.test(next ?? ''))
    return false;
  if (first.length > 1) return true;
  if (!/^\p{Ll}{3,}$/u.test(word) || reduplicated.has(word)) return false;
  // "data subject subject to the law"; "those who lead lead by example".
  if (word === 'subject' && next === 'to') return false;
  return !clause(before).some((each) => each !== 'that' && each !== 'it' && openers.has(each));
}

/** "time to time to", "the manager of the manager of", "mentor and mentor and": what follows goes on the same way. */
function isSetPhrase(words: readonly string[], small: readonly boolean[]): boolean {
  const links = (word: string | undefined) =>
    word !== undefined && (prepositions.has(word) || conjunctions.has(word));
  const last = words.at(-1);
  const [head = ''] = words;
  if (words.length === 2) {
    if (/^(?:and|or)$/.test(head) || /^(?:and|or)$/.test(last ?? '')) return true;
    if (head === 'the' && /(?:er|more|less)$/.test(last ?? '')) return true;
    if (small[0] !== small[1] && (links(head) || links(last)))
      return !(links(last) && /(?:ed|ing|ble|reports?)$/.test(head));
    return false;
  }
  const open = /^(?:of|after|by|to|and|or|upon|over)$/;
  return words.length <= 4 && small.includes(false) && (open.test(last ?? '') || open.test(head));
}

/** The words of the sentence so far, in lower case. */
function clause(before: readonly string[]): string[] {
  const start = before.findLastIndex((token) => endsStretch(token)) + 1;
  return before.slice(start).map((word) => word.toLowerCase());
}

/** "IT", "OR": an abbreviation or a name, not the small word. */
const isShouted = (word: string): boolean => /^[\p{Lu}\p{N}&/-]{2,}$/u.test(word);

const isLower = (word: string | undefined): boolean => /^\p{Ll}/u.test(word ?? '');

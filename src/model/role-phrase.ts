import { looksLikeRole } from './role-name.ts';
import { singular } from './role-words.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A role named in running text: offsets into that text, determiners left out. */
export interface RolePhrase {
  readonly start: number;
  readonly end: number;
}

const determiner =
  /^(?:(?:the|thet|teh|hte|a|an|our|your|their|its|his|her|each|every|all|any|either|this|that|respective|appropriate|relevant|local|assigned|as|both|most|current|future|new|(?:job\s+)?grade\s+\d+)\s+)+/i;

/** Lower-case words that may stand between the capitalised words of one name. */
const connectors = new Set(['of', 'and', '&', 'for', 'in', 'to', 'the', '-', '–', '—', '/', '+']);
/** Connectors that a lower-case "the" may follow: "Chief of Staff to the CEO". */
const beforeThe = new Set(['of', 'to', 'for', 'in']);

interface Token {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/**
 * Reads the role that is named from `from` on, or null where no role starts there. A name runs over capitalised words, the
 * connectors between them, commas before a capital ("Manager, IT") and brackets; it ends before anything else.
 */
export function readRolePhrase(text: string, from: number, vocabulary: Vocabulary): RolePhrase | null {
  const name = readName(text, from, vocabulary);
  return name !== null && looksLikeRole(text.slice(name.start, name.end), vocabulary) ? name : null;
}

/** As `readRolePhrase`, for places where any capitalised name must be a role: "extends the CSM responsibilities". */
export function readName(text: string, from: number, vocabulary: Vocabulary): RolePhrase | null {
  const leading = /^[\s*_"“”‘’{[(:]*/.exec(text.slice(from, from + 40))?.[0].length ?? 0;
  const at = from + leading;
  const skipped = determiner.exec(text.slice(at, at + 80))?.[0].length ?? 0;
  const start = at + skipped;
  const end = endOfName(text, start, vocabulary);
  return end > start ? { start, end } : null;
}

function endOfName(text: string, start: number, vocabulary: Vocabulary): number {
  const window = text.slice(start, start + 160);
  const tokens = [
    ...window.matchAll(
      /\([^()]{1,60}\)|[^\s,;.:()[\]!?]+(?:\.(?=[^\s])[^\s,;.:()[\]!?]+)*\.?|[,;:.()[\]!?]/g,
    ),
  ].map(
    (match): Token => ({
      text: match[0],
      start: start + match.index,
      end: start + match.index + match[0].length,
    }),
  );
  let end = start;
  for (let index = 0; index < tokens.length; index += 1) {
    const token = tokens[index];
    if (token === undefined) break;
    const next = tokens[index + 1];
    if (isNameWord(token.text, vocabulary)) {
      end = nameWordEnd(token, next);
      if (end < token.end) break;
    } else if (token.text === ',') {
      if (next === undefined || !startsClause(next.text, tokens[index + 2], vocabulary)) break;
    } else if (!connects(token.text, tokens[index - 1], next, vocabulary)) break;
  }
  return end;
}

/** "Sr." keeps its full stop; any other word loses the one that ends the sentence. */
function nameWordEnd(token: Token, next: Token | undefined): number {
  if (!token.text.endsWith('.')) return token.end;
  const abbreviates = /^(?:sr|jr|snr|mgr|dir|dept|vp)\.$/i.test(token.text) && next !== undefined;
  return abbreviates ? token.end : token.end - 1;
}

function isNameWord(word: string, vocabulary: Vocabulary): boolean {
  if (word.startsWith('(')) return /^\((?:\p{Lu}|intermediate)/u.test(word);
  if (/^[{"“‘*_]?\p{Lu}/u.test(word))
    return !/^(?:This|The|They|You|We|It|If|In|As|At|And|Or|Who|With|For)$/.test(word);
  if (/^\p{N}+$/u.test(word)) return false;
  return isRoleWord(word, vocabulary);
}

/** A lower-case word that still belongs to a role: "team lead", "staff engineer", "director of legal". */
function isRoleWord(word: string, vocabulary: Vocabulary): boolean {
  const plain = singular(word.toLowerCase().replace(/\.$/, ''));
  return (
    vocabulary.roleNouns.includes(plain) ||
    vocabulary.seniority[plain] !== undefined ||
    ['team', 'sr', 'jr', 'vp'].includes(plain)
  );
}

/** After a comma the name goes on only with a capital that is no new sentence part. */
function startsClause(word: string, after: Token | undefined, vocabulary: Vocabulary): boolean {
  if (/^(?:and|&)$/.test(word))
    return after !== undefined && /^\p{Lu}/u.test(after.text) && after.text !== 'The';
  return /^[(]?\p{Lu}/u.test(word) && isNameWord(word, vocabulary);
}

function connects(
  word: string,
  before: Token | undefined,
  next: Token | undefined,
  vocabulary: Vocabulary,
): boolean {
  const lower = word.toLowerCase();
  if (before === undefined || next === undefined || !connectors.has(lower)) return false;
  if (lower === 'the' && !beforeThe.has(before.text.toLowerCase())) return false;
  if (beforeThe.has(lower) && next.text.toLowerCase() === 'the') return lower !== 'in';
  if ((lower === 'and' || lower === '&') && /^(?:the|a|an)$/i.test(next.text)) return false;
  if (lower === 'of') return true;
  return /^[({"“]?[\p{Lu}\p{N}]/u.test(next.text) || (lower === 'of' && isRoleWord(next.text, vocabulary));
}

/**
 * The roles named one after another from `from` on, as alternatives: "the Manager or Senior Manager, X", "Manager/Senior Manager, X",
 * "an X, Y, or Z". Empty where no role starts there.
 */
export function readRoleChoices(text: string, from: number, vocabulary: Vocabulary): readonly RolePhrase[] {
  const choices: RolePhrase[] = [];
  let at = from;
  for (let count = 0; count < 6; count += 1) {
    const phrase = readRolePhrase(text, at, vocabulary);
    if (phrase === null) break;
    choices.push(...splitAtSlash(text, phrase));
    const link = /^[\])*_"”’]*(?:\([^()]*\))?\s*(?:,?\s*(?:and\/)?or\s+(?:to\s+)?|\s*\/\s*)/i.exec(
      text.slice(phrase.end, phrase.end + 60),
    );
    if (link === null) break;
    at = phrase.end + link[0].length;
  }
  return choices;
}

function splitAtSlash(text: string, phrase: RolePhrase): readonly RolePhrase[] {
  const name = text.slice(phrase.start, phrase.end);
  const match = /^((?:(?:sr\.?|senior)\s+)?(?:manager|director|vp))\s*\/\s*(?=\p{Lu})/iu.exec(name);
  if (match?.[1] === undefined) return [phrase];
  return [
    { start: phrase.start, end: phrase.start + match[1].length },
    { start: phrase.start + match[0].length, end: phrase.end },
  ];
}

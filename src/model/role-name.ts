import type { RoleName, Seniority, Track } from './facts.ts';
import { type RoleWord, roleWords, singular } from './role-words.ts';
import type { Vocabulary } from './vocabulary.ts';

/**
 * Takes a title apart: "Sr. Director of Customer Success", "Manager, IT (End User Services)",
 * "IT Security Engineer (Intermediate)", "Staff Backend Engineer, Geo". Never throws; a text that is no role gives a name whose
 * discipline holds its words.
 */
export function parseRoleName(text: string, vocabulary: Vocabulary): RoleName {
  const written = text.replace(/\s+/g, ' ').trim();
  const words = roleWords(written, vocabulary);
  const rank = rankOf(words, vocabulary);
  const rest = words.filter((_, index) => !rank.used.has(index));
  const headClause = rest.find(({ aside }) => !aside)?.clause ?? 0;
  const own = rest.filter(({ clause, aside }) => !aside && clause === headClause);
  const narrowing = rest.filter(({ clause, aside }) => aside || clause !== headClause);
  return {
    text: written,
    seniority: rank.seniority,
    explicit: rank.explicit,
    track: rank.track,
    discipline: own.map(({ word }) => word),
    specialty: narrowing.map(({ word }) => word),
  };
}

interface Rank {
  readonly seniority: Seniority;
  readonly explicit: boolean;
  readonly track: Track;
  /** Indexes of the words that say the rank and so are no discipline. */
  readonly used: ReadonlySet<number>;
}

function rankOf(words: readonly RoleWord[], vocabulary: Vocabulary): Rank {
  return (
    executiveRank(words) ??
    vicePresidentRank(words) ??
    directorRank(words) ??
    managerRank(words) ??
    individualRank(words, vocabulary)
  );
}

function executiveRank(words: readonly RoleWord[]): Rank | null {
  // A Chief of Staff is no officer, though "to the CEO" names one.
  if (words[0]?.word !== 'chief' || words[1]?.word === 'staff') return null;
  const officer = words.findIndex(({ word, aside }) => word === 'officer' && !aside);
  if (officer < 0) return null;
  // "Chief Legal Officer" is one rank of its own; what kind of chief it is stays in the discipline.
  return { seniority: 'executive', explicit: true, track: 'management', used: new Set([0, officer]) };
}

const vicePrefixes = new Map<string, Seniority>([
  ['senior', 'senior-vp'],
  ['executive', 'senior-vp'],
]);

function vicePresidentRank(words: readonly RoleWord[]): Rank | null {
  const vice = words.findIndex(
    ({ word, aside }, index) => word === 'vice' && !aside && words[index + 1]?.word === 'president',
  );
  if (vice < 0) return null;
  const before = words[vice - 1]?.word;
  const raised = before === undefined ? undefined : vicePrefixes.get(before);
  const used = new Set([vice, vice + 1, ...(raised ? [vice - 1] : [])]);
  return { seniority: raised ?? 'vp', explicit: true, track: 'management', used };
}

function directorRank(words: readonly RoleWord[]): Rank | null {
  const at = words.findIndex(({ word, aside }) => word === 'director' && !aside);
  if (at < 0) return null;
  return seniorOr(words, at, 'director', 'senior-director');
}

/**
 * "Manager, X", "Manager of X", "Senior Manager X" and "X Senior Manager" manage people; "X Manager" may as well manage a product
 * or a programme and is left to `individualRank` (see also `settleTracks`).
 */
function managerRank(words: readonly RoleWord[]): Rank | null {
  const at = words.findIndex(({ word, aside }) => word === 'manager' && !aside);
  if (at < 0) return null;
  const leads = at === 0 || (at === 1 && (words[0]?.word === 'senior' || words[0]?.word === 'group'));
  const closesAsSenior = words[at - 1]?.word === 'senior';
  // Engineers do not manage an "engineering": an Engineering Manager manages them.
  const leadsEngineers = words[at - 1]?.word === 'engineering';
  if (!leads && !closesAsSenior && !leadsEngineers) return null;
  // "Manager, Data (Intermediate)": the rung of the track is said by "Manager" already.
  const rank = seniorOr(words, at, 'manager', words[0]?.word === 'group' ? 'manager' : 'senior-manager');
  const bracketed = words.flatMap(({ word, aside }, index) =>
    aside && word === 'intermediate' ? [index] : [],
  );
  return { ...rank, used: new Set([...rank.used, ...bracketed]) };
}

function seniorOr(words: readonly RoleWord[], at: number, plain: Seniority, raised: Seniority): Rank {
  const senior = words.findIndex(({ word, aside }, index) => word === 'senior' && !aside && index < at);
  if (senior < 0) return { seniority: plain, explicit: true, track: 'management', used: new Set([at]) };
  return { seniority: raised, explicit: true, track: 'management', used: new Set([at, senior]) };
}

/** Rungs that "Senior" raises within themselves: "Senior Principal Engineer". */
const raisable: ReadonlySet<Seniority> = new Set(['staff', 'principal', 'distinguished', 'fellow']);

/** Words that mean a rung only in front ("Staff Engineer"), because behind they are the role itself ("Chief of Staff"). */
const frontOnly = new Set(['staff', 'principal', 'senior', 'junior', 'distinguished']);

function individualRank(words: readonly RoleWord[], vocabulary: Vocabulary): Rank {
  const rung = (index: number): Seniority | undefined => {
    const word = words[index]?.word;
    return word === undefined ? undefined : vocabulary.seniority[word];
  };
  const found = (index: number, seniority: Seniority): Rank => ({
    seniority,
    explicit: true,
    track: 'individual',
    used: new Set([index]),
  });
  const first = rung(0);
  const second = words[1]?.aside === false && words[1].clause === words[0]?.clause ? rung(1) : undefined;
  if (first === 'senior' && second !== undefined && raisable.has(second)) return found(1, second);
  if (first !== undefined && !words[0]?.aside) return found(0, first);
  const inBrackets = words.findIndex(({ aside }, index) => aside && rung(index) !== undefined);
  const bracketed = rung(inBrackets);
  if (bracketed !== undefined) return found(inBrackets, bracketed);
  for (const [index, { word, aside }] of words.entries()) {
    const seniority = rung(index);
    const endsClause =
      words[index + 1] === undefined ||
      words[index + 1]?.clause !== words[index]?.clause ||
      words[index + 1]?.aside;
    if (seniority === undefined || aside || !(endsClause || frontOnly.has(word))) continue;
    if (word === 'staff' && words[index - 1]?.word === 'chief') continue;
    return found(index, seniority);
  }
  return { seniority: 'intermediate', explicit: false, track: 'individual', used: new Set() };
}

/** True where the text holds a word that names an occupation, or is nothing but a rung ("Senior", "Staff (IC)"). */
export function looksLikeRole(text: string, vocabulary: Vocabulary): boolean {
  const words = roleWords(text, vocabulary);
  if (words.length === 0 || words.length > 14) return false;
  const nouns = nounsOf(vocabulary);
  if (words.some(({ word, aside }) => !aside && nouns.has(word))) return true;
  return carriesRung(words, vocabulary) || isBareRung(text, vocabulary);
}

/** "Senior CSM", "CSM (Intermediate)": a rung beside a word that the vocabulary does not know as an occupation. */
function carriesRung(words: readonly RoleWord[], vocabulary: Vocabulary): boolean {
  if (words.length < 2) return false;
  return words.some(
    ({ word, aside }, index) => (index === 0 || aside) && vocabulary.seniority[word] !== undefined,
  );
}

/** True for a title that gives only the rung: "Senior", "Intermediate", "Principal (IC)". */
export function isBareRung(text: string, vocabulary: Vocabulary): boolean {
  const words = roleWords(text.replace(/\([^)]{0,200}\)|\blevel\b/gi, ' '), vocabulary);
  return (
    words.length > 0 &&
    words.every(({ word }) => vocabulary.seniority[word] !== undefined || managementWords.has(word))
  );
}

const managementWords = new Set(['manager', 'director', 'vice', 'president']);
const nounSets = new WeakMap<Vocabulary, ReadonlySet<string>>();

function nounsOf(vocabulary: Vocabulary): ReadonlySet<string> {
  const known = nounSets.get(vocabulary);
  if (known) return known;
  const nouns = new Set(vocabulary.roleNouns.map((noun) => singular(noun.toLowerCase())));
  nounSets.set(vocabulary, nouns);
  return nouns;
}

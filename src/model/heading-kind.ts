import { distance } from 'fastest-levenshtein';
import { memo } from '../text/memo.ts';
import type { PartKind } from './facts.ts';

/** What a heading says it holds, and the words in front ("Senior Backend Engineer" of "Senior Backend Engineer Job Grade"). */
export interface HeadingKind {
  readonly kind: PartKind;
  /** Offsets into the heading's text of the words before the kind; empty (start = end) where there are none. */
  readonly subject: readonly [start: number, end: number];
}

interface KindWords {
  readonly kind: PartKind;
  /** Matches the kind's words anywhere in a heading; the longest match at the end of the heading decides. */
  readonly words: RegExp;
}

const kinds: readonly KindWords[] = [
  { kind: 'nice-to-have', words: /\b(?:nice[- ]to[- ]haves?|preferred|desired|bonus)\b.*/i },
  { kind: 'grade', words: /\bjob[- ]grades?\b|\bgrades?\b/i },
  {
    kind: 'responsibilities',
    words: /\b(?:key |job )?responsibilit(?:y|ies)\b|\bduties\b|\bwhat you(?:['’]ll| will) do\b/i,
  },
  {
    kind: 'requirements',
    words:
      /\b(?:job )?requirements?\b|\bqualifications?\b|\b(?:desirable |key |technical )?skills\b(?:,? knowledge,? (?:and|&) experience)?/i,
  },
  {
    kind: 'indicators',
    words: /\b(?:key |primary )?(?:performance indicators?|KPIs?)\b|\bsuccess metrics\b/i,
  },
  { kind: 'career-ladder', words: /\bcareer (?:ladders?|paths?|progressions?|development|growth)\b/i },
  { kind: 'hiring-process', words: /\b(?:hiring|interview|interviewing) process\b/i },
  {
    kind: 'specialties',
    words: /\bspecialt(?:y|ies)\b|\bspecialit(?:y|ies)\b|\bspeciali[sz]ations?\b|\bspecialisms?\b/i,
  },
  { kind: 'segments', words: /^segments?\b/i },
  { kind: 'levels', words: /\blevels?\b/i },
];

/** What may stand behind the kind's words without changing it: "(PI)", "for X roles", "of the role", "at Acme", ":". */
const tail = /^\s*(?:$|\([^)]*\)\s*$|[:.]\s*$|(?:for|of|at|across|by|in|to)\b|and|[&/,–—-])/i;

/** Words in front of the kind that are no role: "Base Requirements", "Additional Responsibilities". */
const adjectives =
  /^(?:the|base|basic|additional|common|general|shared|core|minimum|main|primary|overall|other|role|team|key|job|our|specific|typical|example)$/i;

/**
 * Reads what a heading is for, or null where it names none of the known parts. A slip of the pen in a long word
 * ("Responsibilites", "Requirments") is read as the word that is meant.
 */
export const headingKind = memo((title): HeadingKind | null => {
  const text = mendWords(title);
  for (const { kind, words } of kinds) {
    const match = words.exec(text);
    if (match === null) continue;
    const behind = text.slice(match.index + match[0].length);
    if (!tail.test(behind)) continue;
    const front = text.slice(0, match.index);
    const subject = subjectOf(front);
    // "Entry Level Engineer" or "Level 2 Support" name a role; only a heading that ends in the word lists levels.
    if (kind === 'levels' && front.trim() !== '' && !/^(?:\S+\s+){0,5}$/.test(front)) continue;
    return { kind, subject };
  }
  return null;
});

function subjectOf(front: string): readonly [number, number] {
  const trimmed = front.replace(/(?<![\s:–—-])[\s:–—-]+$/, '');
  const words = trimmed.trim().split(/\s+/);
  if (trimmed.trim() === '' || words.every((word) => adjectives.test(word))) return [0, 0];
  const start = trimmed.length - trimmed.trimStart().length;
  return [start, trimmed.length];
}

const correct = [
  'responsibilities',
  'responsibility',
  'requirements',
  'requirement',
  'performance',
  'indicators',
  'specialties',
];

/** Replaces misspelled part words by the right ones, padded or cut to the same length so that offsets before them stay true. */
function mendWords(title: string): string {
  return title.replace(/[A-Za-z]{9,}/g, (word) => {
    const lower = word.toLowerCase();
    if (correct.includes(lower)) return word;
    const meant = correct.find(
      (right) => Math.abs(right.length - lower.length) <= 2 && distance(lower, right) <= 2,
    );
    return meant ?? word;
  });
}

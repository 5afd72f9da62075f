import { type RolePhrase, readRolePhrase } from './role-phrase.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Words that may stand between a subject and its verb without making it another sentence's subject. */
const between =
  /^[\s"”*_)\]}]*(?:(?:role|position|level|job family|family|team members?|members?|jobs?|titles?|who|that|which|typically|usually|generally|normally|currently|also|always|often|will|may|can|should|would|must|and|both|all|each|directly|you|they|,)\s*)*$/i;

/** A clause that may precede the verb within the same sentence: "… is a grade 8 and reports to". */
const gradeClause = /\bis\s+(?:(?:an?|at)\s*)?(?:job\s+)?(?:(?:grade|level)\s*)?(?:#\s*)?\d+(?:\.\d+)?/gi;

/** What may precede the name: "The responsibilities of the Data Analyst extend …". */
const ofClause = /^(?:the\s+)?(?:responsibilities|requirements|duties|role|position|grade)\s+(?:of|for)\s+/i;

/**
 * The role that a verb at `verb` (an offset into the sentence's text) is about: the role named at the sentence's start or after its last
 * comma, colon or "and", if nothing but small words stands between it and the verb. Null for "This position" and all else.
 */
export function subjectBefore(text: string, verb: number, vocabulary: Vocabulary): RolePhrase | null {
  for (const start of clauseStarts(text.slice(0, verb))) {
    const phrase = readRolePhrase(text, start, vocabulary);
    if (phrase === null || phrase.end > verb) continue;
    const gap = text.slice(phrase.end, verb).replace(gradeClause, ' ');
    if (between.test(gap) || relativeClause.test(gap)) return phrase;
  }
  return coordinated.test(text.slice(0, verb)) ? firstRole(text, verb, vocabulary) : null;
}

/** "Assistants who support a founder report to": the clause says which of them. */
const relativeClause = /^\s*(?:who|that)\b[^,.;:]*$/i;

/** "… and report to": the sentence's first subject goes on. */
const coordinated = /\band\s+(?:also\s+)?$/i;

function firstRole(text: string, verb: number, vocabulary: Vocabulary): RolePhrase | null {
  const phrase = readRolePhrase(text, 0, vocabulary);
  return phrase !== null && phrase.end < verb && /^\s+\p{Ll}/u.test(text.slice(phrase.end)) ? phrase : null;
}

function clauseStarts(before: string): readonly number[] {
  const starts = [ofClause.exec(before)?.[0].length ?? 0];
  for (const match of before.matchAll(/[,;:]\s+(?:and\s+|while\s+)?|\s(?:and|while|but)\s+/gi)) {
    if (starts.length >= 12) break;
    starts.push(match.index + match[0].length);
  }
  return starts;
}

/** True where the words before the verb speak of the role at hand without naming it: "This position", "The role", "You". */
export function speaksOfThisRole(text: string, verb: number): boolean {
  const before = text.slice(0, verb);
  if (coordinated.test(before) && /^(?:this|the)\s+(?:role|position|job)\b/i.test(before)) return true;
  return /(?:^|[,;:]\s*|\band\s+)(?:(?:this|the|these|all)\s+(?:\S+\s+)?(?:roles?|positions?|levels?|jobs?|job family|family|teams?|individuals?|team members?)|they|you|he|she|individuals?|incumbents?|it)(?:\s+(?:at\s+\S+|will|may|can|also|typically|usually|generally|directly|always|is|and))*\s*$/i.test(
    text.slice(Math.max(0, verb - 120), verb),
  );
}

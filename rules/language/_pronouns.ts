/** A gendered pronoun, or a pair of them, in a text: offsets into the text. */
export interface Pronoun {
  readonly start: number;
  readonly end: number;
  /** Stretches to put in its place, each with the offset where it ends: a verb may have to change with the pronoun. */
  readonly neutral: readonly { readonly end: number; readonly text: string }[];
}

type Case = 'subject' | 'object' | 'determiner' | 'possessive' | 'reflexive' | 'object-or-determiner';

const caseOf: Readonly<Record<string, Case>> = {
  he: 'subject',
  she: 'subject',
  's/he': 'subject',
  '(s)he': 'subject',
  him: 'object',
  her: 'object-or-determiner',
  his: 'determiner',
  hers: 'possessive',
  himself: 'reflexive',
  herself: 'reflexive',
};

const word = 'himself|herself|hers|his|her|him|she|he';
const expression = new RegExp(
  `(?<![\\p{L}\\p{N}/-])(?:s/he|\\(s\\)he|(?:${word})(?:(?:\\s?/\\s?|\\sor\\s)(?:${word}))?)(?![\\p{L}\\p{N}-]|\\s?/\\s?\\p{L})`,
  'giu',
);

/** "Sam (she/her)": the pronouns of one person, stated, speak of nobody else. */
const stated = /\((?:(?:he|she|they|him|her|them|hers|his|theirs)(?:\s?[/,]\s?)?){1,4}\)/gi;

/** Verbs that change with "they"; the others with a final -s are left to the author. */
const plural: Readonly<Record<string, string>> = { is: 'are', was: 'were', has: 'have', does: 'do' };
const unchanged = /^(?:can|could|may|might|must|shall|should|will|would|had|did|also)$/i;

export function pronounsIn(text: string): readonly Pronoun[] {
  const skipped = Array.from(
    text.matchAll(stated),
    (match) => [match.index, match.index + match[0].length] as const,
  );
  const found: Pronoun[] = [];
  for (const match of text.matchAll(expression)) {
    const start = match.index;
    const end = start + match[0].length;
    // "HIS" and "HER" are acronyms, "He" in brackets after a stated pronoun is none of ours.
    if (/^[A-Z]{2,}$/.test(match[0]) || skipped.some(([from, to]) => from <= start && end <= to)) continue;
    found.push({ start, end, neutral: neutralFor(text, start, end) });
  }
  return found;
}

function neutralFor(text: string, start: number, end: number): Pronoun['neutral'] {
  const words = text.slice(start, end).toLowerCase();
  const first = words === 's/he' || words === '(s)he' ? words : (words.split(/\s?\/\s?|\sor\s/)[0] ?? words);
  const capital = /^\(?\p{Lu}/u.test(text.slice(start, end));
  const next = /^\s(\p{L}+)/u.exec(text.slice(end, end + 40));
  const say = (neutral: string, upTo = end) => ({
    end: upTo,
    text: capital ? `T${neutral.slice(1)}` : neutral,
  });
  switch (caseOf[first]) {
    case 'subject': {
      const verb = next?.[1]?.toLowerCase() ?? '';
      if (unchanged.test(verb)) return [say('they')];
      const changed = plural[verb];
      return changed === undefined ? [] : [say(`they ${changed}`, end + (next?.[0].length ?? 0))];
    }
    case 'object':
      if (words.endsWith('self')) return [say('themselves')];
      return [say('them')];
    case 'determiner':
      return [say(next === null ? 'theirs' : 'their')];
    case 'object-or-determiner':
      return next === null || words.includes('him') ? [say('them')] : [say('their'), say('them')];
    case 'possessive':
      return [say('theirs')];
    case 'reflexive':
      return [say('themselves')];
    default:
      return [];
  }
}

/** Words of a text that ask for prior experience: offsets into the text. */
export interface Experience {
  readonly start: number;
  readonly end: number;
}

/** Kinds of experience that a product or a customer has, not the person in the role. */
const others =
  /\b(?:user|customer|client|employee|team[- ]members?|candidate|developer|buyer|partner|digital|product|design|shopping|learning|onboarding|web|their|our|an?|the|and)\s$/i;
const qualities =
  '(?:previous|prior|past|relevant|related|proven|professional|work|working|hands-on|practical|demonstrated|demonstrable|solid|strong|extensive|significant|deep|broad|direct|some|industry|years of|years)';
const asked = new RegExp(
  `\\b(?:${qualities}[\\s,]+(?:[\\p{L}/&-]+\\s){0,3}?)?experience(?=\\s(?:with|in|as|of|at|on|using|managing|leading|working|building|supporting|\\p{L}+ing)\\b|\\s?[.,;)]|\\s*$|\\s(?:is|are)\\srequired)`,
  'giu',
);

/** What takes the demand away again, in the same sentence. */
const waived =
  /\b(?:no|not|less|without|on-the-job|or (?:equivalent|relevant|related|comparable|similar)|nice to have|bonus|plus|preferred|preferably|ideally|desirable|desired|optional|helpful|welcome|beneficial|advantage|asset)\b/i;

/** The first place of a sentence that asks for prior experience, or null. */
export function experienceIn(sentence: string): Experience | null {
  if (waived.test(sentence)) return null;
  for (const match of sentence.matchAll(asked)) {
    const bare = /^experience$/i.test(match[0]);
    if (bare && others.test(sentence.slice(Math.max(0, match.index - 30), match.index))) continue;
    return { start: match.index, end: match.index + match[0].length };
  }
  return null;
}

/** Words of a text that ask for a number of years: offsets into the text. */
export interface Years {
  readonly start: number;
  readonly end: number;
}

const words =
  'one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty';
const number = `(?:\\d{1,2}|zero|${words})`;
const more = '\\s?(?:\\+|plus\\b|\\(?or more\\)?)';
const range = `\\s?(?:[-–—]|to\\b|or\\b)\\s?${number}`;
const inDigits = '\\s?\\(\\d{1,2}(?:\\s?[-–]\\s?\\d{1,2})?\\+?\\)';

/** A quantity that ends where the word "years" starts: "3+", "4 - 7", "two plus", "fifteen to twenty (15-20)". */
const quantity = new RegExp(
  `(?<![\\p{L}\\p{N}.,$€£%#-])${number}(?<more>${more})?(?<range>${range})?(?<again>${more})?(?:${inDigits})?(?<last>${more})?\\s{0,3}$`,
  'iu',
);

/** Before the number: a stretch of time or a rhythm, not something a person brings along. */
const timeBefore =
  /\b(?:last|past|next|first|every|each|per|within|coming|recent|following|another|in|after|once|these|those|the(?:\sprevious)?)\s$/i;
const companyBefore =
  /\b(?:we|company|firm|organi[sz]ation)(?:\s(?:have|has|had|brings?)|['’]ve)\s(?:\S+\s){0,2}$/i;
const leastBefore =
  /\b(?:at least|min(?:imum|\.)?(?: of)?|over|more than|(?:no|not) less than|around|approximately|prefer(?:red|ably)?)\s(?:an?\s)?$/i;
const experienceBefore = /\bexperience\b[^.;!?]{0,20}$/i;

/** Behind "years". */
const timeAfter =
  /^\s?(?:ago|old|later|from now|in a row|straight|running|since|before|after|following|into|starting|beginning|ending|including)\b/i;
const schoolAfter =
  /^\s?of\s(?:\S+\s){0,2}?(?:school|college|university|stud(?:y|ies)|education|coursework)\b/i;
const stockAfter = /^\s?of\s(?:age|data|records|history|growth|runway)\b/i;
const experienceAfter = /^\s?(?:\+\s?)?(?:(?!years?\b)[^\s.;!?]+\s){0,11}?[^\s.;!?]*\bexperience\b/i;
const pursuitAfter = /^\s?(?:or more\s)?(?:of|in|as|with|\p{L}+ing)\s/iu;

/** "10+ experience in retail": the word "years" was lost. */
const lostYears = /(?<![\p{L}\p{N}.,-])\d{1,2}\s?\+\sexperience\b/giu;

/** The places where a text asks for a specific number of years of experience, in order. */
export function yearsIn(text: string): readonly Years[] {
  const found: Years[] = [];
  for (const match of text.matchAll(/(?<![\p{L}-])(?:years?|yrs)(?!\p{L})['’]?/giu)) {
    const years = yearsAt(text, match.index, match.index + match[0].length);
    if (years !== null) found.push(years);
  }
  for (const match of text.matchAll(lostYears))
    found.push({ start: match.index, end: match.index + match[0].length });
  return found.sort((a, b) => a.start - b.start);
}

function yearsAt(text: string, at: number, behind: number): Years | null {
  const window = text.slice(Math.max(0, at - 60), at);
  const amount = quantity.exec(window);
  if (amount === null) return null;
  const before = window.slice(0, amount.index);
  const after = text.slice(behind, behind + 160);
  if (timeBefore.test(before) || companyBefore.test(before) || timeAfter.test(after)) return null;
  const start = at - window.length + amount.index;
  const experience = experienceAfter.exec(after);
  if (experience !== null) return { start, end: behind + experience[0].length };
  if (schoolAfter.test(after) || stockAfter.test(after)) return null;
  if (experienceBefore.test(before)) return { start, end: behind };
  const { more: plus, range: upTo, again, last } = amount.groups ?? {};
  const open =
    (plus ?? upTo ?? again ?? last) !== undefined ||
    leastBefore.test(before) ||
    /^\s?(?:\+|or more\b)/.test(after);
  const leading = /^\W*$/.test(before) && start < 4;
  return (open || leading) && pursuitAfter.test(after) ? { start, end: behind } : null;
}

import type { Document } from '../markdown/document.ts';
import type { Edit } from '../text/edit.ts';
import { slice } from '../text/span.ts';
import { compareRoles } from './compare-roles.ts';
import type { FamilyFacts, Level, Mention } from './facts.ts';
import { ofLevel } from './of-level.ts';
import { spokenTitle } from './spoken-title.ts';

/** Markup, or anything else that could mean something else in another place: behind a colon, a sentence would start anew. */
const markup = /[[\]()<>{}*_`\\|#!~:;?]/;
const vowel = /^[aeiou]/i;

/**
 * The edit that puts a level's title in place of a sentence's subject, or null where that cannot be done by words alone: the
 * subject carries a link or markup, the heading says only a rung ("Senior"), or "a" would have to become "an".
 */
export function renameSubject(
  { text, path }: Pick<Document, 'text' | 'path'>,
  subject: Mention,
  level: Level,
): Edit | null {
  const words = slice(text, subject.span);
  const title = spokenTitle(level.title.replace(/^the\s+/i, ''));
  if (subject.link !== null || markup.test(withoutBrackets(words))) return null;
  if (slice(text, level.titleSpan) !== level.title || markup.test(withoutBrackets(title))) return null;
  if (!saysTheWork(level, title)) return null;
  const article = /\ban?\s+$/i.test(text.slice(Math.max(0, subject.span.start - 4), subject.span.start));
  if (article && vowel.test(words) !== vowel.test(title)) return null;
  return { span: { page: path, start: subject.span.start, end: subject.span.end }, text: title };
}

const withoutBrackets = (text: string): string => text.replace(/\([^()]*\)/g, '');

function saysTheWork({ name }: Level, title: string): boolean {
  const first = name.discipline[0] ?? name.specialty[0];
  return first !== undefined && title.toLowerCase().includes(first.slice(0, 3));
}

/** True where something else under the level bears the heading's name too, so that the heading is not what is out of date. */
export function isConfirmed(level: Level, family: FamilyFacts): boolean {
  const { parts, grades, reportingLines, extensions } = family;
  return [parts, grades, reportingLines, extensions].some((all) =>
    ofLevel<{ readonly level: number | null; readonly subject: Mention | null }>(all, level.index).some(
      ({ subject }) => subject !== null && compareRoles(subject.name, level.name) === 'same',
    ),
  );
}

import type { Document } from '../markdown/document.ts';
import type { Edit } from '../text/edit.ts';
import { slice } from '../text/span.ts';
import type { Level, Mention } from './facts.ts';

/** Markup, or anything else that would mean something else in another place. */
const markup = /[[\]()<>{}*_`\\|#!~]/;
const vowel = /^[aeiou]/i;

/**
 * The edit that puts a level's title in place of a sentence's subject, or null where that is not safe: the words carry a link or
 * markup, the heading says only a rung ("Senior"), or "a" would have to become "an".
 */
export function renameSubject(
  { text, path }: Pick<Document, 'text' | 'path'>,
  subject: Mention,
  level: Level,
): Edit | null {
  const words = slice(text, subject.span);
  const written = slice(text, level.titleSpan).replace(/^["']|["']$/g, '');
  const title = level.title.replace(/^the\s+/i, '');
  if (subject.link !== null || markup.test(words) !== markup.test(subject.name.text)) return null;
  if (written !== level.title || markup.test(title.replace(/\([^()]*\)/g, ''))) return null;
  if (title === '' || !saysTheWork(level, title)) return null;
  const article = /\b(an?)\s+$/i.exec(text.slice(Math.max(0, subject.span.start - 4), subject.span.start))?.[1];
  if (article !== undefined && vowel.test(words) !== vowel.test(title)) return null;
  return { span: { page: path, start: subject.span.start, end: subject.span.end }, text: title };
}

function saysTheWork({ name }: Level, title: string): boolean {
  const first = name.discipline[0] ?? name.specialty[0];
  return first !== undefined && title.toLowerCase().includes(first.slice(0, 3));
}

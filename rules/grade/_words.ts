import type { Edit } from '../../src/text/edit.ts';
import type { Span } from '../../src/text/span.ts';

/** A grade as readers see it, without brackets of links: "grade 8" of "grade [8]". */
export function gradeWords(source: string): string {
  return source.replace(/[[\]]/g, '').replace(/\s+/g, ' ').trim();
}

/** Edits that make the words "grade" and the number; null where they stand in a form that may mean something else. */
export function rewordGrade(
  text: string,
  page: string,
  span: Span,
  form: 'level' | 'hash' | 'number',
  link: number | undefined,
): readonly Edit[] | null {
  const words = text.slice(span.start, span.end);
  const whole = { page, start: span.start, end: span.end };
  if (form === 'hash') {
    const right = words.replace(/#\s*/, '');
    return /^(?:job\s+)?grade/i.test(right) ? [{ span: whole, text: right }] : null;
  }
  if (form === 'level') {
    const right = words
      .replace(
        /^(job\s+)?grade\s*(?:(\[)\s*)?levels?\b/i,
        (_, job = '', bracket = '') => `${job}${bracket}grade`,
      )
      .replace(/^level\b/, 'grade')
      .replace(/^Level\b/, 'Grade');
    return /^(?:job\s+)?\[?grade\s+\d+$/i.test(right) ? [{ span: whole, text: right }] : null;
  }
  const start = link ?? span.start;
  const article = /\b(?:is|are)\s+(?:at\s+)?(an?)\s+$/i.exec(text.slice(Math.max(0, start - 24), start));
  if (!/^\d+$/.test(words) || article?.[1] === undefined) return null;
  const insertion = { span: { page, start: span.start, end: span.start }, text: 'grade ' };
  if (article[1] === 'a') return [insertion];
  const at = start - article[0].length + article[0].lastIndexOf(article[1]);
  return [{ span: { page, start: at, end: at + article[1].length }, text: 'a' }, insertion];
}

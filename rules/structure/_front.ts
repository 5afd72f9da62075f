import type { PageFacts, Related } from '../../src/lint/rule.ts';
import type { Edit } from '../../src/text/edit.ts';
import type { Span } from '../../src/text/span.ts';

export type Front = Pick<PageFacts, 'path' | 'text' | 'frontMatter' | 'sections' | 'blocks' | 'family'>;

type FrontError =
  | {
      readonly message: 'broken';
      readonly span: Span;
      readonly data: { readonly problem: string };
      readonly fix?: readonly Edit[];
    }
  | { readonly message: 'unopened'; readonly span: Span; readonly fix: readonly Edit[] };

type TitleSlip =
  | { readonly message: 'missing' | 'empty'; readonly span: Span }
  | { readonly message: 'template'; readonly span: Span; readonly data: { readonly words: string } }
  | {
      readonly message: 'conflict';
      readonly span: Span;
      readonly data: { readonly title: string; readonly level: string };
      readonly related: readonly Related[];
    };

/** What makes the front matter unreadable, or null. Only the first error counts: the others mostly follow from it. */
export function frontErrorIn({ path, text, frontMatter }: Front): FrontError | null {
  if (frontMatter === null) return unopenedIn(path, text);
  const error = frontMatter.errors[0];
  if (error === undefined) return null;
  const inside = (offset: number) => offset > frontMatter.span.start && offset < frontMatter.span.end;
  const at = inside(error.span.start) ? error.span.start : frontMatter.span.start;
  const open = /closing/i.test(error.message) ? openQuoteIn(text, frontMatter.span) : null;
  const span = lineAt(path, text, open ?? at);
  const bare = bareValue.exec(text.slice(span.start, span.end));
  const [, key = '', value = ''] = bare ?? [];
  if (bare !== null && (/:(?:\s|$)|\s#/.test(value) || /^[@`%]/.test(value))) {
    const start = span.start + key.length;
    const fix = [{ span: { page: path, start, end: start + value.length }, text: `"${value}"` }];
    return { message: 'broken', span, data: { problem: 'this value needs quotes around it' }, fix };
  }
  return { message: 'broken', span, data: { problem: plain(error.message) } };
}

/** A key with a value on the same line that neither is quoted nor holds what quotes would change. */
const bareValue = /^([A-Za-z_][\w.-]*:[ \t]+)([^\s"'[{|>&*!\\](?:[^"\\\n]*[^"\\\n \t])?)[ \t]*$/;

function plain(message: string): string {
  if (/closing/i.test(message)) return 'a quote that opens here is never closed';
  if (/unique/i.test(message)) return 'this key stands here a second time';
  return message.replace(/(?<![.!?])[.!?]+$/, '');
}

function openQuoteIn(text: string, { start, end }: Span): number | null {
  for (const match of text.slice(start, end).matchAll(/^[A-Za-z_][\w.-]*:[ \t]+(["'])(.*)$/gm)) {
    const [, quote = '', rest = ''] = match;
    if (!rest.includes(quote)) return start + match.index;
  }
  return null;
}

/** Front matter whose opening line was lost: keys from the very first line on, closed by `---`. */
function unopenedIn(path: string, text: string): FrontError | null {
  const start = text.startsWith('\ufeff') ? 1 : 0;
  const head = text.slice(start, start + 10_000);
  const closing = /^---[ \t]*$/m.exec(head);
  if (closing === null || !/^(?:layout|title|description|type)[ \t]*:/m.test(head.slice(0, closing.index)))
    return null;
  const lines = head.slice(0, closing.index).trimEnd().split(/\r?\n/);
  if (
    !lines.every(
      (line, index) => /^[A-Za-z_][\w.-]*[ \t]*:/.test(line) || (index > 0 && /^(?:[ \t-]|$)/.test(line)),
    )
  )
    return null;
  const lineBreak = /\r?\n/.exec(head)?.[0] ?? '\n';
  const fix = [{ span: { page: path, start, end: start }, text: `---${lineBreak}` }];
  return { message: 'unopened', span: lineAt(path, text, start), fix };
}

/** What is wrong with the title, or null. */
export function titleSlipIn({ path, text, frontMatter, sections, blocks, family }: Front): TitleSlip | null {
  if (frontMatter === null || text.startsWith('+++', frontMatter.span.start)) return null;
  const { title } = frontMatter.data;
  const value = frontMatter.values.title;
  if (value === undefined) {
    if (sections.some(({ depth }) => depth === 1)) return null;
    return { message: 'missing', span: lineAt(path, text, frontMatter.span.start) };
  }
  if (title === null || (typeof title === 'string' && !/[\p{L}\p{N}]/u.test(title))) {
    return { message: 'empty', span: lineAt(path, text, value.start) };
  }
  if (typeof title === 'object') {
    return {
      message: 'template',
      span: lineAt(path, text, value.start),
      data: { words: text.slice(value.start, value.end) },
    };
  }
  const first = family.levels.find(({ kind }) => kind !== 'page');
  const words = (String(title).match(/\p{L}{4,}/gu) ?? [])
    .map((word) => word.toLowerCase())
    .filter((word) => !generic.test(word));
  if (first === undefined || words.length === 0) return null;
  const page = [...sections.map((section) => section.title), ...blocks.map(({ inline }) => inline.text)]
    .join('\n')
    .toLowerCase();
  // The first letters will do: "Accounting" is about accountants.
  if (words.some((word) => page.includes(word.slice(0, 5)))) return null;
  const related = [{ span: first.titleSpan, message: 'The first level of the page.' }];
  return { message: 'conflict', span: value, data: { title: String(title), level: first.title }, related };
}

/** Words that say nothing of what a role is about. */
const generic =
  /^(?:roles?|jobs?|famil(?:y|ies)|teams?|overview|description|leadership|management|managers?|senior|junior|associate|staff|principal|lead|director|vice|president|chief|officer|head|intern|with|and|global)$/;

/** The line that holds an offset, without the blanks at its end. */
function lineAt(page: string, text: string, offset: number): Span {
  const start = Math.max(
    text.lastIndexOf('\n', offset - 1) + 1,
    offset === 0 ? 0 : Number(text.startsWith('\ufeff')),
  );
  const next = text.indexOf('\n', offset);
  const line = text.slice(start, next < 0 ? text.length : next);
  return { page, start, end: start + line.trimEnd().length };
}

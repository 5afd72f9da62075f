import { codeSpan } from '../../report/markdown/quote.ts';
import { visible } from '../../report/visible.ts';

/**
 * Text of others, or with words of others in it, as one line of a note. What stands in quotation marks becomes code, and so does each
 * word that is more than letters and gentle punctuation: in code GitLab sees no quick action, mention, reference, HTML, link or
 * emoji. All that stays outside is made of characters that mean nothing to markdown. May begin a paragraph.
 */
export function prose(text: string): string {
  const line = visible(text).trim();
  const pieces: string[] = [];
  let at = 0;
  for (const { 0: all, 1: straight, 2: curly, 3: code, index } of line.matchAll(quoted)) {
    pieces.push(words(line.slice(at, index), at === 0));
    pieces.push(codeSpan(straight ?? curly ?? code ?? ''));
    at = index + all.length;
  }
  pieces.push(words(line.slice(at), at === 0));
  // Two pieces of code side by side would become one, or none.
  return pieces.reduce((before, piece) => before + (touches(before, piece) ? ' ' : '') + piece, '');
}

const quoted = /"([^"]+)"|“([^”]+)”|`([^`]+)`/gu;

function touches(before: string, after: string): boolean {
  return before.endsWith('`') && after.startsWith('`');
}

/** Words that stand together and cannot stay as they are become one piece of code. */
function words(text: string, isStart: boolean): string {
  let result = '';
  let unsafe = '';
  let blanks = '';
  const parts = text.split(/( +)/u);
  for (const [index, part] of parts.entries()) {
    if (part === '') continue;
    if (part.startsWith(' ')) blanks = part;
    else if (isPlain(part, isStart && index === 0)) {
      result += code(unsafe) + blanks + part;
      unsafe = '';
      blanks = '';
    } else if (unsafe === '') {
      result += blanks;
      unsafe = part;
      blanks = '';
    } else {
      unsafe += blanks + part;
      blanks = '';
    }
  }
  return result + code(unsafe) + blanks;
}

/** The punctuation of the sentence stays outside: it is no part of an address or a file's name. */
function code(unsafe: string): string {
  const end = unsafe.search(/(?<![.,;:])[.,;:]+$/u);
  return end > 0 ? codeSpan(unsafe.slice(0, end)) + unsafe.slice(end) : codeSpan(unsafe);
}

const plainWord =
  /^[("'‘’“”]*(?:[\p{L}\p{M}\p{N}]+(?:(?:['’/–—-]|(?<=\p{N})[.,](?=\p{N}))[\p{L}\p{M}\p{N}]+)*)[)"'’”.,;:?…]*$/u;
const plainSign = /^(?:[-–—&…]|\(+|[)"'’”.,;:?…]+)$/u;
/** Numbers of issues in other trackers (ABC-1), and what could be the id of a commit. */
const reference = /\p{Lu}[\p{Lu}\p{N}]*-\p{N}|(?<![\p{L}\p{N}])[\da-f]{7,64}(?![\p{L}\p{N}])/u;
const listMark = /^(?:\d+[.)]|[-–—&])$/u;

function isPlain(word: string, isStart: boolean): boolean {
  if (isStart && listMark.test(word)) return false;
  return (plainWord.test(word) && !reference.test(word)) || plainSign.test(word);
}

import { linkStart } from './_link-words.ts';
import { isTarget, type Residue, reach, TAKEN, targetEnd } from './_residue.ts';

/** A replacement; offsets are those of the residue. */
interface Change {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Link syntax that does not work; offsets are those of the residue. */
export interface Broken {
  readonly kind: 'opening' | 'closing' | 'round' | 'gap' | 'reversed' | 'blanks' | 'nested' | 'doubled';
  readonly start: number;
  readonly end: number;
  readonly changes: readonly Change[];
  /** False where the changes are one way of several. */
  readonly sure: boolean;
}

/** All broken links in what is left of a text, in no order. */
export function brokenLinks(residue: Residue): Broken[] {
  const found: Broken[] = [];
  for (const match of residue.text.matchAll(
    /\](?:\(|[ \t]{0,3}(?:\r?\n[ \t]{0,20})?\(|\[|(?=\/[\w-]|https?:))/g,
  )) {
    const broken = afterBracket(residue, match.index, match[0]);
    if (broken !== null) found.push(broken);
  }
  for (const match of residue.text.matchAll(/\)\[/g)) {
    const broken = reversed(residue, match.index);
    if (broken !== null) found.push(broken);
  }
  for (const match of residue.text.matchAll(/\[(?=[^[\](\n]{1,120}\((?:\/|https?:|#))/g)) {
    const broken = unclosed(residue, match.index);
    if (broken !== null) found.push(broken);
  }
  return found;
}

const insert = (at: number, text: string): Change => ({ start: at, end: at, text });
const replace = (at: number, text: string): Change => ({ start: at, end: at + 1, text });

function afterBracket(residue: Residue, close: number, match: string): Broken | null {
  const { text, partners } = residue;
  const open = partners.get(close);
  const from = close + match.length;
  const end = targetEnd(text, from);
  const target = text.slice(from, end);
  if (!isTarget(target)) return null;
  const closed = text.charAt(end) === ')';
  if (match === '](') {
    if (open === undefined) return closed ? unopened(residue, close, end + 1) : null;
    return closed ? nested(text, open, end + 1) : unclosedTarget(text, open, from, end);
  }
  if (open === undefined) return null;
  if (match === ']') {
    if (!closed) return null;
    return { kind: 'round', start: open, end: end + 1, changes: [insert(from, '(')], sure: true };
  }
  if (match === '][') {
    // "[words][label]" is a link to a definition; a path is no label.
    const bracketed = target.endsWith(']') && !closed;
    if (!bracketed && !closed) return null;
    const changes = [replace(from - 1, '('), ...(bracketed ? [replace(end - 1, ')')] : [])];
    return { kind: 'round', start: open, end: closed ? end + 1 : end, changes, sure: true };
  }
  if (!closed) return null;
  return {
    kind: 'gap',
    start: open,
    end: end + 1,
    changes: [{ start: close + 1, end: from - 1, text: '' }],
    sure: true,
  };
}

/** "Harbour Master](/roles/harbour-master/)" */
function unopened({ text, partners }: Residue, close: number, end: number): Broken {
  const inner = text.charAt(close - 1) === ']' ? partners.get(close - 1) : undefined;
  if (inner !== undefined) {
    return {
      kind: 'doubled',
      start: inner,
      end,
      changes: [{ start: close, end: close + 1, text: '' }],
      sure: true,
    };
  }
  const [round = ''] = /\([^()[\]\n\ue000]{1,80}$/.exec(text.slice(Math.max(0, close - 82), close)) ?? [];
  if (round !== '' && closingParen(text, end) === null) {
    const start = close - round.length;
    return { kind: 'opening', start, end, changes: [replace(start, '[')], sure: true };
  }
  const start = linkStart(text, close);
  if (start === null) return { kind: 'opening', start: close, end, changes: [], sure: false };
  return { kind: 'opening', start: start.at, end, changes: [insert(start.at, '[')], sure: start.sure };
}

/** Brackets and target are fine, so the words must hold a link of their own. */
function nested(text: string, open: number, end: number): Broken | null {
  if (!text.slice(open, end).includes(TAKEN)) return null;
  return { kind: 'nested', start: open, end, changes: [], sure: false };
}

/** "[words](/path and so on": the bracket behind the target is missing, or another one, or the target has blanks in it. */
function unclosedTarget(text: string, open: number, from: number, end: number): Broken {
  if (/[\]}>]/.test(text.charAt(end - 1))) {
    return { kind: 'round', start: open, end, changes: [replace(end - 1, ')')], sure: true };
  }
  const closing = closingParen(text, end);
  if (closing !== null) {
    const rest = text.slice(end, closing);
    const blanks = rest.length < 120 && !/[.!?] \p{Lu}/u.test(rest) && !rest.includes(TAKEN);
    return {
      kind: blanks ? 'blanks' : 'round',
      start: open,
      end: blanks ? closing + 1 : end,
      changes: [],
      sure: false,
    };
  }
  const stop = end - (/(?<![.,;:!?*_])[.,;:!?*_]+$/.exec(text.slice(from, end))?.[0].length ?? 0);
  return { kind: 'round', start: open, end: stop, changes: [insert(stop, ')')], sure: true };
}

/** The bracket that closes one opened before `from`, or null; links that work have none. */
function closingParen(text: string, from: number): number | null {
  let depth = 0;
  for (let at = from; at < text.length && at - from < reach; at += 1) {
    if (text.charAt(at) === '(') depth += 1;
    else if (text.charAt(at) === ')') {
      if (depth === 0) return at;
      depth -= 1;
    }
  }
  return null;
}

/** "(words)[/path/]" */
function reversed({ text, partners }: Residue, at: number): Broken | null {
  const close = partners.get(at + 1);
  if (close === undefined || close - at > reach) return null;
  const target = text.slice(at + 2, close);
  const from = Math.max(0, at - reach);
  const open = from + text.slice(from, at).lastIndexOf('(');
  const words = text.slice(open + 1, at);
  if (open < from || !isTarget(target) || /\s/.test(target)) return null;
  if (/[()[\]\n]/.test(words) || words.trim() === '') return null;
  const changes = [replace(open, '['), { start: at, end: at + 2, text: '](' }, replace(close, ')')];
  return { kind: 'reversed', start: open, end: close + 1, changes, sure: true };
}

/** "[words(/path/)" */
function unclosed({ text, partners }: Residue, open: number): Broken | null {
  if (partners.has(open)) return null;
  const paren = text.indexOf('(', open);
  const end = targetEnd(text, paren + 1);
  const words = text.slice(open + 1, paren);
  if (text.charAt(end) !== ')' || words.includes(TAKEN) || /[.!?:;] /.test(words) || words.trim() === '')
    return null;
  const start = open + 1 + words.trimEnd().length;
  return {
    kind: 'closing',
    start: open,
    end: end + 1,
    changes: [{ start, end: paren, text: ']' }],
    sure: true,
  };
}

import { visible } from '../visible.ts';

/**
 * Text of others as GitLab shows it letter by letter: no markup, HTML, mention, reference, emoji or link comes of it. Words that
 * GitLab might take for one of the last four become code, for only there it surely leaves them alone; in the others, signs with a
 * meaning are escaped. One line; to be put behind words or marks of one's own, never at the start of a line.
 */
export function plainText(text: string): string {
  return visible(text)
    .split(/([\s"“”]+)/u)
    .map((word) => (startsSomething.test(word) ? codeSpan(word) : word.replace(special, '\\$&')))
    .join('');
}

/** Text of others as code in a line of text; for cells of tables, see `codeCell`. */
export function codeSpan(text: string): string {
  const shown = visible(text);
  if (shown === '') return '';
  const longest = Math.max(0, ...Array.from(shown.matchAll(/`+/gu), ([run]) => run.length));
  const ticks = '`'.repeat(longest + 1);
  // A blank at both ends is taken away again where there is more than blanks.
  const isPadded = /^`|`$/u.test(shown) || (/^ .* $/u.test(shown) && shown.trim() !== '');
  const pad = isPadded ? ' ' : '';
  return `${ticks}${pad}${shown}${pad}${ticks}`;
}

/** Text of others as code in the cell of a table, where a bar behind a backslash cannot be written and is shown broken. */
export function codeCell(text: string): string {
  return codeSpan(text.replaceAll('\\|', '\\¦')).replaceAll('|', '\\|');
}

const special = /[\\`*_[\]<>|~@#!&$%^{}]/gu;

// Addresses; @people; #1, !1, &1, $1 and the like; ~label, %milestone; ABC-1 of other trackers; :emoji:; commits.
const startsSomething =
  /:\/\/|www\.|mailto:|xmpp:|@[\w-]|[#!&$^]\d|[~%][\p{L}\p{N}_]|[A-Z][A-Z\d_]*-\d|:[\w+-]+:|(?<![\w])[\da-f]{7,64}(?!\w)/iu;

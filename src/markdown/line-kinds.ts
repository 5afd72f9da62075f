/** What a line of markdown is when it is looked at alone. */
export type LineKind = 'blank' | 'text' | 'item' | 'quote' | 'html' | 'code' | 'rule' | 'table';

const htmlBlock =
  /^ {0,3}<(?:!--|[?!]|\/?(?:address|article|aside|base|basefont|blockquote|body|caption|center|col|colgroup|dd|details|dialog|dir|div|dl|dt|fieldset|figcaption|figure|footer|form|frame|frameset|h[1-6]|head|header|hr|html|iframe|legend|li|link|main|menu|menuitem|nav|noframes|ol|optgroup|option|p|param|search|section|summary|table|tbody|td|tfoot|th|thead|title|tr|track|ul)(?=[\s/>]|$))/i;
const loneTag = /^ {0,3}<\/?[a-z][a-z0-9-]*(?:[ \t][^<>]{0,1000})?>[ \t]*$/i;
const verbatim = /^ {0,3}<(script|pre|style|textarea)(?=[\s>]|$)/i;
const item = /^ {0,3}(?:[-+*]|\d{1,9}[.)])(?:[ \t]|$)/;
const rule = /^ {0,3}(?:(?:\*[ \t]*){3,1000}|(?:_[ \t]*){3,1000}|(?:-[ \t]*){3,1000})$/;

/** @param inText whether the line before is running text, which indented lines and lone tags go on with */
export function lineKind(line: string, inText: boolean): LineKind {
  if (/^[ \t]*$/.test(line)) return 'blank';
  if (/^(?: {4}|\t)/.test(line)) return inText ? 'text' : 'code';
  if (/^ {0,3}>/.test(line)) return 'quote';
  if (rule.test(line)) return 'rule';
  if (item.test(line)) return 'item';
  if (htmlBlock.test(line) || verbatim.test(line) || (!inText && loneTag.test(line))) return 'html';
  return /^ {0,3}\|/.test(line) ? 'table' : 'text';
}

/** The tag that a line opens and that keeps everything up to its end as it is, over blank lines too; null where there is none. */
export function verbatimTag(line: string): string | null {
  return verbatim.exec(line)?.[1]?.toLowerCase() ?? null;
}

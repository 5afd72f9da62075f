import { isMap, isNode, isScalar, parseDocument } from 'yaml';
import type { Span } from '../text/span.ts';
import type { FrontMatter } from './document.ts';
import type { FrontMatterRegion } from './mask/front-matter.ts';

/**
 * Reads front matter with the places of its values. Spans of quoted values take in the quotes.
 * TOML is only known to be there: its data is empty and nothing is said against it.
 */
export function readFrontMatter(path: string, text: string, region: FrontMatterRegion): FrontMatter {
  const span: Span = { page: path, start: region.start, end: region.end };
  if (!region.closed) {
    const message = 'The front matter that opens here is never closed by a second line of `---`.';
    return { span, data: {}, values: {}, errors: [{ message, span }] };
  }
  if (region.language === 'toml') return { span, data: {}, values: {}, errors: [] };
  const at = (start: number, end: number): Span => ({
    page: path,
    start: Math.min(region.bodyStart + start, region.bodyEnd),
    end: Math.min(region.bodyStart + Math.max(start, end), region.bodyEnd),
  });
  const message = unreadableYaml(text.slice(region.bodyStart, region.bodyEnd));
  if (message !== null) return { span, data: {}, values: {}, errors: [{ message, span }] };
  // A lone carriage return ends a line in YAML 1.2, but not for the library.
  const source = text.slice(region.bodyStart, region.bodyEnd).replace(/\r(?!\n)/g, '\n');
  const yaml = parseDocument(joinQuoted(source), { prettyErrors: false, logLevel: 'error' });
  const errors = yaml.errors.map(({ message, pos }) => ({ message, span: at(pos[0], pos[1]) }));
  if (yaml.contents !== null && !isMap(yaml.contents)) {
    errors.push({ message: 'Front matter must be a list of `key: value` lines.', span });
  }
  if (errors.length > 0 || !isMap(yaml.contents)) return { span, data: {}, values: {}, errors };
  const values: [string, Span][] = [];
  for (const { key, value } of yaml.contents.items) {
    const name = isScalar(key) ? String(key.value) : String(key);
    const range = isNode(value) ? value.range : null;
    const keyEnd = isNode(key) ? (key.range?.[1] ?? 0) : 0;
    values.push([name, range ? at(range[0], range[1]) : at(keyEnd, keyEnd)]);
  }
  try {
    const data: Record<string, unknown> = yaml.toJS();
    return { span, data, values: Object.fromEntries(values), errors };
  } catch (error) {
    // An alias without an anchor, or so many aliases that the value would explode.
    const message = error instanceof Error ? error.message : String(error);
    return { span, data: {}, values: Object.fromEntries(values), errors: [{ message, span }] };
  }
}

// No author comes near either; the library takes time in the square of the keys, and one level of its stack for each level of nesting, which ends
// the whole program where the stack is full.
const mostUnits = 100_000;
const mostLevels = 100;

/** Why front matter is not given to the parser; null where it is. */
function unreadableYaml(yaml: string): string | null {
  if (yaml.length > mostUnits) return `Front matter of more than ${mostUnits} characters is not read.`;
  return depth(yaml) > mostLevels ? `Front matter in more than ${mostLevels} levels is not read.` : null;
}

/** How many brackets are open at once, or stand as markers in front of one line, at most. Brackets within quotes count too: nobody quotes so many. */
function depth(yaml: string): number {
  let open = 0;
  let most = 0;
  for (const [mark] of yaml.matchAll(/[[\]{}]|^[ \t]*[-?:][-?: \t]*/gm)) {
    if (mark === '[' || mark === '{') open += 1;
    else if (mark === ']' || mark === '}') open -= 1;
    else most = Math.max(most, mark.replace(/[ \t]/g, '').length);
    most = Math.max(most, open);
  }
  return most;
}

const opensQuote = /^[A-Za-z_][\w.-]*[ \t]*:[ \t]+(?=["'])/gm;

/**
 * Replaces line breaks inside quoted values by the blank that they fold to, where the next line is not indented. The grammar of
 * YAML 1.2 asks for indentation there, but libyaml and go-yaml, with which site generators read, do not. All offsets stay true.
 */
function joinQuoted(yaml: string): string {
  let joined = '';
  let done = 0;
  for (const match of yaml.matchAll(opensQuote)) {
    const start = match.index + match[0].length;
    if (start < done) continue;
    const end = endOfQuoted(yaml, start);
    if (end === null) continue;
    joined +=
      yaml.slice(done, start) +
      yaml.slice(start, end).replace(/\r?\n(?=\S)/g, (wrap) => ' '.repeat(wrap.length));
    done = end;
  }
  return joined + yaml.slice(done);
}

/** Offset behind the closing quote; null where the text runs into the next key or the end without one. */
function endOfQuoted(yaml: string, start: number): number | null {
  const quote = yaml.charAt(start);
  for (let at = start + 1; at < yaml.length; at += 1) {
    const unit = yaml.charAt(at);
    if (unit === '\\' && quote === '"') at += 1;
    else if (unit === quote && yaml.charAt(at + 1) === quote && quote === "'") at += 1;
    else if (unit === quote) return at + 1;
    else if (unit === '\n' && /^[A-Za-z_][\w.-]*[ \t]*:(?:[ \t\r\n]|$)/.test(yaml.slice(at + 1, at + 80)))
      return null;
  }
  return null;
}

import { isSeq, LineCounter, parseDocument } from 'yaml';
import type { ParsedRedirects } from './parsed.ts';
import type { Redirect } from './redirect.ts';

/** What the operators of Nginx's locations mean. */
const operators: Readonly<Record<string, Redirect['match']>> = {
  '=': 'exact',
  '~': 'pattern',
  '^~': 'prefix',
};

/**
 * Reads redirects from YAML: a list of entries with `sources` (a path or several), `target`, and `comp_op`, which is `=` for the very
 * path (the default), `~` for a regular expression, `^~` for the start of a path.
 */
export function yamlRedirects(text: string): ParsedRedirects {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, logLevel: 'error' });
  const problem = (offset: number, message: string): ParsedRedirects => ({
    redirects: [],
    problems: [{ line: lines.linePos(offset).line, message }],
  });
  const [error] = document.errors;
  if (error) return problem(error.pos[0], `This is no YAML: ${error.message}. Mend the syntax.`);
  const { contents } = document;
  if (contents === null) return { redirects: [], problems: [] };
  if (!isSeq(contents)) {
    return problem(
      contents.range?.[0] ?? 0,
      'The file is no list. Write one entry for each redirect, with “sources” and “target”.',
    );
  }
  const entries: unknown = contents.toJSON();
  return { redirects: Array.isArray(entries) ? entries.flatMap(redirectsOf) : [], problems: [] };
}

/** The redirects of one entry. What another program would make of a broken one is not known, so its sources lead nobody knows where. */
function redirectsOf(entry: unknown): Redirect[] {
  if (typeof entry !== 'object' || entry === null) return [];
  const { sources, target, comp_op: operator = '=' } = entry as Readonly<Record<string, unknown>>;
  const from = [sources].flat().filter((source) => typeof source === 'string');
  const match = operators[String(operator).trim()];
  const to = typeof target === 'string' && match !== undefined ? target : null;
  return from.map((source) => ({
    match: match ?? 'prefix',
    from: source,
    to,
    force: false,
    isRewrite: false,
  }));
}

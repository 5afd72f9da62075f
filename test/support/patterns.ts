import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import ts from 'typescript';

/** A regular expression, and where it stands. */
export interface FoundPattern {
  readonly source: string;
  readonly flags: string;
  /** File and line, as far as known. */
  readonly place: string;
}

/** The regular expressions that are written in a file of TypeScript. */
export function patternsIn(path: string): FoundPattern[] {
  const file = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true);
  const found: FoundPattern[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) {
      const end = node.text.lastIndexOf('/');
      const line = file.getLineAndCharacterOfPosition(node.getStart()).line + 1;
      found.push({
        source: node.text.slice(1, end),
        flags: node.text.slice(end + 1),
        place: `${path}:${line}`,
      });
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

/** The regular expressions that files of these folders put together of strings while something is done. */
export async function patternsBuilt(
  folders: readonly string[],
  act: () => Promise<unknown>,
): Promise<FoundPattern[]> {
  const found: FoundPattern[] = [];
  const original = globalThis.RegExp;
  const note = (source: unknown, flags: unknown): void => {
    const at = new Error('at').stack ?? '';
    const place = callerIn(folders, at);
    if (place !== null && typeof source === 'string')
      found.push({ source, flags: String(flags ?? ''), place });
  };
  globalThis.RegExp = new Proxy(original, {
    construct(target, [source, flags]) {
      note(source, flags);
      return new target(source, flags);
    },
  });
  try {
    await act();
  } finally {
    globalThis.RegExp = original;
  }
  return found;
}

/** The file of these folders that calls, where it calls itself. */
function callerIn(folders: readonly string[], stack: string): string | null {
  // Behind the error itself, `note` and the proxy.
  const line = stack.split('\n')[3] ?? '';
  const path = /(?:\(|file:\/\/|\s)(\/[^():]+|[A-Za-z]:[^():]+):(\d+)/.exec(line);
  if (path?.[1] === undefined) return null;
  const file = relative(process.cwd(), path[1]).replaceAll('\\', '/');
  return folders.some((folder) => file.startsWith(`${folder}/`)) ? file : null;
}

import { isAlias, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml';
import type { Failure } from '../lint/finding.ts';

/** A config file's data with the way back to its lines. */
export interface ParsedConfig {
  readonly data: unknown;
  readonly failures: readonly Failure[];
  /**
   * Line (from 1) of the value at a path of keys and list indexes, or of its key where `ofKey`; the nearest line known where the
   * path leads nowhere.
   */
  lineOf(path: readonly string[], ofKey: boolean): number;
}

/**
 * Reads YAML, and JSON, which is YAML too; every syntax mistake is a failure with its line.
 * @param what what to call it in sentences
 */
export function parseConfig(file: string, text: string, what = 'config'): ParsedConfig {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, logLevel: 'error' });
  const lineAt = (offset: number) => Math.max(1, lines.linePos(offset).line);
  const failures = [...document.errors, ...document.warnings].map((error): Failure => {
    const line = lineAt(error.pos[0]);
    const sentence = error.message.trim().replace(/[.:]?$/u, '.');
    return {
      file,
      line,
      message: `${file}:${line}: The ${what} is broken here. ${sentence} Mend this line.`,
    };
  });
  let data: unknown = null;
  try {
    if (failures.length === 0) data = document.toJS();
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    failures.push({
      file,
      line: 1,
      message: `${file}:1: The ${what} cannot be read: ${why}. Write it without this alias.`,
    });
  }
  return {
    data,
    failures,
    lineOf(path, ofKey) {
      let node: Node | null = document.contents;
      let offset = node?.range?.[0] ?? 0;
      for (const [depth, step] of path.entries()) {
        if (isAlias(node)) node = node.resolve(document) ?? null;
        const isLast = depth === path.length - 1;
        let next: unknown = null;
        if (isMap(node)) {
          const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === step);
          if (isScalar(pair?.key)) offset = pair.key.range?.[0] ?? offset;
          if (isLast && ofKey) break;
          next = pair?.value;
        } else if (isSeq(node)) {
          next = node.items[Number(step)];
          // An item has no key, but starts where its first value does.
          if (isMap(next) || isSeq(next)) offset = next.range?.[0] ?? offset;
        }
        if (!(isScalar(next) || isMap(next) || isSeq(next) || isAlias(next))) break;
        node = next;
        // A mapping starts at its first key; its own key says better where it is.
        if (isScalar(node)) offset = node.range?.[0] ?? offset;
      }
      return lineAt(offset);
    },
  };
}

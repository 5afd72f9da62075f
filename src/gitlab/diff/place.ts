import type { Edit } from '../../text/edit.ts';
import type { Span } from '../../text/span.ts';
import { type Pairing, pairLines } from './hunks.ts';
import { GitLines } from './lines.ts';
import type { Position } from './position.ts';
import { type LineSuggestion, suggestionOf } from './suggestion.ts';
import type { ChangedFile } from './version.ts';

/** Where a finding is to be spoken of. */
export interface Placed {
  /** Path from the top of the repository. */
  readonly path: string;
  /** First line (from 1) of the finding, as Git counts. */
  readonly line: number;
  /**
   * On that line; where the change has not written it, on the first related one that it has written, as that is what to talk of. Null where
   * the change has no diff of the file.
   */
  readonly position: Position | null;
  /** The fix, where one click can make it on the line of the position. */
  readonly suggestion: LineSuggestion | null;
}

/** What is to be placed. */
export interface ToPlace {
  readonly span: Span;
  readonly fix?: readonly Edit[];
  readonly related?: readonly { readonly span: Span }[];
}

/**
 * Places findings in a diff.
 * @param files the files of one version
 * @param pathOf path of a page from the top of the repository
 * @param textOf text of a page as the version's head has it; null where it is another, so that no line can be named
 */
export function placer(
  files: readonly ChangedFile[],
  pathOf: (page: string) => string,
  textOf: (page: string) => string | null,
): (finding: ToPlace) => Placed {
  const byPath = new Map(files.filter(({ isDeleted }) => !isDeleted).map((file) => [file.newPath, file]));
  const pairings = new Map<ChangedFile, Pairing | null>();
  const pairing = (file: ChangedFile): Pairing | null => {
    const known = pairings.get(file);
    if (known !== undefined) return known;
    const made = pairLines(file);
    pairings.set(file, made);
    return made;
  };
  return ({ span, fix, related = [] }) => {
    const path = pathOf(span.page);
    const text = textOf(span.page);
    const lines = new GitLines(text ?? '');
    const line = lines.lineAt(text === null ? 0 : span.start);
    const file = byPath.get(path);
    if (file === undefined || text === null) return { path, line, position: null, suggestion: null };
    const { oldPath, newPath } = file;
    const pairs = pairing(file);
    if (pairs === null) return { path, line, position: { kind: 'file', oldPath, newPath }, suggestion: null };
    const suggestion = suggestionOf(text, span.page, span.start, fix ?? []);
    const isWritten = (one: number) => pairs.oldLine(one) === null;
    const others = related.flatMap((one) =>
      one.span.page === span.page ? [lines.lineAt(one.span.start)] : [],
    );
    const cause = isWritten(line) || suggestion !== null ? undefined : others.find(isWritten);
    const newLine = cause ?? line;
    const position = { kind: 'line', oldPath, newPath, oldLine: pairs.oldLine(newLine), newLine } as const;
    return { path, line, position, suggestion };
  };
}

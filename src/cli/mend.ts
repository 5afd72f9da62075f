import type { Failure } from '../lint/finding.ts';
import { fixAll } from '../lint/fix.ts';
import { type LintInput, type LintResult, lint } from '../lint/run.ts';
import type { ReadPage } from './file-pages.ts';
import type { Io } from './io.ts';
import { save } from './save.ts';

/** What is to become of fixes: `show` and `text` leave the files alone, `write` does not. */
export type Mending = 'none' | 'show' | 'text' | 'write';

export interface Mended {
  /** What there is to report: with `text` and `write` after the fixes, else before. */
  readonly result: LintResult;
  /** New texts of pages; with `write`, of those that were written. */
  readonly changed: ReadonlyMap<string, string>;
  readonly failures: readonly Failure[];
}

/** Lints pages and mends them as far as is asked for. */
export function lintAndMend(input: LintInput, pages: readonly ReadPage[], mending: Mending, io: Io): Mended {
  if (mending === 'none') return { result: lint(input), changed: new Map(), failures: [] };
  const { changed, result, settled } = fixAll(input);
  const failures: Failure[] = settled ? [] : [{ message: unsettled }];
  // What is only shown changes nothing, so what there is now is reported.
  if (mending === 'show') return { result: lint(input), changed, failures };
  if (mending === 'text') return { result, changed, failures };

  const unsaved = save(io.files, pages, changed);
  if (unsaved.length === 0) return { result, changed, failures };
  const lost = new Set(unsaved.map(({ file }) => file));
  const saved = new Map([...changed].filter(([path]) => !lost.has(path)));
  // What could not be written is still there to be reported.
  const now = pages.map(({ path, text }) => ({ path, text: saved.get(path) ?? text }));
  return { result: lint({ ...input, pages: now }), changed: saved, failures: [...failures, ...unsaved] };
}

const unsettled =
  'Two fixes undo each other’s work, so --fix stopped after ten rounds. Please report it with the page, and turn one of the two rules off.';

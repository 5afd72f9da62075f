import { applyEdits, conflicts, type Edit } from '../text/edit.ts';
import type { JudgedFinding } from './finding.ts';
import { type LintInput, type LintResult, lint } from './run.ts';

/** Texts of pages by path. */
export type Texts = ReadonlyMap<string, string>;

/**
 * Makes as many fixes as can be made at once: all edits of a finding or none, and where two findings are in each other's
 * way, the earlier in the list wins. Silenced findings are left alone.
 * @returns the new texts of the pages that changed.
 * @throws Error when an edit lies outside its page.
 */
export function fixPage(texts: Texts, findings: readonly JudgedFinding[]): Map<string, string> {
  const chosen = new Map<string, ChosenEdits>();
  for (const { fix, silenced } of findings) {
    if (!fix || silenced) continue;
    const pages = fix.map((edit) => kept(chosen, edit.span.page));
    if (fix.some((edit, index) => pages[index]?.refuses(edit))) continue;
    for (const [index, edit] of fix.entries()) pages[index]?.add(edit);
  }
  const changed = new Map<string, string>();
  for (const [page, { edits }] of chosen) {
    const text = texts.get(page);
    if (text === undefined) throw new Error(`A fix wants to change ${page}, which was not linted.`);
    const fixed = applyEdits(text, edits);
    if (fixed !== text) changed.set(page, fixed);
  }
  return changed;
}

/** What `fixAll` did. */
export interface FixResult {
  /** New texts of the pages that changed. */
  readonly changed: Texts;
  /** What is left after the last round. */
  readonly result: LintResult;
  /** False where fixes were still being made in the last round that is allowed. */
  readonly settled: boolean;
}

/** Mending one thing may show another; more rounds than this mean that two rules undo each other's work. */
const mostRounds = 10;

/** Lints and fixes until nothing changes, at most ten times. */
export function fixAll(input: LintInput): FixResult {
  const texts = new Map(input.pages.map(({ path, text }) => [path, text]));
  const changed = new Map<string, string>();
  const lintNow = (): LintResult =>
    lint({ ...input, pages: Array.from(texts, ([path, text]) => ({ path, text })) });
  let result = lintNow();
  for (let round = 1; ; round += 1) {
    const fixed = fixPage(texts, result.findings);
    if (fixed.size === 0) break;
    if (round > mostRounds) return { changed, result, settled: false };
    for (const [path, text] of fixed) {
      texts.set(path, text);
      changed.set(path, text);
    }
    result = lintNow();
  }
  return { changed, result, settled: true };
}

/** Edits of one page that do not conflict, in the order of the page. */
class ChosenEdits {
  readonly edits: Edit[] = [];

  /** True where the edit is in the way of one that is chosen already. The chosen are disjoint, so two neighbours decide. */
  refuses(edit: Edit): boolean {
    const at = this.#place(edit.span.start);
    return [this.edits[at - 1], this.edits[at]].some(
      (other) => other !== undefined && conflicts(other, edit),
    );
  }

  add(edit: Edit): void {
    this.edits.splice(this.#place(edit.span.start), 0, edit);
  }

  /** Index of the first edit that starts after the offset. */
  #place(offset: number): number {
    let low = 0;
    let high = this.edits.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.edits[middle]?.span.start ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

function kept(chosen: Map<string, ChosenEdits>, page: string): ChosenEdits {
  const edits = chosen.get(page) ?? new ChosenEdits();
  chosen.set(page, edits);
  return edits;
}

import type { Finding, JudgedFinding } from '../lint/finding.ts';
import { groupBy } from '../text/group-by.ts';
import { LineIndex } from '../text/line-index.ts';
import { type LinePlaces, linePlaces } from '../text/line-places.ts';
import { type Span, slice } from '../text/span.ts';

/** A page before and after a change. */
export interface PageTexts {
  readonly before: string;
  readonly now: string;
}

/**
 * Tells which findings were there before a change. As many with one rule and key as there were before are old: where there are more now,
 * those in the same words at the same place. A key changes when a heading is reworded, so of the rest those are old too whose rule found
 * the same words at the same place before, or the same of a heading there of which most words stay.
 * Findings of rules on repetition are old where all of the words stood there before.
 * @param now findings that count
 * @param before those that counted before the change, by the names that pages have now
 * @param textsOf null for a page that was not there before, or is not known
 * @param repetitions ids of the rules that tell of a repetition
 */
export function oldFindings<Now extends JudgedFinding>(
  now: readonly Now[],
  before: readonly Finding[],
  textsOf: (page: string) => PageTexts | null,
  repetitions: ReadonlySet<string> = new Set(),
): ReadonlySet<Now> {
  const old = new Set<Now>();
  const newest: Now[] = [];
  const gone = groupBy(before, addressOf);
  const pages = new Map<string, Lines | null>();
  const linesOf = (page: string): Lines | null => {
    const known = pages.get(page);
    if (known !== undefined) return known;
    const texts = textsOf(page);
    const made = texts && new Lines(texts);
    pages.set(page, made);
    return made;
  };
  const isSamePlace = (fresh: Finding, former: Finding): boolean =>
    fresh.rule === former.rule && linesOf(fresh.span.page)?.isSame(fresh, former) === true;

  for (const [address, same] of groupBy(now, addressOf)) {
    const were = gone.get(address) ?? [];
    gone.delete(address);
    if (same.length <= were.length) {
      for (const finding of same) old.add(finding);
      continue;
    }
    const stay =
      were.length === 0 ? [] : same.filter((one) => were.some((former) => isSamePlace(one, former)));
    const others = same.filter((finding) => !stay.includes(finding));
    const chosen = [...stay, ...others].slice(0, were.length);
    for (const finding of chosen) old.add(finding);
    newest.push(...same.filter((finding) => !chosen.includes(finding)));
  }

  const left = [...gone.values()].flat();
  const settle = (isSame: (fresh: Finding, former: Finding) => boolean) => {
    for (const finding of left.length === 0 ? [] : newest) {
      if (old.has(finding)) continue;
      const at = left.findIndex(
        (former) => former.span.page === finding.span.page && isSame(finding, former),
      );
      if (at < 0) continue;
      left.splice(at, 1);
      old.add(finding);
    }
  };
  settle(isSamePlace);
  settle(
    (fresh, former) =>
      fresh.rule === former.rule && linesOf(fresh.span.page)?.isOfSameHeading(fresh, former) === true,
  );
  for (const finding of newest) {
    const { rule, span, related = [] } = finding;
    if (!repetitions.has(rule) || related.length === 0) continue;
    const spans = [span, ...related.map((one) => one.span)];
    if (spans.every((one) => one.page === span.page && linesOf(one.page)?.isUntouched(one))) old.add(finding);
  }
  return old;
}

/** What findings are told apart by, but for their number. */
const addressOf = ({ rule, span, key }: Finding): string => JSON.stringify([rule, span.page, key]);

/** The lines of a page before and after a change. */
class Lines {
  readonly #texts: PageTexts;
  readonly #before: LineIndex;
  readonly #now: LineIndex;
  readonly #places: LinePlaces | null;
  /** By place, the only line (from 1) there before; null where there were several. */
  readonly #lineBefore = new Map<number, number | null>();

  constructor(texts: PageTexts) {
    this.#texts = texts;
    this.#before = new LineIndex(texts.before);
    this.#now = new LineIndex(texts.now);
    this.#places = linePlaces(texts.before, texts.now);
    for (const [index, place] of this.#places?.before.entries() ?? [])
      this.#lineBefore.set(place, this.#lineBefore.has(place) ? null : index + 1);
  }

  /** Whether both are of the same words, in an untouched line or in one that took the place of the other. */
  isSame({ span: fresh }: Finding, { span: former }: Finding): boolean {
    return (
      this.#isPlaceOf(fresh, former) && slice(this.#texts.now, fresh) === slice(this.#texts.before, former)
    );
  }

  /** Whether both say the same of a heading as a whole, which was reworded, and of which most words stayed. */
  isOfSameHeading(fresh: Finding, former: Finding): boolean {
    const is = headingAt(this.#texts.now, fresh.span);
    const was = headingAt(this.#texts.before, former.span);
    return (
      is !== null &&
      was !== null &&
      fresh.message.replaceAll(is, '') === former.message.replaceAll(was, '') &&
      isReworded(was, is) &&
      this.#isPlaceOf(fresh.span, former.span)
    );
  }

  /** Whether all lines of a span stood there before. */
  isUntouched({ start, end }: Span): boolean {
    const places = this.#places;
    if (places === null) return false;
    const [from, to] = [start, Math.max(start, end - 1)].map((at) => this.#now.position(at).line);
    for (let line = from ?? 1; line <= (to ?? 0); line += 1) {
      const before = this.#lineBefore.get(places.now[line - 1] ?? -1) ?? null;
      if (
        before === null ||
        lineAt(this.#texts.before, this.#before, before) !== lineAt(this.#texts.now, this.#now, line)
      )
        return false;
    }
    return true;
  }

  #isPlaceOf(fresh: Span, former: Span): boolean {
    if (this.#places === null) return false;
    const is = this.#places.now[this.#now.position(fresh.start).line - 1];
    const was = this.#places.before[this.#before.position(former.start).line - 1];
    return is === was;
  }
}

function lineAt(text: string, lines: LineIndex, line: number): string {
  const end = line < lines.lines ? lines.offsetOfLine(line + 1) : text.length;
  return text.slice(lines.offsetOfLine(line), end).trimEnd();
}

/** The words of the heading that a span covers; null where it covers none, or some of it alone. */
function headingAt(text: string, span: Span): string | null {
  const start = text.lastIndexOf('\n', span.start - 1) + 1;
  const end = text.indexOf('\n', span.end);
  const line = text.slice(start, end < 0 ? text.length : end);
  const [, words = ''] = /^#{1,6}\s(.*)$/su.exec(line) ?? [];
  const covered = slice(text, span).replace(/^#{1,6}\s/u, '');
  return covered.trim() !== '' && covered.trim() === words.trim() ? covered.trim() : null;
}

/** Whether at least half of the words of the longer one are in the other, too. */
function isReworded(was: string, is: string): boolean {
  const words = (text: string): readonly string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const [before, now] = [words(was), words(is)];
  const kept = now.filter((word) => before.includes(word)).length;
  return kept > 0 && kept * 2 >= Math.max(before.length, now.length);
}

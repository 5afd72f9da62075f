import { countBelow } from './count-below.ts';
import type { Span } from './span.ts';

/** Spans of one page, ready to be asked whether one of them overlaps another span, in logarithmic time. */
export class SpanSet {
  readonly #filled: Stretch;
  readonly #empty: Stretch;

  /** @param spans spans of one page, in any order */
  constructor(spans: readonly Span[]) {
    this.#filled = new Stretch(spans.filter((span) => span.start < span.end));
    this.#empty = new Stretch(spans.filter((span) => span.start === span.end));
  }

  /** Agrees with `overlaps` of span.ts for every span of the set; the page of `span` is not looked at. */
  overlaps(span: Span): boolean {
    const touching = span.start === span.end;
    return this.#filled.meets(span, touching) || this.#empty.meets(span, true);
  }
}

class Stretch {
  readonly #starts: readonly number[];
  /** Greatest end among the spans up to the same index. */
  readonly #reach: readonly number[];

  constructor(spans: readonly Span[]) {
    const ordered = [...spans].sort((a, b) => a.start - b.start);
    let reach = -1;
    this.#starts = ordered.map((span) => span.start);
    this.#reach = ordered.map((span) => {
      reach = Math.max(reach, span.end);
      return reach;
    });
  }

  meets({ start, end }: Span, touching: boolean): boolean {
    const before = countBelow(this.#starts, touching ? end + 1 : end);
    if (before === 0) return false;
    const reach = this.#reach[before - 1] ?? -1;
    return touching ? reach >= start : reach > start;
  }
}

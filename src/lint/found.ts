import type { Spill } from '../host/spill.ts';
import { sharer } from '../text/sharer.ts';
import type { Span } from '../text/span.ts';
import type { WordedFinding } from './raw-finding.ts';

/** Takes findings. */
export interface FindingSink {
  push(finding: WordedFinding): void;
}

/** Findings that are put aside together. */
const most = 500;

/** Findings that wait for others outside of memory. */
export class FindingsAside implements FindingSink {
  readonly #spill: Spill;
  readonly #pieces: { readonly start: number; readonly length: number }[] = [];
  #waiting: WordedFinding[] = [];

  constructor(spill: Spill) {
    this.#spill = spill;
  }

  push(finding: WordedFinding): void {
    this.#waiting.push(finding);
    if (this.#waiting.length % most === 0) this.#putAside();
  }

  /** All of them, in the order they came. */
  *all(): Generator<WordedFinding> {
    const share = sharer();
    for (const { start, length } of this.#pieces) {
      const text = Buffer.from(this.#spill.read(start, length)).toString();
      for (const finding of JSON.parse(text) as WordedFinding[]) yield shared(finding, share);
    }
    yield* this.#waiting;
  }

  #putAside(): void {
    const bytes = Buffer.from(JSON.stringify(this.#waiting));
    try {
      this.#pieces.push({ start: this.#spill.write(bytes), length: bytes.length });
      this.#waiting = [];
    } catch {
      // The disk is full, say. Then they stay here, and it is tried again with the next ones.
    }
  }
}

/** Lets the words that many findings have be one and the same text. */
function shared(finding: WordedFinding, share: (text: string) => string): WordedFinding {
  const placed = (span: Span): Span => ({ ...span, page: share(span.page) });
  const { rule, messageId, why, how, span, related } = finding;
  return {
    ...finding,
    rule: share(rule),
    ...(messageId !== undefined && { messageId: share(messageId) }),
    why: share(why),
    how: share(how),
    span: placed(span),
    ...(related && { related: related.map((one) => ({ ...one, span: placed(one.span) })) }),
  };
}

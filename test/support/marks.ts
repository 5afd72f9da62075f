import type { Span } from '../../src/text/span.ts';

/** A text without its marks, and where they were. */
export interface Marked {
  readonly text: string;
  readonly spans: readonly Span[];
}

/**
 * Takes the marks ⟦ and ⟧ out of an example.
 * @throws Error when a mark has no partner or marks are nested.
 */
export function readMarks(page: string, marked: string): Marked {
  let text = '';
  let start: number | null = null;
  const spans: Span[] = [];
  for (const piece of marked.split(/([⟦⟧])/)) {
    if (piece === '⟦') {
      if (start !== null) throw new Error(`Marks are nested: ⟦${text.slice(start)}⟦`);
      start = text.length;
    } else if (piece === '⟧') {
      if (start === null) throw new Error(`A ⟧ has no ⟦ before it: ${text.slice(-40)}⟧`);
      spans.push({ page, start, end: text.length });
      start = null;
    } else {
      text += piece;
    }
  }
  if (start !== null) throw new Error(`A ⟦ has no ⟧ behind it: ⟦${text.slice(start, start + 40)}`);
  return { text, spans };
}

/** Whether a text has marks at all. */
export const hasMarks = (text: string): boolean => /[⟦⟧]/.test(text);

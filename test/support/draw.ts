import { LineIndex } from '../../src/text/line-index.ts';
import type { Span } from '../../src/text/span.ts';

/** Spans to draw under the text, with a sign of their own. */
export interface Layer {
  readonly label: string;
  readonly sign: string;
  readonly spans: readonly { readonly span: Span; readonly note?: string }[];
}

/** Draws a text with line numbers, and under each line the spans that touch it; an empty span is drawn as one sign. */
export function draw(text: string, layers: readonly Layer[]): string {
  const index = new LineIndex(text);
  const width = Math.max(8, ...layers.map((layer) => layer.label.length)) + 1;
  const drawn: string[] = [];
  for (let line = 1; line <= index.lines; line += 1) {
    const start = index.offsetOfLine(line);
    const end = line < index.lines ? index.offsetOfLine(line + 1) : text.length;
    const words = text.slice(start, end).replace(/[\r\n]+$/, '');
    if (line === index.lines && words === '' && line > 1) break;
    drawn.push(`${String(line).padStart(width)} | ${words}`);
    for (const { label, sign, spans } of layers) {
      for (const { span, note } of spans) {
        const from = Math.max(span.start, start) - start;
        const to = Math.min(span.end, start + words.length) - start;
        const empty =
          span.start === span.end && span.start >= start && (span.start < end || end === text.length);
        if (to <= from && !empty) continue;
        const line = `${' '.repeat(from)}${sign.repeat(Math.max(1, to - from))}`;
        drawn.push(`${label.padStart(width)} | ${line}${note && span.start >= start ? ` ${note}` : ''}`);
      }
    }
  }
  return drawn.join('\n');
}

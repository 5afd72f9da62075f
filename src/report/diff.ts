import { createTwoFilesPatch, FILE_HEADERS_ONLY } from 'diff';
import picocolors from 'picocolors';
import type { Display } from './formatter.ts';
import { visible } from './visible.ts';

/** A page before and after its fixes. */
export interface Change {
  readonly path: string;
  readonly before: string;
  readonly after: string;
}

/**
 * A unified diff of all changes, that `git apply` and `patch -p1` take. On a terminal, what a
 * terminal would obey is shown as signs; elsewhere the text stays as it is.
 */
export function diff(changes: readonly Change[], display: Display): string {
  const patches = changes.map(({ path, before, after }) =>
    createTwoFilesPatch(`a/${path}`, `b/${path}`, before, after, undefined, undefined, {
      headerOptions: FILE_HEADERS_ONLY,
    }),
  );
  const text = patches.join('');
  if (!display.terminal) return text;
  const colors = picocolors.createColors(display.color);
  return text
    .split('\n')
    .map((line) => paint(visible(line), colors))
    .join('\n');
}

function paint(line: string, colors: ReturnType<typeof picocolors.createColors>): string {
  if (line.startsWith('+++') || line.startsWith('---')) return colors.bold(line);
  if (line.startsWith('+')) return colors.green(line);
  if (line.startsWith('-')) return colors.red(line);
  return line.startsWith('@@') ? colors.cyan(line) : line;
}

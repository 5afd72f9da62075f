import type { LineSuggestion } from '../diff/suggestion.ts';

/**
 * A suggestion as GitLab reads it. The fence is longer than any run of backticks within.
 * @returns null where an older GitLab, which looks for quick actions with less care, could find one in it
 */
export function suggestionBlock({ above, below, content }: LineSuggestion): string | null {
  if (/^[^\S\n\r\u2028\u2029]*\/[a-z]/imu.test(content)) return null;
  const longest = Math.max(2, ...Array.from(content.matchAll(/`+/gu), ([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  const body = content === '' ? '' : `${content}\n`;
  return `${fence}suggestion:-${above}+${below}\n${body}${fence}`;
}

import type { Message } from './rule.ts';

/** Longest piece of a page that a message repeats, in UTF-16 units; a page may be one line of megabytes. */
const longestQuote = 200;

const placeholder = /\{([^{}]*)\}/g;

/** The names in braces, over all three parts. */
export function placeholdersOf(message: Message): ReadonlySet<string> {
  const text = `${message.what} ${message.why} ${message.how}`;
  return new Set(Array.from(text.matchAll(placeholder), (match) => match[1] ?? ''));
}

/**
 * Puts the data of a finding into its message. White space is collapsed, and very long words of a page are cut.
 * @throws Error when a placeholder has no value: a mistake of the rule.
 */
export function fillMessage(message: Message, data: Readonly<Record<string, string | number>> = {}): Message {
  const fill = (part: string): string =>
    part.replace(placeholder, (_, name: string) => {
      const value = data[name];
      if (value === undefined) throw new Error(`The message “${part}” has no value for {${name}}.`);
      return quote(String(value));
    });
  return { what: fill(message.what), why: fill(message.why), how: fill(message.how) };
}

function quote(value: string): string {
  // Only the part that may be shown is worked on.
  const line = value
    .slice(0, longestQuote * 4)
    .replace(/\s+/g, ' ')
    .trim();
  if (line.length <= longestQuote) return line;
  const cut = line.slice(0, longestQuote - 1);
  const last = cut.charCodeAt(cut.length - 1);
  const whole = last >= 0xd800 && last <= 0xdbff ? cut.slice(0, -1) : cut;
  return `${whole.trimEnd()}…`;
}

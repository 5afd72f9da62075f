import { compareText } from '../text/compare.ts';
import { conflicts, type Edit } from '../text/edit.ts';
import type { Span } from '../text/span.ts';
import type { Finding } from './finding.ts';
import { fillMessage } from './message.ts';
import type { Message, Rule, RuleFinding } from './rule.ts';

/** A finding as a rule yields it, with the types of the single rule forgotten. */
export type RawFinding = RuleFinding<Readonly<Record<string, Message>>> & {
  readonly data?: Readonly<Record<string, string | number>> | undefined;
};

/** A finding with its words, but not yet with its identity. */
export type WordedFinding = Omit<Finding, 'occurrence' | 'fingerprint'>;

/** Length of each page's text in UTF-16 units, by path. */
export type PageLengths = ReadonlyMap<string, number>;

/**
 * Checks a finding and fills in its message. A finding that points outside its page, or whose edits overlap, would break
 * a report or a page later; here the rule can still be named.
 * @throws Error when the finding is malformed: always a mistake of the rule.
 */
export function worded(rule: Rule, raw: RawFinding, lengths: PageLengths): WordedFinding {
  const message: Message | undefined = Object.hasOwn(rule.messages, raw.message)
    ? rule.messages[raw.message]
    : undefined;
  if (!message) throw new Error(`It uses the message “${raw.message}”, which it does not declare.`);
  if (raw.key === '') throw new Error(`Its finding at ${place(raw.span)} has no key.`);
  for (const span of [raw.span, ...(raw.related ?? []).map((related) => related.span)])
    requireInside(span, lengths);
  for (const edits of [raw.fix ?? [], ...(raw.suggestions ?? []).map((suggestion) => suggestion.edits)]) {
    requireDisjoint(edits, lengths);
  }
  const { what, why, how } = fillMessage(message, raw.data);
  return {
    rule: rule.id,
    messageId: raw.message,
    message: what,
    why,
    how,
    ...(rule.url !== undefined && { url: rule.url }),
    span: raw.span,
    key: raw.key,
    ...(raw.fix && raw.fix.length > 0 && { fix: raw.fix }),
    ...(raw.suggestions && raw.suggestions.length > 0 && { suggestions: raw.suggestions }),
    ...(raw.related && raw.related.length > 0 && { related: raw.related }),
  };
}

function requireInside(span: Span, lengths: PageLengths): void {
  const { page, start, end } = span;
  const length = lengths.get(page);
  const whole = Number.isInteger(start) && Number.isInteger(end);
  if (length === undefined || !whole || start < 0 || start > end || end > length) {
    throw new Error(`It points to ${place(span)}, which is outside the page.`);
  }
}

function requireDisjoint(edits: readonly Edit[], lengths: PageLengths): void {
  const ordered = [...edits].sort(
    (a, b) => compareText(a.span.page, b.span.page) || a.span.start - b.span.start || a.span.end - b.span.end,
  );
  for (const [index, edit] of ordered.entries()) {
    requireInside(edit.span, lengths);
    const previous = ordered[index - 1];
    if (previous && conflicts(previous, edit)) {
      throw new Error(`It would change ${place(edit.span)} twice at once.`);
    }
  }
}

const place = ({ page, start, end }: Span): string => `${page}, units ${start} to ${end}`;

import type { Span } from '../text/span.ts';
import { SpanSet } from '../text/span-set.ts';
import type { Finding } from './finding.ts';
import type { Rule } from './rule.ts';

/**
 * Drops findings of rules that yield to another rule where a finding of that rule overlaps them, or a related place of it where the
 * rule says that it speaks for those, too: one slip, one finding.
 * A finding that is itself dropped still counts against others: of three findings on one slip, only the first may speak.
 */
export function withPrecedence(findings: readonly Finding[], rules: readonly Rule[]): Finding[] {
  const yieldsTo = new Map(rules.map((rule) => [rule.id, rule.yieldsTo ?? []]));
  const preferred = new Set([...yieldsTo.values()].flat());
  const places = new Map<string, Span[]>();
  const speaking = new Set(rules.filter((rule) => rule.speaksForRelated).map(({ id }) => id));
  for (const { rule, span: own, related = [] } of findings) {
    if (!preferred.has(rule)) continue;
    const all = speaking.has(rule) ? [own, ...related.map(({ span }) => span)] : [own];
    for (const span of all) {
      const at = address(rule, span.page);
      const spans = places.get(at);
      if (spans) spans.push(span);
      else places.set(at, [span]);
    }
  }
  const sets = new Map(Array.from(places, ([at, spans]) => [at, new SpanSet(spans)]));
  return findings.filter(
    ({ rule, span }) =>
      !yieldsTo.get(rule)?.some((other) => sets.get(address(other, span.page))?.overlaps(span)),
  );
}

const address = (rule: string, page: string): string => `${rule} ${page}`;

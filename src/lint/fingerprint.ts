import { createHash } from 'node:crypto';
import type { Finding } from './finding.ts';
import { compareFindings } from './order.ts';
import type { WordedFinding } from './raw-finding.ts';

/** 16 hexadecimal digits over rule, page, key and occurrence. */
export function fingerprintOf(rule: string, page: string, key: string, occurrence: number): string {
  const identity = JSON.stringify([rule, page, key, occurrence]);
  return createHash('sha256').update(identity).digest().toString('hex', 0, 8);
}

/**
 * Sorts findings as reports have them and gives each its identity. Those with the same rule, page and key are numbered in
 * the order they stand in the page, so the result does not depend on the order in which rules ran or yielded.
 */
export function identified(findings: readonly WordedFinding[]): Finding[] {
  const seen = new Map<string, number>();
  return [...findings].sort(compareFindings).map((finding) => {
    const { rule, key, span } = finding;
    const address = JSON.stringify([rule, span.page, key]);
    const occurrence = seen.get(address) ?? 0;
    seen.set(address, occurrence + 1);
    return { ...finding, occurrence, fingerprint: fingerprintOf(rule, span.page, key, occurrence) };
  });
}

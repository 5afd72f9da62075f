/**
 * How long the header `Retry-After` asks to wait, in milliseconds from `now`, 0 or more; null where the header is missing or says
 * neither seconds nor a date. Source: RFC 9110, sections 10.2.3 and 5.6.7.
 * @param now milliseconds since 1970-01-01 UTC
 */
export function retryAfter(header: string | null, now: number): number | null {
  const text = header?.trim() ?? '';
  if (/^\d{1,10}$/u.test(text)) return Number(text) * 1000;
  // Date.parse also takes "2" or "May": only what looks like a date of HTTP may reach it.
  if (!/^[A-Z][a-z]{2,8}, .{8,24} GMT$/u.test(text)) return null;
  const date = Date.parse(text);
  return Number.isNaN(date) ? null : Math.max(0, date - now);
}

const dayLength = 86_400_000;

/** Number of a day (`2027-03-31`), counted from 1970-01-01; null where the text is no date or there is no such day. */
export function dayOf(date: string): number | null {
  if (!/^\d{4}-\d{2}-\d{2}$/u.test(date)) return null;
  const time = Date.parse(`${date}T00:00:00Z`);
  return Number.isNaN(time) || dateOf(time) !== date ? null : time / dayLength;
}

/** The day that a moment falls on, in UTC. @param time milliseconds since 1970-01-01 UTC */
export function dateOf(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}

/** A moment as interfaces write it (ISO 8601) in milliseconds since 1970-01-01 UTC; null where it is none, or missing. */
export function momentOf(written: string | null): number | null {
  const time = written === null ? Number.NaN : Date.parse(written);
  return Number.isNaN(time) ? null : time;
}

import type { Grade, GradeForm } from './facts.ts';

/** A grade as stated on the page, before it is given to a level. */
export type StatedGrade = Omit<Grade, 'level'>;

/** A grade's number and how it is written. */
export interface GradeNumber {
  readonly value: number;
  readonly upTo: number | null;
  readonly form: GradeForm;
}

/** Reads the named groups of a grade pattern: `value`, `upTo`, `hash`, `unit` ("grade" or "level"), `extra`. */
export function readNumber(groups: Record<string, string | undefined>): GradeNumber {
  const value = Number(groups.value);
  const upTo = groups.upTo === undefined ? null : Number(groups.upTo);
  return { value, upTo, form: formOf(groups, value, upTo) };
}

function formOf(groups: Record<string, string | undefined>, value: number, upTo: number | null): GradeForm {
  if (upTo !== null) return 'range';
  if (groups.hash !== undefined) return 'hash';
  if (groups.unit === undefined) return 'number';
  if (/^level/i.test(groups.unit) || groups.extra !== undefined) return 'level';
  return Number.isInteger(value) ? 'grade' : 'half';
}

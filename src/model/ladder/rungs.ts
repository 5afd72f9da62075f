import type { Level, RoleName, Seniority, Track } from '../facts.ts';
import { ladderOrder } from '../vocabulary.ts';

/** A place of the ladder, as configs and options of rules name it: "individual/senior", "management/director". */
export type Rung = `${Track}/${Seniority}`;

/** Whole grades from `low` up to `high`, both included; `low` equals `high` for a single grade. */
export interface GradeRange {
  readonly low: number;
  readonly high: number;
}

function rungOf({ track, seniority }: Pick<RoleName, 'track' | 'seniority'>): Rung {
  return `${track}/${seniority}`;
}

/** How to read the rung of a level; a name may leave open which of two it means. */
export interface Readings {
  readonly rungs: readonly Rung[];
  /** True where the name leaves no doubt: only then may a ladder be derived from it, or held against it. */
  readonly isClear: boolean;
}

/** Words that, anywhere in the name of an individual contributor, may mean that she leads people after all. */
const leading = new Set(['manager', 'managing', 'lead', 'head', 'chief', 'officer', 'director']);
/** Words that, in front of a rank, make another rank of it, which no ladder knows: "Associate Director", "Group Manager". */
const shifting = new Set([
  'associate',
  'assistant',
  'deputy',
  'acting',
  'interim',
  'group',
  'area',
  'managing',
]);

/**
 * The rungs that a level's name may mean.
 *
 * - "Senior Principal Engineer", "Group Manager" and "Associate Director" stand between two rungs: none.
 * - "Senior Pricing Manager" may be a senior individual contributor who manages prices, or a senior manager of people: both.
 * - "Baker" says no rung, and is taken for an intermediate one only where `plain` is on.
 */
export function readingsOf({ name, kind }: Level, plain: boolean): Readings {
  const none: Readings = { rungs: [], isClear: false };
  if (kind === 'specialty' || isBetweenRungs(name)) return none;
  if (name.track === 'management') {
    const rungs = isRankOfPeople(name) ? [rungOf(name)] : [rungOf(name), individualOf(name)];
    return { rungs, isClear: rungs.length === 1 };
  }
  if (!name.explicit && !plain) return none;
  const other = name.discipline.includes('manager') ? managerOf[name.seniority] : undefined;
  return {
    rungs: [rungOf(name), ...(other === undefined ? [] : [`management/${other}` as const])],
    isClear: !name.discipline.some((word) => leading.has(word)),
  };
}

const managerOf: Partial<Record<Seniority, Seniority>> = {
  intermediate: 'manager',
  senior: 'senior-manager',
};

function individualOf({ seniority }: RoleName): Rung {
  return seniority === 'senior-manager' ? 'individual/senior' : 'individual/intermediate';
}

function isBetweenRungs({ text, track, seniority, discipline }: RoleName): boolean {
  if (shifting.has(discipline[0] ?? '')) return true;
  // The model counts "Senior Principal" as a principal, and "Group Manager" as a manager.
  if (track === 'individual') return seniority !== 'senior' && /^(?:senior|snr|sr)\b/i.test(text);
  return seniority === 'manager' && /^group\b/i.test(text);
}

/** "Manager, X", "Manager of X", "X Senior Manager" and "Engineering Manager" manage people; "X Manager" may manage a product. */
function isRankOfPeople({ text, seniority }: RoleName): boolean {
  if (seniority !== 'manager' && seniority !== 'senior-manager') return true;
  return /^(?:(?:senior|snr|sr)\b\.?\s*)?(?:manager|mgr)\b|\b(?:senior|snr|sr|engineering)\b\.?\s+(?:manager|mgr)\b/i.test(
    text,
  );
}

const tracks: readonly Track[] = ['individual', 'management'];

/** All rungs there may be, in ladder order: individual contributors first. */
export const allRungs: readonly Rung[] = tracks.flatMap((track) =>
  ladderOrder.map((seniority): Rung => `${track}/${seniority}`),
);

const known = new Set<string>(allRungs);

export function isRung(text: string): text is Rung {
  return known.has(text);
}

/** Takes a rung apart. */
export function partsOf(rung: Rung): readonly [Track, Seniority] {
  const [track, seniority] = rung.split('/') as [Track, Seniority];
  return [track, seniority];
}

import picomatch from 'picomatch';
import { dayOf } from '../host/calendar.ts';
import type { JudgedFinding } from '../lint/finding.ts';
import type { About } from '../lint/later-judge.ts';
import { names } from '../lint/suppressions.ts';
import { textKey } from '../text/key.ts';
import type { Waiver } from './waiver.ts';

/** So many days before its end, a waiver is reported. */
const noticeDays = 14;

/** How a waiver stands on a day. */
export interface Standing {
  readonly waiver: Waiver;
  /** `ending`: it holds for at most two weeks more. `ended`: its findings count again. */
  readonly state: 'holds' | 'ending' | 'ended';
  /** Days after today on which it still holds; negative where it has ended. */
  readonly daysLeft: number;
  /** How many findings it speaks of that no comment silences, also where it has ended. */
  readonly findings: number;
}

export interface WaiverCircumstances extends Pick<About, 'levelsAt' | 'wordsAt'> {
  /** The day on which to judge, `2027-03-31`. */
  readonly today: string;
  /** A page's path relative to the folder of the config. */
  fromBase(path: string): string;
  /** The finding's fingerprint as a run in the folder of the config gives it. */
  printFromBase(finding: JudgedFinding): string;
}

/**
 * Silences the findings that a waiver speaks of which has not ended. This is the one place where waivers are judged.
 * @param waivers their `until` must be a date
 */
export function judgeWaivers(
  findings: readonly JudgedFinding[],
  waivers: readonly Waiver[],
  circumstances: WaiverCircumstances,
): { readonly findings: readonly JudgedFinding[]; readonly standings: readonly Standing[] } {
  const today = dayOf(circumstances.today) ?? 0;
  const judges = waivers.map((waiver) => {
    const daysLeft = (dayOf(waiver.until) ?? 0) - today;
    return { waiver, daysLeft, meets: matcher(waiver, circumstances), count: 0 };
  });
  const judged = findings.map((finding): JudgedFinding => {
    if (finding.silenced !== null || judges.length === 0) return finding;
    const meeting = judges.filter(({ meets }) => meets(finding));
    for (const judge of meeting) judge.count += 1;
    const holding = meeting.find(({ daysLeft }) => daysLeft >= 0);
    return holding ? { ...finding, silenced: { kind: 'waived', reason: holding.waiver.reason } } : finding;
  });
  const standings = judges.map(({ waiver, daysLeft, count }): Standing => {
    const state = daysLeft < 0 ? 'ended' : daysLeft <= noticeDays ? 'ending' : 'holds';
    return { waiver, state, daysLeft, findings: count };
  });
  return { findings: judged, standings };
}

function matcher(
  { rule, page, level, text, fingerprint }: Waiver,
  { levelsAt, wordsAt, fromBase, printFromBase }: WaiverCircumstances,
): (finding: JudgedFinding) => boolean {
  const isPage = page === undefined ? null : picomatch(page, { dot: true });
  const levelKey = level === undefined ? '' : textKey(level);
  const words = text === undefined ? '' : oneLine(text);
  return (finding) =>
    names(rule, finding.rule) &&
    (isPage === null || isPage(fromBase(finding.span.page))) &&
    (level === undefined ||
      `${finding.key}/`.startsWith(`${level}/`) ||
      levelsAt(finding.span).some((title) => textKey(title) === levelKey)) &&
    (words === '' ||
      [finding.message, wordsAt(finding.span)].some((said) => oneLine(said).includes(words))) &&
    (fingerprint === undefined ||
      finding.fingerprint === fingerprint ||
      printFromBase(finding) === fingerprint);
}

const oneLine = (text: string): string => text.replace(/\s+/gu, ' ').trim();

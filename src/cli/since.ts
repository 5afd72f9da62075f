import { GitError } from '../host/git.ts';
import { type SinceBase, sinceBase } from '../host/since-base.ts';
import type { Failure, Notice } from '../lint/finding.ts';
import type { Before } from '../policy/judge-new.ts';
import { type BeforeOptions, lintBefore } from './before.ts';
import { type Change, noChange } from './change.ts';
import type { Io } from './io.ts';

/** What `--since` compares with. */
export interface Since {
  /** Null where nothing can be compared, and all findings count. */
  readonly base: (SinceBase & { readonly commit: string }) | null;
  readonly notices: readonly Notice[];
  readonly failures: readonly Failure[];
}

const nothing: Since = { base: null, notices: [], failures: [] };

/** Finds the commit that a change starts from. Where there is none, a notice or a failure says so, and the run goes on. */
export function findSince(rev: string | undefined, io: Io): Since {
  if (rev === undefined) return nothing;
  return asking(rev, nothing, () => {
    const found = sinceBase(rev, io.git);
    if (found === null) {
      const message = `--since names “${rev}”, but this clone has no such commit. Check the name, or fetch the branch.`;
      return { ...nothing, failures: [{ message }] };
    }
    const { commit, notice } = found;
    const notices: Notice[] = notice === null ? [] : [{ kind: 'since-shallow', message: notice }];
    return { base: commit === null ? null : { ...found, commit }, notices, failures: [] };
  });
}

/** What the change took away; `read` is asked only where there is something to compare with. */
export function changeSince({ base }: Since, read: (commit: string) => Change): Change {
  return base === null ? noChange : asking(base.name, noChange, () => read(base.commit));
}

interface FoundBefore {
  /** Null where all findings count. */
  readonly before: Before | null;
  readonly failures: readonly Failure[];
}

/** What was found before the change. */
export function beforeSince({ base }: Since, options: Omit<BeforeOptions, 'base'>, io: Io): FoundBefore {
  const none: FoundBefore = { before: null, failures: [] };
  return base === null ? none : asking(base.name, none, () => lintBefore({ ...options, base }, io));
}

/** Where Git cannot answer, that is a failure of the run. */
function asking<Result extends { readonly failures: readonly Failure[] }>(
  name: string,
  otherwise: Result,
  ask: () => Result,
): Result {
  try {
    return ask();
  } catch (error) {
    if (!(error instanceof GitError)) throw error;
    return {
      ...otherwise,
      failures: [{ message: `--since ${name} could not be looked up. ${error.message}` }],
    };
  }
}

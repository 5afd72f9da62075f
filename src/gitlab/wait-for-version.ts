import type { WallClock } from '../host/wall-clock.ts';
import { AccessError } from './access.ts';
import { type DiffVersion, isCutOff } from './diff/version.ts';
import type { ReviewReader } from './reader.ts';

const pause = 3000;
const mostLooks = 20;

/**
 * The newest version of the merge request, once its head is the commit that was linted. A pipeline may start before GitLab has made it, so
 * this waits for up to a minute, and then says which commit GitLab has.
 * @throws AccessError where it does not come, or the branch has moved on
 */
export async function waitForVersion(
  reader: ReviewReader,
  head: string,
  clock: WallClock,
): Promise<DiffVersion> {
  for (let looks = 1; ; looks += 1) {
    const versions = await reader.versions();
    const [newest] = versions;
    if (newest?.refs.headSha === head) {
      const version = await reader.version(newest.id);
      // Where all was taken back there is nothing left to comment on, but threads of earlier versions are to end.
      if (version.state === 'collected' || version.state === 'empty' || isCutOff(version)) return version;
    } else if (versions.some(({ refs }) => refs.headSha === head)) {
      throw new AccessError(
        `The branch has moved on since ${head.slice(0, 8)}, so there are no comments. The pipeline of its newest commit writes them.`,
      );
    }
    if (looks === mostLooks) {
      const linted = head.slice(0, 8);
      if (newest?.refs.headSha === head)
        throw new AccessError(
          `GitLab has no diff of the commit ${linted} (it calls it “${newest.state}”), so there are no comments. Push another commit, or rebase the branch.`,
        );
      throw new AccessError(
        newest === undefined
          ? 'GitLab has not made a diff of the merge request yet, so there are no comments. Run the job again later.'
          : `GitLab’s newest diff of the merge request ends with the commit ${newest.refs.headSha.slice(0, 8)}, and ${linted} was linted, so there are no comments. If ${linted} was pushed just now, run the job again; else check out ${newest.refs.headSha.slice(0, 8)} and review that.`,
      );
    }
    await clock.wait(pause);
  }
}

import { expect, it, vi } from 'vitest';
import { isWrite } from '../support/gitlab/faults.ts';
import { ThreeReviews } from '../support/gitlab/three-reviews.ts';

/** Without this variable, some of the cases are tried. */
const isWhole = Boolean(process.env.JOBFAM_LINT_ALL_FAULTS);
vi.setConfig({ testTimeout: isWhole ? 3_600_000 : 120_000 });

it('the program, killed at any write, or running twice at once, leaves nothing that the next review does not mend', async () => {
  const all = await ThreeReviews.start(isWhole ? 3 : 1);
  const { faults } = all.reviewed.handbook.gitlab;
  const cases = all.stages.flatMap((stage) =>
    stage.requests
      .filter(({ method }) => isWrite(method))
      .flatMap(({ method, url }, index) =>
        (['before', 'after'] as const).map((when) => ({
          stage,
          when,
          at: index + 1,
          what: `${method} ${url}`,
        })),
      ),
  );
  for (const { stage, when, at, what } of cases.filter((_, index) => isWhole || index % 8 === 7)) {
    all.rewind(stage);
    const { child, ended } = all.start(stage);
    faults.onKill = () => void child.kill('SIGKILL');
    faults.plan({ at, matches: isWrite, fault: { when, how: 'kill' } });
    expect([await ended, child.signalCode]).toEqual([null, 'SIGKILL']);
    faults.clear();
    expect([stage.name, when, what, all.doubles]).toEqual([stage.name, when, what, 0]);
    await all.review(stage);
    expect([stage.name, when, what, all.standing()]).toEqual([stage.name, when, what, stage.right]);
  }

  for (const stage of all.stages) {
    all.rewind(stage);
    expect(await Promise.all([all.start(stage).ended, all.start(stage).ended])).toEqual([1, 1]);
    await all.review(stage);
    expect([stage.name, all.standing()]).toEqual([stage.name, stage.right]);
  }
});

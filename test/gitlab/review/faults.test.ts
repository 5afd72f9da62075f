import { isDeepStrictEqual } from 'node:util';
import { expect, it, vi } from 'vitest';
import type { AnyFault } from '../../support/gitlab/faults.ts';
import { type Stage, type Standing, ThreeReviews } from '../../support/gitlab/three-reviews.ts';

/** All cases take some minutes; without this variable a part of them is tried, spread over all. */
const isWhole = Boolean(process.env.JOBFAM_LINT_ALL_FAULTS);
const each = isWhole ? 1 : 67;
vi.setConfig({ testTimeout: isWhole ? 3_600_000 : 120_000 });

/** A review that does not see what the last one wrote cannot know what was mended since. */
const unseen = 'half of a list, as if it were all';
const withoutPast = ({ summaries, ...rest }: Standing) => ({
  ...rest,
  summaries: summaries.map((text) => text.replace(/^\d+ findings? of the last review .*\n\n|<!-- .*/gmu, '')),
});

const faults: Readonly<Record<string, AnyFault>> = {
  'too many requests, wait': { when: 'before', how: 429, headers: { 'retry-after': '3' } },
  'error 500, not done': { when: 'before', how: 500 },
  'error 500, done': { when: 'after', how: 500 },
  'connection cut, not done': { when: 'before', how: 'reset' },
  'connection cut, done': { when: 'after', how: 'reset' },
  'no answer, not done': { when: 'before', how: 'silence' },
  'no answer, done': { when: 'after', how: 'silence' },
  'no answer, done later': { when: 'later', how: 'silence' },
  'page of a proxy (502), not done': { when: 'before', how: 502 },
  'page of a proxy (502), done': { when: 'after', how: 502 },
  'page of a proxy (200), not done': { when: 'before', how: 200 },
  'page of a proxy (200), done': { when: 'after', how: 200 },
  'half of the answer': { when: 'spoilt', how: 'cut' },
  'half of the answer, connection cut': { when: 'spoilt', how: 'torn' },
  'done twice': { when: 'twice' },
  [unseen]: { when: 'spoilt', how: 'short' },
  'no connection from then on': { when: 'before', how: 'reset' },
  'no answer from then on, done': { when: 'after', how: 'reset' },
};
/** What came of a fault: what stood as it should without another review, and which reviews said that they could not do all. */
type Tried = Record<'cases' | 'right at once' | 'exit 2', number>;

const cases = (stages: readonly Stage[]) =>
  stages.flatMap((stage) =>
    Object.entries(faults).flatMap(([name, fault]) =>
      stage.requests.map((request, index) => ({ stage, name, fault, at: index + 1, request })),
    ),
  );

it('whatever request of a review fails, and where two run at once, the next review leaves each comment once, and as it should be', async () => {
  const all = await ThreeReviews.start();
  await oneRequestFails(all);
  await twoAtOnce(all);
});

async function oneRequestFails(all: ThreeReviews): Promise<void> {
  const tried: Record<string, Tried> = {};
  const { faults: planned } = all.reviewed.handbook.gitlab;
  for (const { stage, name, fault, at, request } of cases(all.stages).filter(
    (_, index) => index % each === 0,
  )) {
    const what = `${stage.name} review, request ${at} (${request.method} ${request.url}): ${name}`;
    all.rewind(stage);
    planned.plan({ at, fault, times: name.includes('from then on') ? Number.POSITIVE_INFINITY : 1 });
    const ran = await all.review(stage);
    expect(planned.met, what).toBeGreaterThan(0);
    planned.clear();
    planned.takeLate()();
    expect([what, all.doubles]).toEqual([what, 0]);
    // Either all is written, or a sentence says why not.
    const { status, stderr: said } = ran;
    if (status === 1)
      expect(said, what).toMatch(/^jobfam-lint: The review is written, with \d+ requests to GitLab\.\n$/u);
    else expect(said, what).toMatch(/not possible|not sure|cannot be found/u);
    expect(said).not.toMatch(/glpat-|report (?:it|this)|at \S+\.ts/u);

    const wasRight = isDeepStrictEqual(all.standing(), stage.right);
    await all.review(stage);
    const seen = name === unseen ? withoutPast : (standing: Standing) => standing;
    expect([what, seen(all.standing())]).toEqual([what, seen(stage.right)]);
    tried[name] ??= { cases: 0, 'right at once': 0, 'exit 2': 0 };
    tried[name].cases += 1;
    tried[name]['right at once'] += wasRight ? 1 : 0;
    tried[name]['exit 2'] += status === 2 ? 1 : 0;
  }
  const rows = Object.entries(tried).map(([name, counts]) => `${name}: ${JSON.stringify(counts)}\n`);
  if (isWhole) process.stdout.write(rows.join(''));
}

async function twoAtOnce(all: ThreeReviews): Promise<void> {
  const { log } = all.reviewed.handbook.gitlab;
  for (const stage of isWhole ? all.stages : all.stages.slice(1, 2)) {
    // The second one starts when the first has made so many requests.
    const starts = stage.requests.map((_, index) => index);
    for (const start of starts.filter((index) => isWhole || index % 20 === 9)) {
      all.rewind(stage);
      const from = log.length;
      let isDone = false;
      const first = all.review(stage).then(() => {
        isDone = true;
      });
      while (!isDone && log.length < from + start) await new Promise((go) => setTimeout(go, 1));
      await Promise.all([first, all.review(stage)]);
      await all.review(stage);
      expect([stage.name, start, all.standing()]).toEqual([stage.name, start, stage.right]);
    }
  }
}

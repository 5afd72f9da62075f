import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import type { Io } from '../../../src/cli/io.ts';
import { run } from '../../../src/cli/run.ts';
import { readMarker } from '../../../src/gitlab/plan/marker.ts';
import type { Git } from '../../../src/host/git.ts';
import { nodeFetch } from '../../../src/host/node-fetch.ts';
import { nodeGit } from '../../../src/host/node-git.ts';
import { ioIn, type Ran } from '../program.ts';
import { rememberingGit } from '../remembering-git.ts';
import type { Logged } from './gitlab.ts';
import type { MergeRequest } from './model.ts';
import { saveNote } from './notes.ts';
import { Reviewed } from './reviewed.ts';

const page = 'content/engineer.md';
const fine = '# Engineer\n\nEngineers build.\n\n## Pay\n\nTen.\n';
const link = (anchor: string) => `See [${anchor}](#${anchor}).\n\n`;

/**
 * Three pushes. The first brings four defects, of which three get a thread, and the fourth is told in the summary; with the second two of them are
 * mended, one is told in other words, and there is one more; with the third one is back, one stays, and the others go.
 */
const pushes = [
  fine.replace('## Pay', `${link('one')}${link('two')}${link('dutys')}${link('four')}## Pay`),
  fine.replace('## Pay', `${link('pay')}${link('dutys')}${link('four')}${link('five')}## Duties\n\n## Pay`),
  fine.replace('## Pay', `${link('one')}${link('five')}## Duties\n\n## Pay`),
];
/** So many comments of people that lists have two pages. */
const chatter = 105;
const words = ['review', '--only', 'link', '--max-threads', '3', '--format', 'stylish'];

/** A review of one of the pushes, which can be made again and again from where the one before has left the merge request. */
export interface Stage {
  readonly name: 'first' | 'second' | 'third';
  readonly commit: string;
  /** The merge request before the review. */
  readonly before: Pick<MergeRequest, 'discussions' | 'versions'>;
  /** What stands after a review that nothing disturbs. */
  readonly right: Standing;
  /** The requests that it takes. */
  readonly requests: readonly Pick<Logged, 'method' | 'url'>[];
}

export interface Standing {
  readonly threads: readonly {
    readonly about: string;
    readonly line: number | null;
    readonly isOpen: boolean;
    readonly body: string;
  }[];
  readonly summaries: readonly string[];
  readonly comments: number;
  readonly drafts: number;
}

export class ThreeReviews {
  readonly reviewed: Reviewed;
  readonly stages: Stage[] = [];
  #git: Git;

  private constructor(reviewed: Reviewed) {
    this.reviewed = reviewed;
    this.#git = nodeGit(reviewed.repository.folder);
  }

  /** @param count so many of the reviews */
  static async start(count = 3): Promise<ThreeReviews> {
    const reviewed = await Reviewed.start({ [page]: fine });
    const { gitlab, mergeRequest, person } = reviewed.handbook;
    const { repository, base } = reviewed;
    // So many reviews within a minute are the tests' own doing.
    gitlab.limits.notesCreate = Number.POSITIVE_INFINITY;
    const all = new ThreeReviews(reviewed);
    const names = ['first', 'second', 'third'] as const;
    for (const [index, name] of names.slice(0, count).entries()) {
      const commit = reviewed.publish(repository.commit({ [page]: pushes[index] ?? '' }), base);
      if (index === 0)
        for (let number = 0; number < chatter; number += 1)
          saveNote(gitlab, mergeRequest, { author: person, body: `Hm ${number}.`, type: null });
      const { discussions, versions } = structuredClone(mergeRequest);
      const from = gitlab.log.length;
      const stage = { name, commit, before: { discussions, versions } };
      await all.review(stage);
      all.stages.push({ ...stage, right: all.standing(), requests: gitlab.log.slice(from) });
    }
    // From here on, the repository stays as it is.
    all.#git = rememberingGit(all.#git);
    return all;
  }

  /** Puts the merge request back to where it was before that review. */
  rewind({ commit, before }: Pick<Stage, 'commit' | 'before'>): void {
    const { gitlab, mergeRequest } = this.reviewed.handbook;
    const { discussions, versions } = structuredClone(before);
    mergeRequest.sha = commit;
    mergeRequest.versions.splice(0, mergeRequest.versions.length, ...versions);
    Object.assign(mergeRequest, { discussions, drafts: [] });
    gitlab.faults.clear();
    gitlab.faults.takeLate();
  }

  /** Runs the command, from the arguments to the requests over HTTP; waiting takes no time. */
  async review({ commit }: Pick<Stage, 'commit'>): Promise<Ran> {
    const { reviewed } = this;
    const { faults } = reviewed.handbook.gitlab;
    const { io, out } = ioIn(reviewed.repository.folder, 0);
    const fetch: Io['outside']['fetch'] = async (how) => {
      const ask = nodeFetch(how);
      return (url, request) => {
        const silence = new AbortController();
        faults.onSilence = () => silence.abort(new DOMException('It took too long.', 'TimeoutError'));
        return ask(url, { ...request, signal: silence.signal });
      };
    };
    const env = this.#variables(commit);
    const status = await run(words, { ...io, env, git: this.#git, outside: { ...io.outside, fetch } });
    return { status, ...out };
  }

  /** Starts the built program in a process of its own. */
  start({ commit }: Pick<Stage, 'commit'>): {
    readonly child: ChildProcess;
    readonly ended: Promise<number | null>;
  } {
    const { PATH, HOME } = process.env;
    const env = { PATH, HOME, ...this.#variables(commit) };
    const args = [resolve('dist/cli.js'), ...words, '--no-cache'];
    const child = spawn(process.execPath, args, {
      cwd: this.reviewed.repository.folder,
      env,
      stdio: 'ignore',
    });
    const ended = once(child, 'close').then(([status]) => status);
    return { child, ended };
  }

  #variables(commit: string): Record<string, string> {
    return { ...this.reviewed.variables, CI_MERGE_REQUEST_SOURCE_BRANCH_SHA: commit };
  }

  /** The comments as they are, in an order that does not depend on when they were written. */
  standing(): Standing {
    const { mergeRequest } = this.reviewed.handbook;
    const firsts = mergeRequest.discussions.flatMap(({ notes }) => notes.slice(0, 1));
    const threads = firsts.flatMap(({ body, position, resolvedAt }) => {
      const marker = readMarker(body);
      if (marker?.kind !== 'thread') return [];
      return [
        {
          about: marker.fingerprints.join(),
          line: position?.new_line ?? null,
          isOpen: resolvedAt === null,
          body,
        },
      ];
    });
    return {
      threads: threads.sort((a, b) => (a.about < b.about ? -1 : 1)),
      summaries: firsts.flatMap(({ body }) =>
        readMarker(body)?.kind === 'summary' ? [body.replace(/^Time: .*$/mu, '')] : [],
      ),
      comments: firsts.length,
      drafts: mergeRequest.drafts.length,
    };
  }

  /** How many comments say what another one says. */
  get doubles(): number {
    const { threads, summaries } = this.standing();
    return (
      threads.length - new Set(threads.map(({ about }) => about)).size + Math.max(0, summaries.length - 1)
    );
  }
}

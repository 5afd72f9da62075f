import type { WallClock } from '../../../src/host/wall-clock.ts';
import { type Api, apiOf } from './api.ts';
import { type GitLab, type Push, snapshot } from './gitlab.ts';
import type { MergeRequest, Project, Role, Token, User } from './model.ts';
import { startGitLab } from './server.ts';

/** A server with one project, a person who opened a merge request, and a bot. */
export interface Handbook {
  readonly gitlab: GitLab;
  readonly apiUrl: string;
  readonly project: Project;
  readonly mergeRequest: MergeRequest;
  readonly person: User;
  readonly bot: User;
  readonly token: Token;
  /** Paths below the merge request, asked as the bot and as the person. */
  readonly asBot: Api;
  readonly asPerson: Api;
}

export interface HandbookSettings {
  readonly clock?: WallClock;
  readonly role?: Role;
  readonly visibility?: Project['visibility'];
  readonly root?: string;
}

export const page = 'content/roles/engineer.md';

/** 40 lines: line N is `line N`. */
export const lines = (
  change: (line: string, number: number) => readonly string[] = (line) => [line],
): string =>
  Array.from({ length: 40 }, (_, index) => change(`line ${index + 1}`, index + 1))
    .flat()
    .map((line) => `${line}\n`)
    .join('');

const base = snapshot({ [page]: lines(), 'gone.md': 'old\n', 'old-name.md': lines() });
/** Line 10 is changed, one line is added after line 20, line 30 is removed. */
const head = snapshot({
  [page]: lines((line, number) =>
    number === 10 ? ['changed'] : number === 20 ? [line, 'added'] : number === 30 ? [] : [line],
  ),
  'new.md': 'one\ntwo\nthree\n',
  'new-name.md': lines(),
});

export const firstPush: Push = { base, head };

/** @param push the first version; null leaves the merge request unprepared */
export async function startHandbook(
  settings: HandbookSettings = {},
  push: Push | null = firstPush,
): Promise<Handbook> {
  const { gitlab, apiUrl } = await startGitLab(settings.clock, settings.root);
  const project = gitlab.addProject('acme/people/handbook', settings.visibility);
  const [person, bot] = [gitlab.addUser('pat'), gitlab.addUser('handbook-bot')];
  gitlab.addMember(project, person, 'maintainer');
  gitlab.addMember(project, bot, settings.role ?? 'developer');
  const mergeRequest = gitlab.open(project, person);
  if (push !== null) gitlab.push(mergeRequest, push);
  const token = gitlab.addToken(bot);
  const below = `projects/${project.id}/merge_requests/${mergeRequest.iid}/`;
  return {
    gitlab,
    apiUrl,
    project,
    mergeRequest,
    person,
    bot,
    token,
    asBot: apiOf(apiUrl, token, below),
    asPerson: apiOf(apiUrl, gitlab.addToken(person), below),
  };
}

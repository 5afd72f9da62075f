import { describe, expect, it } from 'vitest';
import { AccessError, GitLabError } from '../../../src/gitlab/access.ts';
import type { ReviewClient } from '../../../src/gitlab/client/review-client.ts';
import { firstPush, page, startHandbook } from '../../support/gitlab/handbook.ts';
import { VirtualClock } from '../../support/virtual-clock.ts';
import { clientFor } from '../client-for.ts';

async function errorOf(promise: Promise<unknown>): Promise<Error> {
  return promise.then(
    () => expect.unreachable('It should have failed.'),
    (error: Error) => error,
  );
}

describe('reading', () => {
  it('gives the merge request, its versions, and the diff of one with its commits', async () => {
    const handbook = await startHandbook({}, { ...firstPush, collapsed: ['new.md'] });
    const client = clientFor(handbook);
    expect(await client.self()).toBe(handbook.bot.id);
    const { base, head } = firstPush;
    const refs = { baseSha: base.sha, startSha: base.sha, headSha: head.sha };
    expect(await client.mergeRequest()).toMatchObject({
      iid: 1,
      state: 'opened',
      sha: head.sha,
      diffRefs: refs,
    });
    const [version] = await client.versions();
    expect(version).toMatchObject({ refs, state: 'collected' });
    const { files } = await client.version(version?.id ?? 0);
    expect(files.find(({ newPath }) => newPath === page)?.diff).toContain('\n-line 10\n+changed\n');
    expect(files.find(({ newPath }) => newPath === 'new.md')).toMatchObject({
      isNew: true,
      isCollapsed: true,
      diff: '',
    });
    expect(files.find(({ newPath }) => newPath === 'new-name.md')).toMatchObject({
      isRenamed: true,
      diff: '',
    });
    expect(files.find(({ newPath }) => newPath === 'gone.md')).toMatchObject({ isDeleted: true });
  });

  it('says that there are no commits yet while the merge request is made ready', async () => {
    const client = clientFor(await startHandbook({}, null));
    expect(await client.mergeRequest()).toMatchObject({ diffRefs: null });
    expect(await client.versions()).toEqual([]);
  });

  it('gives all threads of a long history, though pages are shorter than was asked for', async () => {
    const handbook = await startHandbook();
    for (let index = 0; index < 250; index += 1)
      await handbook.asPerson('POST', 'notes', { body: `Note ${index}` });
    const [first, ...rest] = handbook.mergeRequest.discussions.flatMap(({ notes }) => notes);
    if (first) first.isUnreadable = true;
    const before = handbook.gitlab.log.length;
    const threads = await clientFor(handbook).threads();
    expect(threads.map(({ notes }) => notes[0]?.id)).toEqual(rest.map(({ id }) => id));
    expect(handbook.gitlab.log.length - before).toBe(3);
  });

  it('follows the pages also where a proxy takes the header “link” away', async () => {
    const handbook = await startHandbook();
    for (let index = 0; index < 120; index += 1)
      await handbook.asPerson('POST', 'notes', { body: `Note ${index}` });
    const withoutLinks: typeof fetch = async (...args) => {
      const response = await fetch(...args);
      const headers = new Headers(response.headers);
      headers.delete('link');
      return new Response(await response.text(), { status: response.status, headers });
    };
    expect(await clientFor(handbook, { fetch: withoutLinks }).threads()).toHaveLength(120);
  });

  it('knows system notes, who resolved a thread, and where it stands', async () => {
    const handbook = await startHandbook();
    const { base, head } = firstPush;
    const refs = { base_sha: base.sha, start_sha: base.sha, head_sha: head.sha };
    const position = { ...refs, position_type: 'text', old_path: page, new_path: page, new_line: 10 };
    const { body } = await handbook.asBot('POST', 'discussions', { body: 'Look.', position });
    await handbook.asPerson('PUT', `discussions/${body.id}`, { resolved: true });
    const [thread, system] = await clientFor(handbook).threads();
    expect(thread).toMatchObject({
      id: body.id,
      isPlain: false,
      notes: [
        {
          author: handbook.bot.id,
          isResolvable: true,
          resolved: { by: handbook.person.id },
          position: { headSha: head.sha, newPath: page, newLine: 10 },
        },
      ],
    });
    expect(system).toMatchObject({
      isPlain: true,
      notes: [{ isSystem: true, isResolvable: false, resolved: null }],
    });
  });

  it('works below a relative root, and with the path of a project', async () => {
    const handbook = await startHandbook({ root: '/code/gitlab' });
    expect(await clientFor(handbook, { project: handbook.project.path }).mergeRequest()).toMatchObject({
      iid: 1,
    });
  });

  it('finds a project that has moved, and writes to it by its number', async () => {
    const handbook = await startHandbook();
    handbook.gitlab.moveProject(handbook.project, 'acme/handbook');
    const client = clientFor(handbook, { project: 'acme/people/handbook' });
    expect((await client.write('POST', 'notes', { body: 'Hello.' }, 'comment')).kind).toBe('refused');
    expect(await client.mergeRequest()).toMatchObject({ iid: 1 });
    expect((await client.write('POST', 'notes', { body: 'Hello.' }, 'comment')).kind).toBe('done');
  });

  it('sends the token nowhere else', async () => {
    const [handbook, other] = [await startHandbook(), await startHandbook()];
    const location = `${other.apiUrl}/projects/1/merge_requests/1`;
    handbook.gitlab.faults.plan({ at: 1, fault: { when: 'before', how: 302, headers: { location } } });
    const error = await errorOf(clientFor(handbook).mergeRequest());
    expect([error.message, other.gitlab.log]).toEqual([
      expect.stringContaining(' sends on to http://127.0.0.1:'),
      [],
    ]);
  });
});

describe('GitLab in trouble', () => {
  it.each([
    ['a cut connection', 'reset', 1000],
    ['a proxy’s page', 502, 1000],
    ['a server error', 500, 1000],
    ['no answer in time', 'silence', 1000],
    ['too many requests, with a time to wait', 429, 7000],
  ] as const)('is asked again after %s', async (_, how, waited) => {
    const handbook = await startHandbook();
    const clock = new VirtualClock();
    const start = clock.now();
    const headers = how === 429 ? { 'retry-after': '7' } : {};
    handbook.gitlab.faults.plan({ at: 1, fault: { when: 'before', how, headers } });
    const client = clientFor(handbook, { clock, timeout: 200 });
    expect(await client.mergeRequest()).toMatchObject({ iid: 1 });
    expect([clock.now() - start, client.requests]).toEqual([waited, 2]);
  });

  it('is given up after five attempts, with a sentence', async () => {
    const handbook = await startHandbook();
    handbook.gitlab.faults.plan({ at: 1, times: 99, fault: { when: 'before', how: 502 } });
    const client = clientFor(handbook);
    const error = await errorOf(client.mergeRequest());
    expect(error).toBeInstanceOf(GitLabError);
    expect(error.message).toBe(
      `It was not possible to read the merge request (merge request !1 of ${handbook.project.id}): GitLab answered “status 502” (502), after 5 attempts. Please run the job again later.`,
    );
    expect(client.requests).toBe(5);
  });

  it('is not waited for longer than there is time', async () => {
    const handbook = await startHandbook();
    const headers = { 'retry-after': '3600' };
    handbook.gitlab.faults.plan({ at: 1, fault: { when: 'before', how: 429, headers } });
    const error = await errorOf(clientFor(handbook).mergeRequest());
    expect(error.message).toContain('would have to be waited for longer than 300 seconds in all');
  });

  it('keeps to the general limit', async () => {
    const clock = new VirtualClock();
    const handbook = await startHandbook({ clock });
    handbook.gitlab.limits.general = 3;
    const client = clientFor(handbook, { clock });
    for (let index = 0; index < 7; index += 1) await client.versions();
    expect(handbook.gitlab.log.filter(({ status }) => status === 429)).toHaveLength(2);
  });
});

describe('a right that is missing', () => {
  const cases: readonly (readonly [
    string,
    (handbook: Awaited<ReturnType<typeof startHandbook>>) => ReviewClient,
    RegExp,
  ])[] = [
    [
      'an unknown token',
      (handbook) => clientFor(handbook, { token: 'glpat-unknown' }),
      /^GitLab does not know the token for merge request !1 of \d+\. .*Make a new project access token .* role Developer and the scope api/u,
    ],
    [
      'an expired token',
      (handbook) => {
        handbook.token.state = 'expired';
        return clientFor(handbook);
      },
      /any more: it has expired or was revoked\. Make a new project access token/u,
    ],
    [
      'a token of another scope',
      (handbook) =>
        clientFor({ ...handbook, token: handbook.gitlab.addToken(handbook.bot, { scopes: ['read_user'] }) }),
      /^The token may not read the merge request: it lacks the scope api\./u,
    ],
    [
      'a project that the user does not see',
      (handbook) =>
        clientFor({ ...handbook, token: handbook.gitlab.addToken(handbook.gitlab.addUser('stranger')) }),
      /^The token’s user cannot see merge request !1 of \d+, or there is no such merge request/u,
    ],
    [
      'a job token',
      (handbook) =>
        clientFor({ ...handbook, token: handbook.gitlab.addToken(handbook.bot, { kind: 'job' }) }),
      /A CI_JOB_TOKEN cannot be used to comment\./u,
    ],
  ];

  it.each(cases)('is named: %s', async (_, clientOf, message) => {
    const handbook = await startHandbook();
    const error = await errorOf(clientOf(handbook).mergeRequest());
    expect(error).toBeInstanceOf(AccessError);
    expect(error.message).toMatch(message);
    for (const token of handbook.gitlab.tokens.keys()) expect(error.message).not.toContain(token);
  });

  it('is named before a token is sent that is none', async () => {
    const handbook = await startHandbook();
    expect(() => clientFor(handbook, { token: 'glpat-abc\ndef' })).toThrow(
      /^The token holds a space, a line break/u,
    );
  });
});

it('Sentences never hold the token, also where the server repeats it', async () => {
  const handbook = await startHandbook();
  const { value } = handbook.token;
  const echo: typeof fetch = async () =>
    new Response(JSON.stringify({ message: `bad ${value}` }), { status: 500 });
  expect((await errorOf(clientFor(handbook, { fetch: echo }).threads())).message).toContain('“bad [token]”');
  const refuse: typeof fetch = async () =>
    new Response(JSON.stringify({ message: `bad ${value}` }), { status: 418 });
  expect((await errorOf(clientFor(handbook, { fetch: refuse }).threads())).message).not.toContain(value);
  const broken: typeof fetch = () => Promise.reject(new TypeError(`cannot send ${value}`));
  expect((await errorOf(clientFor(handbook, { fetch: broken }).threads())).message).not.toContain(value);
});

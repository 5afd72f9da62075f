import { describe, expect, it } from 'vitest';
import { VirtualClock } from '../virtual-clock.ts';
import { apiOf } from './api.ts';
import { firstPush, page, startHandbook } from './handbook.ts';
import { extractCommands } from './quick-actions.ts';
import { referencesIn } from './references.ts';

const { base, head } = firstPush;
const refs = { base_sha: base.sha, start_sha: base.sha, head_sha: head.sha };
const at = (new_line: number) => ({
  ...refs,
  position_type: 'text',
  old_path: page,
  new_path: page,
  new_line,
});

describe('lists', () => {
  it('come in pages of 20, of 100 at most, and lead to the next', async () => {
    const { asBot, asPerson } = await startHandbook();
    for (let index = 0; index < 101; index += 1) await asPerson('POST', 'notes', { body: `Note ${index}` });
    const short = await asBot('GET', 'notes');
    expect([short.body.length, short.headers.get('x-next-page'), short.body[0].body]).toEqual([
      20,
      '2',
      'Note 100',
    ]);
    const long = await asBot('GET', 'discussions?per_page=500');
    expect([long.body.length, long.body[0].notes[0].body]).toEqual([100, 'Note 0']);
    expect(long.headers.get('link')).toMatch(/per_page=100&page=2>; rel="next"/u);
    expect((await asBot('GET', 'notes?page=2&per_page=100')).headers.get('x-next-page')).toBe('');
    expect((await asBot('GET', 'notes?per_page=0')).status).toBe(400);
  });
});

describe('draft comments', () => {
  it('that fit no line are dropped without a word when they are published', async () => {
    const { asBot, asPerson, mergeRequest } = await startHandbook();
    const good = await asBot('POST', 'draft_notes', { note: 'Good.', position: at(10) });
    const bad = await asBot('POST', 'draft_notes', { note: 'Bad.', position: at(22) });
    expect([good.body.line_code, bad.body.line_code]).toEqual([
      expect.stringMatching(/^[0-9a-f]{40}_11_10$/u),
      null,
    ]);
    expect((await asPerson('GET', 'draft_notes')).body).toEqual([]);
    expect((await asBot('POST', 'draft_notes/bulk_publish')).status).toBe(204);
    expect(mergeRequest.discussions.map(({ notes }) => notes[0]?.body)).toEqual(['Good.']);
    expect([mergeRequest.drafts, mergeRequest.notifications.length]).toEqual([[], 1]);
  });

  it('all remain where one makes the server stumble, though those before it are public', async () => {
    const { asBot, mergeRequest } = await startHandbook();
    await asBot('POST', 'draft_notes', { note: 'Good.', position: at(10) });
    await asBot('POST', 'draft_notes', { note: 'Bad.', position: { ...at(21), head_sha: 'f'.repeat(40) } });
    expect((await asBot('POST', 'draft_notes/bulk_publish')).status).toBe(500);
    expect([mergeRequest.discussions.length, mergeRequest.drafts.length]).toEqual([1, 2]);
  });

  it('lose their position by an edit without one', async () => {
    const { asBot } = await startHandbook();
    const { body } = await asBot('POST', 'draft_notes', { note: 'Good.', position: at(10) });
    expect((await asBot('PUT', `draft_notes/${body.id}`, { note: 'Better.' })).body.position).toEqual({});
  });
});

describe('threads', () => {
  it('are resolved as a whole by Developers, and note by note by the note’s author', async () => {
    const { asBot, asPerson } = await startHandbook({ role: 'reporter' });
    const { body } = await asBot('POST', 'discussions', { body: 'Look.', position: at(10) });
    const path = `discussions/${body.id}`;
    expect((await asBot('PUT', path, { resolved: true })).status).toBe(403);
    expect((await asBot('PUT', `${path}/notes/${body.notes[0].id}`, { resolved: true })).body.resolved).toBe(
      true,
    );
    expect((await asPerson('PUT', path, { resolved: false })).body.notes[0].resolved).toBe(false);
    const both = await asBot('PUT', `${path}/notes/${body.notes[0].id}`, { resolved: true, body: 'x' });
    expect(both.status).toBe(400);
  });

  it('go with their last comment, which others may not delete', async () => {
    const { asBot, asPerson, mergeRequest } = await startHandbook();
    const theirs = await asPerson('POST', 'notes', { body: 'Mine.' });
    expect((await asBot('DELETE', `notes/${theirs.body.id}`)).status).toBe(403);
    expect((await asPerson('DELETE', `notes/${theirs.body.id}`)).status).toBe(204);
    expect(mergeRequest.discussions).toEqual([]);
  });

  it('are made of plain comments by a reply; plain comments are not resolvable', async () => {
    const { asBot, asPerson } = await startHandbook();
    const plain = await asBot('POST', 'notes', { body: 'Summary.' });
    expect([plain.body.type, plain.body.resolvable, 'resolved' in plain.body]).toEqual([null, false, false]);
    const [{ id }] = (await asBot('GET', 'discussions')).body;
    expect((await asBot('PUT', `discussions/${id}`, { resolved: true })).status).toBe(403);
    await asPerson('POST', `discussions/${id}/notes`, { body: 'Thanks.' });
    const [thread] = (await asBot('GET', 'discussions')).body;
    expect([thread.individual_note, thread.notes[0].resolvable]).toEqual([false, true]);
  });

  it('take no blank or endless text', async () => {
    const { asBot } = await startHandbook();
    expect((await asBot('POST', 'notes', { body: ' ' })).body.message).toContain("can't be blank");
    expect((await asBot('POST', 'notes', { body: 'x'.repeat(1_000_001) })).body.message).toContain(
      'is too long',
    );
  });
});

describe('commands', () => {
  it('run with the rights of the writer and are cut out; alone they leave no comment', async () => {
    const { asBot, mergeRequest } = await startHandbook();
    const both = await asBot('POST', 'notes', { body: 'Hello.\n\n/close' });
    expect([both.status, both.body.body]).toEqual([201, 'Hello.']);
    const alone = await asBot('POST', 'notes', { body: '/label ~x' });
    expect([alone.status, alone.body.id]).toEqual([202, undefined]);
    await asBot('PUT', `notes/${both.body.id}`, { body: '/approve' });
    expect(mergeRequest.discussions).toEqual([]);
    expect(mergeRequest.commands.map(({ command }) => command)).toEqual(['/close', '/label ~x', '/approve']);
  });

  it.each([
    '# Title\n/close',
    '```\nx\n```\n/close',
    '<details>\n\n/close\n\n</details>',
    '<!-- x -->\n\n/CLOSE now',
  ])('are found in %j', (body) => expect(extractCommands(body).commands).toHaveLength(1));

  it.each([
    '```\n/close\n```',
    '    /close',
    '> x\n/close',
    '>>>\n\n/close\n\n>>>',
    '- x\n/close',
    '| a |\n|---|\n| b |\n/close',
    '`a\n/close`',
    '\\/close',
    ' /close',
    'Do /close',
    '/assign@joe',
    '/closed',
  ])('are not found in %j', (body) => expect(extractCommands(body).commands).toEqual([]));
});

it('Names and numbers are references, but not in code, in links or behind a backslash', () => {
  expect(referencesIn('Ask @pat or @all about #1, !2 and ~bug.')).toEqual([
    '@pat',
    '@all',
    '#1',
    '!2',
    '~bug.'.slice(0, -1),
  ]);
  expect(referencesIn('`@pat` \\@pat [@pat](x) a@example.com\n\n```\n@pat #1\n```')).toEqual([]);
});

describe('tokens', () => {
  it('of jobs read merge requests and comments, and nothing else', async () => {
    const { gitlab, apiUrl, bot, project } = await startHandbook();
    const asJob = apiOf(
      apiUrl,
      gitlab.addToken(bot, { kind: 'job' }),
      `projects/${project.id}/merge_requests/1`,
    );
    expect((await asJob('GET', '')).status).toBe(200);
    expect((await asJob('GET', '/notes')).status).toBe(200);
    expect((await asJob('GET', '/discussions')).status).toBe(401);
    expect((await asJob('GET', '/diffs')).status).toBe(404);
    expect((await asJob('POST', '/notes', { body: 'x' })).status).toBe(401);
  });

  it('of another scope, expired ones, and strangers are refused in GitLab’s ways', async () => {
    const { gitlab, apiUrl, bot, project } = await startHandbook();
    const path = `projects/${project.id}/merge_requests/1`;
    const status = async (given: Parameters<typeof gitlab.addToken>[1], user = bot) =>
      apiOf(apiUrl, gitlab.addToken(user, given), path)('POST', '/notes', { body: 'x' });
    expect((await status({ scopes: ['read_api'] })).body.error).toBe('insufficient_scope');
    expect((await status({ state: 'expired' })).body.error).toBe('invalid_token');
    expect((await status({}, gitlab.addUser('stranger'))).body.message).toBe('404 Project Not Found');
    expect((await status({ kind: 'oauth' })).status).toBe(201);
  });
});

it('New comments are limited by the minute, threads are not', async () => {
  const clock = new VirtualClock();
  const { asBot, gitlab } = await startHandbook({ clock });
  gitlab.limits.notesCreate = 1;
  expect((await asBot('POST', 'notes', { body: 'One.' })).status).toBe(201);
  const { status, headers, body } = await asBot('POST', 'notes', { body: 'Two.' });
  expect([status, headers.get('retry-after'), typeof body.message.error]).toEqual([429, '60', 'string']);
  expect((await asBot('POST', 'discussions', { body: 'Three.', position: at(10) })).status).toBe(201);
  clock.pass(60_001);
  expect((await asBot('POST', 'notes', { body: 'Four.' })).status).toBe(201);
});

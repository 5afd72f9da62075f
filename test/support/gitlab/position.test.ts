import { describe, expect, it } from 'vitest';
import { snapshot } from './gitlab.ts';
import { firstPush, type Handbook, lines, page, startHandbook } from './handbook.ts';

const wrong = /^400 Bad request - Note \{:line_code=>\["can't be blank", "must be a valid line code"\]/u;

function refsOf({ mergeRequest }: Handbook) {
  const newest = mergeRequest.versions.at(-1);
  return { base_sha: newest?.base_sha, start_sha: newest?.start_sha, head_sha: newest?.head_sha };
}

function post(handbook: Handbook, position: Readonly<Record<string, unknown>>) {
  const full = { ...refsOf(handbook), position_type: 'text', old_path: page, new_path: page, ...position };
  return handbook.asBot('POST', 'discussions', { body: 'Look here.', position: full });
}

describe('a comment on a line', () => {
  it.each([
    ['an added line by its new number', { new_line: 21 }],
    ['a changed line by its new number', { new_line: 10 }],
    ['a removed line by its old number', { old_line: 30 }],
    ['an unchanged line of a hunk by both', { old_line: 21, new_line: 22 }],
    ['an unchanged line outside the hunks by both', { old_line: 1, new_line: 1 }],
    ['an unchanged line behind the last hunk by both', { old_line: 39, new_line: 39 }],
    ['a line of a new file', { old_path: 'new.md', new_path: 'new.md', new_line: 2 }],
    ['a line of a file that is gone', { old_path: 'gone.md', new_path: 'gone.md', old_line: 1 }],
    ['a file as a whole', { position_type: 'file' }],
    ['a file that is not in the diff, as a whole', { position_type: 'file', old_path: 'x', new_path: 'x' }],
  ])('is taken on %s', async (_, position) => {
    const { status, body } = await post(await startHandbook(), position);
    expect([status, body.notes[0].type, body.notes[0].resolvable]).toEqual([201, 'DiffNote', true]);
  });

  it.each([
    ['an added line by both numbers', { old_line: 21, new_line: 21 }],
    ['an unchanged line by its new number', { new_line: 22 }],
    ['an unchanged line outside the hunks whose numbers do not pair', { old_line: 36, new_line: 37 }],
    ['a line past the end', { old_line: 41, new_line: 41 }],
    ['a file that is not in the diff', { old_path: 'x.md', new_path: 'x.md', new_line: 1 }],
    ['a pure rename', { old_path: 'old-name.md', new_path: 'new-name.md', old_line: 3, new_line: 3 }],
    ['a new file with another old path', { old_path: '/dev/null', new_path: 'new.md', new_line: 1 }],
    ['a path with a slash before it', { old_path: `/${page}`, new_path: `/${page}`, new_line: 10 }],
    ['an unchanged line of a new file', { old_path: 'new.md', new_path: 'new.md', old_line: 1, new_line: 1 }],
  ])('is refused on %s', async (_, position) => {
    const handbook = await startHandbook();
    const { status, body } = await post(handbook, position);
    expect([status, body.message]).toEqual([400, expect.stringMatching(wrong)]);
    expect(handbook.mergeRequest.discussions).toEqual([]);
  });

  it('is refused without a line, and says more', async () => {
    const { body } = await post(await startHandbook(), {});
    expect(body.message).toMatch(/:position=>\["is incomplete"\]\}$/u);
  });

  it('is refused where parameters are missing or mistyped, in another shape', async () => {
    const { status, body } = await post(await startHandbook(), { head_sha: undefined, new_line: 'x' });
    expect([status, body]).toEqual([
      400,
      { error: 'position[head_sha] is missing, position[new_line] is invalid' },
    ]);
    const other = await post(await startHandbook(), { position_type: 'row' });
    expect(other.body.error).toBe('position[position_type] does not have a valid value');
  });

  it('is refused where the range of lines has other keys, or the path is too long', async () => {
    const handbook = await startHandbook();
    for (const position of [
      { new_line: 10, line_range: { start: { x: 1 } } },
      { new_line: 10, new_path: 'x'.repeat(1001) },
    ])
      expect((await post(handbook, position)).body.message).toContain('must be a valid json schema');
  });

  it('is refused before there is a diff', async () => {
    const handbook = await startHandbook({}, null);
    const refs = { base_sha: 'a', start_sha: 'a', head_sha: 'b' };
    expect((await post(handbook, { ...refs, new_line: 1 })).body.message).toContain(
      "doesn't support new-style diff notes",
    );
  });

  it('is refused in a file too large for a diff, and taken in a collapsed one', async () => {
    const handbook = await startHandbook({}, { ...firstPush, tooLarge: ['new.md'], collapsed: [page] });
    const [version] = handbook.mergeRequest.versions;
    const { body } = await handbook.asBot('GET', `versions/${version?.id}`);
    expect(body.diffs.filter((file: { diff: string }) => file.diff === '')).toHaveLength(3);
    expect((await post(handbook, { new_line: 10 })).status).toBe(201);
    expect((await post(handbook, { old_path: 'new.md', new_path: 'new.md', new_line: 1 })).status).toBe(400);
  });
});

describe('a comment that makes the server stumble', () => {
  const unknown = 'f'.repeat(40);
  it.each([
    ['nothing, where the head is unknown', { head_sha: unknown, new_line: 10 }, 0],
    ['the comment, where the start is unknown', { start_sha: unknown, new_line: 10 }, 1],
    [
      'nothing, where the base is unknown and the line not an added one',
      { base_sha: unknown, old_line: 30 },
      0,
    ],
  ])('leaves %s', async (_, position, left) => {
    const handbook = await startHandbook();
    expect((await post(handbook, position)).status).toBe(500);
    expect(handbook.mergeRequest.discussions).toHaveLength(left);
  });

  it('leaves the comment on an unchanged line of a renamed file whose old path was left out', async () => {
    const renamed = snapshot({ 'b.md': lines((line, number) => (number === 10 ? ['changed'] : [line])) });
    const handbook = await startHandbook(
      {},
      { base: snapshot({ 'a.md': lines() }), head: renamed, renames: { 'a.md': 'b.md' } },
    );
    const { status } = await post(handbook, {
      old_path: undefined,
      new_path: 'b.md',
      old_line: 3,
      new_line: 3,
    });
    expect([status, handbook.mergeRequest.discussions.length]).toEqual([500, 1]);
  });

  it('is not one on an added line with an unknown base, which is put right', async () => {
    const handbook = await startHandbook();
    const { status, body } = await post(handbook, { base_sha: unknown, new_line: 10 });
    expect([status, body.notes[0].position.base_sha]).toEqual([201, firstPush.base.sha]);
  });
});

describe('a push', () => {
  const next = snapshot({
    [page]: lines((line, number) =>
      number === 1
        ? ['first', line]
        : number === 10
          ? ['changed again']
          : number === 20
            ? [line, 'added']
            : [line],
    ),
    'new.md': 'one\ntwo\nthree\n',
  });

  it('moves threads with their lines, and tells in a thread that its line is gone', async () => {
    const handbook = await startHandbook();
    await post(handbook, { new_line: 21 });
    await post(handbook, { new_line: 10 });
    handbook.gitlab.push(handbook.mergeRequest, { base: firstPush.base, head: next });
    const { body } = await handbook.asBot('GET', 'discussions');
    const [moved, outdated] = body;
    expect([moved.notes[0].position.new_line, moved.notes[0].position.head_sha]).toEqual([22, next.sha]);
    expect(outdated.notes[0].position.head_sha).toBe(firstPush.head.sha);
    expect([outdated.notes[1].system, outdated.notes[1].body]).toEqual([
      true,
      expect.stringMatching(/^changed this line in \[version 2 of the diff\]/u),
    ]);
    expect(outdated.notes[0].resolved).toBe(false);
  });

  it('resolves threads whose line is gone, where the project has it so', async () => {
    const handbook = await startHandbook();
    handbook.project.resolveOutdated = true;
    await post(handbook, { new_line: 10 });
    handbook.gitlab.push(handbook.mergeRequest, { base: firstPush.base, head: next });
    const { body } = await handbook.asBot('GET', 'discussions');
    expect(body[0].notes[0].resolved).toBe(true);
  });

  it('lets comments on the version before through, and stores where their line is now', async () => {
    const handbook = await startHandbook();
    const old = refsOf(handbook);
    handbook.gitlab.push(handbook.mergeRequest, { base: firstPush.base, head: next });
    const moved = await post(handbook, { ...old, new_line: 21 });
    expect([moved.status, moved.body.notes[0].position.new_line]).toEqual([201, 22]);
    const gone = await post(handbook, { ...old, new_line: 10 });
    expect([gone.status, gone.body.notes[0].position.head_sha]).toEqual([201, old.head_sha]);
  });

  it('shows a new head before it shows the version for it', async () => {
    const { asBot, gitlab, mergeRequest } = await startHandbook();
    gitlab.push(mergeRequest, { base: firstPush.base, head: next, isLate: true });
    const early = (await asBot('GET', '../1')).body;
    expect([early.sha, early.diff_refs.head_sha]).toEqual([next.sha, firstPush.head.sha]);
    gitlab.catchUp(mergeRequest);
    expect(
      (await asBot('GET', 'versions')).body.map((one: { head_commit_sha: string }) => one.head_commit_sha),
    ).toEqual([next.sha, firstPush.head.sha]);
  });
});

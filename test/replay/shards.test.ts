import { mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { isInShard } from '../../src/cli/records/shards.ts';
import { keptRunIn } from '../support/keeping.ts';
import { runIn } from '../support/program.ts';

const config = `extends: all
families: [roles/**/*.md]
site:
  layout: hugo
  content:
    - folder: roles
      url: /
overrides:
  - files: [roles/1.md]
    rules:
      link/broken-anchor: 'off'
      duplicate/boilerplate: 'off'
`;

const roles = ['Pilot', 'Cook', 'Stoker', 'Harbour Master', 'Diver', 'Clerk', 'Baker'];

const page = (role: string, at: number): string => `---
title: ${role}
---

## Levels

### ${role}

The the ${role} reports to the [${roles[at - 1] ?? 'Mayor'}](/${at - 1}/#levles).

#### ${role} Job Grade

The ${role} is a grade ${6 + (at % 3)}.
`;

// The first run loads all there is.
vi.setConfig({ testTimeout: 60_000 });

let root = '';

beforeEach(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'jobfam-lint-shards-')));
  put('jobfam-lint.config.yaml', config);
  for (const [at, role] of roles.entries()) put(`roles/${at}.md`, page(role, at));
  writeFileSync(join(root, 'roles/broken.md'), Buffer.from([0x23, 0x20, 0xff, 0x0a]));
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

function put(path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

async function shards(count: number): Promise<string[]> {
  const files: string[] = [];
  for (let index = 1; index <= count; index += 1) {
    const { status, stderr } = await keptRunIn(
      root,
      ['lint', '--no-cache', '--shard', `${index}/${count}`],
      1e12,
    );
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    files.push(`jobfam-lint-shard-${index}-of-${count}`);
  }
  return files;
}

const merge = (files: readonly string[], ...more: string[]) =>
  keptRunIn(root, ['merge', ...files, '--no-cache', '--format', 'json', ...more], 1e12);

describe('merge', () => {
  it('says what one run says, byte for byte, of however many parts', async () => {
    const one = await runIn(root, ['--format', 'json'], 1e12);
    expect(JSON.parse(one.stdout).findings.length).toBeGreaterThan(10);
    for (const count of [1, 2, 5]) {
      const { isReplayed: _, isAmended: __, ...merged } = await merge(await shards(count));
      expect(merged).toEqual(one);
    }
    expect(readdirSync(root)).not.toContain('.gitignore');
  });

  it('is a way to call lint, so that paths can be named', async () => {
    const paths = ['roles/1.md', 'roles/2.md', 'roles/3.md'];
    const one = await runIn(root, ['lint', '--format', 'json', ...paths], 1e12);
    expect(JSON.parse(one.stdout).summary.files).toBe(3);
    const parts = (await shards(2)).flatMap((file) => ['--merge', file]);
    const {
      isReplayed: _,
      isAmended: __,
      ...merged
    } = await keptRunIn(root, ['lint', '--no-cache', '--format', 'json', ...parts, ...paths], 1e12);
    expect(merged).toEqual(one);
    const both = await runIn(root, ['lint', '--shard', '1/2', ...parts]);
    expect([both.status, both.stderr]).toEqual([2, expect.stringContaining('Leave one of them out.')]);
  });

  it('reads itself what no part has, and what has changed since', async () => {
    const [first = '', second = ''] = await shards(2);
    put('roles/3.md', page('Ship Owner', 3));
    const one = await runIn(root, ['--format', 'json'], 1e12);
    for (const files of [[first], [second], [first, second]]) expect(await merge(files)).toMatchObject(one);
  });

  it('refuses files that are none, damaged, or of another program', async () => {
    const [first = ''] = await shards(2);
    expect((await merge(['nowhere'])).stderr).toBe(
      'jobfam-lint: There is no file “nowhere”. Name the files that “lint --shard” has written.\n',
    );
    put('odd', 'text');
    expect((await merge(['odd'])).stderr).toContain(
      '“odd” was not written by “lint --shard”, or is damaged.',
    );
    const other = await keptRunIn(root, ['merge', first, '--no-cache'], 1e12, 'another');
    expect(other.status).toBe(2);
    expect(other.stderr).toContain(`“${first}” was written by another version of jobfam-lint or of Node`);
  });
});

it('every page is in one part, and stays there', () => {
  fc.assert(
    fc.property(fc.string(), fc.integer({ min: 1, max: 50 }), (path, count) => {
      const parts = Array.from({ length: count }, (_, index) => ({ index: index + 1, count }));
      expect(parts.filter((part) => isInShard(path, part))).toHaveLength(1);
    }),
  );
  const paths = Array.from({ length: 4000 }, (_, at) => `roles/${at}/index.md`);
  for (const index of [1, 2, 3, 4]) {
    const own = paths.filter((path) => isInShard(path, { index, count: 4 }));
    expect(own.length).toBeGreaterThan(800);
    expect(own.length).toBeLessThan(1200);
  }
});

it('a part that is none is refused in a sentence', async () => {
  const { status, stderr } = await runIn(root, ['lint', '--shard', '3/2']);
  expect(status).toBe(2);
  expect(stderr).toBe('jobfam-lint: --shard is “3/2”, but should be a part of a whole, such as 2/5.\n');
});

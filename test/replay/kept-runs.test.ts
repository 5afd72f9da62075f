import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { keptRunIn } from '../support/keeping.ts';
import { runIn } from '../support/program.ts';

const config = `extends: all
site:
  content:
    - folder: content
      url: /
  layout: hugo
  anchors: goldmark
  redirects: redirects.txt
families:
  - content/roles/**/*.md
waivers:
  - rule: structure/ability
    page: content/roles/**
    reason: The wording is being reviewed.
    owner: people-team
    until: 2031-06-30
`;

const page = (role: string, more = ''): string => `---
title: ${role}
---

## Responsibilities

- Ability to look after the quay with [the crew](/crew/#who)
- Plans the week with the [Harbour Master](/roles/master/#harbour-master)

## Levels

### ${role}

The ${role} reports to the [Harbour Master](/roles/master/).

#### ${role} Job Grade

The ${role} is a [grade 6](/grades/).
${more}`;

const start: Readonly<Record<string, string>> = {
  'jobfam-lint.config.yaml': config,
  'redirects.txt': '/old/ /crew/ 301\n',
  'content/crew.md': '# Crew\n\n## Who\n\nAll of us.\n',
  'content/grades.md': '# Grades\n',
  'content/roles/master.md': page('Harbour Master'),
  'content/roles/pilot.md': page('Harbour Pilot', '\nSee [the old page](/old/).\n'),
  'content/roles/cook.md': page('Ship Cook', '\n<!-- jobfam-lint-disable-line -->\n'),
};

// The first run loads all there is.
vi.setConfig({ testTimeout: 60_000 });

let root = '';

beforeEach(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'jobfam-lint-kept-')));
  for (const [path, text] of Object.entries(start)) put(path, text);
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

function put(path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

/** Long after all files were written, so that their times tell their contents apart. */
const later = (): number => Date.now() + 60_000;

const args = ['--format', 'json'];

const damaged = 'jobfam-lint: The cache .jobfam-lint-cache is damaged in part, so pages were read anew.\n';

async function expectSame(time: number, own: readonly string[] = args): Promise<boolean> {
  const kept = await keptRunIn(root, own, time);
  const { isReplayed, isAmended: _, ...outcome } = { ...kept, stderr: kept.stderr.replace(damaged, '') };
  expect(outcome).toEqual(await runIn(root, [...own, '--no-cache'], time));
  return isReplayed;
}

/** Edits that a run must notice, each by what it may depend on. */
const edits: Readonly<Record<string, () => void>> = {
  'the text of a page': () => put('content/roles/pilot.md', page('Harbour Pilot', '\nThe the end.\n')),
  'a letter of a page, its size and time kept': () => {
    const path = join(root, 'content/roles/pilot.md');
    const { atime, mtime } = statSync(path);
    writeFileSync(path, readFileSync(path, 'utf8').replaceAll('grade 6', 'grade 7'));
    utimesSync(path, atime, mtime);
  },
  'a heading that is linked to': () => put('content/crew.md', '# Crew\n\n## Whom\n\nAll of us.\n'),
  'a page that is linked to goes': () => rmSync(join(root, 'content/grades.md'), { force: true }),
  'a page that is linked to comes': () => put('content/grades.md', '# Grades\n'),
  'a new family': () => put('content/roles/deep/stoker.md', page('Stoker')),
  'a family goes': () => rmSync(join(root, 'content/roles/cook.md'), { force: true }),
  'a page takes the place of another': () => {
    put('content/roles/cook.md', page('Ship Cook', '\nAs an other.\n'));
    renameSync(join(root, 'content/roles/cook.md'), join(root, 'content/roles/pilot.md'));
  },
  'the redirects': () => put('redirects.txt', '/old/ /gone/ 301\n'),
  'the config': () => put('jobfam-lint.config.yaml', config.replace('extends: all', 'extends: recommended')),
  'a word of the vocabulary': () =>
    put('jobfam-lint.config.yaml', `${config}vocabulary:\n  roleNouns: [stoker]\n`),
  'a waiver': () => put('jobfam-lint.config.yaml', config.replace('2031-06-30', '2021-06-30')),
  'a config nearer by': () => put('content/jobfam-lint.config.json', '{}'),
  'times alone': () => {
    const now = new Date(Date.now() - 100_000);
    utimesSync(join(root, 'content/roles/pilot.md'), now, now);
  },
  'a file of the cache is cut': () => damage((bytes) => bytes.subarray(0, bytes.length >> 1)),
  'a file of the cache is garbled': () =>
    damage((bytes) => bytes.map((byte, at) => (at % 997 === 400 ? byte ^ 1 : byte))),
  'a file of the cache is empty': () => damage(() => new Uint8Array()),
};

function damage(change: (bytes: Uint8Array) => Uint8Array): void {
  const folder = join(root, '.jobfam-lint-cache');
  for (const name of readdirSync(folder)) {
    if (name === '.gitignore') continue;
    writeFileSync(join(folder, name), change(readFileSync(join(folder, name))));
  }
}

describe('a run that finds all as the run before it left it', () => {
  it('is taken from it, byte for byte', async () => {
    expect(await expectSame(later())).toBe(false);
    expect(await expectSame(later())).toBe(true);
    expect(await expectSame(later(), ['--format', 'stylish'])).toBe(false);
    expect(await expectSame(later(), ['--format', 'stylish'])).toBe(true);
  });

  it('is taken from it also where times cannot be trusted yet, by content', async () => {
    await expectSame(Date.now());
    expect(await expectSame(Date.now())).toBe(true);
    expect(await expectSame(later())).toBe(true);
    expect(await expectSame(later())).toBe(true);
  });

  it('is made again on another day, and by another program', async () => {
    await keptRunIn(root, args, later());
    const tomorrow = await keptRunIn(root, args, later() + 86_400_000);
    expect(tomorrow.isReplayed).toBe(false);
    const upgraded = await keptRunIn(root, args, later() + 86_400_000, 'another');
    expect(upgraded.isReplayed).toBe(false);
  });

  it('writes the files again that the other wrote', async () => {
    const own = ['--format', 'json:out/report.json'];
    const { stdout } = await keptRunIn(root, own, later());
    const report = readFileSync(join(root, 'out/report.json'), 'utf8');
    rmSync(join(root, 'out/report.json'));
    const again = await keptRunIn(root, own, later());
    expect(again).toMatchObject({ isReplayed: true, stdout });
    expect(readFileSync(join(root, 'out/report.json'), 'utf8')).toBe(report);
  });
});

it('a damaged cache is ignored with a word, and is whole again after that', async () => {
  await keptRunIn(root, args, later());
  edits['a file of the cache is garbled']?.();
  expect((await keptRunIn(root, args, later())).stderr).toBe(damaged);
  expect((await keptRunIn(root, args, later())).stderr).toBe('');
});

describe('a run notices', () => {
  for (const [name, edit] of Object.entries(edits)) {
    it(name, async () => {
      await expectSame(later());
      await expectSame(later());
      edit();
      await expectSame(later());
      await expectSame(later());
    });
  }

  it('any edits, in any order, whether times can be trusted or not, and with --cache-strategy content', async () => {
    const steps = fc.array(
      fc.record({
        edit: fc.constantFrom(...Object.keys(edits)),
        isLate: fc.boolean(),
        strategy: fc.constantFrom('metadata', 'content'),
      }),
      { minLength: 1, maxLength: 5 },
    );
    await fc.assert(
      fc.asyncProperty(steps, async (all) => {
        for (const [path, text] of Object.entries(start)) put(path, text);
        await expectSame(later());
        for (const { edit, isLate, strategy } of all) {
          edits[edit]?.();
          await expectSame(isLate ? later() : Date.now(), [...args, '--cache-strategy', strategy]);
        }
      }),
      { numRuns: 6 },
    );
  }, 60_000);
});

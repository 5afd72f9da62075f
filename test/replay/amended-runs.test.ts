import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { anyEdit, edited } from '../support/edits.ts';
import { keptRunIn } from '../support/keeping.ts';
import { runIn } from '../support/program.ts';

const config = `extends: all
site:
  content:
    - folder: content
      url: /
  layout: hugo
  anchors: goldmark
families:
  - content/roles/**/*.md
policies:
  - id: short
    title: Requirements are few.
    description: Long lists are not read.
    severity: warning
    owner: people-team
    appliesTo: section
    schema:
      properties:
        items: {maxItems: 2}
    message: "“{section.title}” has more than two items: {value}"
  - id: senior-manager
    title: Managers are graded above those who report to them.
    description: Else nobody can manage.
    severity: warning
    owner: people-team
    appliesTo: reportingLine
    schema:
      properties:
        managers:
          items:
            properties:
              level:
                properties:
                  grade: {minimum: 8}
    message: "The manager has grade {value}."
`;

const page = (role: string, grade: number, more = ''): string => `---
title: ${role}
---

The ${role} works on the river.

## Levels

### ${role}

The ${role} reports to the [Harbour Master](/roles/master/#harbour-master).

#### ${role} Job Grade

The ${role} is a [grade ${grade}](/grades/#nowhere).

#### ${role} Responsibilities

- Looks after the quay with [the crew](/crew/#who)
- Plans the week with the crew of the harbour
- Keeps the log

## Hiring Process

Applicants will be asked to meet the crew of the harbour before an offer is made to them.
${more}`;

const roles = 'Pilot,Cook,Stoker,Diver,Purser,Mate,Rigger,Caulker,Cooper,Sailmaker'.split(',');

const start: Readonly<Record<string, string>> = {
  'jobfam-lint.config.yaml': config,
  'content/crew.md': '# Crew\n\n## Who\n\nAll of us.\n',
  'content/grades.md': '# Grades\n',
  'content/roles/master.md': page('Harbour Master', 7),
  ...Object.fromEntries(
    roles.map((role, at) => [`content/roles/${role.toLowerCase()}.md`, page(`Ship ${role}`, 7 + (at % 3))]),
  ),
  // Differs a little from what all others say.
  'content/roles/clerk.md': page('Ship Clerk', 6).replace('asked to meet', 'asked two meet'),
};

vi.setConfig({ testTimeout: 60_000 });

let root = '';

beforeEach(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'jobfam-lint-amended-')));
  putAll();
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

function put(path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

function putAll(): void {
  for (const [path, text] of Object.entries(start)) put(path, text);
}

const read = (path: string): string => readFileSync(join(root, path), 'utf8');

/** Long after all files were written, so that their times tell their contents apart. */
const later = (): number => Date.now() + 60_000;

const args = ['--format', 'json'];

/** Runs with what was kept, and without; both must do the same. @returns how the run was made */
async function made(time = later(), own = args): Promise<'replayed' | 'amended' | 'made'> {
  const { isReplayed, isAmended, ...outcome } = await keptRunIn(root, own, time);
  expect(outcome).toEqual(await runIn(root, [...own, '--no-cache'], time));
  return isReplayed ? 'replayed' : isAmended ? 'amended' : 'made';
}

const pilot = 'content/roles/pilot.md';

describe('a run takes up the one before', () => {
  const changes: Readonly<Record<string, (text: string) => string>> = {
    'where a line was added at the end': (text) => `${text}\nOne more line.\n`,
    'where a finding came': (text) => text.replace('works on', 'works works on'),
    'where a list item was reworded': (text) => text.replace('Keeps the log', 'Keeps the log of all ships'),
    'where a list item came': (text) => text.replace('- Keeps', '- Pays the crew on Fridays\n- Keeps'),
    'where a comment came': (text) => `${text}\n<!-- jobfam-lint-disable-file link -->\n`,
    'where nothing but line breaks came': (text) => text.replace('\n\nThe Ship', '\n\n\n\nThe Ship'),
  };
  for (const [name, change] of Object.entries(changes)) {
    it(name, async () => {
      await made();
      put(pilot, change(read(pilot)));
      expect(await made()).toBe('amended');
      expect(await made()).toBe('replayed');
    });
  }

  it('again and again, on several pages, also on one that others point to', async () => {
    await made();
    for (const name of ['pilot', 'master', 'cook', 'master', 'pilot']) {
      const path = `content/roles/${name}.md`;
      put(path, read(path).replace('works on', 'works works on'));
      if (path !== pilot) put(pilot, `${read(pilot)}\nMore of it.\n`);
      expect(await made()).toBe('amended');
    }
  });

  it('where one page takes a word out that another run would not fail for', async () => {
    const own = [...args, '--fail-on', 'warning', '--only', 'duplicate/phrase'];
    put(pilot, read(pilot).replace('works on', 'works works on'));
    expect(await made(later(), own)).toBe('made');
    put(pilot, read(pilot).replace('works works on', 'works on'));
    expect(await made(later(), own)).toBe('amended');
  });
});

/** Beside the config: what is judged by all findings. */
const judged = `waivers:
  - {rule: link/broken-anchor, page: content/roles/cook.md, reason: Soon., owner: crew, until: 2099-01-01}
  - {rule: policy/senior-manager, page: content/roles/stoker.md, reason: None., owner: crew, until: 2020-01-01}
baseline: known.json
`;

describe('a run whose outcome is made of all findings takes up the one before', () => {
  it('again and again, as text', async () => {
    await made(later(), []);
    for (const name of ['pilot', 'master', 'pilot']) {
      const path = `content/roles/${name}.md`;
      put(path, read(path).replace('works on', 'works works on'));
      expect(await made(later(), [])).toBe('amended');
    }
    expect(await made(later(), [])).toBe('replayed');
    put(pilot, read(pilot).replace(/grade \d+/, 'grade 2'));
    expect(await made(later(), [])).toBe('made');
  });

  it.each([
    ['as code quality', ['--format', 'codequality']],
    ['as text, errors alone', ['--quiet']],
  ])('%s', async (_, own) => {
    await made(later(), own);
    put(pilot, read(pilot).replace('works on', 'works works on'));
    expect(await made(later(), own)).toBe('amended');
  });

  it.each([
    ['text', []],
    ['JSON', args],
  ])('with waivers and a baseline, as %s', async (_, own) => {
    put('jobfam-lint.config.yaml', config + judged);
    put(pilot, read(pilot).replace('works on', 'works works on'));
    expect((await runIn(root, ['baseline'], later())).status).toBe(0);
    await made(later(), own);
    // A finding of the baseline goes, and one comes that it does not know.
    put(pilot, read(pilot).replace('works works on', 'works on'));
    expect(await made(later(), own)).toBe('amended');
    put('content/roles/cook.md', read('content/roles/cook.md').replace('works on', 'works works on'));
    expect(await made(later(), own)).toBe('amended');
    expect(await made(later(), own)).toBe('replayed');
    put('known.json', `${read('known.json')}\n`);
    expect(await made(later(), own)).toBe('made');
  });

  it('with the usual baseline, which no config names', async () => {
    put(pilot, read(pilot).replace('works on', 'works works on'));
    expect((await runIn(root, ['baseline'], later())).status).toBe(0);
    await made();
    put(pilot, `${read(pilot)}\nOne more line.\n`);
    expect(await made()).toBe('amended');
  });
});

describe('a run is made anew', () => {
  const changes: Readonly<Record<string, (text: string) => string>> = {
    'where a grade changes': (text) => text.replace(/grade \d+/, 'grade 2'),
    'where a heading changes': (text) => text.replace('## Hiring Process', '## Hiring'),
    'where a link changes': (text) => text.replace('/crew/#who', '/crew/#whom'),
    'where a wording that many pages share goes': (text) =>
      text.replace('before an offer', 'ahead of an offer'),
    'where front matter changes': (text) => text.replace('---\n\n', 'aliases: [/crew/]\n---\n\n'),
    'where the page cannot be read any more': (text) => `${text}\0`,
  };
  for (const [name, change] of Object.entries(changes)) {
    it(name, async () => {
      await made();
      put(pilot, change(read(pilot)));
      expect(await made()).toBe('made');
    });
  }

  it('where many pages change, at once or one after the other', async () => {
    await made();
    const ways: string[] = [];
    for (const role of roles) {
      const path = `content/roles/${role.toLowerCase()}.md`;
      put(path, `${read(path)}\nOne more line.\n`);
      ways.push(await made());
    }
    expect(ways).toContain('made');
    expect(ways.filter((way) => way === 'amended').length).toBeGreaterThan(6);
    for (const role of roles)
      put(`content/roles/${role.toLowerCase()}.md`, `${page(role, 7)}\nOther words.\n`);
    expect(await made()).toBe('made');
  });

  it('where what was kept is damaged', async () => {
    await made();
    const folder = join(root, '.jobfam-lint-cache');
    for (const name of readdirSync(folder).filter((one) => one.startsWith('rest-'))) {
      const bytes = readFileSync(join(folder, name));
      writeFileSync(
        join(folder, name),
        bytes.map((byte, at) => (at % 997 === 400 ? byte ^ 1 : byte)),
      );
    }
    put(pilot, `${read(pilot)}\nOne more line.\n`);
    expect(await made()).toBe('made');
  });
});

it('any edits of any pages, one after the other, give what a run without a cache gives', async () => {
  const steps = fc.array(fc.array(anyEdit, { minLength: 1, maxLength: 2 }), { minLength: 2, maxLength: 3 });
  const ways = fc.constantFrom(args, []);
  await fc.assert(
    fc.asyncProperty(steps, ways, async (all, own) => {
      putAll();
      await made(later(), own);
      for (const edits of all) {
        for (const edit of edits) {
          const pages = Object.keys(start).filter((path) => path.startsWith('content/roles/'));
          put(...edited(new Map(pages.map((path) => [path, read(path)])), edit));
        }
        await made(later(), own);
      }
    }),
    { numRuns: 2 },
  );
}, 120_000);

import { describe, expect, it } from 'vitest';
import { run } from '../../src/cli/run.ts';
import { OutOfTime } from '../../src/host/time-limit.ts';
import { memoryFiles } from '../support/memory-files.ts';
import { ioWith } from '../support/program.ts';

interface Setting {
  readonly files?: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
  readonly terminal?: boolean;
  /** Milliseconds that pass with each look at the clock. */
  readonly pace?: number;
  readonly errors?: Readonly<Record<string, string>>;
  /** Which of reading and writing gives the errors; default: both. */
  readonly refuses?: 'replace';
}

async function call(
  args: string,
  { files = {}, env = {}, terminal = false, pace = 0, errors = {}, refuses }: Setting = {},
) {
  let time = 0;
  const now = () => {
    time += pace;
    return time;
  };
  const { io, out } = ioWith(
    {
      files: refuses
        ? { ...memoryFiles(files), replace: memoryFiles(files, { errors }).replace }
        : memoryFiles(files, { errors }),
      clock: { now },
      env,
    },
    terminal,
  );
  const status = await run(args.split(' '), io);
  return { ...out, status };
}

const files = { '/work/page.md': 'The the pier.\n' };
const only = '--preset none --rule duplicate/phrase:warning';

describe('colours', () => {
  const colored = async (args: string, setting: Setting) =>
    (await call(`lint ${only} ${args} page.md`, { files, ...setting })).stdout.includes('\u001b[');

  it.each([
    ['on a terminal', '', { terminal: true }, true],
    ['not in a pipe', '', {}, false],
    ['not with NO_COLOR', '', { terminal: true, env: { NO_COLOR: '1' } }, false],
    ['not on a dumb terminal', '', { terminal: true, env: { TERM: 'dumb' } }, false],
    ['in a pipe with FORCE_COLOR', '', { env: { FORCE_COLOR: '1' } }, true],
    ['not with FORCE_COLOR=0', '', { env: { FORCE_COLOR: '0' } }, false],
    ['in a pipe with --color', '--color', { env: { NO_COLOR: '1' } }, true],
    ['not with --no-color', '--no-color', { terminal: true, env: { FORCE_COLOR: '1' } }, false],
  ] as [string, string, Setting, boolean][])('are used %s: %s', async (_, args, setting, expected) => {
    expect(await colored(args, setting)).toBe(expected);
  });
});

describe('progress', () => {
  const pages = Object.fromEntries(
    Array.from({ length: 20 }, (_, index) => [`/work/${index}.md`, 'Pier.\n']),
  );

  it('is shown on a terminal after a second, and gone at the end', async () => {
    const { stderr } = await call(`lint ${only} .`, { files: pages, terminal: true, pace: 120 });
    expect(stderr).toMatch(/Reading page \d+ of 20/u);
    expect(stderr.endsWith('\r\u001b[K')).toBe(true);
  });

  it('is not shown in a short run, nor in a pipe', async () => {
    expect((await call(`lint ${only} .`, { files: pages, terminal: true })).stderr).toBe('');
    expect((await call(`lint ${only} .`, { files: pages, pace: 120 })).stderr).toBe('');
  });
});

describe('the exit status', () => {
  it.each([
    ['', 0],
    ['--fail-on warning', 1],
    ['--fail-on info', 1],
    ['--fail-on never', 0],
    ['--max-warnings 0', 1],
    ['--max-warnings 1', 0],
    ['--rule duplicate/phrase:error', 1],
    ['--rule duplicate/phrase:off', 0],
    ['--only structure', 0],
    ['--only duplicate --fail-on warning', 1],
  ])('of a page with one warning is with %j', async (args, status) => {
    expect((await call(`lint ${only} ${args} page.md`, { files })).status).toBe(status);
  });

  it('is 2 where a page cannot be read, and the others are linted', async () => {
    const two = { ...files, '/work/shut.md': '' };
    const { stdout, stderr, status } = await call(`lint ${only} .`, {
      files: two,
      errors: { '/work/shut.md': 'EACCES' },
    });
    expect(stdout).toContain('1 warning in 1 page.');
    expect(stderr).toContain('shut.md could not be read: permission denied.');
    expect(status).toBe(2);
  });
});

describe('--only', () => {
  it('turns a rule on that is named and off', async () => {
    const { stdout } = await call('lint --preset none --only duplicate/phrase page.md', { files });
    expect(stdout).toContain('duplicate/phrase');
  });

  it('takes several, with commas or again', async () => {
    const { status } = await call('lint --only structure,duplicate/phrase --only suppression page.md', {
      files,
    });
    expect(status).toBe(1);
  });
});

describe('families of the config', () => {
  const config = 'extends: none\nfamilies: ["f/*.md"]\nrules: {duplicate/phrase: error}\n';
  const site = {
    '/work/jobfam-lint.config.yaml': config,
    '/work/f/a.md': 'The the pier.\n',
    '/work/f/b.md': 'The the quay.\n',
  };

  it('are read beside a page that is named, but nothing is said of them', async () => {
    const { stdout } = await call('lint --format json f/a.md', { files: site });
    const { findings, summary } = JSON.parse(stdout);
    expect(findings.map(({ file }: { file: string }) => file)).toEqual(['f/a.md']);
    expect(summary.files).toBe(1);
  });
});

describe('--fix', () => {
  it('still reports what it could not write', async () => {
    const two = { ...files, '/work/shut.md': 'The the quay.\n' };
    const shut = { files: two, errors: { '/work/shut.md': 'EROFS' }, refuses: 'replace' as const };
    const { stdout, stderr, status } = await call(`lint ${only} --fix .`, shut);
    expect(stdout).toContain('shut.md\n');
    expect(stdout).toContain('1 warning in 2 pages.');
    expect(stderr).toContain('shut.md could not be written: the disk is read-only.');
    expect(status).toBe(2);
  });
});

describe('model', () => {
  it('shows the facts of a page, the family first, with lines and columns', async () => {
    const page = '---\ntitle: Pilot\n---\n\n## Pilot\n\nThe Pilot is a grade 6.\n';
    const { stdout, status } = await call('model page.md', { files: { '/work/page.md': page } });
    const { pages } = JSON.parse(stdout);
    expect(Object.keys(pages[0])).toEqual(['path', 'family', 'markdown']);
    expect(pages[0].family.grades[0]).toMatchObject({ value: 6, span: { line: 7, column: 16, endLine: 7 } });
    expect(stdout).not.toContain('"inline"');
    expect(status).toBe(0);
  });

  it.each(['model', 'graph --format json', 'ladder --format json'])(
    'reads on behind a page that takes too long, as “%s” does',
    async (command) => {
      const slow = 'x'.repeat(20);
      const pages = { '/work/a.md': `## ${slow}\n`, '/work/b.md': '## Pilot\n\nThe Pilot is a grade 6.\n' };
      const times: number[] = [];
      const { io, out } = ioWith({
        files: memoryFiles(pages),
        timeLimit: async (milliseconds) => (work) => {
          times.push(milliseconds);
          if (times.length === 1) throw new OutOfTime(milliseconds);
          return work();
        },
      });
      expect(await run([...command.split(' '), '.'], io)).toBe(2);
      expect(times).toEqual([10_000, 10_000]);
      expect(out.stderr).toBe(
        'jobfam-lint: a.md took longer than 10 seconds to read, so it was left out; other pages were read. ' +
          'Divide it into smaller pages, or keep it out of the folders that are read.\n',
      );
      expect(out.stdout).toContain('Pilot');
      expect(out.stdout).not.toContain(slow);
    },
  );

  it.each(['model', 'graph --format json', 'ladder --format json'])(
    'reads on behind a page that is too long, as “%s” does',
    async (command) => {
      const files = {
        '/work/a.md': 'a\n\n'.repeat(400_000),
        '/work/b.md': '## Pilot\n\nThe Pilot is a grade 6.\n',
      };
      const { stdout, stderr, status } = await call(`${command} .`, { files });
      expect(stderr).toBe(
        'jobfam-lint: a.md has more than 1,000,000 characters, so it was left out; other pages were read. ' +
          'Divide it into smaller pages, or keep it out of the folders that are read.\n',
      );
      expect(stdout).toContain('Pilot');
      expect(status).toBe(2);
    },
  );

  describe('and writes a first config', () => {
    const family = (name: string) =>
      `---\ntitle: ${name}\n---\n\n## ${name}\n\nThe ${name} reports to the Harbour Master.\n\n` +
      `The ${name} is a grade 6.\n\n### ${name} Responsibilities\n\n- Steers\n\n### ${name} Requirements\n\n- Sees\n`;
    const families = {
      '/work/roles/cook.md': family('Cook'),
      '/work/roles/mate.md': family('Mate'),
      '/work/roles/pilot.md': family('Pilot'),
    };

    it('from the other pages, where one takes too long', async () => {
      const slow = `${family('Stoker')}\n[x](/slow/)\n`;
      const read: string[] = [];
      const { io, out } = ioWith({
        files: memoryFiles({ ...families, '/work/roles/stoker.md': slow }),
        timeLimit: async (milliseconds) => (work) => {
          const value = work();
          const isSlow = JSON.stringify(value).includes('Stoker');
          read.push(isSlow ? 'slow' : 'quick');
          if (isSlow) throw new OutOfTime(milliseconds);
          return value;
        },
      });
      expect(await run(['init'], io)).toBe(2);
      expect(out.stderr).toBe(
        'jobfam-lint: roles/stoker.md took longer than 10 seconds to read, so it was left out; other pages were read. ' +
          'Divide it into smaller pages, or keep it out of the folders that are read.\n',
      );
      expect(read.filter((how) => how === 'slow')).toHaveLength(1);
      expect(out.stdout).toContain('jobfam-lint.config.yaml written: 4 job families in roles');
      expect(io.files.kind('/work/jobfam-lint.config.yaml')).toBe('file');
    });

    it('from the other pages, where one is too long or cannot be read', async () => {
      const { stdout, stderr, status } = await call('init --dry-run', {
        files: {
          ...families,
          '/work/roles/log.md': `${family('Stoker')}${'a\n\n'.repeat(400_000)}`,
          '/work/roles/map.md': 'a\0b',
        },
      });
      expect(stderr).toMatch(
        /^jobfam-lint: roles\/map\.md holds a NUL byte at offset 1.*\njobfam-lint: roles\/log\.md has more than 1,000,000 characters, so it was left out; .*\n$/u,
      );
      expect(stdout).toContain('roles/**/*.md');
      expect(status).toBe(2);
    });
  });
});

describe('explain and rules', () => {
  it('print the documentation of a rule', async () => {
    const { stdout, status } = await call('explain duplicate/phrase');
    expect(stdout).toMatch(/^# duplicate\/phrase\n/u);
    expect(status).toBe(0);
  });

  it('list all rules, for people and for programs', async () => {
    expect((await call('rules')).stdout).toMatch(/^duplicate\/phrase +error +error +\S/mu);
    const rows = JSON.parse((await call('rules --format json')).stdout);
    expect(rows.find(({ id }: { id: string }) => id === 'duplicate/phrase')).toMatchObject({
      recommended: 'error',
    });
    expect((await call('rules --format yaml')).status).toBe(2);
  });
});

describe('mistakes in the program', () => {
  it('are a sentence, and a stack trace only with DEBUG', async () => {
    const broken = { files, errors: { '/work/page.md': 'EIO' } };
    expect((await call(`lint ${only} page.md`, broken)).stderr).not.toContain('    at ');
    const { stderr } = await call('lint --no-such-option', { env: { DEBUG: '1' } });
    expect(stderr).toContain('    at ');
  });
});

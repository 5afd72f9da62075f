import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const program = resolve('dist/cli.js');
const onePhrase = ['--preset', 'none', '--rule', 'duplicate/phrase:error'];

describe('the built program', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'jobfam-lint-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));
  const run = (...args: string[]) =>
    spawnSync(process.execPath, [program, ...args], { cwd: folder, encoding: 'utf8' });

  it('reads on behind a line of 10 MB, and keeps its bytes', () => {
    const long = 'ships sail at noon and '.repeat(460_000);
    const page = (words: string) => `The pier.\n\n${long}\n\nThis is ${words} quay.\n`;
    expect(long.length).toBeGreaterThan(10_000_000);
    writeFileSync(join(folder, 'page.md'), page('the the'));
    const { stdout, stderr, status } = run('lint', ...onePhrase, 'page.md');
    expect(stderr).toBe('');
    expect(status).toBe(1);
    expect(stdout).toContain('5 │ This is the the quay.');
    expect(run('lint', ...onePhrase, '--fix', 'page.md').status).toBe(0);
    expect(readFileSync(join(folder, 'page.md'), 'utf8') === page('the')).toBe(true);
  });

  it.each(['1', '2'])(
    'gives up a page that takes too long and lints the others, in %s threads',
    (threads) => {
      writeFileSync(join(folder, 'slow.md'), 'a\n\n'.repeat(330_000));
      for (const name of ['pier.md', 'quay.md']) writeFileSync(join(folder, name), 'The the end.\n');
      const limited = ['--concurrency', threads, '--page-timeout', '1', '--format', 'json'];
      const { stdout, stderr, status } = run('lint', ...onePhrase, ...limited, '.');
      const message =
        'slow.md took longer than 1 second, so it was not checked; other pages were. ' +
        'Divide it into smaller pages, leave it out, or give it more time with --page-timeout.';
      expect(stderr).toBe(`jobfam-lint: ${message}\n`);
      expect(status).toBe(2);
      const report = JSON.parse(stdout);
      expect(report.failures).toEqual([{ message, file: 'slow.md' }]);
      expect(report.findings.map(({ file }: { file: string }) => file)).toEqual(['pier.md', 'quay.md']);
    },
  );

  it.each([
    ['in one thread', ['--concurrency', '1']],
    ['in two threads', ['--concurrency', '2']],
  ])('names pages that are too long, and lints the others, %s', (_, limited) => {
    writeFileSync(join(folder, 'long.md'), 'a\n\n'.repeat(400_000));
    writeFileSync(join(folder, 'longest.md'), Buffer.alloc(20_000_001, 'a\n\n'));
    for (const name of ['pier.md', 'quay.md']) writeFileSync(join(folder, name), 'The the end.\n');
    const { stdout, status } = run('lint', ...onePhrase, ...limited, '--format', 'json', '.');
    const report = JSON.parse(stdout);
    expect(report.failures).toEqual([
      {
        message:
          'longest.md is larger than 20 MB, so it was left out. ' +
          'Divide it into smaller pages, or keep it out of the linted folders.',
        file: 'longest.md',
      },
      {
        message:
          'long.md has more than 1,000,000 characters, so it was not checked; other pages were. ' +
          'Divide it into smaller pages, or leave it out.',
        file: 'long.md',
      },
    ]);
    expect(report.findings.map(({ file }: { file: string }) => file)).toEqual(['pier.md', 'quay.md']);
    expect(status).toBe(2);
  });

  it('names a page that is too long once all parts are put together', () => {
    writeFileSync(join(folder, 'long.md'), 'a\n\n'.repeat(400_000));
    writeFileSync(join(folder, 'pier.md'), 'The the end.\n');
    const report = (...args: string[]) =>
      run(...args, ...onePhrase, '--format', 'json').stdout.replace(/"durationMs": \d+/u, '');
    const whole = report('lint', '.');
    expect(run('lint', ...onePhrase, '--shard', '1/1', '.').status).toBe(0);
    expect(report('lint', '--merge', 'jobfam-lint-shard-1-of-1', '.')).toBe(whole);
    expect(whole).toContain('long.md has more than 1,000,000 characters');
  });

  it('gives the same bytes for the same input, but for the time it took', () => {
    for (const name of ['b.md', 'a.md', 'c.md'])
      writeFileSync(join(folder, name), 'The the pier. And and so.\n');
    const report = () =>
      run('lint', ...onePhrase, '--format', 'json', '.').stdout.replace(/"durationMs": \d+/u, '');
    const first = report();
    expect(JSON.parse(first.replace(/,\s*(?=\})/gu, '')).findings).toHaveLength(6);
    expect(report()).toBe(first);
  });

  it('prints no stack trace when its reader goes away', async () => {
    writeFileSync(join(folder, 'page.md'), 'The the pier.\n\n'.repeat(2000));
    const child = spawn(process.execPath, [program, 'lint', ...onePhrase, 'page.md'], { cwd: folder });
    let stderr = '';
    child.stderr.on('data', (chunk) => {
      stderr += String(chunk);
    });
    child.stdout.once('data', () => child.stdout.destroy());
    await new Promise((done) => child.once('close', done));
    expect(stderr).toBe('');
  });

  it('writes a report file beside what it prints, and says where it cannot', () => {
    writeFileSync(join(folder, 'page.md'), 'The the pier.\n');
    writeFileSync(join(folder, 'taken'), '');
    const good = run(
      'lint',
      ...onePhrase,
      '--format',
      'stylish',
      '--format',
      'json:reports/out.json',
      'page.md',
    );
    expect(good.stdout).toContain('1 error in 1 page.');
    expect(JSON.parse(readFileSync(join(folder, 'reports/out.json'), 'utf8')).summary.errors).toBe(1);
    const bad = run('lint', ...onePhrase, '--format', 'json:taken/out.json', 'page.md');
    expect(bad.stderr).toContain('taken/out.json could not be written:');
    expect(bad.status).toBe(2);
  });

  it.skipIf(process.getuid?.() === 0)(
    'names a page without the right to read it, and lints the others',
    () => {
      writeFileSync(join(folder, 'closed.md'), '');
      chmodSync(join(folder, 'closed.md'), 0);
      writeFileSync(join(folder, 'open.md'), 'The the pier.\n');
      const { stdout, stderr, status } = run('lint', ...onePhrase, '.');
      expect(stdout).toContain('1 error in 1 page.');
      expect(stderr).toBe(
        'jobfam-lint: closed.md could not be read: permission denied. Give yourself the right to it, or leave it out.\n',
      );
      expect(status).toBe(2);
    },
  );
});

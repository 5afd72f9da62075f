import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Ajv } from 'ajv';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const schema = JSON.parse(readFileSync('schema/report.schema.json', 'utf8'));
const matches = new Ajv({ strict: false, validateFormats: false }).compile(schema);

interface TimedReport {
  readonly timing: {
    readonly elapsedMs: number;
    readonly threads: number;
    readonly phases: readonly { readonly phase: string; readonly ms: number }[];
    readonly rules: readonly { readonly rule: string; readonly ms: number }[];
  };
}

describe('--timing', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'jobfam-lint-timing-'));
    for (let n = 0; n < 20; n += 1)
      writeFileSync(join(folder, `${n}.md`), '# Pier\n\nThe the [pier](1.md#pier).\n'.repeat(5));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));
  const run = (...args: string[]) =>
    spawnSync(process.execPath, [resolve('dist/cli.js'), 'lint', '--no-config', ...args, '.'], {
      cwd: folder,
      encoding: 'utf8',
    });

  it('prints a table on standard error, and leaves the report as it is', () => {
    const without = run();
    const { stdout, stderr, status } = run('--timing');
    expect(without.stderr).toBe('');
    expect([stdout, status]).toEqual([without.stdout, without.status]);
    const number = String.raw` +\d+\.\d +\d+\.\d %`;
    const [first = '', ...lines] = stderr.trimEnd().split('\n');
    expect(first).toMatch(/^Time: \d+\.\d\d s from start to end\.$/u);
    for (const line of lines.filter((line) => line !== '' && !/^(?:Phase|Rule) +ms +share$/u.test(line)))
      expect(line).toMatch(new RegExp(`^[a-z0-9/ -]+${number}(?:  [a-z, ]+)?$`, 'u'));
    for (const phase of [
      'discovery',
      'reading',
      'parsing',
      'document rules',
      'corpus rules',
      'site',
      'judging',
    ])
      expect(stderr).toMatch(new RegExp(`^${phase}${number}  `, 'mu'));
    expect(stderr).toMatch(new RegExp(`^duplicate/phrase${number}$`, 'mu'));
  });

  it.each(['1', '2'])(
    'stands in the JSON report under “timing”, the times of %s threads added up',
    (threads) => {
      const { stdout } = run('--timing', '--format', 'json', '--concurrency', threads);
      const report: TimedReport = JSON.parse(stdout);
      expect(matches(report), JSON.stringify(matches.errors)).toBe(true);
      const { timing } = report;
      expect(timing.threads).toBe(Number(threads));
      const msOf = (...names: string[]): number =>
        timing.phases.filter(({ phase }) => names.includes(phase)).reduce((sum, { ms }) => sum + ms, 0);
      const rules = timing.rules.reduce((sum, { ms }) => sum + ms, 0);
      expect(msOf('parsing')).toBeGreaterThan(0);
      expect(rules).toBeGreaterThan(0);
      // Each is rounded to a thousandth.
      expect(rules).toBeCloseTo(msOf('document rules', 'corpus rules'), 0);
      if (threads === '1') {
        const all = timing.phases.reduce((sum, { ms }) => sum + ms, 0);
        expect(all).toBeLessThanOrEqual(timing.elapsedMs + 1);
      }
      expect(JSON.parse(run('--format', 'json').stdout).timing).toBe(undefined);
    },
  );
});

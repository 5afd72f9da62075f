import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { rules } from '../../rules/index.ts';

/** What is wrong in the sample handbook; all else there is right. */
const defects: readonly [rule: string, place: string][] = [
  ['reports-to/subject', 'engineering/platform-engineer.md:51'],
  ['level/label', 'engineering/platform-engineer.md:53'],
  ['level/extends', 'engineering/timetable-engineer.md:37'],
  ['grade/gap', 'engineering/timetable-engineer.md:52'],
  ['link/malformed', 'operations/harbour-planner.md:25'],
  ['link/broken-anchor', 'operations/harbour-planner.md:29'],
  ['duplicate/phrase', 'operations/harbour-planner.md:40'],
];

const { stdout, status } = spawnSync(process.execPath, [resolve('dist/cli.js'), '--format', 'json'], {
  cwd: 'fixtures/sample-handbook',
  encoding: 'utf8',
});
const found: string[] = JSON.parse(stdout).findings.map(
  ({ rule, file, line }: { rule: string; file: string; line: number }) =>
    `${rule} ${file.replace('content/job-families/', '')}:${line}`,
);

describe('the sample handbook', () => {
  for (const [rule, place] of defects) {
    it.skipIf(rules.every(({ id }) => id !== rule))(`shows ${rule} at ${place}`, () => {
      expect(found).toContain(`${rule} ${place}`);
    });
  }

  it('shows nothing else', () => {
    const known = new Set(defects.map(([rule, place]) => `${rule} ${place}`));
    expect(found.filter((one) => !known.has(one))).toEqual([]);
    expect(status).toBe(1);
  });
});

import { spawnSync } from 'node:child_process';
import process from 'node:process';
import { expect, it } from 'vitest';

it('the pages in docs/rules and the schemas are those that the rules make, and no page is left over', () => {
  const { status, stderr } = spawnSync(process.execPath, ['scripts/docs.js', '--check'], {
    encoding: 'utf8',
  });
  expect(stderr).toBe('');
  expect(status).toBe(0);
});

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { blockOf, expectedFiles, parseScenario, runScenario } from '../support/scenario.ts';

const folder = 'test/scenarios';
const names = readdirSync(folder).filter((name) => name.endsWith('.md') && name !== 'README.md');

describe('the command line', () => {
  it('has scenarios', () => expect(names.length).toBeGreaterThan(10));

  for (const name of names) {
    const scenario = parseScenario(readFileSync(join(folder, name), 'utf8'));
    it(`${scenario.title} (${name})`, () => {
      const outcome = runScenario(scenario);
      for (const kind of ['stderr', 'stdout'] as const) {
        const expected = blockOf(scenario, kind);
        if (expected !== null) expect(outcome[kind], kind).toBe(expected);
      }
      expect(outcome.exit, 'exit status').toBe(Number(blockOf(scenario, 'exit')));
      expect(outcome.after).toEqual(expectedFiles(scenario));
    });
  }
});

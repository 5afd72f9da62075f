import { describe, expect, it } from 'vitest';
import { rules } from '../rules/index.ts';
import { nodeTimeLimit } from '../src/host/node-time-limit.ts';
import { defaultsOf } from '../src/lint/options.ts';
import { runPageStep } from '../src/lint/records/page-step.ts';
import { lint } from '../src/lint/run.ts';
import type { RuleSetting } from '../src/lint/settings.ts';
import { readLandmarks } from '../src/markdown/landmarks.ts';
import { hostilePages } from './support/hostile-pages.ts';

const all: ReadonlyMap<string, RuleSetting> = new Map(
  rules.map(({ id, options }) => [id, { severity: 'warning', options: defaultsOf(options) }]),
);
const pagesOf = (units: number) =>
  Object.entries(hostilePages).map(([name, make]) => ({ path: `${name}.md`, text: make(units) }));

describe('pages that are made to be slow', () => {
  it('are linted by all rules without a crash, each in its time', () => {
    const limit = nodeTimeLimit(20_000);
    const { failures } = lint({
      pages: pagesOf(2000),
      rules,
      settingsFor: () => all,
      step: (page, task) => limit(() => runPageStep(page, task)),
    });
    expect(failures).toEqual([]);
  }, 120_000);

  it.each(pagesOf(150_000))(
    'have their headings and ids read in a short time, as link targets: $path',
    ({ path, text }) => {
      nodeTimeLimit(8000)(() => readLandmarks(path, text));
    },
  );

  it('are named where lines are not read, and the rest is', () => {
    const text = `The pier.\n\n${'[a]('.repeat(20_000)}\n\n${'> '.repeat(100)}a\n\nThe quay.\n`;
    const { notices, failures } = lint({
      pages: [
        { path: 'long.md', text },
        { path: 'short.md', text: 'The pier.\n' },
      ],
      rules,
      settingsFor: () => all,
    });
    expect(failures).toEqual([]);
    expect(notices).toEqual([
      {
        kind: 'page-unread',
        message:
          '2 lines of this page, the first of them line 3, were not checked: more than 40,000 characters, or 3,000 ' +
          'brackets and asterisks, stand there without a break, or more than 60 lists and quotes within each other. ' +
          'The rest of the page was.',
        file: 'long.md',
        line: 3,
      },
    ]);
  });
});

import { describe, expect, it } from 'vitest';
import { settingsInForce } from '../../src/policy/in-force/in-force.ts';
import type { RuleEntry } from '../../src/policy/layer.ts';
import { loadConfig } from '../../src/policy/load-config.ts';
import type { PresetName } from '../../src/policy/presets.ts';
import { settingsFor } from '../../src/policy/settings.ts';
import { memoryFiles } from '../support/memory-files.ts';
import { toyRules } from '../support/toy-rules.ts';

const file = '/work/jobfam-lint.config.yaml';
const shown = 'jobfam-lint.config.yaml';

interface Asked {
  readonly page?: string;
  readonly last?: ReadonlyMap<string, RuleEntry>;
  readonly preset?: PresetName;
}

async function inForce(texts: Readonly<Record<string, string>>, { page, last, preset }: Asked = {}) {
  const files = memoryFiles(texts);
  const isThere = Object.hasOwn(texts, file);
  const config = await loadConfig(files, toyRules, {
    file: isThere ? file : null,
    ...(preset && { preset }),
  });
  return settingsInForce(config, toyRules, files, { page: page ?? null, last: last ?? new Map() });
}

describe('where a setting comes from', () => {
  it('is the preset that holds because nothing else was asked for', async () => {
    const { rules } = await inForce({});
    expect(rules.get('link/absolute')?.severity).toEqual({
      value: 'warning',
      from: { kind: 'preset', preset: 'recommended', at: null },
    });
  });

  it('is a preset with the line that names it, or the command line’s in its place', async () => {
    const texts = { [file]: '\nextends:\n  - none\n  - all\n' };
    const named = await inForce(texts);
    expect(named.rules.get('pier/two')?.severity).toEqual({
      value: 'warning',
      from: { kind: 'preset', preset: 'all', at: { file: shown, line: 4 } },
    });
    const chosen = await inForce(texts, { preset: 'none' });
    expect(chosen.rules.get('pier/two')?.severity).toEqual({
      value: 'off',
      from: { kind: 'preset', preset: 'none', at: null },
    });
  });

  it('is the very line of a severity and of each option, whichever file wrote it', async () => {
    const { rules } = await inForce({
      [file]: 'extends: base.yaml\nrules:\n  pier/one:\n    severity: error\n',
      '/work/base.yaml': 'extends: none\nrules:\n  pier/one:\n    most: 7\n  pier/two: info\n',
    });
    expect(rules.get('pier/one')?.severity.from).toEqual({ kind: 'config', file: shown, line: 4 });
    expect(rules.get('pier/one')?.options.get('most')).toEqual({
      value: 7,
      from: { kind: 'config', file: 'base.yaml', line: 4 },
    });
    expect(rules.get('pier/one')?.options.get('strict')).toEqual({ value: false, from: { kind: 'default' } });
    expect(rules.get('pier/two')?.severity.from).toEqual({ kind: 'config', file: 'base.yaml', line: 5 });
  });

  it('is an override with its globs, for the pages that they mean', async () => {
    const texts = {
      [file]: 'extends: none\noverrides:\n  - files: [old/**]\n    rules:\n      pier/two: info\n',
    };
    const old = await inForce(texts, { page: 'old/a.md' });
    expect(old.rules.get('pier/two')?.severity).toEqual({
      value: 'info',
      from: { kind: 'override', files: ['old/**'], file: shown, line: 5 },
    });
    const other = await inForce(texts, { page: 'new/a.md' });
    expect(other.rules.get('pier/two')?.severity.value).toBe('off');
  });

  it('is the command line where that wins', async () => {
    const from = { severity: { kind: 'command-line', option: '--rule' } } as const;
    const last = new Map<string, RuleEntry>([['pier/two', { severity: 'error', options: {}, from }]]);
    const { rules } = await inForce({ [file]: 'rules: {pier/two: off}' }, { last });
    expect(rules.get('pier/two')?.severity).toEqual({ value: 'error', from: from.severity });
  });

  it('is the part of the config that an option is taken from', async () => {
    const { rules, ladder } = await inForce(
      {
        [file]:
          'site:\n  origins: [https://x.example]\nladder:\n  individual: {senior: 7}\n  exceptions:\n    - families: [legal/**]\n      reason: Rare.\n      individual: {senior: 8}\n',
      },
      { page: 'legal/a.md' },
    );
    expect(rules.get('link/absolute')?.options.get('origins')).toEqual({
      value: ['https://x.example'],
      from: { kind: 'config', key: 'site.origins', file: shown, line: 2 },
    });
    expect(ladder.get('individual.senior')).toEqual({
      value: 8,
      from: { kind: 'config', file: shown, line: 8 },
    });
  });
});

it('what is shown for a page is what holds when it is linted', async () => {
  const texts = {
    [file]:
      'extends: all\nrules:\n  pier/one: {severity: error, most: 5}\noverrides:\n  - {files: [old/**], rules: {pier/one: {words: [a]}, pier/two: off}}\n  - {files: [old/x.md], rules: {pier/two: info}}\n',
  };
  const files = memoryFiles(texts);
  const config = await loadConfig(files, toyRules, { file });
  for (const page of ['a.md', 'old/a.md', 'old/x.md']) {
    const { rules } = settingsInForce(config, toyRules, files, { page, last: new Map() });
    const said = [...rules]
      .filter(([, { severity }]) => severity.value !== 'off')
      .map(([id, { severity, options }]) => [
        id,
        {
          severity: severity.value,
          options: Object.fromEntries([...options].map(([name, { value }]) => [name, value])),
        },
      ]);
    expect(Object.fromEntries(said)).toEqual(
      Object.fromEntries(settingsFor(config, toyRules, '/work')(page)),
    );
  }
});

describe('whether a page is linted', () => {
  const texts = {
    [file]: 'families: [content/**/*.md, roles, "!content/t.md"]',
    '/work/content/a.md': '',
    '/work/content/t.md': '',
    '/work/roles/b.md': '',
    '/work/c.md': '',
  };
  it.each([
    ['content/a.md', 'content/**/*.md', null],
    ['content/t.md', 'content/**/*.md', '!content/t.md'],
    ['roles/b.md', 'roles', null],
    ['c.md', null, null],
  ])('%s: covered by %s, left out by %s', async (page, covered, leftOut) => {
    const found = await inForce(texts, { page });
    expect(found.page?.coveredBy?.value ?? null).toBe(covered);
    expect(found.page?.leftOutBy?.value ?? null).toBe(leftOut);
    expect(found.page?.isThere).toBe(true);
  });
});

import { describe, expect, it } from 'vitest';
import { ConfigError } from '../../src/policy/config-error.ts';
import { findConfig } from '../../src/policy/find-config.ts';
import { type LoadOptions, loadConfig } from '../../src/policy/load-config.ts';
import { settingsFor } from '../../src/policy/settings.ts';
import { memoryFiles } from '../support/memory-files.ts';
import { toyRules } from '../support/toy-rules.ts';

const file = '/work/jobfam-lint.config.yaml';

async function load(files: Readonly<Record<string, string>> | string, options: Partial<LoadOptions> = {}) {
  const content = typeof files === 'string' ? { [file]: files } : files;
  return loadConfig(memoryFiles(content), toyRules, { file, ...options });
}

async function settings(
  files: Parameters<typeof load>[0],
  path = 'page.md',
  options: Partial<LoadOptions> = {},
) {
  const holding = settingsFor(await load(files, options), toyRules, '/work')(path);
  return Object.fromEntries(holding);
}

async function mistakes(files: Parameters<typeof load>[0]): Promise<readonly string[]> {
  try {
    await load(files);
  } catch (error) {
    if (error instanceof ConfigError) return error.failures.map(({ message }) => message);
  }
  throw new Error('The config has no mistakes.');
}

describe('rules in a config', () => {
  it('are a severity, or a mapping of severity and options; other options keep their defaults', async () => {
    const found = await settings(
      'extends: none\nrules:\n  pier/one: {severity: info, most: 5}\n  pier/two: error\n',
    );
    expect(found).toEqual({
      'pier/one': {
        severity: 'info',
        options: { strict: false, most: 5, style: 'plain', words: ['quay'], names: {} },
      },
      'pier/two': { severity: 'error', options: {} },
    });
  });

  it('keep the severity of the preset where only options are written', async () => {
    const found = await settings('extends: all\nrules:\n  pier/one: {most: 5}\n');
    expect(found['pier/one']).toMatchObject({ severity: 'warning', options: { most: 5 } });
  });

  it('keep the options of what is extended where only a severity is written', async () => {
    const found = await settings({
      [file]: 'extends: base.yaml\nrules:\n  pier/one: error\n',
      '/work/base.yaml': 'extends: none\nrules:\n  pier/one: {severity: info, most: 7}\n',
    });
    expect(found['pier/one']).toMatchObject({ severity: 'error', options: { most: 7 } });
  });

  it('are absent where they are off', async () => {
    expect(await settings('extends: all\nrules:\n  pier/two: off\n')).not.toHaveProperty('pier/two');
  });

  it('follow the order of extends: later ones win', async () => {
    const base = { '/work/base.yaml': 'extends: none\nrules:\n  pier/two: error\n' };
    expect(await settings({ [file]: 'extends: [base.yaml, all]', ...base })).toMatchObject({
      'pier/two': { severity: 'warning' },
    });
    expect(await settings({ [file]: 'extends: [all, base.yaml]', ...base })).toMatchObject({
      'pier/two': { severity: 'error' },
    });
  });

  it('start from another preset where one is asked for', async () => {
    const found = await settings('extends: all\nrules:\n  pier/two: error\n', 'page.md', { preset: 'none' });
    expect(Object.keys(found)).toEqual(['pier/two']);
  });

  it('are other for some pages, the last override winning; pages under the same overrides share the very map', async () => {
    const text =
      'extends: none\nrules: {pier/one: error}\noverrides:\n' +
      '  - {files: [old/**], rules: {pier/one: {severity: info, most: 9}}}\n  - {files: ["**/x.md"], rules: {pier/one: off}}\n';
    const of = settingsFor(await load(text), toyRules, '/work');
    expect(of('page.md').get('pier/one')).toMatchObject({ severity: 'error', options: { most: 3 } });
    expect(of('old/page.md').get('pier/one')).toMatchObject({ severity: 'info', options: { most: 9 } });
    expect(of('old/x.md').has('pier/one')).toBe(false);
    expect(of('old/a.md')).toBe(of('old/b/c.md'));
  });

  it('hold below the folder of the config, wherever the working directory is', async () => {
    const text = 'extends: none\noverrides: [{files: [old/**], rules: {pier/two: info}}]\n';
    const config = await load(text);
    expect(settingsFor(config, toyRules, '/work/old')('a.md').has('pier/two')).toBe(true);
    expect(settingsFor(config, toyRules, '/')('work/old/a.md').has('pier/two')).toBe(true);
    expect(settingsFor(config, toyRules, '/')('old/a.md').has('pier/two')).toBe(false);
  });

  it('take the origins of the site where they set none themselves', async () => {
    const site = 'extends: all\nsite: {origins: [https://pier.example]}\n';
    expect((await settings(site))['link/absolute']?.options).toEqual({ origins: ['https://pier.example'] });
    const own = `${site}rules: {link/absolute: {origins: [https://quay.example]}}\n`;
    expect((await settings(own))['link/absolute']?.options).toEqual({ origins: ['https://quay.example'] });
  });
});

describe('the ladder', () => {
  const text =
    'extends: all\nladder:\n  individual: {senior: 7, intermediate: 6, staff: 9, principal: "10-11"}\n' +
    '  exceptions: [{families: [legal/**], individual: {staff: 8}}]\n';

  it('gives the rules on grades their options', async () => {
    const found = await settings(text);
    expect(found['grade/ladder']?.options.ladder).toEqual({
      'individual/intermediate': ['6'],
      'individual/senior': ['7'],
      'individual/staff': ['9'],
      'individual/principal': ['10-11'],
    });
    expect(found['grade/gap']?.options.allow).toEqual(['7-9']);
  });

  it('has exceptions for some families', async () => {
    const found = await settings(text, 'legal/counsel.md');
    expect(found['grade/ladder']?.options.ladder).toMatchObject({
      'individual/senior': ['7'],
      'individual/staff': ['8'],
    });
    expect(found['grade/gap']?.options.allow).toEqual([]);
  });

  it('leaves alone what a rule sets itself', async () => {
    const found = await settings(`${text}rules: {grade/gap: {allow: [1-3]}}\n`, 'legal/counsel.md');
    expect(found['grade/gap']?.options.allow).toEqual(['1-3']);
  });
});

describe('a config', () => {
  it('may be JSON, empty, or absent', async () => {
    const json = {
      '/work/jobfam-lint.config.json': '{\n\t"extends": ["none"],\n\t"families": ["a/*.md"]\n}',
    };
    expect((await load(json, { file: '/work/jobfam-lint.config.json' })).families).toEqual(['a/*.md']);
    expect((await load('')).families).toEqual([]);
    expect((await load({}, { file: null })).file).toBeNull();
  });

  it('adds words to those of what it extends', async () => {
    const config = await load({
      [file]: 'extends: base.yaml\nvocabulary: {abbreviations: {bo: bosun}, words: [aft]}\n',
      '/work/base.yaml': 'vocabulary: {abbreviations: {pi: pilot, bo: boatswain}, words: [fore]}\n',
    });
    expect(config.vocabulary).toMatchObject({
      abbreviations: { bo: 'bosun', pi: 'pilot' },
      words: ['fore', 'aft'],
    });
  });

  it('is the nearest one upward', () => {
    const files = memoryFiles({
      '/work/jobfam-lint.config.yaml': '',
      '/work/a/jobfam-lint.config.json': '',
      '/work/a/b/c/page.md': '',
      '/work/d/page.md': '',
    });
    expect(findConfig(files, '/work/a/b/c')).toBe('/work/a/jobfam-lint.config.json');
    expect(findConfig(files, '/work/d')).toBe('/work/jobfam-lint.config.yaml');
    expect(findConfig(files, '/')).toBeNull();
  });

  it('may not stand twice in one folder', () => {
    const files = memoryFiles({ '/work/jobfam-lint.config.yaml': '', '/work/jobfam-lint.config.json': '' });
    expect(() => findConfig(files, '/work')).toThrow(
      'There are two configs in /work: jobfam-lint.config.yaml and jobfam-lint.config.json. Keep one of them.',
    );
  });
});

describe('mistakes in a config', () => {
  it.each([
    ['rules:\n  pier/one: {most: 10}\n', '2: “rules > pier/one > most” is 10, but should be at most 9.'],
    [
      'rules:\n  pier/one:\n    most: 1.5\n',
      '3: “rules > pier/one > most” is 1.5, but should be a whole number.',
    ],
    [
      'rules:\n  pier/one:\n    strict: yes\n',
      '3: “rules > pier/one > strict” is “yes”, but should be true or false.',
    ],
    [
      'rules: {pier/one: {words: [1]}}\n',
      '1: “rules > pier/one > words > item 1” is 1, but should be a text.',
    ],
    [
      'rules:\n  pier/one: {style: ornat}\n',
      '2: “rules > pier/one > style” is “ornat”, which is none of plain and ornate. Did you mean “ornate”?',
    ],
    ['rules:\n  pier/one: {mosts: 1}\n', '2: The rule pier/one has no option “mosts”. Did you mean “most”?'],
    ['rules:\n  pire/one: off\n', '2: There is no rule “pire/one”. Did you mean “pier/one”?'],
    [
      'rules:\n  pier/one: [error]\n',
      '2: “rules > pier/one” is a list, which is none of off, error, warning and info. Choose one of them.',
    ],
    ['families: pages\n', '1: “families” is “pages”, but should be a list.'],
    ['- extends\n', '1: The config is a list, but should be a mapping of keys to values.'],
    ['site: {content: [{folder: a}]}\n', '1: “site > content > item 1” lacks the key “url”. Add it.'],
    [
      'vocabulary:\n  seniority:\n    expert: principle\n',
      '3: “vocabulary > seniority > expert” is “principle”, which is none of intern, junior, associate, intermediate, senior, lead, staff, principal, distinguished, fellow, manager, senior-manager, director, senior-director, vp, senior-vp and executive. Did you mean “principal”?',
    ],
  ])('%j', async (text, sentence) => {
    expect(await mistakes(text)).toEqual([`jobfam-lint.config.yaml:${sentence}`]);
  });

  it('are said for all files that belong together, each with its own lines', async () => {
    const found = await mistakes({
      [file]: 'extends: [base.yaml, gone.yaml]\nrulez: {}\n',
      '/work/base.yaml': '\nfamilies: 3\n',
    });
    expect(found).toEqual([
      'jobfam-lint.config.yaml:1: “gone.yaml” is neither a preset nor a file. Presets are recommended, gitlab, all, none.',
      'jobfam-lint.config.yaml:2: The config has no key “rulez”. Did you mean “rules”?',
      'base.yaml:2: “families” is 3, but should be a list.',
    ]);
  });

  it('do not let a bomb of aliases go off', async () => {
    const lines = ['a: &a [x, x, x, x, x, x, x, x, x]'];
    for (const [index, name] of [...'bcdefghij'].entries()) {
      lines.push(`${name}: &${name} [${Array(9).fill(`*${'abcdefghij'[index]}`).join(', ')}]`);
    }
    expect((await mistakes(lines.join('\n')))[0]).toContain('The config cannot be read');
  });
});

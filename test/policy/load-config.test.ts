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
    '  exceptions: [{families: [legal/**], reason: No grade 9, individual: {staff: 8}}]\n';

  it('gives the rules on grades their options', async () => {
    const found = await settings(text);
    expect(found['grade/ladder']?.options.ladder).toEqual({
      'individual/intermediate': ['6'],
      'individual/senior': ['7'],
      'individual/staff': ['9'],
      'individual/principal': ['10-11'],
    });
    expect(found['grade/gap']?.options.allow).toEqual(['7-9', '9-11']);
  });

  it('has exceptions for some families', async () => {
    const found = await settings(text, 'legal/counsel.md');
    expect(found['grade/ladder']?.options.ladder).toMatchObject({
      'individual/senior': ['7'],
      'individual/staff': ['8'],
    });
    expect(found['grade/gap']?.options.allow).toEqual(['8-10', '8-11']);
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

describe('waivers', () => {
  const waiver = 'rule: pier/one, page: old/**, reason: Agreed, owner: Harbour, until: 2027-03-31';

  it('stand in the config, in files that it names, and in configs that it extends', async () => {
    const config = await load({
      [file]: `extends: shared/base.yaml\nwaivers:\n  - {${waiver}, link: https://pier.example/7}\n  - exceptions.yaml\n`,
      '/work/exceptions.yaml': `# Agreed in March.\n- {${waiver.replace('pier/one', 'pier/*')}}\n`,
      '/work/shared/base.yaml': `waivers: more.yaml\n`,
      '/work/more.yaml': `- {${waiver}}\n- {${waiver}}\n`,
    });
    expect(config.waivers.map(({ rule, file: at, line }) => `${rule} ${at}:${line}`)).toEqual([
      'pier/one more.yaml:1',
      'pier/one more.yaml:2',
      'pier/one jobfam-lint.config.yaml:3',
      'pier/* exceptions.yaml:2',
    ]);
    expect(config.waivers[2]).toMatchObject({ page: 'old/**', owner: 'Harbour', until: '2027-03-31' });
  });

  it('say all that is wrong with them, with file and line', async () => {
    const text = [
      'waivers:',
      '  - rule: pier/oen',
      '    page: old/**',
      '    reason: Agreed',
      '    owner: Harbour',
      '    until: 2027-02-30',
      '  - {rule: pier/one, reason: Agreed, owner: Harbour, until: 2027-03-31}',
      '  - {rule: pier/one, text: x, until: soon}',
      '  - gone.yaml',
      '  - rule: pier/one',
      '    page: a.md',
      '    reason: ""',
      '    owner:',
      '    unti: 2027-03-31',
      '  - {rule: pier/one, fingerprint: 12, reason: a, owner: b, until: 2027-03-31}',
      '',
    ].join('\n');
    expect(await mistakes(text)).toEqual([
      'jobfam-lint.config.yaml:2: There is no rule “pier/oen”. Did you mean “pier/one”?',
      'jobfam-lint.config.yaml:6: There is no day 2027-02-30. Write the last day on which the waiver holds.',
      'jobfam-lint.config.yaml:7: The waiver says nowhere where it holds. Add page, level, text or fingerprint, or turn the rule off under “rules”.',
      'jobfam-lint.config.yaml:8: “waivers > item 3” lacks the key “reason”: why it may be so. Add it.',
      'jobfam-lint.config.yaml:8: “waivers > item 3” lacks the key “owner”: who answers for it. Add it.',
      'jobfam-lint.config.yaml:8: “waivers > item 3 > until” is “soon”, but should look like 2027-03-31.',
      'jobfam-lint.config.yaml:9: There is no file “gone.yaml” with waivers. Check the path.',
      'jobfam-lint.config.yaml:10: “waivers > item 5” lacks the key “until”: the last day on which it holds, such as 2027-03-31. Add it.',
      'jobfam-lint.config.yaml:12: “waivers > item 5 > reason” is empty. Fill it in, or remove it.',
      'jobfam-lint.config.yaml:13: “waivers > item 5 > owner” is empty, but should be a text.',
      'jobfam-lint.config.yaml:14: “waivers > item 5” has no key “unti”. Did you mean “until”?',
      'jobfam-lint.config.yaml:15: “waivers > item 6 > fingerprint” is 12, but should be a text.',
    ]);
  });

  it('say what is wrong in a file of their own', async () => {
    const all = await mistakes({
      [file]: 'waivers: [a.yaml, b.yaml, c.yaml]\n',
      '/work/a.yaml': '- {rule: pier/*, page: a.md, reason: Agreed, until: 2027-03-31}\n',
      '/work/b.yaml': 'waivers: []\n',
      '/work/c.yaml': '- rule: [\n',
    });
    expect(all.slice(0, 2)).toEqual([
      'a.yaml:1: “item 1” lacks the key “owner”: who answers for it. Add it.',
      'b.yaml:1: The file is a mapping, but should be a list.',
    ]);
    expect(all[2]).toMatch(/^c\.yaml:\d: The config is broken here\./u);
  });
});

describe('the baseline', () => {
  it('is named by the last config that names one, relative to the folder of the config', async () => {
    const config = await load({
      [file]: 'extends: shared/base.yaml\n\nbaseline: known/baseline.yaml\n',
      '/work/shared/base.yaml': 'baseline: other.yaml\n',
    });
    expect(config.baseline).toEqual({
      path: 'known/baseline.yaml',
      file: 'jobfam-lint.config.yaml',
      line: 3,
    });
    expect((await load('extends: none\n')).baseline).toBe(null);
  });
});

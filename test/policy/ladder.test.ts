import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { rule } from '../../rules/grade/ladder.ts';
import type { InferredGrades } from '../../src/model/ladder/infer.ts';
import { allRungs, partsOf, type Rung } from '../../src/model/ladder/rungs.ts';
import { ConfigError } from '../../src/policy/config-error.ts';
import { ladderYaml } from '../../src/policy/ladder/ladder-yaml.ts';
import { loadConfig } from '../../src/policy/load-config.ts';
import { settingsFor } from '../../src/policy/settings.ts';
import { memoryFiles } from '../support/memory-files.ts';

// With few rules, the schema of a config is made in no time.
const rules = [rule];
const file = '/work/jobfam-lint.config.yaml';

const load = (text: string) => loadConfig(memoryFiles({ [file]: text }), rules, { file });

async function settingOf(text: string, path = 'page.md') {
  return settingsFor(await load(text), rules, '/work')(path).get('grade/ladder');
}

async function mistakes(text: string): Promise<readonly string[]> {
  try {
    await load(text);
  } catch (error) {
    if (error instanceof ConfigError) return error.failures.map(({ message }) => message);
  }
  throw new Error('The config has no mistakes.');
}

describe('the key “ladder”', () => {
  it('may be the word “infer”, or a mapping that infers what it does not say', async () => {
    expect((await settingOf('ladder: infer\n'))?.options).toMatchObject({ infer: true, ladder: {} });
    expect((await settingOf('ladder: {infer: true, management: {manager: 8}}\n'))?.options).toMatchObject({
      infer: true,
      ladder: { 'management/manager': ['8'] },
    });
    expect((await settingOf('ladder: {management: {manager: 8}}\n'))?.options).toMatchObject({
      infer: false,
    });
  });

  it('has exceptions by the names of families', async () => {
    const setting = await settingOf(
      'ladder:\n  exceptions: [{names: [Legal Counsel, "Chief, Law"], reason: Law firms, individual: {senior: 8}}]\n',
    );
    expect(setting?.options).toMatchObject({
      ladder: {},
      named: { 'legal-counsel/individual/senior': ['8'], 'chief-law/individual/senior': ['8'] },
    });
  });

  it('turns its rule on: a warning where grades are written, a remark where they are only derived', async () => {
    const severityOf = async (text: string) => (await settingOf(text))?.severity;
    expect(await severityOf('extends: recommended\n')).toBeUndefined();
    expect(await severityOf('ladder: infer\n')).toBe('info');
    expect(await severityOf('extends: gitlab\nladder: infer\n')).toBe('info');
    expect(await severityOf('ladder: {individual: {senior: 7}}\n')).toBe('warning');
    expect(await severityOf('extends: none\nladder: infer\n')).toBeUndefined();
    expect(await severityOf('ladder: infer\nrules: {grade/ladder: "off"}\n')).toBeUndefined();
    expect(await severityOf('ladder: infer\nrules: {grade/ladder: error}\n')).toBe('error');
  });

  it('says its mistakes where they stand', async () => {
    expect(
      await mistakes(
        [
          'ladder:',
          '  individual:',
          '    senior: 7',
          '    staff: "6-5"',
          '    principal: 6',
          '    fellow: 120',
          '  exceptions:',
          '    - reason: Nobody is named',
          '      management: {director: 10, vp: 9}',
          '    - families: [legal/**]',
          '',
        ].join('\n'),
      ),
    ).toEqual([
      'jobfam-lint.config.yaml:4: “ladder > individual > staff” is “6-5”, from high to low. Write "5-6".',
      'jobfam-lint.config.yaml:5: “ladder > individual > principal” is 6, lower than the 7 of “senior” below it. Correct one of the two.',
      'jobfam-lint.config.yaml:6: “ladder > individual > fellow” is 120, but should be at most 99.',
      'jobfam-lint.config.yaml:8: “ladder > exceptions > item 1” does not say for whom it holds. Add “families” with globs of pages, or “names” of families.',
      'jobfam-lint.config.yaml:9: “ladder > exceptions > item 1 > management > vp” is 9, lower than the 10 of “director” below it. Correct one of the two.',
      'jobfam-lint.config.yaml:10: “ladder > exceptions > item 2” lacks the key “reason”: why they have grades of their own. Add it.',
      'jobfam-lint.config.yaml:10: “ladder > exceptions > item 2” has no grades. Add them under “individual” or “management”.',
    ]);
    expect(await mistakes('ladder: infr\n')).toEqual([
      'jobfam-lint.config.yaml:1: “ladder” is “infr”, but the only word it can be is “infer”.',
    ]);
    expect(await mistakes('ladder: [7]\n')).toEqual([
      'jobfam-lint.config.yaml:1: “ladder” is a list, but should be a mapping of keys to values.',
    ]);
  });
});

describe('ladderYaml', () => {
  it('writes what a config can hold, with what it rests on', () => {
    const ladder = new Map<Rung, InferredGrades>([
      ['management/manager', { low: 8, high: 8, families: 12, agreeing: 11 }],
      ['individual/staff', { low: 8, high: 9, families: 10, agreeing: 10 }],
      ['individual/senior', { low: 7, high: 7, families: 40, agreeing: 38 }],
    ]);
    expect(ladderYaml(ladder)).toBe(
      [
        'ladder:',
        '  individual:',
        '    senior: 7 # 38 of 40 families',
        '    staff: 8-9 # 10 of 10 families',
        '  management:',
        '    manager: 8 # 11 of 12 families',
        '',
      ].join('\n'),
    );
    expect(ladderYaml(new Map())).toBe('');
  });

  it('is read back as it was', async () => {
    const grades = fc
      .record({ low: fc.integer({ min: 1, max: 20 }), width: fc.integer({ min: 0, max: 1 }) })
      .map(({ low, width }): InferredGrades => ({ low, high: low + width, families: 9, agreeing: 9 }));
    const ladders = fc.uniqueArray(fc.tuple(fc.constantFrom(...allRungs), grades), {
      selector: ([rung]) => rung,
      minLength: 1,
    });
    fc.assert(
      fc.property(ladders, (entries) => {
        const { ladder } = parse(ladderYaml(new Map(entries)));
        for (const [rung, { low, high }] of entries) {
          const [track, seniority] = partsOf(rung);
          expect(ladder[track][seniority]).toBe(low === high ? low : `${low}-${high}`);
        }
      }),
    );
  });
});

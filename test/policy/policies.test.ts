import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { bundledFiles } from '../../src/host/bundled-files.ts';
import { extract } from '../../src/lint/extract.ts';
import { lint } from '../../src/lint/run.ts';
import { sentenceHash } from '../../src/policy/policies/links.ts';
import { loadPolicies } from '../../src/policy/policies/load-policies.ts';
import { runExamples } from '../../src/policy/policies/run-examples.ts';
import { memoryFiles } from '../support/memory-files.ts';

const head = (appliesTo: string) =>
  `id: asked\ntitle: T.\ndescription: D.\nseverity: warning\nowner: O\nappliesTo: ${appliesTo}\n`;

function load(policies: Readonly<Record<string, string>>, others: Readonly<Record<string, string>> = {}) {
  const files = memoryFiles(
    Object.fromEntries(
      Object.entries({ ...policies, ...others }).map(([name, text]) => [`/work/${name}`, text]),
    ),
  );
  const config = { data: null, failures: [], lineOf: () => 1 };
  const entries = { file: 'config.yaml', config, entries: Object.keys(policies), folder: '/work' };
  return loadPolicies(files, [entries], []);
}

/** The words that policies point to in a page, each with its message. */
function found(policy: string, page: string, others: Readonly<Record<string, string>> = {}) {
  const { rules, failures } = load({ 'policy.yaml': policy });
  expect(failures).toEqual([]);
  const texts: Readonly<Record<string, string>> = { 'page.md': page, ...others };
  const setting = { severity: 'warning' as const, options: {} };
  const { findings, failures: crashes } = lint({
    pages: Object.entries(texts).map(([path, text]) => ({ path, text })),
    rules,
    settingsFor: () => new Map(rules.map(({ id }) => [id, setting])),
  });
  expect(crashes).toEqual([]);
  return findings.map(({ span, message, related = [], fingerprint }) => ({
    words: texts[span.page]?.slice(span.start, span.end),
    message,
    related: related.map((one) => texts[one.span.page]?.slice(one.span.start, one.span.end)),
    fingerprint,
  }));
}

const page = `---
title: Baker
team: bread
---

Bakers bake.

## Levels

### Senior Baker

The Senior Baker reports to the [Head of Bread](/head.md).

#### Senior Baker Job Grade

The Senior Baker is a grade 6.

#### Senior Baker Requirements

- Knows *rye &amp; wheat*, and weekly plans
- Sleeps little
`;
const manager =
  '---\ntitle: Head of Bread\n---\n\nThe Head of Bread is a grade 5.\n\n## Responsibilities\n\n- Bread\n';

const wordsOf = (results: ReturnType<typeof found>) => results.map(({ words }) => words);

describe('a policy points to', () => {
  it('the words that say the value', () => {
    const policy = `${head('level')}schema: {properties: {grade: {minimum: 7}}}\nmessage: "{level.title}: {value}. {reason}."\n`;
    expect(found(policy, page)).toMatchObject([
      { words: 'grade 6', message: 'Senior Baker: 6. It should be at least 7.' },
    ]);
  });

  it('the very words within a text that it forbids, through markup', () => {
    const policy = `${head('section')}schema: {properties: {items: {items: {not: {pattern: "rye . wheat"}}}}}\nmessage: No.\n`;
    expect(wordsOf(found(policy, page))).toEqual(['rye &amp; wheat']);
  });

  it('the owner’s title where something is missing', () => {
    const policy = `${head('level')}schema: {properties: {extends: {minItems: 1}}}\nmessage: No.\n`;
    expect(wordsOf(found(policy, page))).toEqual(['Senior Baker']);
  });

  it('a value of the front matter, and the title for a key that is not there', () => {
    const policy = (schema: string) =>
      `${head('family')}schema: {properties: {frontMatter: ${schema}}}\nmessage: No.\n`;
    expect(wordsOf(found(policy('{properties: {team: {const: cake}}}'), page))).toEqual(['bread']);
    expect(wordsOf(found(policy('{required: [layout]}'), page))).toEqual(['Baker']);
  });

  it('the manager, and to the words on the manager’s own page', () => {
    const policy = `${head('level')}schema: {properties: {managers: {items: {properties: {level: {properties: {grade: {minimum: 8}}}}}}}}\nmessage: "{value}"\n`;
    const results = found(policy, page, { 'head.md': manager });
    expect(results).toMatchObject([{ words: 'Head of Bread', message: '5', related: ['grade 5'] }]);
  });

  it('one place once, with all reasons', () => {
    const policy = `${head('level')}schema: {properties: {grade: {minimum: 8, multipleOf: 4}}}\nmessage: "{reason}"\n`;
    expect(found(policy, page)).toMatchObject([{ words: 'grade 6' }]);
  });

  it('the whole value where no alternative fits, and not to what each of them lacks', () => {
    const policy = `${head('level')}schema: {anyOf: [{$ref: "#/definitions/low"}, {properties: {seniority: {const: junior}}}], definitions: {low: {properties: {grade: {maximum: 5}}}}}\nmessage: "{reason}"\n`;
    expect(found(policy, page)).toMatchObject([
      { words: 'Senior Baker', message: 'It is none of what it may be' },
    ]);
  });
});

it('a policy says nothing where “when” does not hold', () => {
  const policy = `${head('level')}when: {properties: {seniority: {const: staff}}}\nschema: false\nmessage: No.\n`;
  expect(found(policy, page)).toEqual([]);
});

it('fingerprints of policies do not change when text moves or list items are added in front', () => {
  const policy = `${head('section')}schema: {properties: {items: {items: {not: {pattern: Sleeps}}}}}\nmessage: No.\n`;
  const moved = page
    .replace('Bakers bake.', 'Bakers bake.\n\nDay by day.')
    .replace('- Knows', '- Sings\n- Knows');
  const prints = (text: string) => found(policy, text).map(({ fingerprint }) => fingerprint);
  expect(prints(page)).toHaveLength(1);
  expect(prints(moved)).toEqual(prints(page));
});

describe('the text of a policy', () => {
  const rules =
    '# Rules\n\n## Bread & Cake\n\nBread is *baked*\nat night. Cake is not.\n\n## Tea\n\nTea is brewed.\n';
  const messages = (link: string, text = rules) => {
    const loaded = load(
      { 'policy.yaml': `${head('level')}schema: true\nmessage: No.\nlink: ${link}\n` },
      { 'rules.md': text },
    );
    expect(loaded.failures).toEqual([]);
    const setting = { severity: 'warning' as const, options: {} };
    return lint({
      pages: [],
      rules: loaded.rules,
      sources: loaded.sources,
      settingsFor: () => new Map(loaded.rules.map(({ id }) => [id, setting])),
    }).findings.map(({ rule, messageId, span }) => `${rule} ${messageId} ${span.page}`);
  };

  it.each([
    '{page: rules.md, sentence: "Bread is baked at night."}',
    '{page: rules.md, anchor: bread--cake, sentence: "Bread is baked at night."}',
    '{page: rules.md, anchor: tea, sentence: "Tea is brewed."}',
    `{page: rules.md, hash: "sha256:${sentenceHash('Bread is baked at night.')}"}`,
    `{page: rules.md, hash: "${sentenceHash('Bread is baked at night. Cake is not.').slice(0, 16)}"}`,
    'rules.md#tea',
  ])('stands where it says: %s', (link) => {
    expect(messages(link)).toEqual([]);
  });

  it.each([
    ['{page: rules.md, sentence: "Bread is baked at noon."}', 'sentence'],
    ['{page: rules.md, anchor: tea, sentence: "Bread is baked at night."}', 'sentence'],
    ['{page: rules.md, anchor: coffee, sentence: "Bread is baked at night."}', 'anchor'],
    [`{page: rules.md, hash: "${sentenceHash('Bread is baked at noon.')}"}`, 'sentence'],
  ])('has changed: %s', (link, message) => {
    expect(messages(link)).toEqual([`policy/changed-text ${message} policy.yaml`]);
  });
});

describe('the policies of the gitlab preset', () => {
  const { policies, failures } = loadPolicies(memoryFiles({}), [], bundledFiles('presets/gitlab'));

  it('have no mistakes, and name the sentence that they enforce', () => {
    expect(failures).toEqual([]);
    // As if somebody had written them, for whom they are looked at; the page that they link to is not here.
    const [{ text } = { text: '' }] = bundledFiles('presets/gitlab');
    const written = (parse(text) as { policies: object[] }).policies.map((policy) => ({
      ...policy,
      link: undefined,
    }));
    expect(load({ 'policies.json': JSON.stringify(written) }).failures).toEqual([]);
    expect(policies.filter(({ link }) => link?.sentence == null)).toEqual([]);
  });

  it.each(policies.map((policy) => [policy.id, policy] as const))(
    'do what their examples say: %s',
    (_, policy) => {
      const results = runExamples(policy);
      expect(results.filter(({ difference }) => difference.length > 0)).toEqual([]);
      expect(new Set(results.map(({ kind }) => kind))).toEqual(new Set(['valid', 'invalid']));
    },
  );

  it('say nothing of a page that is no job family', () => {
    expect(extract('notes.md', '# Notes\n\n## Expertise\n\n- Rye\n').family.isFamily).toBe(false);
    const { rules } = loadPolicies(memoryFiles({}), [], bundledFiles('presets/gitlab'));
    const setting = { severity: 'warning' as const, options: {} };
    const { findings } = lint({
      pages: [{ path: 'notes.md', text: '# Notes\n\n## Expertise\n\n- Rye\n' }],
      rules,
      settingsFor: () => new Map(rules.map(({ id }) => [id, setting])),
    });
    expect(findings).toEqual([]);
  });
});

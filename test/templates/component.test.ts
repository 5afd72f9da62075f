import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { sourceFiles } from '../support/imports.ts';
import { schemaErrors } from '../support/pipelines/ci-schema.ts';
import { type Input, type InputValue, pipelineOf, readComponent } from '../support/pipelines/component.ts';

const component = readComponent();
const { inputs } = component.head.spec;

describe('GitLab’s schema', () => {
  it('takes the pipeline of this project', () => {
    expect(schemaErrors(parse(readFileSync('.gitlab-ci.yml', 'utf8')))).toEqual([]);
  });

  it('takes the head of the component', () => {
    expect(schemaErrors(component.head)).toEqual([]);
  });

  it.each<Record<string, InputValue>>([
    {},
    { review: false },
    { cache: false },
    { shards: 4, 'git-depth': 50 },
    { shards: 4, review: false, cache: false, 'job-prefix': 'handbook' },
    { paths: 'a b\n"c"', config: 'it’s.yaml' },
  ])('takes the jobs that the component makes of %j', (given) => {
    expect(schemaErrors(pipelineOf(component, given))).toEqual([]);
  });

  it('finds what is wrong', () => {
    expect(schemaErrors({ lint: { script: 'x', need: ['y'] } })).not.toEqual([]);
    expect(schemaErrors({ spec: { inputs: { a: { type: 'text' } } } })).not.toEqual([]);
  });
});

describe('the inputs of the component', () => {
  it('have descriptions, and defaults that they would take themselves', () => {
    for (const [name, { description, default: value, type = 'string', options, regex }] of Object.entries(
      inputs,
    )) {
      expect(description, name).toMatch(/^[A-Z].*[.]$/u);
      expect(typeof value, name).toBe(type);
      if (options) expect(options, name).toContain(value);
      if (regex) expect(`${value}`, name).toMatch(new RegExp(regex, 'u'));
    }
  });

  it.each([
    ['version', '1 && touch taken'],
    ['version', '--registry=https://example.com'],
    ['since', '--output=taken'],
    ['since', '$(touch taken)'],
    ['policy-ref', '--upload-pack=x'],
    ['token-variable', 'glpat-12345678901234567890'],
    ['token-variable', '$TOKEN'],
    ['docs-url', 'javascript:alert(1)'],
    ['image', '$(x)'],
    ['stage', 'a: b'],
    ['job-prefix', 'a: {script: touch taken}'],
    ['config', 'a\nb'],
    ['paths', 'a\u0007b'],
  ])('do not take, for %s, %j', (name, value) => {
    expect(value).not.toMatch(new RegExp(inputs[name]?.regex ?? '', 'u'));
  });

  it('are text, and reach scripts by variables, unless their type admits no text', () => {
    const scripts = Object.values(component.body).flatMap((job) => {
      const { script = [], before_script: before = [] } = job as Record<string, string[]>;
      return [...script, ...before];
    });
    const named = scripts.flatMap((text) =>
      Array.from(text.matchAll(/\$\[\[ inputs\.([\w-]+)/gu), ([, name]) => name),
    );
    expect(named.length).toBeGreaterThan(0);
    for (const name of named) expect(inputs[name ?? '']?.type, name).toMatch(/^(number|boolean)$/u);
  });
});

const page = readFileSync('docs/ci.md', 'utf8');
const kinds = { string: 'text', number: 'number', boolean: '`true` or `false`' };

function row([name, { description, type = 'string', default: value, options }]: [string, Input]): string {
  const kind = options ? options.map((option) => `\`${option}\``).join(', ') : kinds[type];
  return `| \`${name}\` | ${kind} | ${value === '' ? '' : `\`${value}\``} | ${description} |`;
}

it('docs/ci.md lists the inputs as the component has them', () => {
  const rows = Object.entries(component.head.spec.inputs).map(row);
  const table = ['| Input | Takes | Default | What it says |', '|---|---|---|---|', ...rows].join('\n');
  expect(page).toContain(`\n${table}\n`);
});

it('the examples in docs/ci.md and the README are pipelines, with inputs that the component has', () => {
  const readme = readFileSync('README.md', 'utf8');
  const examples = [page, readme].flatMap((text) =>
    Array.from(text.matchAll(/```yaml\n(.*?)```/gsu), ([, code = '']) => parse(code)),
  );
  const pipelines = examples.filter((example) =>
    Object.keys(example).some((key) => /^include$|jobfam-lint/u.test(key)),
  );
  expect(pipelines.length).toBeGreaterThanOrEqual(4);
  const jobs = Object.keys(component.body).map((name) =>
    name.replace('$[[ inputs.job-prefix ]]', 'jobfam-lint'),
  );
  for (const { include, ...own } of pipelines) expect(jobs).toEqual(expect.arrayContaining(Object.keys(own)));
  for (const pipeline of pipelines) {
    expect(schemaErrors(pipeline)).toEqual([]);
    for (const { component: address, inputs = {} } of pipeline.include ?? []) {
      expect(address).toMatch(/\/jobfam-lint@\d/u);
      expect(Object.keys(component.head.spec.inputs)).toEqual(expect.arrayContaining(Object.keys(inputs)));
      expect(schemaErrors(pipelineOf(component, inputs))).toEqual([]);
    }
  }
});

it('what docs/ci.md quotes from the log of a review is what reviews say', () => {
  const symptoms = page
    .split('\n')
    .filter((line) => /^\| (?:No comments|“This clone)/u.test(line))
    .flatMap((line) =>
      Array.from((line.split(' | ')[0] ?? '').matchAll(/“([^”…]+)/gu), ([, said = '']) => said.trim()),
    );
  expect(symptoms.length).toBeGreaterThan(5);
  const program = sourceFiles('src').map(({ text }) => text);
  const unsaid = symptoms.filter((said) => !program.some((text) => text.includes(said)));
  expect(unsaid).toEqual([]);
});

import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { schemaErrors } from '../support/pipelines/ci-schema.ts';
import { type Input, pipelineOf, readComponent } from '../support/pipelines/component.ts';

const component = readComponent();
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
  const pipelines = examples.filter((example) => 'include' in example || 'jobfam-lint' in example);
  expect(pipelines.length).toBeGreaterThanOrEqual(3);
  for (const pipeline of pipelines) {
    expect(schemaErrors(pipeline)).toEqual([]);
    for (const { component: address, inputs = {} } of pipeline.include ?? []) {
      expect(address).toMatch(/\/jobfam-lint@\d/u);
      expect(Object.keys(component.head.spec.inputs)).toEqual(expect.arrayContaining(Object.keys(inputs)));
      expect(schemaErrors(pipelineOf(component, inputs))).toEqual([]);
    }
  }
});

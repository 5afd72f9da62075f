import picocolors from 'picocolors';
import type { ExampleResult } from '../policy/policies/run-examples.ts';
import { count } from './count.ts';
import type { Display } from './formatter.ts';
import { junitXml, type TestCase } from './junit/xml.ts';
import { visible } from './visible.ts';

/** What came of the examples of policies, for people: policy by policy, with ✓, ✗ and the difference. */
export function policyTests(results: readonly ExampleResult[], policies: number, { color }: Display): string {
  const colors = picocolors.createColors(color);
  const blocks: string[] = [];
  let last = '';
  for (const { policy, kind, example, difference, ...result } of results) {
    if (policy.id !== last) {
      last = policy.id;
      blocks.push(
        `${blocks.length > 0 ? '\n' : ''}${colors.bold(visible(policy.id))}  ${visible(policy.title)}`,
      );
    }
    const name = visible(nameOf({ kind, example, ...result }));
    if (difference.length === 0) blocks.push(`  ${colors.green('✓')} ${name}`);
    else {
      const { file, line } = example.source;
      blocks.push(`  ${colors.red('✗')} ${name}  ${colors.dim(`${visible(file)}:${line}`)}`);
      for (const sentence of difference) blocks.push(`      ${visible(sentence)}`);
    }
  }
  const failed = results.filter(({ difference }) => difference.length > 0).length;
  const sum = `${count(policies, 'policy', 'policies')}, ${count(results.length, 'example', 'examples')}: ${results.length - failed} passed, ${failed} failed.`;
  return `${blocks.join('\n')}${blocks.length > 0 ? '\n\n' : ''}${failed > 0 ? colors.red(sum) : colors.green(sum)}\n`;
}

/** The same as JUnit XML: a suite for each policy, a case for each example. */
export function policyTestsAsJunit(results: readonly ExampleResult[]): string {
  const ids = [...new Set(results.map(({ policy }) => policy.id))];
  const suites = ids.map((id) => ({
    name: `policy/${id}`,
    cases: results.filter(({ policy }) => policy.id === id).map(testCase),
  }));
  return junitXml('jobfam-lint policy test', suites);
}

function testCase(result: ExampleResult): TestCase {
  const { file, line } = result.example.source;
  const [first] = result.difference;
  return {
    name: nameOf(result),
    file,
    line,
    problem:
      first === undefined ? null : { kind: 'failure', message: first, text: result.difference.join('\n') },
  };
}

function nameOf({ kind, number, example }: Pick<ExampleResult, 'kind' | 'number' | 'example'>): string {
  return `${kind} ${number}${example.caption === undefined ? '' : `: ${example.caption}`}`;
}

import picocolors from 'picocolors';
import type { ExampleResult } from '../policy/policies/run-examples.ts';
import type { Display } from './formatter.ts';
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
  const failures = (all: readonly ExampleResult[]) =>
    all.filter(({ difference }) => difference.length > 0).length;
  const suites = ids.map((id) => {
    const own = results.filter(({ policy }) => policy.id === id);
    const cases = own.map((result) => {
      const { file, line } = result.example.source;
      const head = `    <testcase classname="${escaped(`policy/${id}`)}" name="${escaped(nameOf(result))}" file="${escaped(file)}" line="${line}"`;
      if (result.difference.length === 0) return `${head}/>`;
      const [first = ''] = result.difference;
      return `${head}>\n      <failure message="${escaped(first)}">${escaped(result.difference.join('\n'))}</failure>\n    </testcase>`;
    });
    return `  <testsuite name="${escaped(`policy/${id}`)}" tests="${own.length}" failures="${failures(own)}">\n${cases.join('\n')}\n  </testsuite>`;
  });
  const head = `<testsuites name="jobfam-lint policy test" tests="${results.length}" failures="${failures(results)}"`;
  const body = suites.length > 0 ? `>\n${suites.join('\n')}\n</testsuites>` : '/>';
  return `<?xml version="1.0" encoding="UTF-8"?>\n${head}${body}\n`;
}

function nameOf({ kind, number, example }: Pick<ExampleResult, 'kind' | 'number' | 'example'>): string {
  return `${kind} ${number}${example.caption === undefined ? '' : `: ${example.caption}`}`;
}

function count(number: number, one: string, many: string): string {
  return `${number} ${number === 1 ? one : many}`;
}

/** Safe in text and in attributes; what XML cannot hold becomes a sign. */
function escaped(text: string): string {
  const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
  return text
    .split('\n')
    .map(visible)
    .join('\n')
    .replace(/[&<>"]/g, (sign) => signs[sign] ?? sign);
}

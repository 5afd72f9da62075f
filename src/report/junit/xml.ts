import Builder from 'fast-xml-builder';
import { visible } from '../visible.ts';

/** A test in the sense of JUnit. */
export interface TestCase {
  readonly name: string;
  /** Where it comes from; lines are counted from 1. */
  readonly file?: string;
  readonly line?: number;
  /** What GitLab shows as failed or broken; null where the test has passed. */
  readonly problem: {
    readonly kind: 'failure' | 'error';
    readonly message: string;
    readonly text: string;
  } | null;
  /** Printed by a test that has passed. */
  readonly output?: string;
}

export interface TestSuite {
  readonly name: string;
  readonly cases: readonly TestCase[];
}

/**
 * Test suites as JUnit XML, as GitLab reads it.
 *
 * GitLab tells tests of two branches apart by suite, class and name. So the suite is the class of its tests, and names that stand
 * twice in a suite are numbered. What XML cannot hold is shown as signs.
 */
export function junitXml(name: string, suites: readonly TestSuite[]): string {
  const built = new Builder({
    attributeNamePrefix: '@',
    ignoreAttributes: false,
    suppressBooleanAttributes: false,
    suppressEmptyNode: true,
    format: true,
  }).build({
    '?xml': { '@version': '1.0', '@encoding': 'UTF-8' },
    testsuites: {
      '@name': safe(name),
      ...counts(suites.flatMap(({ cases }) => cases)),
      testsuite: suites.map((suite) => ({
        '@name': safe(suite.name),
        ...counts(suite.cases),
        testcase: numbered(suite.cases).map((test) => caseElement(suite.name, test)),
      })),
    },
  });
  return built.endsWith('\n') ? built : `${built}\n`;
}

function counts(cases: readonly TestCase[]) {
  const count = (kind: 'failure' | 'error') => cases.filter(({ problem }) => problem?.kind === kind).length;
  return { '@tests': cases.length, '@failures': count('failure'), '@errors': count('error') };
}

function caseElement(suite: string, { name, file, line, problem, output }: TestCase) {
  return {
    '@classname': safe(suite),
    '@name': safe(name),
    ...(file !== undefined && { '@file': safe(file) }),
    ...(line !== undefined && { '@line': line }),
    ...(problem && {
      [problem.kind]: { '@message': safe(problem.message), '#text': safeLines(problem.text) },
    }),
    ...(output !== undefined && { 'system-out': safeLines(output) }),
  };
}

function numbered(cases: readonly TestCase[]): TestCase[] {
  const seen = new Map<string, number>();
  return cases.map((test) => {
    const number = (seen.get(test.name) ?? 0) + 1;
    seen.set(test.name, number);
    return number === 1 ? test : { ...test, name: `${test.name} (${number})` };
  });
}

// The builder escapes what has a meaning in XML; characters that XML does not know at all are left to its callers.
const safe = visible;

function safeLines(text: string): string {
  return text.split('\n').map(safe).join('\n');
}

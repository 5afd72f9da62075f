import type { JudgedFinding, Report } from '../../lint/finding.ts';
import { type Place, placesOf } from '../places.ts';
import { junitXml, type TestCase, type TestSuite } from './xml.ts';

/**
 * The report as JUnit XML, for GitLab's test widget: a suite for each rule. In it stands a test for each finding that counts, failed
 * for errors and warnings, passed with a note for infos; a rule that found nothing has one test, which passed. What the tool could
 * not do stands in a suite of its own.
 */
export function junit(report: Report): string {
  const placeOf = placesOf(report);
  const findings = report.findings.filter(({ silenced }) => silenced === null);
  const ids = new Set([...report.rules.map(({ id }) => id), ...findings.map(({ rule }) => rule)]);
  const suites = Array.from(ids, (id): TestSuite => {
    const own = findings.filter(({ rule }) => rule === id);
    return {
      name: id,
      cases:
        own.length > 0
          ? own.map((finding) => findingCase(finding, placeOf(finding.span)))
          : [{ name: 'finds nothing', problem: null }],
    };
  });
  const failures = report.failures.map(
    ({ message, file, line }): TestCase => ({
      name: message,
      ...(file !== undefined && { file }),
      ...(line !== undefined && { line }),
      problem: { kind: 'error', message, text: message },
    }),
  );
  if (failures.length > 0) suites.push({ name: report.tool.name, cases: failures });
  return junitXml(report.tool.name, suites);
}

function findingCase(finding: JudgedFinding, { line, column }: Place): TestCase {
  const { severity, span, message, why, how, suggestions = [] } = finding;
  const text = [
    `${span.page}:${line}:${column} ${severity}`,
    message,
    `Why: ${why}`,
    `How: ${how}`,
    ...suggestions.map(({ title }) => `Try: ${title}`),
  ].join('\n');
  const name = `${span.page}: ${message}`;
  const place = { file: span.page, line };
  return severity === 'info'
    ? { name, ...place, problem: null, output: text }
    : { name, ...place, problem: { kind: 'failure', message, text } };
}

import type { Log, Notification, ReportingDescriptor, Run } from 'sarif';
import type { CheckedRule, Failure, Notice, Report } from '../../lint/finding.ts';
import { compactJsonText } from '../json-text.ts';
import { placesOf } from '../places.ts';
import { location } from './location.ts';
import { message } from './message.ts';
import { resultOf } from './result.ts';

/**
 * The report as a SARIF 2.1.0 log, for viewers of code scanning. Silenced findings stay in it, as suppressed results.
 * Source: https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/sarif-v2.1.0-errata01-os-complete.html
 */
export function sarif(report: Report): string {
  const { tool, rules, findings, failures, notices } = report;
  const placeOf = placesOf(report);
  const known = new Map(rules.map((rule, index) => [rule.id, index]));
  const run: Run = {
    tool: { driver: { name: tool.name, semanticVersion: tool.version, rules: rules.map(descriptorOf) } },
    invocations: [
      {
        executionSuccessful: failures.length === 0,
        toolExecutionNotifications: [
          ...failures.map((failure) => notificationOf(failure, 'error')),
          ...notices.map((notice) => notificationOf(notice, 'note')),
        ],
      },
    ],
    originalUriBaseIds: { '%SRCROOT%': { description: { text: 'The top of the repository.' } } },
    columnKind: 'utf16CodeUnits',
    results: findings.map((finding) => resultOf(finding, known.get(finding.rule), placeOf)),
  };
  const log: Log = {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [run],
  };
  return compactJsonText(log);
}

function descriptorOf({ id, summary, details, url }: CheckedRule): ReportingDescriptor {
  return {
    id,
    shortDescription: message(summary),
    fullDescription: { ...message(details), markdown: details },
    // SARIF asks for an absolute address; what is a path in a handbook is none.
    ...(url !== undefined && URL.canParse(url) && { helpUri: url }),
  };
}

function notificationOf(
  { message: text, file, line = 1 }: Failure | Notice,
  level: 'error' | 'note',
): Notification {
  return {
    level,
    message: message(text),
    ...(file !== undefined && { locations: [location(file, { startLine: line })] }),
  };
}

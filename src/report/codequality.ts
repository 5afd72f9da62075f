import type { Failure, JudgedFinding, Report } from '../lint/finding.ts';
import { fingerprintOf } from '../lint/fingerprint.ts';
import { compactJsonText } from './json-text.ts';
import { type Place, placesOf } from './places.ts';
import { visible } from './visible.ts';

/**
 * One entry of GitLab's Code Quality report, with the fields that GitLab reads.
 * Source: https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
 */
interface Entry {
  readonly description: string;
  readonly check_name: string;
  /** GitLab keeps one entry of each, and compares branches by it. */
  readonly fingerprint: string;
  readonly severity: 'info' | 'minor' | 'major' | 'critical' | 'blocker';
  /** The path is relative to the top of the repository; lines are counted from 1. */
  readonly location: { readonly path: string; readonly lines: { readonly begin: number } };
}

const severities = { error: 'major', warning: 'minor', info: 'info' } as const;

/**
 * The report for GitLab's Code Quality widget: a JSON array, empty where there is nothing to report.
 *
 * The widget shows the difference to the report of the target branch. So findings that are only `old` are in it, or GitLab would
 * take them for mended; those that are suppressed, waived or in the baseline are not. A page that could not be read is an entry of
 * its own, because its findings are missing.
 */
export function codequality(report: Report): string {
  const placeOf = placesOf(report);
  const found = report.findings
    .filter(({ silenced }) => silenced === null || silenced.kind === 'old')
    .map((finding) => findingEntry(finding, placeOf(finding.span)));
  return compactJsonText([...found, ...failureEntries(report.failures)]);
}

function findingEntry(
  { rule, severity, span, message, how, fingerprint }: JudgedFinding,
  { line }: Place,
): Entry {
  return {
    description: visible(`${message} ${how}`),
    check_name: rule,
    fingerprint,
    severity: severities[severity],
    location: { path: span.page, lines: { begin: line } },
  };
}

/** Entries for failures that have a place; GitLab takes no others. */
function failureEntries(failures: readonly Failure[]): Entry[] {
  const seen = new Map<string, number>();
  return failures.flatMap(({ message, file, line = 1 }) => {
    if (file === undefined) return [];
    const check = 'jobfam-lint/failure';
    const address = JSON.stringify([file, message]);
    const occurrence = seen.get(address) ?? 0;
    seen.set(address, occurrence + 1);
    const entry: Entry = {
      description: visible(message),
      check_name: check,
      fingerprint: fingerprintOf(check, file, message, occurrence),
      severity: 'blocker',
      location: { path: file, lines: { begin: line } },
    };
    return [entry];
  });
}

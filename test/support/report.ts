import type { JudgedFinding, Report } from '../../src/lint/finding.ts';

/** A stream that is no terminal. */
export const plain = { color: false, terminal: false, width: 100 };

/** A finding, but for what is given. */
export function finding(over: Partial<JudgedFinding> = {}): JudgedFinding {
  return {
    rule: 'pier/one',
    severity: 'warning',
    message: 'The pier is long.',
    why: 'It matters.',
    how: 'Shorten it.',
    span: { page: 'page.md', start: 2, end: 6 },
    key: 'pier',
    occurrence: 0,
    fingerprint: '0123456789abcdef',
    silenced: null,
    ...over,
  };
}

/** A report, but for what is given. */
export function report(findings: readonly JudgedFinding[], over: Partial<Report> = {}): Report {
  return {
    tool: { name: 'jobfam-lint', version: '1.2.3' },
    rules: [{ id: 'pier/one', summary: 'A long pier.', details: 'Piers are *short*.' }],
    findings,
    failures: [],
    notices: [],
    files: 1,
    durationMs: 12.6,
    texts: new Map([['page.md', '# Pier\r\n\r\nlong\n']]),
    ...over,
  };
}

const edits = [{ span: { page: 'page.md', start: 2, end: 6 }, text: 'Quay' }];
/** One finding of each kind, with all that a finding may have, a failure and a notice. */
export const full = report(
  [
    finding({ severity: 'error', fix: edits }),
    finding({ suggestions: [{ title: 'Say quay', edits }] }),
    finding({ related: [{ span: { page: 'page.md', start: 10, end: 14 }, message: 'It is long here.' }] }),
    finding({ fix: edits, silenced: { kind: 'suppressed', reason: 'old name' } }),
    finding({ silenced: { kind: 'waived', reason: 'until May' } }),
    finding({ silenced: { kind: 'baselined', reason: '' } }),
    finding({ silenced: { kind: 'old', reason: 'It stands in main.' } }),
  ],
  {
    failures: [{ message: 'other.md is gone.', file: 'other.md', line: 3 }],
    notices: [{ kind: 'waiver-ending', message: 'A waiver ends.', file: 'config.yaml', line: 7 }],
  },
);

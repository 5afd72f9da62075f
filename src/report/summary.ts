import type { JudgedFinding, Report, Silenced } from '../lint/finding.ts';

/** Counts for the last line of a report; findings that are silenced count under the kind of silence alone. */
export interface Summary {
  readonly files: number;
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
  readonly fixable: number;
  readonly suppressed: number;
  readonly waived: number;
  readonly baselined: number;
  /** Not of this change; 0 where all findings were asked for. */
  readonly old: number;
  readonly durationMs: number;
}

export function summarize(report: Report): Summary {
  const open = report.findings.filter((finding) => finding.silenced === null);
  const ofSeverity = (severity: JudgedFinding['severity']) =>
    open.filter((finding) => finding.severity === severity).length;
  const ofSilence = (kind: Silenced['kind']) =>
    report.findings.filter((finding) => finding.silenced?.kind === kind).length;
  return {
    files: report.files,
    errors: ofSeverity('error'),
    warnings: ofSeverity('warning'),
    infos: ofSeverity('info'),
    fixable: open.filter((finding) => finding.fix !== undefined).length,
    suppressed: ofSilence('suppressed'),
    waived: ofSilence('waived'),
    baselined: ofSilence('baselined'),
    old: ofSilence('old'),
    durationMs: Math.round(report.durationMs),
  };
}

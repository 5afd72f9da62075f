import type { Edit } from '../text/edit.ts';
import type { Span } from '../text/span.ts';
import type { Related, Suggestion } from './rule.ts';
import type { Spent } from './stopwatch.ts';

/** The gravest first. */
export const severities = ['error', 'warning', 'info'] as const;

export type Severity = (typeof severities)[number];

/** A rule's finding with its message filled in and its identity made. */
export interface Finding {
  readonly rule: string;
  /** Which of the rule's messages it is; the runner always gives it. */
  readonly messageId?: string;
  readonly message: string;
  readonly why: string;
  readonly how: string;
  /** Where the rule is written down, where that is not its own page of the documentation. */
  readonly url?: string;
  readonly span: Span;
  readonly key: string;
  /** How many findings with the same rule and key stand before it in the page. */
  readonly occurrence: number;
  /** 16 hexadecimal digits of a hash over rule, page, key and occurrence. It does not change when text moves. */
  readonly fingerprint: string;
  readonly fix?: readonly Edit[];
  readonly suggestions?: readonly Suggestion[];
  readonly related?: readonly Related[];
}

/**
 * Why a finding does not count. It stays in machine-readable reports.
 * - `suppressed`: by a comment in the page.
 * - `waived`: by an exception in the config, with a reason, an owner and an end.
 * - `baselined`: it was known when the baseline was written.
 * - `old`: it is not of this change, where only what is new was asked for.
 */
export interface Silenced {
  readonly kind: 'suppressed' | 'waived' | 'baselined' | 'old';
  readonly reason: string;
}

/** A finding after judging. */
export interface JudgedFinding extends Finding {
  readonly severity: Severity;
  readonly silenced: Silenced | null;
}

/** The tool could not do part of its work: an unreadable file, a rule that crashed. Always exit status 2. */
export interface Failure {
  /** Full sentences: what happened, where, and what to do. */
  readonly message: string;
  /** File and, where known, line (from 1). */
  readonly file?: string;
  readonly line?: number;
}

/** Something to know about a page, waivers, the baseline or the comparison with an earlier commit. It is no finding and fails no run. */
export interface Notice {
  readonly kind:
    | 'page-unread'
    | 'waiver-ending'
    | 'waiver-ended'
    | 'waiver-unused'
    | 'baseline-gone'
    | 'baseline-moved'
    | 'baseline-shallow'
    | 'since-shallow';
  /** Full sentences: what is so, and what to do. */
  readonly message: string;
  /** File and, where known, line (from 1) that it is about. */
  readonly file?: string;
  readonly line?: number;
}

/** Where the time of a run went. */
export interface Timing extends Spent {
  /** How many threads worked on pages; their times are added up. */
  readonly threads: number;
  /** From start to end, in milliseconds. */
  readonly elapsed: number;
}

/** A rule that a run looked by, as reports describe it. */
export interface CheckedRule {
  readonly id: string;
  /** One sentence: what the rule finds. */
  readonly summary: string;
  /** Markdown: what counts as a finding, what does not, and why. */
  readonly details: string;
  /** Where it is written down, where that is not the rule's own page of the documentation. */
  readonly url?: string;
}

/** What a run found; every formatter reads this and nothing else. */
export interface Report {
  readonly tool: { readonly name: string; readonly version: string };
  /** The rules that ran on a page at least, whether they found something or not; sorted by id. */
  readonly rules: readonly CheckedRule[];
  /** Sorted by file, line, column, rule. Silenced findings included. */
  readonly findings: readonly JudgedFinding[];
  readonly failures: readonly Failure[];
  readonly notices: readonly Notice[];
  /** Number of pages linted. */
  readonly files: number;
  /** Wall-clock time of the run in milliseconds. */
  readonly durationMs: number;
  /** Where the time went; only where that was asked for. */
  readonly timing?: Timing;
  /** Text of each page that a span of a finding lies in, for lines, columns and excerpts. */
  readonly texts: ReadonlyMap<string, string>;
}

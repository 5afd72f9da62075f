import type { Report } from '../lint/finding.ts';
import type { Formatter } from './formatter.ts';

/** A way to write a report down. */
interface Format {
  /** Each is loaded when it is asked for. */
  readonly load: () => Promise<Formatter>;
  /** The same text in parts, where it may be very long. */
  readonly loadParts?: () => Promise<(report: Report) => Iterable<string>>;
  /** What its paths are relative to: GitLab and viewers of code scanning look files up from the top of the repository. */
  readonly pathsFrom: 'working directory' | 'repository';
}

/** The formats by name. */
export const formats: Readonly<Record<string, Format>> = {
  stylish: {
    load: async () => (await import('./stylish.ts')).stylish,
    pathsFrom: 'working directory',
  },
  json: {
    load: async () => (await import('./json.ts')).json,
    loadParts: async () => (await import('./json.ts')).jsonParts,
    pathsFrom: 'working directory',
  },
  sarif: { load: async () => (await import('./sarif/sarif.ts')).sarif, pathsFrom: 'repository' },
  junit: { load: async () => (await import('./junit/junit.ts')).junit, pathsFrom: 'repository' },
  codequality: {
    load: async () => (await import('./codequality.ts')).codequality,
    pathsFrom: 'repository',
  },
  markdown: {
    load: async () => (await import('./markdown/markdown.ts')).markdown,
    pathsFrom: 'repository',
  },
};

import type { Failure } from '../lint/finding.ts';

/** The config cannot be used; `failures` are all its mistakes, each a sentence that says where and what to do. */
export class ConfigError extends Error {
  readonly failures: readonly Failure[];

  constructor(failures: readonly Failure[]) {
    super(failures.map(({ message }) => message).join('\n'));
    this.name = 'ConfigError';
    this.failures = failures;
  }
}

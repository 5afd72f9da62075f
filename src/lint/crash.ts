import type { Failure } from './finding.ts';

/** What an error says, as a sentence on one line. */
export function reasonOf(error: unknown): string {
  const text = (error instanceof Error ? error.message : String(error))
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 500);
  return /[.!?]$/.test(text) ? text : `${text}.`;
}

/**
 * Says that a rule crashed.
 * @param reason what it said, as a sentence
 * @param file the page; absent for a rule over all pages
 */
export function crashOf(rule: string, reason: string, file?: string): Failure {
  const where = file === undefined ? 'over all pages' : `on ${file}`;
  return {
    message:
      `The rule ${rule} crashed ${where}: ${reason} All other rules have run. ` +
      `This is a mistake in jobfam-lint: please report it, and turn the rule off until it is mended.`,
    ...(file !== undefined && { file }),
  };
}

import { didYouMeanOr } from './lint-options.ts';
import { UsageError } from './usage-error.ts';

/**
 * What is wrong with the format that was asked for, in a sentence; nothing where it is known.
 * @param of what is printed in it, where a command has formats of its own: “ of graphs”
 */
export function wrongFormat(name: string, known: readonly string[], of = ''): string[] {
  if (known.includes(name)) return [];
  const otherwise = known.length > 2 ? `Choose one of ${known.join(', ')}.` : `Choose ${known.join(' or ')}.`;
  return [`--format knows no “${name}”${of}. ${didYouMeanOr(name, known, otherwise)}`];
}

/** @throws UsageError where the format is unknown */
export function checkFormat(name: string, known: readonly string[], of = ''): void {
  const mistakes = wrongFormat(name, known, of);
  if (mistakes.length > 0) throw new UsageError(mistakes);
}

/**
 * The format of that name.
 * @throws UsageError where it is unknown
 */
export function formatOf<Format>(
  name: string,
  formats: Readonly<Record<string, Format>>,
  of: string,
): Format {
  const names = Object.keys(formats);
  checkFormat(name, names, of);
  const format = formats[names.find((known) => known === name) ?? ''];
  if (format === undefined) throw new Error(`The format ${name} has no function.`);
  return format;
}

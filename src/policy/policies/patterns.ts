import { RE2JS } from 're2js';
import { isAmbiguous } from './ambiguous.ts';

/** Longest pattern that is taken, in UTF-16 units. */
const longest = 1000;

/** Why a pattern cannot be used, as the end of a sentence with what to do; null for a good one. */
export function patternProblem(source: string): string | null {
  if (source.length > longest) return `is longer than ${longest} characters. Make it shorter, or two of it.`;
  try {
    if (isAmbiguous(withoutFlags(source)))
      return 'can take forever on some texts, because what it repeats can be read in two ways, as in “(a+)+”. Write it without a repetition inside of a repetition.';
  } catch (error) {
    return `is no regular expression: ${reasonOf(error)}. Mend it.`;
  }
  try {
    compile(source);
  } catch {
    return 'looks ahead, looks behind, or repeats what a group has found, for which no engine with a bounded time exists. Write it without “(?=”, “(?!”, “(?<” and “\\1”; “not” in the schema says what may not be there.';
  }
  return null;
}

/** `(?i)` and `(?s)` in front are known to the engine, but not to JavaScript's syntax. */
function withoutFlags(source: string): string {
  return source.replace(/^\(\?[ims]+\)/, '');
}

function reasonOf(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text.replace(/^Invalid regular expression: (?:\/.*\/\w*: )?/s, '').replace(/\.$/, '');
}

/** Finds a pattern in texts in a time that grows with the text alone, whatever the pattern. */
export class Pattern {
  readonly #source: string;
  readonly #compiled: RE2JS;

  constructor(source: string) {
    this.#source = source;
    this.#compiled = compile(source);
  }

  test(text: string): boolean {
    return this.#compiled.matcher(text).find();
  }

  /** Where it is first found, in UTF-16 units; null where it is not. */
  find(text: string): readonly [from: number, to: number] | null {
    const matcher = this.#compiled.matcher(text);
    return matcher.find() ? [matcher.start(), matcher.end()] : null;
  }

  /** ajv tells patterns apart by this. */
  toString(): string {
    return `/${this.#source}/u`;
  }
}

function compile(source: string): RE2JS {
  return RE2JS.compile(RE2JS.translateRegExp(source));
}

const made = new Map<string, Pattern>();

/** The pattern of a source that has no problem; each is made once. */
export function patternOf(source: string): Pattern {
  const known = made.get(source) ?? new Pattern(source);
  made.set(source, known);
  return known;
}

/** The engine as ajv takes it. */
export const linearTime = Object.assign((source: string) => patternOf(source), { code: 'patternOf' });

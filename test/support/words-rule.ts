import { documentRule, type Rule } from '../../src/lint/rule.ts';
import type { RuleSetting } from '../../src/lint/settings.ts';

/** A rule for tests of the engine: finds every place of a word outside comments, and puts another in its stead where one is given. */
export function wordsRule(
  id: string,
  word: string,
  instead?: string,
  yieldsTo: readonly string[] = [],
): Rule {
  const rule = documentRule({
    id,
    summary: `The word ${word}.`,
    details: 'For tests of the engine only.',
    needs: ['masked'],
    options: { word: { type: 'string', description: 'The word to find.', default: word } },
    yieldsTo,
    messages: { found: { what: 'The word “{word}” is here.', why: 'It is tested.', how: 'Remove it.' } },
    examples: { wrong: [], right: [] },
    *check({ path, masked }, options) {
      for (let at = masked.indexOf(options.word); at !== -1; at = masked.indexOf(options.word, at + 1)) {
        const span = { page: path, start: at, end: at + options.word.length };
        const fix = instead === undefined ? [] : [{ span, text: instead }];
        yield { message: 'found', span, key: options.word, data: { word: options.word }, fix };
      }
    },
  });
  return rule;
}

/** Settings with these rules on, with their defaults. */
export function on(...rules: readonly Rule[]): ReadonlyMap<string, RuleSetting> {
  return new Map(
    rules.map((rule) => {
      const options = Object.entries<{ default: unknown }>(rule.options).map(([name, option]) => [
        name,
        option.default,
      ]);
      return [rule.id, { severity: 'error', options: Object.fromEntries(options) }];
    }),
  );
}

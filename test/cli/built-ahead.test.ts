import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { rules } from '../../rules/index.ts';
import { checker } from '../../src/policy/check-config.ts';
import { configSchema } from '../../src/policy/config-schema.ts';
import { parseConfig } from '../../src/policy/parse-config.ts';
import { englishWords } from '../../src/text/english-words.ts';

const built = readdirSync('dist').filter((name) => /^built-check.*\.js$/u.test(name));

describe('the validator of configs that the build makes', () => {
  const load = async () => {
    const { builtCheck } = await import(pathToFileURL(resolve(join('dist', built[0] ?? ''))).href);
    return builtCheck as { readonly schema: string; readonly isValid: (data: unknown) => boolean };
  };

  it('is made of the schema of these rules, so that it is used', async () => {
    expect(built).toHaveLength(1);
    expect((await load()).schema).toBe(JSON.stringify(configSchema(rules)));
  });

  it.each([
    ['nothing but presets', 'extends: [recommended, gitlab]\n'],
    [
      'rules with options',
      "rules:\n  grade/order: error\n  grade/ladder: {severity: warning}\n  level/title: 'off'\n",
    ],
    ['overrides', "overrides:\n  - files: ['a/**']\n    rules: {grade/order: 'off'}\n"],
    ['a waiver', 'waivers:\n  - {rule: grade/order, page: a.md, reason: b, owner: c, until: 2027-01-01}\n'],
    ['an unknown key', 'familes: [a]\n'],
    ['an unknown severity', 'rules: {grade/order: fatal}\n'],
    ['an unknown option', 'rules: {grade/order: {severity: error, most: 3}}\n'],
    ['an empty text', "families: ['']\n"],
    ['a list in the place of all', '- a\n'],
  ])('says of %s what the one that finds mistakes says', async (_, text) => {
    const { isValid } = await load();
    const parsed = parseConfig('jobfam-lint.config.yaml', text);
    const mistakes = checker(configSchema(rules), 'The config')('jobfam-lint.config.yaml', parsed);
    expect(isValid(parsed.data)).toBe(mistakes.length === 0);
  });
});

describe('the words that the build lists', () => {
  it('are those of the dictionary, with its licence beside them', () => {
    expect(readFileSync('dist/english-words.txt', 'latin1')).toBe(englishWords());
    expect(readFileSync('dist/english-words.license.txt', 'utf8')).toContain('Copyright');
  });
});

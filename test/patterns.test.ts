import { analyse } from 'scslre';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { bundledFiles } from '../src/host/bundled-files.ts';
import { nativePattern } from '../src/policy/policies/native-pattern.ts';
import { sourceFiles } from './support/imports.ts';
import { type FoundPattern, patternsBuilt, patternsIn } from './support/patterns.ts';

/**
 * Regular expressions that may take time in the square of what they look at, and why that does no harm: it is short, whatever a page holds.
 * Best is none.
 */
const exceptions: readonly (readonly [RegExp, why: string])[] = [
  [/\.[^/]*$/, 'A path of a file, which systems keep to some 4,000 characters.'],
  [/(?:\/?_?index)?\.[^/]*$/, 'A path of a file.'],
  [/"([^"]+)"|“([^”]+)”|`([^`]+)`/gu, 'The message of a finding: a sentence of ours.'],
  [/\p{Lu}[\p{Lu}\p{N}]*-\p{N}|(?<![\p{L}\p{N}])[\da-f]{7,64}(?![\p{L}\p{N}])/u, 'One word of a message.'],
  [
    /:\/\/|www\.|mailto:|xmpp:|@[\w-]|[#!&$^]\d|[~%][\p{L}\p{N}_]|[A-Z][A-Z\d_]*-\d|:[\w+-]+:|(?<![\w])[\da-f]{7,64}(?!\w)/iu,
    'One word of a message.',
  ],
  [/^(?:"[^"\n\r]+"|'[^'\n\r]+'|[A-Za-z_][\w .-]*)[ \t]*:(?:[ \t]|$)/, 'The first 300 characters of a line.'],
  [/(?:^|[.!?:]\s)[\s*_]*(?:(?:the|an?)\s+)?[*_{]*$/i, 'Some characters before a name.'],
  [/^[\])*_"”’]*(?:\([^()]*\))?\s*(?:,?\s*(?:and\/)?or\s+(?:to\s+)?|\s*\/\s*)/i, '60 characters.'],
  [/^[\s{,"']*baseURL["']?\s*[:=]\s*["']?([^\s"',]*)/im, 'The settings of the site generator, no page.'],
  [/^[\s{,"']*theme["']?\s*[:=]\s*(.*)$/im, 'The settings of the site generator, no page.'],
  [/\[\^?\]?[^\]]*\]/g, 'A redirect of at most 500 characters.'],
  [/\[[^\]]*\]/g, 'A redirect of at most 500 characters.'],
  [/^[("“‘'*[{]+|[)"”’'*\]}.,;:!?]+$/gu, 'A word of at most 80 characters.'],
  [
    /\b(?:requirements?|responsibilit(?:y|ies)|roles?|levels?)\b.|(?:,|&|\band\b|\/).*\b(?:senior|sr|staff|principal|junior)\b/i,
    'The name of a role, of few words.',
  ],
  [/\S+(?:[ \t]+\S+)?[ \t]*$/, '80 characters.'],
  [/[*_`\]]+$/, '40 characters.'],
  [/\s+\S*$/, '60 characters.'],
];
const allowed: ReadonlySet<string> = new Set(exceptions.map(([pattern]) => String(pattern)));

const folders = ['src', 'rules'] as const;

/** What is wrong with a regular expression, in words: each kind as `scslre` has it. */
const kinds = {
  Self: 'one loop can take the same text in several ways',
  Trade: 'two loops can share the same text in several ways',
  Move: 'a search that fails starts again within what a loop has passed already',
} as const;

function slowParts({ source, flags }: Pick<FoundPattern, 'source' | 'flags'>): string[] {
  const { reports } = analyse({ source, flags });
  const said = reports.map(({ type, exponential }) => `${exponential ? 'exponential: ' : ''}${kinds[type]}`);
  return [...new Set(said)];
}

/** What is slow among these, as sentences; exceptions left out. */
function slowIn(patterns: readonly FoundPattern[]): string[] {
  const strict = patterns.filter((pattern) => !allowed.has(asWritten(pattern)));
  const said = strict.flatMap((pattern) =>
    slowParts(pattern).map((what) => `${pattern.place}: ${asWritten(pattern)}: ${what}`),
  );
  return [...new Set(said)];
}

const asWritten = ({ source, flags }: FoundPattern): string => `/${source}/${flags}`;

const written = sourceFiles(...folders).flatMap(({ path }) => patternsIn(path));

it('every regular expression of ours takes time in proportion to the text', () => {
  expect(written.length).toBeGreaterThan(500);
  expect(slowIn(written)).toEqual([]);
});

it('so does every one that is put together of strings', async () => {
  const built = await patternsBuilt(folders, async () => {
    const { rules } = await import('../rules/index.ts');
    const { fixtureSamples, lintSample } = await import('./support/corpus.ts');
    for (const sample of fixtureSamples(rules)) lintSample(sample, rules);
  });
  expect(built.length).toBeGreaterThan(10);
  expect(slowIn(built)).toEqual([]);
}, 60_000);

it('so does every one of the policies that come with the program', () => {
  const patterns = bundledFiles('presets/gitlab').flatMap(({ path, text }) =>
    patternsWithin(parse(text)).map((pattern): FoundPattern => {
      const { source, flags } = nativePattern(pattern);
      return { source, flags, place: path };
    }),
  );
  expect(patterns.length).toBeGreaterThan(5);
  expect(slowIn(patterns)).toEqual([]);
});

/** The patterns of a schema, or of anything that holds schemas. */
function patternsWithin(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) =>
    key === 'pattern' && typeof part === 'string' ? [part] : patternsWithin(part),
  );
}

it('no exception is left over', () => {
  const there = new Set(written.map(asWritten));
  expect([...allowed].filter((pattern) => !there.has(pattern))).toEqual([]);
});

it.each([
  ['^(?:a+)+$', 'exponential: one loop can take the same text in several ways'],
  [String.raw`^\s*a?\s*$`, 'two loops can share the same text in several ways'],
  [String.raw`\s+$`, 'a search that fails starts again within what a loop has passed already'],
])('the check finds what is slow: %s', (source, what) => {
  expect(slowParts({ source, flags: '' })).toEqual([what]);
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rules } from '../rules/index.ts';
import type { JudgedFinding } from '../src/lint/finding.ts';
import { fixAll, fixPage } from '../src/lint/fix.ts';
import type { LintResult } from '../src/lint/run.ts';
import { readDocument } from '../src/markdown/read.ts';
import { fixtureSamples, lintSample, type Sample, samplesOf, withText } from './support/corpus.ts';

/** Words that no rule has an opinion on; the signs beyond the basic plane show whoever counts characters, not units. */
const neutral = 'Plain words 🙂 stand here, with 𝒶 sign or two.';

/** Where the front matter lacks a fence, text above it would make it something else. */
const brokenFrontMatter = /^(?:---|[A-Za-z_-]+:)/;

/** Changes of a page that no reader sees. */
const harmless: Readonly<Record<string, (text: string) => string>> = {
  'with CRLF': (text) => text.replaceAll('\n', '\r\n'),
  'with a byte order mark': (text) => `\ufeff${text}`,
  'without a line end at the end': (text) => text.replace(/\n+$/, ''),
};

const families: readonly (readonly [string, readonly Sample[]])[] = [
  ...rules.map((rule) => [rule.id, samplesOf(rule, rules)] as const),
  ...fixtureSamples(rules).map((sample) => [sample.name, [sample]] as const),
];

describe.each(families)('%s', (_, samples) => {
  const linted = samples.map((sample) => ({ sample, before: lintSample(sample, rules) }));

  it('crashes no rule', () => {
    for (const { sample, before } of linted)
      hold(
        sample,
        before.failures.map((failure) => failure.message),
        [],
      );
  });

  it('gives the same findings for the same pages, in whatever order, beside whatever other page', () => {
    for (const { sample, before } of linted) {
      hold(sample, lintSample(sample, rules), before);
      const reversed = new Map([...sample.texts].reverse());
      if (reversed.size > 1) hold(sample, lintSample(sample, rules, reversed), before, 'in another order');
      const beside = new Map([
        ...sample.texts,
        ['about/garden.md', '# Our garden\n\nThe gate is open on weekdays.\n'],
      ]);
      hold(
        sample,
        seen(lintSample(sample, rules, beside), beside),
        seen(before, sample.texts),
        'beside another page',
      );
    }
  });

  it('moves spans and changes no fingerprint where text moves down', () => {
    for (const { sample, before } of linted) {
      const text = sample.texts.get(sample.path) ?? '';
      const { frontMatter } = readDocument(sample.path, text);
      if (frontMatter === null && brokenFrontMatter.test(text)) continue;
      const at = frontMatter?.span.end ?? 0;
      const inserted = frontMatter ? `\n\n${neutral}\n` : `${neutral}\n\n`;
      const moved = withText(sample, text.slice(0, at) + inserted + text.slice(at));
      const shift = (finding: JudgedFinding): number =>
        finding.span.page === sample.path && finding.span.start >= at ? inserted.length : 0;
      const after = lintSample(sample, rules, moved);
      hold(
        sample,
        after.findings.map(({ rule, fingerprint, span }) => ({ rule, fingerprint, start: span.start })),
        before.findings.map((finding) => ({
          rule: finding.rule,
          fingerprint: finding.fingerprint,
          start: finding.span.start + shift(finding),
        })),
        'moved down',
      );
      hold(sample, seen(after, moved), seen(before, sample.texts), 'moved down');
    }
  });

  it('finds the same with other line ends, a byte order mark, and no line end at the end', () => {
    for (const { sample, before } of linted) {
      const expected = seen(before, sample.texts);
      for (const [name, change] of Object.entries(harmless)) {
        const texts = new Map(Array.from(sample.texts, ([path, text]) => [path, change(text)]));
        hold(sample, seen(lintSample(sample, rules, texts), texts), expected, name);
      }
    }
  });

  it('fixes a page with other line ends in the same way, and keeps them', () => {
    for (const { sample, before } of linted) {
      const texts = new Map(
        Array.from(sample.texts, ([path, text]) => [path, text.replaceAll('\n', '\r\n')]),
      );
      const fixed = fixPage(texts, lintSample(sample, rules, texts).findings);
      const expected = fixPage(sample.texts, before.findings);
      hold(
        sample,
        [...fixed],
        Array.from(expected, ([path, text]) => [path, text.replaceAll('\n', '\r\n')]),
      );
    }
  });
});

describe('pages that are edited at random', () => {
  const samples = families.flatMap(([, samples]) => samples);
  const edits = fc.array(
    fc.record({
      kind: fc.constantFrom('delete', 'double', 'swap', 'cut', 'blank'),
      line: fc.nat(200),
      column: fc.nat(120),
    }),
    { minLength: 1, maxLength: 4 },
  );

  it('crash nothing, and fixing them comes to an end', () => {
    fc.assert(
      fc.property(fc.nat(samples.length - 1), edits, (index, changes) => {
        const sample = samples[index];
        if (!sample) return;
        const text = changes.reduce(edited, sample.texts.get(sample.path) ?? '');
        const pages = Array.from(withText(sample, text), ([path, text]) => ({ path, text }));
        const { result, settled } = fixAll({ pages, rules, settingsFor: () => sample.settings });
        expect(result.failures, sample.name).toEqual([]);
        expect(settled, `${sample.name}: fixing does not come to an end in\n${text}`).toBe(true);
      }),
      { numRuns: 300, seed: 1 },
    );
  });
});

type Change = { readonly kind: string; readonly line: number; readonly column: number };

function edited(text: string, { kind, line, column }: Change): string {
  const lines = text.split('\n');
  const at = line % lines.length;
  const words = lines[at] ?? '';
  if (kind === 'delete') lines.splice(at, 1);
  if (kind === 'double') lines.splice(at, 0, words);
  if (kind === 'swap') lines.splice(at, 2, lines[at + 1] ?? '', words);
  if (kind === 'cut') lines[at] = words.slice(0, column % (words.length + 1));
  if (kind === 'blank') lines.splice(at, 0, '');
  return lines.join('\n');
}

/** What a person sees of the findings: all but the offsets. */
function seen({ findings }: LintResult, texts: ReadonlyMap<string, string>) {
  return findings.map(({ rule, messageId, message, why, how, key, fingerprint, span }) => ({
    rule,
    messageId,
    message,
    why,
    how,
    key,
    fingerprint,
    words: texts.get(span.page)?.slice(span.start, span.end).replaceAll('\r\n', '\n').trimEnd(),
  }));
}

/** Compares, naming the sample and what was done to it. */
function hold(sample: Sample, actual: unknown, expected: unknown, change = 'as it is'): void {
  expect(actual, `${sample.name}, ${change}`).toEqual(expected);
}

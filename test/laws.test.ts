import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rules } from '../rules/index.ts';
import type { JudgedFinding } from '../src/lint/finding.ts';
import { fixAll, fixPage } from '../src/lint/fix.ts';
import { type LintResult, lint } from '../src/lint/run.ts';
import { readDocument } from '../src/markdown/read.ts';
import { fixtureSamples, lintSample, type Sample, samplesOf, withText } from './support/corpus.ts';

/** Words that no rule has an opinion on; the signs beyond the basic plane show whoever counts characters, not units. */
const neutral = 'Plain words 🙂 stand here, with 𝒶 sign or two.';

/** Where the front matter lacks a fence, text above it would make it something else. */
const brokenFrontMatter = /^(?:---|[A-Za-z_-]+:)/;

const withCrlf = (text: string): string => text.replaceAll('\n', '\r\n');

/** A byte order mark, and no line end at the end: changes that no reader sees. */
const withOtherEnds = (text: string): string => `\ufeff${text.replace(/\n+$/, '')}`;

const changed = (texts: Sample['texts'], change: (text: string) => string): Map<string, string> =>
  new Map(Array.from(texts, ([path, text]) => [path, change(text)]));

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

  it('gives the same findings in another order of pages, beside a page that has nothing to do with them', () => {
    for (const { sample, before } of linted) {
      const beside = new Map([
        ['about/garden.md', '# Our garden\n\nThe gate is open on weekdays.\n'],
        ...[...sample.texts].reverse(),
      ]);
      hold(sample, lintSample(sample, rules, beside).findings, before.findings, 'beside another page');
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
      // What is said of the page as a whole points between words, to its start, and stays there.
      const stays = ({ span }: JudgedFinding): boolean =>
        span.page !== sample.path || span.start < at || (span.start === at && span.end === at);
      const after = lintSample(sample, rules, moved);
      hold(
        sample,
        after.findings.map(({ rule, fingerprint, span }) => ({ rule, fingerprint, start: span.start })),
        before.findings.map((finding) => ({
          rule: finding.rule,
          fingerprint: finding.fingerprint,
          start: finding.span.start + (stays(finding) ? 0 : inserted.length),
        })),
        'moved down',
      );
      hold(sample, seen(after, moved), seen(before, sample.texts), 'moved down');
    }
  });

  it('finds the same with a byte order mark, and no line end at the end', () => {
    for (const { sample, before } of linted) {
      const texts = changed(sample.texts, withOtherEnds);
      hold(
        sample,
        seen(lintSample(sample, rules, texts), texts),
        seen(before, sample.texts),
        'with other ends',
      );
    }
  });

  it('finds and fixes the same with CRLF, and keeps it', () => {
    for (const { sample, before } of linted) {
      const texts = changed(sample.texts, withCrlf);
      const after = lintSample(sample, rules, texts);
      hold(sample, seen(after, texts), seen(before, sample.texts), 'with CRLF');
      const fixed = fixPage(texts, after.findings);
      hold(sample, fixed, changed(fixPage(sample.texts, before.findings), withCrlf), 'with CRLF, fixed');
    }
  });
});

it('all pages together, linted twice, give the same', () => {
  const samples = families.flatMap(([, samples]) => samples);
  const pages = samples.map(({ path, texts }, index) => ({
    path: `${index}/${path}`,
    text: texts.get(path) ?? '',
  }));
  const [first] = samples;
  const run = (): LintResult => lint({ pages, rules, settingsFor: () => first?.settings ?? new Map() });
  expect(run()).toEqual(run());
}, 30_000);

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
        const texts = withText(sample, text);
        const pages = Array.from(texts, ([path, text]) => ({ path, text }));
        const { result, settled } = fixAll({
          pages,
          site: sample.site(texts),
          rules,
          settingsFor: () => sample.settings,
        });
        expect(result.failures, sample.name).toEqual([]);
        expect(settled, `${sample.name}: fixing does not come to an end in\n${text}`).toBe(true);
      }),
      { numRuns: 200, seed: 1 },
    );
  }, 60_000);
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

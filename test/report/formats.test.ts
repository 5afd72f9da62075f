import { Ajv } from 'ajv';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diff } from '../../src/report/diff.ts';
import { json } from '../../src/report/json.ts';
import { reportSchema } from '../../src/report/report-schema.ts';
import { stylish } from '../../src/report/stylish.ts';
import { anyText } from '../support/any-text.ts';
import { finding, full, plain, report } from '../support/report.ts';

describe('json', () => {
  it('follows the published schema', () => {
    const ajv = new Ajv({ strict: true, formats: { 'uri-reference': true } });
    const validate = ajv.compile(reportSchema);
    validate(JSON.parse(json(full)));
    expect(validate.errors).toBeNull();
  });

  it('gives places in lines and columns, edits in offsets', () => {
    const [first, , third] = JSON.parse(json(full)).findings;
    expect(first).toEqual({
      rule: 'pier/one',
      severity: 'error',
      file: 'page.md',
      line: 1,
      column: 3,
      endLine: 1,
      endColumn: 7,
      message: 'The pier is long.',
      why: 'It matters.',
      how: 'Shorten it.',
      fingerprint: '0123456789abcdef',
      url: 'docs/rules/pier/one.md',
      fix: { edits: [{ file: 'page.md', start: 2, end: 6, text: 'Quay' }] },
    });
    expect(third.related).toEqual([{ file: 'page.md', line: 3, column: 1, message: 'It is long here.' }]);
  });

  it('keeps silenced findings, and counts them under their kind alone', () => {
    const { findings, summary } = JSON.parse(json(full));
    expect(findings[3].silenced).toEqual({ kind: 'suppressed', reason: 'old name' });
    expect(summary).toEqual({
      files: 1,
      errors: 1,
      warnings: 2,
      infos: 0,
      fixable: 1,
      suppressed: 1,
      waived: 1,
      baselined: 1,
      old: 1,
      durationMs: 13,
    });
  });

  it('keeps every text, but lets no control character through', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const printed = json(report([finding({ message: text })]));
        expect(JSON.parse(printed).findings[0].message).toBe(text);
        expect(printed.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Bidi_Control}]/u);
      }),
    );
  });
});

describe('stylish', () => {
  it('lets no control character of a page through', () => {
    fc.assert(
      fc.property(
        anyText.filter((text) => text !== ''),
        (words) => {
          const span = { page: `p${words}.md`, start: 0, end: words.length };
          const texts = new Map([[span.page, words]]);
          const related = [{ span, message: words }];
          const suggestions = [{ title: words, edits: [] }];
          const all = finding({ span, message: words, why: words, how: words, related, suggestions });
          expect(stylish(report([all], { texts }), plain).replaceAll('\n', '')).not.toMatch(
            /[\p{Cc}\p{Bidi_Control}\p{Cs}]/u,
          );
        },
      ),
    );
  });

  it('shows what --fix mends, suggestions, other places and notices', () => {
    expect(stylish(full, plain)).toBe(`page.md

  1:3  error  pier/one  --fix mends this
  The pier is long.
    1 │ # Pier
      │   ^^^^
    Why: It matters.
    How: Shorten it.

  1:3  warning  pier/one
  The pier is long.
    1 │ # Pier
      │   ^^^^
    Why: It matters.
    How: Shorten it.
    Try: Say quay

  1:3  warning  pier/one
  The pier is long.
    1 │ # Pier
      │   ^^^^
    Why: It matters.
    How: Shorten it.
    See: page.md:3:1 It is long here.

To know

  config.yaml:7
  A waiver ends.

1 error, 2 warnings in 1 page. --fix mends 1 of them. 1 suppressed. 1 waived. 1 baselined. 1 not new. 1 problem kept the tool from its work.
`);
  });

  it('is coloured only where it should be', () => {
    expect(stylish(full, { ...plain, color: true })).toContain('\u001b[31m');
  });
});

describe('diff', () => {
  const change = { path: 'page.md', before: 'a\r\n\u001b[31mb', after: 'c\r\n\u001b[31mb' };

  it('keeps line ends and all other bytes, so that it can be applied', () => {
    expect(diff([change], plain)).toBe(
      '--- a/page.md\n+++ b/page.md\n@@ -1,2 +1,2 @@\n-a\r\n+c\r\n \u001b[31mb\n\\ No newline at end of file\n',
    );
  });

  it('shows escapes as signs on a terminal', () => {
    expect(diff([change], { ...plain, terminal: true })).not.toContain('\u001b');
  });
});

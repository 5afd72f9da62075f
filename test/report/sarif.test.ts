import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import fc from 'fast-check';
import type { Log } from 'sarif';
import { describe, expect, it } from 'vitest';
import { sarif } from '../../src/report/sarif/sarif.ts';
import { anyText } from '../support/any-text.ts';
import { finding, full, report } from '../support/report.ts';

/** The published schema, in the dialect that Ajv reads: the two differ in the name of a schema's id alone, for what is used here. */
function publishedSchema(): object {
  const file = 'node_modules/@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json';
  const { id: _id, $schema: _dialect, ...schema } = JSON.parse(readFileSync(file, 'utf8'));
  return schema;
}

const base = 'file:///';
const valid = new Ajv({
  strict: false,
  unicodeRegExp: false,
  formats: {
    uri: (text: string) => URL.canParse(text),
    'uri-reference': (text: string) => !/[\s\\<>{}|^`"]/.test(text) && URL.canParse(text, base),
    'date-time': true,
  },
}).compile(publishedSchema());

const logOf = (text: string): Log => JSON.parse(text);
const resultsOf = (text: string) => logOf(text).runs[0]?.results ?? [];

describe('sarif', () => {
  it('follows the published schema', () => {
    expect(valid(logOf(sarif(full))), JSON.stringify(valid.errors)).toBe(true);
    expect(valid(logOf(sarif(report([])))), JSON.stringify(valid.errors)).toBe(true);
    expect(valid({ ...logOf(sarif(full)), version: '3' })).toBe(false);
  });

  it('says what the columns count, and that paths start from the top of the repository', () => {
    const [run] = logOf(sarif(full)).runs;
    expect(run?.columnKind).toBe('utf16CodeUnits');
    expect(run?.originalUriBaseIds).toHaveProperty('%SRCROOT%');
    expect(run?.results?.[0]?.locations?.[0]?.physicalLocation).toEqual({
      artifactLocation: { uri: 'page.md', uriBaseId: '%SRCROOT%' },
      region: { startLine: 1, startColumn: 3, endLine: 1, endColumn: 7 },
    });
  });

  it('names the rule, the level and the fingerprint', () => {
    const [first] = resultsOf(sarif(full));
    expect(first).toMatchObject({
      ruleId: 'pier/one',
      ruleIndex: 0,
      level: 'error',
      message: { text: 'The pier is long. It matters. Shorten it.' },
      partialFingerprints: { 'jobfamLint/v1': '0123456789abcdef' },
    });
    const levels = (['error', 'warning', 'info'] as const).map((severity) => finding({ severity }));
    expect(resultsOf(sarif(report(levels))).map(({ level }) => level)).toEqual(['error', 'warning', 'note']);
  });

  it('keeps silenced findings as suppressions, with who silenced them and why', () => {
    const results = resultsOf(sarif(full));
    expect(results.map(({ suppressions }) => suppressions)).toEqual([
      undefined,
      undefined,
      undefined,
      [{ kind: 'inSource', status: 'accepted', justification: 'old name' }],
      [{ kind: 'external', status: 'accepted', justification: 'until May' }],
      [{ kind: 'external', status: 'accepted' }],
      [{ kind: 'external', status: 'accepted', justification: 'It stands in main.' }],
    ]);
    expect(results.map(({ properties }) => properties?.silenced)).toEqual([
      undefined,
      undefined,
      undefined,
      'suppressed',
      'waived',
      'baselined',
      'old',
    ]);
  });

  it('holds the fix, and what a person may choose, where the finding counts', () => {
    const change = {
      artifactLocation: { uri: 'page.md', uriBaseId: '%SRCROOT%' },
      replacements: [
        {
          deletedRegion: { startLine: 1, startColumn: 3, endLine: 1, endColumn: 7 },
          insertedContent: { text: 'Quay' },
        },
      ],
    };
    const [first, second] = resultsOf(sarif(full));
    expect(first?.fixes).toEqual([{ description: { text: 'Shorten it.' }, artifactChanges: [change] }]);
    expect(
      resultsOf(sarif(full))
        .slice(2)
        .map(({ fixes }) => fixes),
    ).toEqual(Array(5).fill(undefined));
    expect(second?.fixes).toEqual([{ description: { text: 'Say quay' }, artifactChanges: [change] }]);
  });

  it('says what went wrong', () => {
    const [invocation] = logOf(sarif(full)).runs[0]?.invocations ?? [];
    expect(invocation?.executionSuccessful).toBe(false);
    const said = invocation?.toolExecutionNotifications?.map(({ level, message }) => [level, message.text]);
    expect(said).toEqual([
      ['error', 'other.md is gone.'],
      ['note', 'A waiver ends.'],
    ]);
    expect(logOf(sarif(report([]))).runs[0]?.invocations?.[0]?.executionSuccessful).toBe(true);
  });

  it('does not take a link that is quoted for one of its own', () => {
    const [one] = resultsOf(sarif(report([finding({ message: 'See [the pier](1).', why: '', how: '' })])));
    expect(one?.message.text?.trim()).toBe('See \\[the pier\\](1).');
  });

  it('stays valid whatever a page holds or is called, and lets no control character through', () => {
    fc.assert(
      fc.property(anyText, anyText, (text, name) => {
        const span = { page: `a/${name}`, start: 0, end: 1 };
        const fix = [{ span, text }];
        const related = [{ span, message: text }];
        const all = [
          finding({ message: text, why: text, how: text, span, fix, related }),
          finding({ silenced: { kind: 'waived', reason: text } }),
        ];
        const printed = sarif(report(all, { failures: [{ message: text, file: span.page }] }));
        expect(printed).not.toMatch(/(?!\n)[\p{Cc}\p{Bidi_Control}]/u);
        expect(valid(logOf(printed)), JSON.stringify(valid.errors)).toBe(true);
        const [one] = resultsOf(printed);
        expect(one?.fixes?.[0]?.artifactChanges[0]?.replacements[0]?.insertedContent?.text).toBe(text);
        const uri = one?.locations?.[0]?.physicalLocation?.artifactLocation?.uri ?? '';
        expect(decodeURIComponent(uri)).toBe(span.page.replace(/\p{Cs}/gu, '\ufffd'));
      }),
    );
  });
});

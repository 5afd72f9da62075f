import { Ajv } from 'ajv';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codequality } from '../../src/report/codequality.ts';
import { anyText } from '../support/any-text.ts';
import { finding, full, report } from '../support/report.ts';

/** What GitLab checks of each entry: the first that fails makes it leave out all that follow. */
const valid = new Ajv().compile({
  type: 'array',
  items: {
    type: 'object',
    required: ['description', 'check_name', 'fingerprint', 'severity', 'location'],
    properties: {
      description: { type: 'string', minLength: 1 },
      check_name: { type: 'string', minLength: 1 },
      fingerprint: { type: 'string', pattern: '^[0-9a-f]{16}$' },
      severity: { enum: ['info', 'minor', 'major', 'critical', 'blocker'] },
      location: {
        type: 'object',
        required: ['path', 'lines'],
        properties: {
          path: { type: 'string', pattern: '^(?!\\./|/)' },
          lines: {
            type: 'object',
            required: ['begin'],
            properties: { begin: { type: 'integer', minimum: 1 } },
          },
        },
      },
    },
  },
});

const entries = (text: string): Record<string, unknown>[] => JSON.parse(text);

describe('codequality', () => {
  it('is an empty array where there is nothing to report', () => {
    expect(codequality(report([]))).toBe('[]\n');
  });

  it('holds what counts, what is only not new, and failures that have a place', () => {
    const failures = [{ message: 'other.md is gone.', file: 'other.md' }, { message: 'Git is missing.' }];
    const found = entries(codequality({ ...full, failures }));
    expect(valid(found), JSON.stringify(valid.errors)).toBe(true);
    expect(found.map(({ severity }) => severity)).toEqual(['major', 'minor', 'minor', 'minor', 'blocker']);
    expect(found[0]).toEqual({
      description: 'The pier is long. Shorten it.',
      check_name: 'pier/one',
      fingerprint: '0123456789abcdef',
      severity: 'major',
      location: { path: 'page.md', lines: { begin: 1 } },
    });
    expect(found[4]).toMatchObject({ location: { path: 'other.md', lines: { begin: 1 } } });
  });

  it('maps all severities', () => {
    const all = (['error', 'warning', 'info'] as const).map((severity) => finding({ severity }));
    const severities = entries(codequality(report(all))).map(({ severity }) => severity);
    expect(severities).toEqual(['major', 'minor', 'info']);
  });

  it('tells failures apart, and knows them again', () => {
    const failures = ['gone', 'gone', 'broken'].map((message) => ({ message, file: 'a.md' }));
    const prints = entries(codequality(report([], { failures }))).map(({ fingerprint }) => fingerprint);
    expect(new Set(prints).size).toBe(3);
    const again = entries(codequality(report([], { failures: [...failures].reverse() })));
    expect(new Set(again.map(({ fingerprint }) => fingerprint))).toEqual(new Set(prints));
  });

  it('stays valid whatever a page holds, and lets no control character through', () => {
    fc.assert(
      fc.property(anyText, anyText, (message, how) => {
        const printed = codequality(
          report([finding({ message, how })], { failures: [{ message, file: 'a.md' }] }),
        );
        const found = entries(printed);
        expect(found).toHaveLength(2);
        expect(printed).not.toMatch(/(?!\n)[\p{Cc}\p{Bidi_Control}\p{Cs}]/u);
      }),
    );
  });
});

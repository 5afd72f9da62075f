import { describe, expect, it } from 'vitest';
import { rule as reason } from '../../rules/suppression/reason.ts';
import { rule as unused } from '../../rules/suppression/unused.ts';
import { corpusRule, type Rule } from '../../src/lint/rule.ts';
import { lint } from '../../src/lint/run.ts';
import { processorTime } from '../support/processor-time.ts';
import { on, wordsRule } from '../support/words-rule.ts';

const cat = wordsRule('animal/cat', 'cat');
const dog = wordsRule('animal/dog', 'dog');
const oak = wordsRule('tree/oak', 'oak');
const all: readonly Rule[] = [cat, dog, oak, reason, unused];

function run(text: string, rules: readonly Rule[] = [cat, dog, oak]) {
  return lint({ pages: [{ path: 'page.md', text }], rules: all, settingsFor: () => on(...rules) }).findings;
}

/** What still counts, as line and word. */
function loud(text: string, rules?: readonly Rule[]): string[] {
  return run(text, rules)
    .filter(({ silenced }) => silenced === null)
    .map(({ span }) => `${text.slice(0, span.start).split('\n').length} ${text.slice(span.start, span.end)}`);
}

describe('the comments', () => {
  it.each([
    ['the next line', '<!-- jobfam-lint-disable-next-line -- r -->\ncat\ndog\n', ['3 dog']],
    [
      'the next line behind an empty one',
      '<!-- jobfam-lint-disable-next-line -- r -->\n\ncat\ndog\n',
      ['4 dog'],
    ],
    [
      'the next line behind another comment',
      '<!-- jobfam-lint-disable-next-line tree -- r -->\n<!-- jobfam-lint-disable-next-line animal -- r -->\noak cat\noak\n',
      ['4 oak'],
    ],
    ['no next line at the end', 'cat\n<!-- jobfam-lint-disable-next-line -- r -->\n', ['1 cat']],
    ['its own line', 'cat\ndog <!-- jobfam-lint-disable-line -- r -->\ncat\n', ['1 cat', '3 cat']],
    [
      'the file, also above it',
      'cat\n\n<!-- jobfam-lint-disable-file animal/cat -- r -->\n\ncat dog\n',
      ['5 dog'],
    ],
    [
      'a stretch',
      'cat\n\n<!-- jobfam-lint-disable -- r -->\n\ncat\n\n<!-- jobfam-lint-enable -->\n\ncat\n',
      ['1 cat', '9 cat'],
    ],
    [
      'a stretch to the end',
      'cat\n\n<!-- jobfam-lint-disable animal -- r -->\n\ncat oak\n',
      ['1 cat', '5 oak'],
    ],
    [
      'a stretch, one rule of it on again',
      '<!-- jobfam-lint-disable -- r -->\n\n<!-- jobfam-lint-enable animal/cat -->\n\ncat dog oak\n',
      ['5 cat'],
    ],
    ['a rule', '<!-- jobfam-lint-disable-next-line animal/cat -- r -->\ncat dog oak\n', ['2 dog', '2 oak']],
    ['a family', '<!-- jobfam-lint-disable-next-line animal -- r -->\ncat dog oak\n', ['2 oak']],
    [
      'a family with a star, and a rule',
      '<!-- jobfam-lint-disable-next-line animal/*, tree/oak -- r -->\ncat dog oak\n',
      [],
    ],
    [
      'names apart by blanks',
      '<!-- jobfam-lint-disable-next-line animal/cat tree/oak -- r -->\ncat dog oak\n',
      ['2 dog'],
    ],
    [
      'a comment over several lines',
      '<!-- jobfam-lint-disable-next-line\n  animal/cat\n  -- a long\n  reason -->\ncat dog\n',
      ['5 dog'],
    ],
    ['a comment in code is text', '```\n<!-- jobfam-lint-disable-file -->\n```\n\ncat\n', ['5 cat']],
    ['an unknown word silences nothing', '<!-- jobfam-lint-disable-nextline -->\ncat\n', ['2 cat']],
    ['other comments silence nothing', '<!-- disable-next-line -->\ncat\n', ['2 cat']],
    ['with CRLF', '<!-- jobfam-lint-disable-next-line -- r -->\r\ncat\r\ndog\r\n', ['3 dog']],
  ])('silence %s', (_, text, expected) => {
    expect(loud(text)).toEqual(expected);
  });

  it('leave the finding in the result, with the reason', () => {
    const findings = run('cat <!-- jobfam-lint-disable-line -- agreed -- in June -->\n');
    expect(findings.map(({ silenced }) => silenced)).toEqual([
      { kind: 'suppressed', reason: 'agreed -- in June' },
    ]);
  });

  it('do not hide their own faults unless they name the rule', () => {
    expect(
      run('<!-- jobfam-lint-disable-file -->\n\ncat\n', [cat, reason]).filter((f) => f.rule === reason.id),
    ).toMatchObject([{ silenced: null }]);
    const named = '<!-- jobfam-lint-disable-file suppression/reason -->\n';
    expect(run(named, [reason])).toMatchObject([{ silenced: { kind: 'suppressed', reason: '' } }]);
  });
});

describe('suppression/unused', () => {
  const words = (text: string, rules: readonly Rule[] = all) =>
    run(text, rules)
      .filter((finding) => finding.rule === unused.id)
      .map(({ messageId, span }) => `${messageId}: ${text.slice(span.start, span.end).slice(0, 30)}`);

  it.each([
    ['a comment that was needed', '<!-- jobfam-lint-disable-line animal/cat -- r --> cat', []],
    [
      'a comment that was not',
      '<!-- jobfam-lint-disable-line animal/cat -- r --> dog',
      ['comment: <!-- jobfam-lint-disable-line '],
    ],
    [
      'one rule of two',
      '<!-- jobfam-lint-disable-line animal/cat tree/oak -- r --> oak',
      ['name: animal/cat'],
    ],
    ['a family of which one rule was needed', '<!-- jobfam-lint-disable-line animal -- r --> dog', []],
    [
      'a comment on all rules',
      '<!-- jobfam-lint-disable-line -- r --> fish',
      ['comment: <!-- jobfam-lint-disable-line '],
    ],
    [
      'two comments that both cover a finding',
      '<!-- jobfam-lint-disable-file animal -- r -->\n\n<!-- jobfam-lint-disable animal/cat -- r -->\n\ncat\n',
      [],
    ],
    [
      'a comment inside one that covers it',
      '<!-- jobfam-lint-disable animal -- r -->\n\n<!-- jobfam-lint-disable animal/cat -- r -->\n\ncat\n',
      [],
    ],
    [
      'an enable that ends something',
      '<!-- jobfam-lint-disable animal -- r -->\n\ncat\n\n<!-- jobfam-lint-enable -->\n',
      [],
    ],
    [
      'an enable without a beginning',
      'cat\n\n<!-- jobfam-lint-enable animal -->\n',
      ['enable: <!-- jobfam-lint-enable animal'],
    ],
    [
      'a stretch that silences nothing, both ends',
      '<!-- jobfam-lint-disable -- r -->\n\n<!-- jobfam-lint-enable -->\n\ncat\n',
      ['comment: <!-- jobfam-lint-disable -- r ', 'enable: <!-- jobfam-lint-enable -->'],
    ],
    [
      'a second enable',
      '<!-- jobfam-lint-disable animal -- r -->\n\ncat\n\n<!-- jobfam-lint-enable animal -->\n\n<!-- jobfam-lint-enable animal -->\n',
      ['enable: <!-- jobfam-lint-enable animal'],
    ],
    ['a rule that judges comments', '<!-- jobfam-lint-disable-file suppression/unused -- r -->', []],
  ])('judges %s', (_, text, expected) => {
    expect(words(text)).toEqual(expected);
  });

  it('does not judge the name of a rule that is off', () => {
    expect(words('<!-- jobfam-lint-disable-line tree/oak -- r --> cat', [cat, unused])).toEqual([]);
    expect(words('<!-- jobfam-lint-disable-line -- r --> cat', [unused])).toEqual([]);
  });

  it('does not judge the name of a rule that crashed', () => {
    const crashing = {
      ...cat,
      check: () => {
        throw new Error('ill');
      },
    } as Rule;
    const rules = [crashing, dog, oak, reason, unused];
    const text = '<!-- jobfam-lint-disable-line animal/cat tree/oak -- r -->';
    const { findings } = lint({ pages: [{ path: 'page.md', text }], rules, settingsFor: () => on(...rules) });
    expect(findings.map(({ messageId, span }) => [messageId, text.slice(span.start, span.end)])).toEqual([
      ['name', 'tree/oak'],
    ]);
  });

  it('does not judge the name of a rule over all pages where pages are missing', () => {
    const over: Rule = corpusRule({
      id: 'corpus/twin',
      summary: 'A twin.',
      details: 'For tests of the engine only.',
      needs: [],
      options: {},
      messages: { found: { what: 'A twin.', why: 'It is tested.', how: 'Remove it.' } },
      examples: { wrong: [], right: [] },
      *check() {},
    });
    const rules = [cat, over, unused];
    const text = '<!-- jobfam-lint-disable-line corpus/twin animal/cat -- r -->';
    const input = { pages: [{ path: 'page.md', text }], rules, settingsFor: () => on(...rules) };
    const unneeded = (isPartial: boolean) =>
      lint({ ...input, isPartial }).findings.map(({ messageId }) => messageId);
    expect(unneeded(false)).toEqual(['comment']);
    expect(unneeded(true)).toEqual(['name']);
  });

  it('can be silenced by name', () => {
    const text =
      '<!-- jobfam-lint-disable-file suppression/unused -- kept for the spring -->\n\n<!-- jobfam-lint-disable-line animal/cat -- r -->\n';
    expect(run(text, all)).toMatchObject([
      { rule: 'suppression/unused', silenced: { reason: 'kept for the spring' } },
    ]);
  });
});

it('10,000 comments and 10,000 findings are judged in linear time', () => {
  const paragraph =
    '<!-- jobfam-lint-disable animal/cat -- r --> cat dog <!-- jobfam-lint-disable-line animal -- r -->\n\n';
  const start = processorTime();
  const findings = run(paragraph.repeat(5000), all);
  expect(findings).toHaveLength(10000);
  expect(findings.filter(({ silenced }) => silenced === null)).toEqual([]);
  expect(processorTime() - start).toBeLessThan(20_000);
}, 30_000);

import { describe, expect, it } from 'vitest';
import type { Example, Rule } from '../../src/lint/rule.ts';
import { declarationProblems } from './declaration-problems.ts';
import { readMarks } from './marks.ts';
import { exampleProblems } from './rule-tester.ts';
import { wordsRule } from './words-rule.ts';

const plain = wordsRule('animal/cat', 'cat');
const fixing = wordsRule('animal/cat', 'cat', 'dog');

function problems(rule: Rule, example: Omit<Example, 'caption'>, kind: 'wrong' | 'right' = 'wrong'): string {
  return exampleProblems(rule, { caption: 'A cat.', ...example }, kind, [rule]).join('\n');
}

describe('readMarks', () => {
  it('takes out the marks and gives their places in the text without them', () => {
    const { text, spans } = readMarks('a.md', 'a ⟦🙂⟧ b ⟦⟧⟦c⟧');
    expect(text).toBe('a 🙂 b c');
    expect(spans.map(({ start, end }) => [start, end])).toEqual([
      [2, 4],
      [7, 7],
      [7, 8],
    ]);
  });

  it.each(['a ⟦ b', 'a ⟧ b', '⟦ a ⟦ b ⟧ c ⟧'])('refuses %s', (text) => {
    expect(() => readMarks('a.md', text)).toThrow(/nested|no ⟦|no ⟧/);
  });
});

describe('an example', () => {
  it('that is right has no problem', () => {
    expect(problems(plain, { text: 'One ⟦cat⟧, two ⟦cat⟧s.' })).toBe('');
    expect(problems(fixing, { text: 'One ⟦cat⟧.', fixed: 'One dog.' })).toBe('');
    expect(problems(plain, { text: 'One ⟦cow⟧.', options: { word: 'cow' } })).toBe('');
    expect(problems(plain, { text: 'One dog.' }, 'right')).toBe('');
  });

  it('shows what was found and what was expected under the line', () => {
    expect(problems(plain, { text: '# Pets\n\nOne ⟦fat cat⟧.\n' })).toContain(
      [
        '        3 | One fat cat.',
        ' expected |     ~~~~~~~',
        '    found |         ^^^ found: The word “cat” is here.',
      ].join('\n'),
    );
  });

  it.each<[string, Rule, Omit<Example, 'caption'>, 'wrong' | 'right', string]>([
    ['whose word is not marked', plain, { text: 'cat ⟦cat⟧' }, 'wrong', 'found without a mark or twice: 1'],
    ['without marks', plain, { text: 'cat' }, 'wrong', 'needs marks'],
    ['with marks that are nested', plain, { text: '⟦⟦cat⟧⟧' }, 'wrong', 'nested'],
    ['that is right but marked', plain, { text: '⟦cat⟧' }, 'right', 'must not have marks'],
    ['that is right but found', plain, { text: 'cat' }, 'right', 'found without a mark or twice: 1'],
    ['that lacks the fixed text', fixing, { text: '⟦cat⟧' }, 'wrong', 'needs the fixed text'],
    ['whose fixed text differs', fixing, { text: '⟦cat⟧\n', fixed: 'cow\n' }, 'wrong', '-cow\n+dog'],
    [
      'that has a fixed text without a fix',
      plain,
      { text: '⟦cat⟧', fixed: 'dog' },
      'wrong',
      'no finding has a fix',
    ],
    [
      'whose fix leaves the finding',
      wordsRule('animal/cat', 'cat', 'catcat'),
      { text: '⟦cat⟧', fixed: 'catcat' },
      'wrong',
      'After the fix, this is found',
    ],
    [
      'whose fix changes nothing',
      wordsRule('animal/cat', 'cat', 'cat'),
      { text: '⟦cat⟧', fixed: 'cat' },
      'wrong',
      'changes nothing',
    ],
    [
      'with options that are the defaults',
      plain,
      { text: '⟦cat⟧', options: { word: 'cat' } },
      'wrong',
      'set to its default',
    ],
    [
      'with an unknown option',
      plain,
      { text: '⟦cat⟧', options: { name: 'cat' } },
      'wrong',
      'no option “name”',
    ],
    ['with an option of a wrong type', plain, { text: '⟦cat⟧', options: { word: 7 } }, 'wrong', 'not valid'],
    [
      'with options that change nothing',
      plain,
      { text: 'dog', options: { word: 'cow' } },
      'right',
      'no difference',
    ],
    [
      'with other pages for a rule on one page',
      plain,
      { text: '⟦cat⟧', others: { 'b.md': 'dog' } },
      'wrong',
      'sees one page',
    ],
    [
      'with an unknown message',
      plain,
      { text: '⟦cat⟧', messages: ['lost'] },
      'wrong',
      'the rule has no such message',
    ],
    [
      'with too many messages',
      plain,
      { text: '⟦cat⟧', messages: ['found', 'found'] },
      'wrong',
      '1 marks, but 2 messages',
    ],
  ])('%s is refused', (_, rule, example, kind, words) => {
    expect(problems(rule, example, kind)).toContain(words);
  });

  it('of a rule that throws names the error', () => {
    const crashing = {
      ...plain,
      check: () => {
        throw new Error('ill');
      },
    } as Rule;
    expect(problems(crashing, { text: '⟦cat⟧' })).toContain(
      'animal/cat crashed on job-families/example/index.md: ill.',
    );
  });

  it('whose suggestion leaves the finding is refused', () => {
    const suggesting: Rule = {
      ...plain,
      *check(facts: { path: string; masked: string }) {
        const at = facts.masked.indexOf('cat');
        const span = { page: facts.path, start: at, end: at + 3 };
        const suggestions = [{ title: 'Add a cat', edits: [{ span: { ...span, end: at }, text: 'cat ' }] }];
        yield { message: 'found', span, key: 'cat', data: { word: 'cat' }, suggestions };
      },
    } as Rule;
    expect(problems(suggesting, { text: '⟦cat⟧' })).toContain('the finding is still there');
  });
});

describe('what a rule says of itself', () => {
  const wrong = [
    { caption: 'One.', text: '⟦cat⟧' },
    { caption: 'Two.', text: '⟦cow⟧', options: { word: 'cow' } },
  ];
  const right = [
    { caption: 'Three.', text: 'dog' },
    { caption: 'Four.', text: 'cow' },
  ];
  const good = {
    ...plain,
    details:
      'Finds the word “cat” wherever it stands. It is meant for tests of the tester, and for nothing else.',
    examples: { wrong, right },
  } as Rule;

  it('is accepted where all is said', () => {
    expect(declarationProblems(good)).toEqual([]);
  });

  it.each<[string, Partial<Rule>, string]>([
    ['too few examples', { examples: { wrong: wrong.slice(1), right } }, 'fewer than 2 wrong'],
    [
      'a caption twice',
      { examples: { wrong, right: [...right, { caption: 'One.', text: 'dog' }] } },
      'stands twice',
    ],
    [
      'an option that is never shown',
      { examples: { wrong: [wrong[0], wrong[0]], right } as Rule['examples'] },
      'No example shows what the option “word” does',
    ],
    [
      'a message without a full stop',
      { messages: { found: { what: 'A cat', why: 'W.', how: 'H.' } } },
      'its what does not end',
    ],
    ['a message that shouts', { messages: { found: { what: 'A cat!.', why: 'W.', how: 'H.' } } }, 'shouts'],
    [
      'a lone brace',
      { messages: { found: { what: 'A {cat.', why: 'W.', how: 'H.' } } },
      'brace without a partner',
    ],
    [
      'a message that no example shows',
      {
        messages: { found: { what: 'A.', why: 'W.', how: 'H.' }, lost: { what: 'A.', why: 'W.', how: 'H.' } },
      },
      'No example shows the message “lost”',
    ],
    ['a summary without a full stop', { summary: 'The word' }, 'summary does not end'],
  ])('is refused with %s', (_, part, words) => {
    expect(declarationProblems({ ...good, ...part } as Rule).join('\n')).toContain(words);
  });
});

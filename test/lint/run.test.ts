import { describe, expect, it } from 'vitest';
import { runPageStep } from '../../src/lint/records/page-step.ts';
import { corpusRule, documentRule, type Rule } from '../../src/lint/rule.ts';
import { lint } from '../../src/lint/run.ts';
import { on, wordsRule } from '../support/words-rule.ts';

const mice = wordsRule('animal/mouse', 'mouse');
const cats = wordsRule('animal/cat', 'cat');

function broken(check: Rule['check']): Rule {
  return { ...wordsRule('broken/rule', 'x'), check } as Rule;
}

const page = (text: string, path = 'page.md') => ({ path, text });

describe('lint', () => {
  it('sorts by file, line, column and rule, whatever the order of pages and rules', () => {
    const pages = [page('cat mouse\n\ncat\n', 'b.md'), page('mouse\n', 'a.md')];
    const settings = on(mice, cats);
    const { findings } = lint({ pages, rules: [mice, cats], settingsFor: () => settings });
    expect(findings.map(({ rule, span }) => [span.page, span.start, rule])).toEqual([
      ['a.md', 0, 'animal/mouse'],
      ['b.md', 0, 'animal/cat'],
      ['b.md', 4, 'animal/mouse'],
      ['b.md', 11, 'animal/cat'],
    ]);
  });

  it('gives each page the severity and options of its own settings', () => {
    const strict = new Map([['animal/cat', { severity: 'error' as const, options: { word: 'cat' } }]]);
    const lax = new Map([['animal/cat', { severity: 'info' as const, options: { word: 'dog' } }]]);
    const pages = [page('cat dog', 'a.md'), page('cat dog', 'b.md'), page('cat dog', 'c.md')];
    const settingsFor = (path: string) => (path === 'a.md' ? strict : path === 'b.md' ? lax : new Map());
    const { findings } = lint({ pages, rules: [cats], settingsFor });
    expect(findings.map(({ span, severity, key }) => [span.page, severity, key])).toEqual([
      ['a.md', 'error', 'cat'],
      ['b.md', 'info', 'dog'],
    ]);
  });

  it('tells findings with one key apart, and keeps their fingerprints when text is put before them', () => {
    const run = (text: string) =>
      lint({ pages: [page(text)], rules: [cats], settingsFor: () => on(cats) }).findings;
    const before = run('cat and cat').map(({ fingerprint }) => fingerprint);
    expect(new Set(before).size).toBe(2);
    expect(before.every((print) => /^[0-9a-f]{16}$/.test(print))).toBe(true);
    expect(run('Once upon a time.\n\ncat and cat').map(({ fingerprint }) => fingerprint)).toEqual(before);
  });

  it('reports a rule that throws with its page, keeps what it found before, and runs all others', () => {
    const rule = broken(function* (facts: { path: string; text: string }) {
      const span = { page: facts.path, start: 0, end: 1 };
      if (facts.text.includes('dog')) yield { message: 'found', span, key: 'k', data: { word: 'dog' } };
      if (facts.text.includes('cat')) throw new TypeError('no cats');
    } as Rule['check']);
    const settings = on(rule, cats);
    const pages = [page('dog and cat', 'a.md'), page('dog', 'b.md')];
    const { findings, failures } = lint({ pages, rules: [rule, cats], settingsFor: () => settings });
    expect(findings.map(({ rule, span }) => `${span.page} ${rule}`)).toEqual([
      'a.md broken/rule',
      'a.md animal/cat',
      'b.md broken/rule',
    ]);
    expect(failures).toHaveLength(1);
    expect(failures[0]?.file).toBe('a.md');
    expect(failures[0]?.message).toMatch(/^The rule broken\/rule crashed on a\.md: no cats\. /);
  });

  it('reports an overflow of the stack in a rule, or in reading a page, with the page, and lints the others', () => {
    const deeper = (): number => deeper() + 1;
    const rule = broken(((facts: { text: string }) =>
      facts.text.includes('deep') ? deeper() : []) as unknown as Rule['check']);
    const { findings, failures } = lint({
      pages: [page('deep cat', 'a.md'), page('cat', 'b.md'), page('abyss', 'c.md')],
      rules: [rule, cats],
      settingsFor: () => on(rule, cats),
      step(page, task) {
        if (page.text === 'abyss') deeper();
        return runPageStep(page, task);
      },
    });
    expect(findings.map(({ span }) => span.page)).toEqual(['a.md', 'b.md']);
    expect(failures.map(({ file }) => file)).toEqual(['c.md', 'a.md']);
    expect(failures.map(({ message }) => message).join('\n')).toMatch(
      /^c\.md could not be read as markdown: Maximum call stack .*\nThe rule broken\/rule crashed on a\.md: Maximum call stack /u,
    );
  });

  it.each([
    ['a span outside the page', { span: { page: 'page.md', start: 0, end: 99 } }, 'outside the page'],
    ['a span in another page', { span: { page: 'other.md', start: 0, end: 1 } }, 'another page'],
    ['a fraction of a unit', { span: { page: 'page.md', start: 0.5, end: 1 } }, 'outside the page'],
    ['an unknown message', { message: 'lost' }, '“lost”'],
    ['a message without its data', { data: {} }, '{word}'],
    ['an empty key', { key: '' }, 'no key'],
    [
      'edits that overlap',
      {
        fix: [
          { span: { page: 'page.md', start: 0, end: 2 }, text: '' },
          { span: { page: 'page.md', start: 1, end: 3 }, text: '' },
        ],
      },
      'twice at once',
    ],
    [
      'a related place outside its page',
      { related: [{ span: { page: 'page.md', start: 9, end: 8 }, message: 'x' }] },
      'outside',
    ],
    [
      'a suggestion for an unknown page',
      { suggestions: [{ title: 'x', edits: [{ span: { page: 'no.md', start: 0, end: 0 }, text: 'x' }] }] },
      'outside',
    ],
  ])('turns %s into a failure', (_, part, words) => {
    const rule = broken(function* () {
      yield {
        message: 'found',
        span: { page: 'page.md', start: 0, end: 1 },
        key: 'k',
        data: { word: 'x' },
        ...part,
      };
    } as unknown as Rule['check']);
    const { findings, failures } = lint({
      pages: [page('Some text.')],
      rules: [rule],
      settingsFor: () => on(rule),
    });
    expect(findings).toEqual([]);
    expect(failures.map(({ message }) => message).join()).toContain(words);
  });

  it('tells of each page that is read', () => {
    const calls: string[] = [];
    const pages = [page('a', 'a.md'), page('b', 'b.md')];
    lint({
      pages,
      rules: [],
      settingsFor: () => new Map(),
      onPage: (done, total) => calls.push(`${done}/${total}`),
    });
    expect(calls).toEqual(['1/2', '2/2']);
  });
});

describe('precedence', () => {
  const whole = wordsRule('long/name', 'cat food');
  const part = wordsRule('short/name', 'cat', undefined, ['long/name']);
  const run = (text: string, ...rules: Rule[]) =>
    lint({ pages: [page(text)], rules: [part, whole], settingsFor: () => on(...rules) }).findings.map(
      ({ rule, span }) => `${rule} ${span.start}`,
    );

  it('drops a finding where one of a preferred rule overlaps it, and only there', () => {
    expect(run('cat food, cat', part, whole)).toEqual(['long/name 0', 'short/name 10']);
  });

  it('lets the rule speak where the preferred one is off', () => {
    expect(run('cat food, cat', part)).toEqual(['short/name 0', 'short/name 10']);
  });

  it('holds also where the preferred finding is silenced', () => {
    const text = 'cat food <!-- jobfam-lint-disable-line long/name -- agreed -->';
    expect(run(text, part, whole)).toEqual(['long/name 0']);
  });
});

describe('rules over all pages', () => {
  const calls: string[] = [];
  const first = corpusRule({
    id: 'corpus/first',
    summary: 'The first unit of each page.',
    details: 'For tests of the engine only.',
    needs: [],
    options: { sign: { type: 'string', description: 'A sign.', default: '' } },
    messages: { found: { what: 'Sign {sign} of {pages}.', why: 'Test.', how: 'Test.' } },
    examples: { wrong: [], right: [] },
    *check({ pages }, { sign }) {
      calls.push(sign);
      for (const { path } of pages) {
        yield {
          message: 'found',
          span: { page: path, start: 0, end: 1 },
          key: sign,
          data: { sign, pages: pages.length },
        };
      }
    },
  });

  it('run once for each set of options, see all pages, and count only where they are on with these options', () => {
    const with_ = (sign: string) =>
      new Map([['corpus/first', { severity: 'error' as const, options: { sign } }]]);
    const settingsFor = (path: string) =>
      path === 'a.md' ? with_('x') : path === 'd.md' ? new Map() : with_('y');
    const pages = ['d.md', 'c.md', 'b.md', 'a.md'].map((path) => page('text', path));
    const { findings } = lint({ pages, rules: [first], settingsFor });
    expect(findings.map(({ span, message }) => `${span.page} ${message}`)).toEqual([
      'a.md Sign x of 4.',
      'b.md Sign y of 4.',
      'c.md Sign y of 4.',
    ]);
    expect(calls).toEqual(['x', 'y']);
  });
});

it('a document rule gets the facts of its page', () => {
  const rule = documentRule({
    id: 'facts/all',
    summary: 'All facts.',
    details: 'For tests of the engine only.',
    needs: ['text', 'sections', 'family', 'suppressions'],
    options: {},
    messages: { found: { what: '{facts}.', why: 'Test.', how: 'Test.' } },
    examples: { wrong: [], right: [] },
    *check({ path, sections, family, suppressions }) {
      const facts = `${sections.length} sections, ${family.levels.length} levels, ${suppressions.length} comments`;
      yield { message: 'found', span: { page: path, start: 0, end: 0 }, key: 'facts', data: { facts } };
    },
  });
  const text =
    '# Baker\n\n<!-- jobfam-lint-enable -->\n\n## Senior Baker\n\nThe Senior Baker is a grade 6.\n';
  const { findings } = lint({ pages: [page(text)], rules: [rule], settingsFor: () => on(rule) });
  expect(findings[0]?.message).toBe('3 sections, 1 levels, 1 comments.');
});

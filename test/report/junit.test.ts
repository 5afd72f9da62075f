import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { junit } from '../../src/report/junit/junit.ts';
import { visible } from '../../src/report/visible.ts';
import { anyText } from '../support/any-text.ts';
import { finding, full, report } from '../support/report.ts';

interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  text: string;
}

/** The elements of a document in the order they begin. Throws where it is not well-formed. */
function elements(xml: string): Element[] {
  const all: Element[] = [];
  const open: Element[] = [];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const element = { name, attributes: { ...attributes }, text: '' };
    all.push(element);
    open.push(element);
  });
  parser.on('closetag', () => open.pop());
  parser.on('text', (text) => {
    const element = open.at(-1);
    if (element) element.text += text;
  });
  parser.write(xml).close();
  return all;
}

const named = (all: readonly Element[], name: string) => all.filter((element) => element.name === name);

describe('junit', () => {
  it('has a suite for each rule, and one for what went wrong', () => {
    const rules = ['pier/one', 'quay/two'].map((id) => ({ id, summary: '', details: '' }));
    const all = elements(junit({ ...full, rules }));
    expect(named(all, 'testsuite').map(({ attributes }) => attributes)).toEqual([
      { name: 'pier/one', tests: '3', failures: '3', errors: '0' },
      { name: 'quay/two', tests: '1', failures: '0', errors: '0' },
      { name: 'jobfam-lint', tests: '1', failures: '0', errors: '1' },
    ]);
    expect(named(all, 'testsuites')[0]?.attributes).toEqual({
      name: 'jobfam-lint',
      tests: '5',
      failures: '3',
      errors: '1',
    });
    expect(named(all, 'error')[0]?.attributes.message).toBe('other.md is gone.');
  });

  it('says where, why and how', () => {
    const [test] = named(elements(junit(full)), 'testcase');
    expect(test?.attributes).toEqual({
      classname: 'pier/one',
      name: 'page.md: The pier is long.',
      file: 'page.md',
      line: '1',
    });
    expect(named(elements(junit(full)), 'failure')[1]?.text).toBe(
      'page.md:1:3 warning\nThe pier is long.\nWhy: It matters.\nHow: Shorten it.\nTry: Say quay',
    );
  });

  it('gives no two tests of a suite the same name', () => {
    const names = named(elements(junit(report([finding(), finding(), finding()]))), 'testcase').map(
      ({ attributes }) => attributes.name,
    );
    expect(names).toEqual([
      'page.md: The pier is long.',
      'page.md: The pier is long. (2)',
      'page.md: The pier is long. (3)',
    ]);
  });

  it('lets infos pass, with a note', () => {
    const all = elements(junit(report([finding({ severity: 'info' })])));
    expect(named(all, 'failure')).toEqual([]);
    expect(named(all, 'system-out')[0]?.text).toContain('The pier is long.');
  });

  it('is well-formed and keeps the words, whatever a page holds', () => {
    const nasty = fc.oneof(
      anyText,
      fc.constantFrom(']]>', '<!--', '&#0;', '\ufffe\uffff', '<?x ?>', '&lt;', '\'"', '\u0000\u001b\u0085'),
    );
    fc.assert(
      fc.property(
        fc.array(nasty).map((parts) => parts.join('')),
        (words) => {
          const one = finding({ message: words, why: words, span: { page: words, start: 0, end: 0 } });
          const failures = [{ message: words, file: words }];
          const all = elements(junit(report([one], { failures })));
          const shown = visible(words);
          const [failure] = named(all, 'failure');
          expect(failure?.attributes.message).toBe(shown);
          expect(named(all, 'testcase')[0]?.attributes.name).toBe(`${shown}: ${shown}`);
          expect(failure?.text.split('\n')).toContain(
            `Why: ${words.split('\n').map(visible).join('\n')}`.split('\n')[0],
          );
        },
      ),
    );
  });
});

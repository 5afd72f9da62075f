import fc from 'fast-check';
import type { Nodes } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { expect, it } from 'vitest';
import { readMarker } from '../../../src/gitlab/plan/marker.ts';
import { comment } from '../../../src/gitlab/words/comment.ts';
import { Links } from '../../../src/gitlab/words/links.ts';
import { type SummaryContent, summary } from '../../../src/gitlab/words/summary.ts';
import type { JudgedFinding } from '../../../src/lint/finding.ts';
import type { Span } from '../../../src/text/span.ts';

const links = new Links('https://gitlab.example.com/acme/handbook/-/merge_requests/7', 'a'.repeat(40), null);

const scope = 'aaaaaaaa';
const surroundings = { links, scope, placeOf: ({ page }: Span) => ({ path: page, line: 3 }) };

const hostile = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ...[
          '/close',
          '/merge',
          '\n',
          '\n\n',
          '@all',
          '@pat',
          '#1',
          '!1',
          '~label',
          '%2',
          '&3',
          '$4',
          '`',
          '```',
          '~~~',
        ],
        ...[
          '<b>',
          '<script>',
          '</details>',
          '<!--',
          '-->',
          '[a](http://x.example)',
          '![a](b)',
          '|',
          '\\',
          '*',
          '__',
        ],
        ...[
          '> ',
          '- ',
          '1. ',
          '# ',
          '    ',
          '\t',
          '"',
          '“',
          '”',
          'www.x.example',
          'https://x.example/?a=1',
          ':tada:',
          'ABC-12',
        ],
        ...[
          'deadbeef1234',
          '\r',
          '\u0000',
          '\u202e',
          'jobfam-lint:v1 thread',
          '[[_TOC_]]',
          '$`x`$',
          '{+ a +}',
          '[^1]',
          '&amp;',
        ],
      ),
      fc.string({ unit: 'grapheme', maxLength: 6 }),
      fc.constantFrom('Grade', ' 7 ', 'the manager', ' '),
    ),
    { maxLength: 14 },
  )
  .map((parts) => parts.join(''));

/** What GitLab would make something of: text outside of code, HTML, images, and links that are not our own. */
function dangers(markdown: string): string[] {
  const found: string[] = [];
  const visit = (node: Nodes): void => {
    if (
      node.type === 'html' &&
      !/^<!-- jobfam-lint:v1 (?:thread|summary) [\da-f]+ [\w+/=,]+ [\da-f]{8} -->$/u.test(node.value)
    )
      found.push(node.value);
    if (node.type === 'image' || node.type === 'imageReference' || node.type === 'footnoteReference')
      found.push(node.type);
    if (node.type === 'link' && !node.url.startsWith('https://gitlab.example.com/acme/handbook/-/'))
      found.push(node.url);
    if (
      node.type === 'text' &&
      /[@#!~%$<>{}\\]|&[\w#]|^\s*\/|\n\s*\/|:[\w+-]+:|\p{Lu}[\p{Lu}\d_]*-\d|(?<![\p{L}\p{N}_])[\da-f]{7,64}(?![\p{L}\p{N}_])/u.test(
        node.value,
      )
    )
      found.push(node.value);
    if ('children' in node) for (const child of node.children) visit(child);
  };
  visit(unified().use(remarkParse).use(remarkGfm).parse(markdown));
  return found;
}

const findingOf = (text: string, path: string): JudgedFinding => ({
  rule: 'link/anchor',
  message: `The page says “${text}”. ${text}`,
  why: text,
  how: text,
  span: { page: path, start: 0, end: 1 },
  key: 'k',
  occurrence: 0,
  fingerprint: '0123456789abcdef',
  severity: 'error',
  silenced: null,
  suggestions: [{ title: text, edits: [] }],
  related: [{ span: { page: path, start: 0, end: 1 }, message: text }],
});

it('Nothing in a thread comes alive that a page says', () => {
  fc.assert(
    fc.property(hostile, hostile, (text, path) => {
      const body = comment([findingOf(text, path), findingOf(path, text)], null, surroundings) ?? '';
      expect(dangers(body)).toEqual([]);
      expect(readMarker(body)).toMatchObject({
        kind: 'thread',
        fingerprints: ['0123456789abcdef', '0123456789abcdef'],
      });
    }),
    { numRuns: 400 },
  );
});

it('Nothing in a summary comes alive that a page says', () => {
  fc.assert(
    fc.property(hostile, hostile, (text, path) => {
      const placed = { path, line: 3, position: null, suggestion: null };
      const content: SummaryContent = {
        scope,
        label: text,
        findings: [{ finding: findingOf(text, path), placed, related: [{ path, line: 4 }] }],
        folded: new Set(['0123456789abcdef']),
        setAside: new Set(),
        state: { head: 'a'.repeat(12), standing: [], gone: ['0123456789ab', '0123456789cd'] },
        notices: [text],
        silencing: [{ path, line: 3, kind: 'disable', names: [text], reason: text }],
        head: 'a'.repeat(40),
        pages: 1,
        durationMs: 1234,
      };
      const body = summary(content, links);
      expect(dangers(body)).toEqual([]);
      expect(readMarker(body)).toMatchObject({ kind: 'summary' });
    }),
    { numRuns: 400 },
  );
});

it('A suggestion stays in its fence', () => {
  fc.assert(
    fc.property(hostile, (text) => {
      const body = comment(
        [findingOf('Grade', 'a.md')],
        { line: 3, above: 1, below: 0, content: text },
        surroundings,
      );
      if (body === null) return;
      expect(dangers(body)).toEqual([]);
      const { children } = unified().use(remarkParse).use(remarkGfm).parse(body);
      expect(children.flatMap((node) => (node.type === 'code' ? [node.lang] : []))).toEqual([
        'suggestion:-1+0',
      ]);
    }),
  );
});

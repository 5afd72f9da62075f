import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maskPage } from '../../src/markdown/mask/mask.ts';
import { shortcodeName } from '../../src/markdown/mask/shortcode.ts';
import { pageText } from './arbitrary.ts';

const mask = (text: string) => maskPage('page.md', text);
const kinds = (text: string) =>
  mask(text).masks.map(({ kind, span }) => [kind, text.slice(span.start, span.end)]);

describe('what is masked', () => {
  it.each([
    ['a shortcode', 'See {{< ref "pay#grades" >}} there', 'shortcode', '{{< ref "pay#grades" >}}'],
    ['a percent shortcode', '{{% alert color="info" %}}', 'shortcode', '{{% alert color="info" %}}'],
    ['a shortcode that is commented out', 'a {{</* ref "x" */>}} b', 'shortcode', '{{</* ref "x" */>}}'],
    ['a shortcode over lines', 'a {{< card\n  title="x" >}} b', 'shortcode', '{{< card\n  title="x" >}}'],
    ['an ERB value', 'a <%= team(lead: "x") %> b', 'erb', '<%= team(lead: "x") %>'],
    ['ERB code over lines', '<% team.each do |one|\n%>', 'erb', '<% team.each do |one|\n%>'],
    ['a kramdown id', '# Pay\n{: #pay}', 'attribute', '{: #pay}'],
    ['kramdown classes', '- Contents\n{:.no_toc .hidden-md}', 'attribute', '{:.no_toc .hidden-md}'],
    ['the table of contents', '{:toc}', 'attribute', '{:toc}'],
    [
      'a kramdown option',
      '{::options parse_block_html="true" /}',
      'attribute',
      '{::options parse_block_html="true" /}',
    ],
    ['a kramdown comment', '{::comment}\nold\n{:/comment}', 'comment', '{::comment}\nold\n{:/comment}'],
    ['a heading id', '## Pay {#pay}', 'attribute', '{#pay}'],
    ['a heading id before closing hashes', '## Pay {#pay .big} ##', 'attribute', '{#pay .big}'],
    ['the id of an underlined heading', 'Pay {#pay}\n===', 'attribute', '{#pay}'],
    ['a class on its own line', '{.table}\n', 'attribute', '{.table}'],
    ['a comment', 'a <!-- note --> b', 'comment', '<!-- note -->'],
    ['a comment over lines', '<!-- one\n\ntwo -->', 'comment', '<!-- one\n\ntwo -->'],
    ['a byte order mark', '\ufeff# Pay', 'bom', '\ufeff'],
    ['NUL characters', 'a\0\0b', 'nul', '\0\0'],
    ['front matter', '---\ntitle: X\n---\nText', 'front-matter', '---\ntitle: X\n---'],
    ['TOML front matter', '+++\ntitle = "X"\n+++\nText', 'front-matter', '+++\ntitle = "X"\n+++'],
  ])('%s', (_, text, kind, source) => {
    expect(kinds(text)).toEqual([[kind, source]]);
  });

  it.each([
    ['template words in braces', '### {add level} Job Grade\n\n{Senior Engineer} and {.x} here'],
    ['a shortcode in a code span', 'Write `{{< ref "x" >}}` there'],
    ['template code in a fence', '```md\n{{< ref "x" >}}\n<%= y %>\n<!-- z -->\n```'],
    ['template code in a fence inside a list', '- Like so:\n\n  ~~~\n  {{< ref "x" >}}\n  ~~~'],
    ['an unclosed shortcode', 'a {{< ref "x" b'],
    ['an unclosed comment', 'a <!-- b'],
    ['an ERB escape', 'a <%% b %> c'],
    ['a Ruby hash', '=> {:success=>true}'],
    ['an escaped brace', '\\{: .x}'],
    ['a thematic break', '---\n\nText\n\n---\n'],
  ])('leaves %s alone', (_, text) => {
    expect(kinds(text)).toEqual([]);
    expect(mask(text).masked).toBe(text);
  });

  it('ends an unclosed shortcode before the next one', () => {
    expect(kinds('{{< a {{< b >}}')).toEqual([['shortcode', '{{< b >}}']]);
  });

  it('reads on after a fence that its list item or quote ends', () => {
    expect(kinds('> ```\n> code\n\n{{< a >}}')).toEqual([['shortcode', '{{< a >}}']]);
    expect(kinds('1. one\n\n     ```\n     code\n\ntwo {{< a >}}')).toEqual([['shortcode', '{{< a >}}']]);
  });

  it('reads on after a lone backtick', () => {
    expect(kinds('Don`t\n\n{{< a >}} isn`t')).toEqual([['shortcode', '{{< a >}}']]);
  });
});

describe('how it is masked', () => {
  it('keeps a link a link', () => {
    expect(mask('[a]({{< ref "x y" >}}#z)').masked).toBe(`[a](${'_'.repeat(17)}#z)`);
    expect(mask('[a](/<%= x %>/<%= y %>)').masked).toBe(`[a](/${'_'.repeat(8)}/${'_'.repeat(8)})`);
    expect(mask('[a]: {{< ref "x" >}}').masked).toBe(`[a]: ${'_'.repeat(15)}`);
  });

  it('makes no indentation out of template code that begins a line', () => {
    expect(mask('{{< x >}} text').masked).toMatch(/^\u00a0{9} text$/);
    expect(mask('- {{< x >}}').masked).toMatch(/^- \u00a0{9}$/);
  });

  it('makes a blank line out of a line of template code', () => {
    expect(mask('a\n  {{% x %}}\nb').masked).toBe(`a\n${' '.repeat(11)}\nb`);
  });

  it('keeps length and line breaks of any text', () => {
    fc.assert(
      fc.property(pageText, (text) => {
        const { masked } = mask(text);
        expect(masked.length).toBe(text.length);
        expect(masked.replace(/[^\n\r]/g, '.')).toBe(text.replace(/[^\n\r]/g, '.'));
      }),
    );
  });
});

describe('visible template code', () => {
  it('is a value, not control flow, a comment or half of a pair', () => {
    const text = '{{< name >}} <%= x %> <% if y %> <%# z %> {{% box %}}in{{% /box %}} <!-- c -->';
    const { masks, visible } = mask(text);
    expect(
      masks.filter((one) => visible.has(one)).map(({ span }) => text.slice(span.start, span.end)),
    ).toEqual(['{{< name >}}', '<%= x %>']);
  });

  it('is told by the name of the shortcode', () => {
    expect(shortcodeName('{{% /alert %}}')).toEqual({ name: 'alert', closing: true });
    expect(shortcodeName('{{<ref "x/y">}}')).toEqual({ name: 'ref', closing: false });
  });
});

/** What makes markdown parsers slow, after the pathological tests of CommonMark's own parsers and what rules look at besides. */
export const hostilePages: Readonly<Record<string, (units: number) => string>> = {
  'nested quotes': (units) => `${repeat('> ', units)}a\n`,
  'nested quotes, line by line': (units) => stairs(units, (depth) => `${'> '.repeat(depth)}a`),
  'quotes of many lines, lazily continued': (units) => `${'> '.repeat(50)}a\n${repeat('b\n', units)}`,
  'nested list items': (units) => stairs(units, (depth) => `${'  '.repeat(depth)}* a`),
  'nested list items on one line': (units) => `${repeat('* ', units)}a\n`,
  'nested numbered items on one line': (units) => `${repeat('1. ', units)}a\n`,
  'an item with many empty lines': (units) => `- a\n${repeat('\n', units)}  b\n`,
  'many items': (units) => repeat('- a\n', units),
  'many numbered items': (units) => repeat('1. The role\n', units),
  'many lists with an empty line between': (units) => repeat('- a\n\n+ b\n\n', units),
  'nested brackets': (units) => `${repeat('[', units / 2)}a${repeat(']', units / 2)}\n`,
  'open brackets': (units) => `${repeat('[', units)}a\n`,
  'brackets that almost make links': (units) => repeat('[a](b', units),
  'brackets that almost make links, on lines': (units) => repeat('[a](b\n', units),
  'images that never end': (units) => repeat('![[]()', units),
  'links within links': (units) => `${repeat('[', units / 8)}a${repeat('](/b)', units / 8)}\n`,
  'link titles that never end': (units) => repeat('[a](b "', units),
  'link targets with open brackets': (units) => `[a](${repeat('(', units)}\n`,
  'many links': (units) => repeat('[role](/job-families/role/#level) ', units),
  'many links, on lines': (units) => repeat('See [role](/job-families/role/#level).\n\n', units),
  'many autolinks': (units) => repeat('https://example.com/a ', units),
  'addresses that end with brackets': (units) =>
    `https://example.com/${repeat('(', units / 2)}${repeat(')', units)}\n`,
  'many mail addresses': (units) => repeat('a.b@example.com ', units),
  'almost a mail address': (units) => `${repeat('a.b-', units)}@\n`,
  'strong and emphasis': (units) => `${repeat('*a **a ', units / 2)}b${repeat(' b** b*', units / 2)}\n`,
  'emphasis that never ends': (units) => repeat('*a _', units),
  'emphasis that never starts': (units) => repeat('a_ b* ', units),
  'mixed emphasis, rule of three': (units) => repeat('a***b**c*', units),
  'many asterisks': (units) => `a${repeat('*', units)}b\n`,
  'strikes that never end': (units) => repeat('~~a ', units),
  'backticks in ever longer runs': (units) => stairs(units, (depth) => `e${'`'.repeat(depth)}`, ''),
  'backticks in ever longer runs, on lines': (units) => stairs(units, (depth) => `${'`'.repeat(depth)} a`),
  'fences that never end': (units) => stairs(units, (depth) => `${'`'.repeat(3 + (depth % 50))}\na`),
  'many fences': (units) => repeat('```\na\n```\n', units),
  'one long line of words': (units) => repeat('The role ships sails. ', units),
  'one long line of one letter': (units) => repeat('a', units),
  'one long line of blanks': (units) => `a${repeat(' ', units)}b\n`,
  'one long line of tabs': (units) => `${repeat('\t', units)}b\n`,
  'one long paragraph of short lines': (units) => repeat('The role ships sails\n', units),
  'many short paragraphs': (units) => repeat('a\n\n', units),
  'many different paragraphs': (units) =>
    numbered(units, (n) => `The role ${n} keeps the boat ${n * 7} in order.\n\n`),
  'many headings': (units) => repeat('# a\n', units),
  'many different headings': (units) => numbered(units, (n) => `## Level ${n}\n\n`),
  'headings ever deeper and back': (units) =>
    numbered(units, (n) => `${'#'.repeat(1 + (n % 6))} Engineer ${n}\n\n`),
  'many underlined headings': (units) => repeat('a\n===\n', units),
  'a heading with many hashes': (units) => `# a ${repeat('# ', units)}\n`,
  'many levels': (units) =>
    numbered(
      units,
      (n) =>
        `### Engineer ${n}\n\nThe Engineer ${n} reports to the Manager ${n}.\n\nThe Engineer ${n} is a grade ${n % 12}.\n\n`,
    ),
  'levels that extend each other': (units) =>
    numbered(
      units,
      (n) => `### Engineer ${n}\n\n- Extends the Engineer ${n - 1} responsibilities\n- Ships sails\n\n`,
    ),
  'reporting lines on one line': (units) => repeat('The Engineer reports to the Manager or ', units),
  'reporting lines, one after the other': (units) =>
    repeat('The Engineer reports to the Manager of the Engineers.\n\n', units),
  'grades on one line': (units) => repeat('is a grade 6 ', units),
  'years on one line': (units) => repeat('5+ years of 3 to 5 years ', units),
  'tables of many rows': (units) => `| a | b |\n|---|---|\n${repeat('| c | d |\n', units)}`,
  'tables of many columns': (units) => {
    const columns = units / 12;
    return `|${repeat(' a |', columns * 4)}\n|${repeat('---|', columns * 4)}\n|${repeat(' b |', columns * 4)}\n`;
  },
  'tables wide and high': (units) => {
    const side = Math.floor(Math.sqrt(units / 4));
    return `|${' a |'.repeat(side)}\n|${'---|'.repeat(side)}\n${`|${' b |'.repeat(side)}\n`.repeat(side)}`;
  },
  'tables whose rows are short': (units) =>
    `|${repeat('a|', units / 3)}\n|${repeat('-|', units / 3)}\n${repeat('a\n', units / 3)}`,
  'many tables': (units) => repeat('| a |\n|---|\n| b |\n\n', units),
  'bars without a table': (units) => repeat('a | ', units),
  'rows that almost make a table': (units) => repeat('| a |\n|--', units),
  'many definitions': (units) => numbered(units, (n) => `[a${n}]: /b${n}\n`),
  'many definitions and their uses': (units) =>
    numbered(units, (n) => `[a${n}]: /b${n}\n\n[a${n}] [b][a${n}]\n\n`),
  'definitions that never end': (units) => repeat('[a]: b "', units),
  'a definition with a long label': (units) => `[${repeat('a', units)}]: /b\n`,
  'references without a definition': (units) => repeat('[a][b] ', units),
  'footnotes and their notes': (units) => numbered(units, (n) => `a[^${n}]\n\n[^${n}]: b\n\n`),
  'footnotes within footnotes': (units) => `${repeat('[^', units)}a\n`,
  'HTML that is never closed': (units) => repeat('<div>\n', units),
  'HTML tags that never end': (units) => repeat('<a b="c', units),
  'HTML tags that never end, on lines': (units) => repeat('<a b\n', units),
  'HTML nested': (units) => `${repeat('<b>', units / 2)}a${repeat('</b>', units / 2)}\n`,
  'HTML anchors': (units) => numbered(units, (n) => `<a id="a${n}"></a>\n\n`),
  'comments that never end': (units) => repeat('<!-- a ', units),
  'comments that never end, on lines': (units) => repeat('<!-- a\n\n', units),
  'comment starts within words': (units) => repeat('a <!- -', units),
  'processing instructions that never end': (units) => repeat('<? a ', units),
  'declarations that never end': (units) => repeat('<!A ', units),
  'character data that never ends': (units) => repeat('<![CDATA[ a ', units),
  'suppression comments': (units) =>
    repeat('<!-- jobfam-lint-disable-next-line grade/order -- known -->\n\na\n\n', units),
  'suppression comments that are never ended': (units) =>
    repeat('<!-- jobfam-lint-disable -- known -->\n\n', units),
  'character references': (units) => repeat('&amp;', units),
  'character references that are none': (units) => numbered(units, (n) => `&a${n};`),
  ampersands: (units) => repeat('&', units),
  backslashes: (units) => repeat('\\', units),
  'escaped brackets': (units) => repeat('\\[', units),
  'shortcodes that never end': (units) => repeat('{{< a ', units),
  shortcodes: (units) => repeat('{{< a >}} b {{< /a >}}\n\n', units),
  'shortcodes within shortcodes': (units) => `${repeat('{{< a ', units)}${repeat('>}}', units / 4)}\n`,
  'attribute lists that never end': (units) => repeat('{: a ', units),
  'attribute lists': (units) => repeat('a {#b}\n', units),
  'heading attributes that never end': (units) => repeat('# a {#b\n', units),
  'templates that never end': (units) => repeat('<% a ', units),
  templates: (units) => repeat('<%= a %>', units),
  'front matter that never ends': (units) => `---\n${repeat('a: b\n', units)}`,
  'front matter of many keys': (units) => `---\n${numbered(units, (n) => `a${n}: b\n`)}---\n`,
  'front matter nested': (units) => `---\na: ${repeat('[', units)}\n---\n`,
  'front matter with aliases of aliases': () =>
    `---\n${Array.from({ length: 26 }, (_, n) => `a${n}: &a${n} [${n === 0 ? 'x' : `*a${n - 1}, *a${n - 1}`}]`).join('\n')}\n---\n`,
  'thematic breaks': (units) => repeat('* * *\n', units),
  'dashes and blanks': (units) => `${repeat('- ', units)}\n`,
  'underscores and blanks': (units) => `a ${repeat('_ ', units)}b\n`,
  'carriage returns': (units) => repeat('a\r', units),
  'byte order marks': (units) => repeat('\ufeff', units),
  emoji: (units) => repeat('🚢', units),
  'combining marks': (units) => `a${repeat('\u0301', units)}\n`,
  'right-to-left marks': (units) => repeat('\u202e', units),
  'words doubled': (units) => repeat('the the ', units),
  'phrases doubled': (units) => repeat('ships sail at noon and ', units),
  'many list items alike': (units) =>
    repeat('- Keeps the boats of the harbour in good order and reports what is missing\n', units),
  pronouns: (units) => repeat('he or she his/her (s)he ', units),
  placeholders: (units) => repeat('TODO TBD [insert] <x> XXX ', units),
  'misspelled words, each another': (units) => numbered(units, (n) => `respnsiblty${letters(n)} `),
  'misspelled words, on lines': (units) => numbered(units, (n) => `- Respnsiblty${letters(n)} managment\n`),
  'hyphens and slashes': (units) => repeat('a-b/c', units),
  'quotation marks': (units) => repeat('"\'', units),
  'full stops': (units) => repeat('.', units),
  commas: (units) => repeat('a, ', units),
  digits: (units) => repeat('1', units),
  capitals: (units) => repeat('A ', units),
};

/** `piece` as often as it fits into so many UTF-16 units. */
function repeat(piece: string, units: number): string {
  return piece.repeat(Math.max(1, Math.floor(units / piece.length)));
}

/** Pieces made of 0, 1, 2 …, up to so many UTF-16 units. */
function numbered(units: number, piece: (number: number) => string): string {
  const parts: string[] = [];
  for (let length = 0, n = 0; length < units; n += 1) {
    const part = piece(n);
    parts.push(part);
    length += part.length;
  }
  return parts.join('');
}

/** Pieces ever longer, up to so many UTF-16 units. */
function stairs(units: number, piece: (step: number) => string, between = '\n'): string {
  return numbered(units, (n) => piece(n + 1) + between);
}

function letters(number: number): string {
  return Array.from(String(number), (digit) => 'abcdefghij'.charAt(Number(digit))).join('');
}

import fc from 'fast-check';

/** An edit of one of several pages. Numbers beyond a page count from its start again. */
export interface AnyEdit {
  readonly page: number;
  readonly at: number;
  /** Whether it stands at the start of a line. */
  readonly isAtLine: boolean;
  /** UTF-16 units that are taken out. */
  readonly gone: number;
  readonly put: string;
}

/** What turns the meaning of what follows, or is what rules look for; empty for a line of another page. */
const pieces = [
  '',
  '',
  'x',
  ' the the ',
  '\n\n',
  '- Looks after the boats of the winter season in every harbour.\n',
  'One more line of words that nobody has an opinion on.\n\n',
  'The Pilot reports to the Harbour Master.\n\n',
  'The Pilot is a grade 9.\n\n',
  '<!-- ',
  ' -->',
  '```\n',
  '## Responsibilities\n\n',
  '### Senior Pilot\n\n',
  '---\n',
  '> ',
  '[the crew](/crew/#who)',
  '<a id="levels"></a>\n',
  '🙂',
];

export const anyEdit: fc.Arbitrary<AnyEdit> = fc.record({
  page: fc.nat(1000),
  at: fc.nat(100_000),
  isAtLine: fc.oneof(
    { arbitrary: fc.constant(true), weight: 3 },
    { arbitrary: fc.constant(false), weight: 1 },
  ),
  gone: fc.oneof({ arbitrary: fc.constant(0), weight: 4 }, { arbitrary: fc.nat(60), weight: 1 }),
  put: fc.constantFrom(...pieces),
});

/** The page's path and its text after the edit. */
export function edited(texts: ReadonlyMap<string, string>, edit: AnyEdit): readonly [string, string] {
  const all = [...texts];
  const [path, text] = all[edit.page % all.length] ?? ['', ''];
  const any = edit.at % (text.length + 1);
  const at = edit.isAtLine ? text.lastIndexOf('\n', any - 1) + 1 : any;
  const lines = all[(edit.page + 1) % all.length]?.[1].split('\n') ?? [];
  const put = edit.put === '' && edit.gone === 0 ? `${lines[edit.at % lines.length] ?? ''}\n` : edit.put;
  return [path, text.slice(0, at) + put + text.slice(at + edit.gone)];
}

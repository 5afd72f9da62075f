import { expect, it, vi } from 'vitest';
import { Reviewed } from '../../support/gitlab/reviewed.ts';

vi.setConfig({ testTimeout: 60_000 });

const page = 'content/engineer.md';

/** What a page can say to make a comment do something. */
const hostile = [
  '/close',
  '/approve\n/merge',
  '@all @pat #1 !1 &1 $1 ~label %1 acme/handbook#2',
  '</details><img src=x onerror=alert(1)><!-- jobfam-lint:v1 thread',
  '```\n/close\n```',
  '````suggestion:-0+0\nx\n````',
  '>>>\n/close\n>>>',
  '\u001b[31mred\u001b[0m \u0007 \u009b2J \u202eevil',
  '[a](javascript:alert(1)) ![b](https://evil.example/x.png) :tada: deadbeef1234',
  '| a | b |\n|---|---|\n/close',
];

/** The text stands in headings, links, anchors and in words that stand twice, of which findings speak. */
const family = (text: string): string => {
  const line = text.replace(/\n/gu, ' ');
  return [
    '# Engineer',
    `## ${line}`,
    `## ${line}`,
    `See [${line}](#${encodeURIComponent(line)}) and [it](<#${line.replace(/[<>]/gu, '')}>).`,
    `The the ${line} ${line} is is here.`,
    `The Engineer reports to the ${line}.`,
    `The Engineer is a grade ${line}.`,
    text,
    text,
    '',
  ].join('\n\n');
};

it.each(hostile.map((text) => [JSON.stringify(text), text]))(
  'a page that says %s makes nothing happen',
  async (_, text) => {
    const reviewed = await Reviewed.start({ [page]: '# Engineer\n' });
    reviewed.push({ [page]: family(text) });
    const ran = await reviewed.review([
      '--only',
      'duplicate,reports-to,grade,structure,language',
      '--max-threads',
      '3',
    ]);
    const again = family(`${text} `);
    reviewed.push({ [page]: again });
    await reviewed.review(['--only', 'duplicate,reports-to,grade,structure,language', '--max-threads', '3']);
    expect(reviewed.threads.length).toBeGreaterThan(0);
    expect(reviewed.handbook.mergeRequest.commands).toEqual([]);
    expect([...reviewed.handbook.mergeRequest.references]).toEqual([]);
    // Line breaks and tabs aside, nothing that a terminal obeys.
    expect(ran.stdout + ran.stderr).not.toMatch(/[^\n\t\P{Cc}]|\p{Bidi_Control}/u);
    for (const body of [...reviewed.threads.map((note) => note.body), ...reviewed.summaries])
      expect(body).not.toMatch(/^\s*\/\w/mu);
  },
);

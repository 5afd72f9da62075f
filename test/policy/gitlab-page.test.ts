import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { rules } from '../../rules/index.ts';
import { bundledFiles } from '../../src/host/bundled-files.ts';
import { readDocument } from '../../src/markdown/read.ts';
import { plainSentence } from '../../src/policy/policies/links.ts';
import { Anchorizer } from '../../src/site/anchors/styles.ts';

interface Quote {
  readonly id: string;
  readonly page: string;
  readonly anchor: string;
  readonly sentence: string;
}

const path = join(
  import.meta.dirname,
  '../../../shared/corpora/www-2022/sites/handbook/source/handbook/hiring/job-families/index.html.md',
);

const quotes: Quote[] = [
  ...rules.flatMap(({ id, policy }) => (policy ? [{ id, ...policy }] : [])),
  ...bundledFiles('presets/gitlab').flatMap(({ text }) => {
    const { policies } = parse(text) as { policies: { id: string; link: Omit<Quote, 'id'> }[] };
    return policies.map(({ id, link }) => ({ id: `policy/${id}`, ...link }));
  }),
];

describe.skipIf(!existsSync(path))('GitLab’s page on job families', () => {
  const text = existsSync(path) ? readFileSync(path, 'utf8') : '';
  const { sections, blocks } = readDocument('page.md', text);
  const anchorizer = new Anchorizer('kramdown');
  const byAnchor = new Map(
    sections
      .slice(1)
      .map((section) => [
        section.id ?? anchorizer.idOf({ source: section.title, text: section.title }),
        section,
      ]),
  );

  it.each(quotes)('says under #$anchor what $id enforces', ({ page, anchor, sentence }) => {
    expect(page).toBe('handbook/hiring/job-families');
    const section = byAnchor.get(anchor);
    expect(section).toBeDefined();
    const { start, end } = section?.span ?? { start: 0, end: 0 };
    const texts = [
      text.slice(start, end),
      ...blocks.filter(({ span }) => span.start >= start && span.end <= end).map(({ inline }) => inline.text),
    ].map(plainSentence);
    // The templates' own text stands in code, sentences of the prose in paragraphs.
    expect(texts.some((one) => one.includes(plainSentence(sentence)))).toBe(true);
  });
});

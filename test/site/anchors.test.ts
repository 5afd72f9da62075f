import { describe, expect, it } from 'vitest';
import { headingText } from '../../src/markdown/heading-text.ts';
import { readLandmarks } from '../../src/markdown/landmarks.ts';
import { pageAnchors, possibleAnchors } from '../../src/site/anchors/page-anchors.ts';
import type { AnchorStyleName } from '../../src/site/anchors/styles.ts';

const ids = (style: AnchorStyleName, text: string) =>
  pageAnchors(readLandmarks('a.md', text), style, headingText).map(({ id }) => id);

describe.each<[string, Record<AnchorStyleName, string>]>([
  [
    '1. Rye & wheat: 50% each',
    {
      kramdown: 'rye--wheat-50-each',
      'kramdown-gfm': '1-rye--wheat-50-each',
      goldmark: '1-rye--wheat-50-each',
      gitlab: '1-rye--wheat-50-each',
      'gitlab-legacy': '1-rye-wheat-50-each',
      github: '1-rye--wheat-50-each',
    },
  ],
  [
    'Ovens – _hot_ & `dry_run`',
    {
      kramdown: 'ovens--hot--dryrun',
      'kramdown-gfm': 'ovens--hot--dry_run',
      goldmark: 'ovens--_hot_--dry_run',
      gitlab: 'ovens--hot--dry_run',
      'gitlab-legacy': 'ovens-hot-dry_run',
      github: 'ovens--hot--dry_run',
    },
  ],
  [
    'Bread [recipes](/recipes/)',
    {
      kramdown: 'bread-recipesrecipes',
      'kramdown-gfm': 'bread-recipes',
      goldmark: 'bread-recipesrecipes',
      gitlab: 'bread-recipes',
      'gitlab-legacy': 'bread-recipes',
      github: 'bread-recipes',
    },
  ],
  [
    'Ährenlese',
    {
      kramdown: 'hrenlese',
      'kramdown-gfm': 'ährenlese',
      goldmark: 'ährenlese',
      gitlab: 'ährenlese',
      'gitlab-legacy': 'ährenlese',
      github: 'ährenlese',
    },
  ],
])('the heading “%s”', (heading, expected) => {
  it.each(Object.entries(expected) as [AnchorStyleName, string][])('in %s is %s', (style, id) => {
    expect(ids(style, `## ${heading}\n`)).toEqual([id]);
  });
});

describe('a second heading of the same words', () => {
  it('gets a number', () => {
    const text = '## Levels\n\n## Levels\n\n## Levels\n';
    for (const style of ['kramdown', 'goldmark', 'gitlab', 'github'] as const) {
      expect(ids(style, text), style).toEqual(['levels', 'levels-1', 'levels-2']);
    }
  });

  it('passes over an id that another heading has, but for kramdown', () => {
    const text = '## Levels\n\n## Levels 1\n\n## Levels\n';
    expect(ids('goldmark', text)).toEqual(['levels', 'levels-1', 'levels-2']);
    expect(ids('kramdown', text)).toEqual(['levels', 'levels-1', 'levels-1']);
  });
});

describe('an id given by hand', () => {
  it('takes the place of the made one where it is understood', () => {
    expect(ids('goldmark', '## Levels {#rungs}\n')).toEqual(['rungs']);
    expect(ids('kramdown', '## Levels {#rungs}\n')).toEqual(['rungs']);
    expect(ids('kramdown', '## Levels\n{: #rungs .wide}\n')).toEqual(['rungs']);
    expect(ids('kramdown', '{: #rungs}\n\n## Levels\n')).toEqual(['rungs']);
  });

  it('stands beside the made one where it is not', () => {
    expect(ids('goldmark', '## Levels\n{: #rungs}\n')).toEqual(['rungs', 'levels']);
    expect(ids('kramdown', '## Levels\n{: #1st}\n')).toEqual(['1st', 'levels']);
  });

  it('counts in HTML too', () => {
    const text = '<a name="one"></a> <span id=\'two\'>x</span>\n';
    expect(ids('goldmark', text)).toEqual(['one', 'two']);
  });

  it.each(['fn:rye', 'fnref:rye', 'fn:1', 'fnref:1', 'fn-rye', 'fnref-rye'])('has the note %s', (id) => {
    expect(ids('goldmark', 'Bread.[^rye]\n\n[^rye]: Dark.\n')).toContain(id);
  });

  it('has no more notes than there are', () => {
    expect(ids('kramdown', 'Bread.[^rye]\n\n[^rye]: Dark.\n')).not.toContain('fn:2');
  });
});

describe('what is a heading', () => {
  it.each<[string, string, readonly AnchorStyleName[]]>([
    ['without a blank behind the hashes', '##Levels\n', ['kramdown']],
    ['right below text', 'Text\n## Levels\n', ['kramdown-gfm', 'goldmark', 'gitlab', 'github']],
    ['with blanks before the hashes', '  ## Levels\n', ['goldmark', 'gitlab', 'github']],
    ['in a list item', '- ## Levels\n', ['kramdown', 'kramdown-gfm', 'goldmark', 'gitlab', 'github']],
    ['in a quote', '> ## Levels\n', ['kramdown', 'kramdown-gfm', 'goldmark', 'gitlab', 'github']],
    ['below a line of HTML', '<div>\n## Levels\n</div>\n', ['kramdown', 'kramdown-gfm']],
    ['in code', '```\n## Levels\n```\n', []],
    ['behind a fence that is never closed', '```\n\n## Levels\n', ['kramdown', 'kramdown-gfm']],
    ['in a comment', '<!--\n## Levels\n-->\n', []],
    ['in a script', '<script>\n\n## Levels\n\n</script>\n', []],
    ['indented like code', '    ## Levels\n', []],
  ])('%s', (_, text, styles) => {
    const all = ['kramdown', 'kramdown-gfm', 'goldmark', 'gitlab', 'github'] as const;
    expect(all.filter((style) => ids(style, text).includes('levels'))).toEqual(styles);
  });

  it('may be one where lists go on behind blanks', () => {
    const landmarks = readLandmarks('a.md', '- Item\n\n    ## Levels\n');
    expect(possibleAnchors(landmarks, 'goldmark', headingText).map(({ id }) => id)).toEqual(['levels']);
  });
});

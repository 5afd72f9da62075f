import { describe, expect, it } from 'vitest';
import { readDocument } from '../../src/markdown/read.ts';
import { linkEvidence } from '../../src/policy/init/link-evidence.ts';
import { urlPrefix } from '../../src/policy/init/url-prefix.ts';
import type { LayoutName, SiteInput } from '../../src/site/settings.ts';

function siteOf(layout: LayoutName, texts: Readonly<Record<string, string>>): SiteInput {
  return {
    layout,
    origins: [],
    anchors: null,
    complete: null,
    redirects: [],
    files: Object.keys(texts).map((path) => ({ path, place: `/${path}`, isAsset: false })),
    read: (path) => texts[path] ?? null,
  };
}

function evidence(layout: LayoutName, texts: Readonly<Record<string, string>>) {
  const documents = Object.entries(texts).map(([path, text]) => readDocument(path, text));
  return linkEvidence(siteOf(layout, texts), documents);
}

const count = (number: number, make: (index: number) => string): string =>
  Array.from({ length: number }, (_, index) => make(index)).join('\n\n');

describe('what links tell of a site', () => {
  it('a folder of which a third of the named pages is missing lies elsewhere', () => {
    const { whole, lacking } = evidence('hugo', {
      'docs/a.md': `${count(5, (index) => `[x](/roles/gone-${index}/)`)}\n\n[b](/docs/b/) [c](/roles/c/)`,
      'docs/b.md': '',
      'roles/c.md': '',
    });
    expect(whole).toEqual(['/docs']);
    expect(lacking).toEqual([{ url: '/roles', here: 1, named: 6 }]);
  });

  it('a few broken links among many, or one address named often, say nothing', () => {
    const others = Object.fromEntries(Array.from({ length: 20 }, (_, index) => [`docs/p${index}.md`, '']));
    const { lacking } = evidence('hugo', {
      'docs/a.md': `${count(20, (index) => `[x](/docs/p${index}/)`)}\n\n${count(5, (index) => `[x](/docs/gone-${index}/)`)}`,
      'roles/b.md': count(9, () => '[x](/roles/gone/)'),
      ...others,
    });
    expect(lacking).toEqual([]);
  });

  it('another way to make anchors is taken where links clearly fit it better', () => {
    const headings = count(12, (index) => `## ${index}. Step (the ${index}th)`);
    const { anchors } = evidence('hugo', {
      'docs/a.md': count(12, (index) => `[x](/docs/b/#step-the-${index}th)`),
      'docs/b.md': headings,
    });
    expect(anchors).toEqual({ style: 'kramdown', fits: 12, links: 12, isUsual: false });
  });

  it('the usual way stays where few links fit another one', () => {
    const { anchors } = evidence('middleman', {
      'docs/a.html.md': '[x](/docs/b.html#1-step) [y](#own)\n\n## Own',
      'docs/b.html.md': '## 1. Step',
    });
    expect(anchors).toEqual({ style: 'kramdown', fits: 1, links: 2, isUsual: true });
  });
});

describe('the address of a content folder', () => {
  const site = siteOf(
    'hugo',
    Object.fromEntries(['a', 'b', 'c', 'd', 'e'].map((name) => [`x/${name}.md`, ''])),
  );
  const named = (prefix: string) => new Set(['a', 'b', 'c', 'd', 'e'].map((name) => `${prefix}/x/${name}/`));

  it('is the top of the site where links lead there', () => {
    expect(urlPrefix(site, named(''))).toBe('/');
  });

  it('is the first step without which they lead there', () => {
    expect(urlPrefix(site, named('/handbook'))).toBe('/handbook');
  });

  it('is the top where too few links tell', () => {
    expect(urlPrefix(site, new Set(['/handbook/x/a/', '/handbook/x/b/']))).toBe('/');
  });
});

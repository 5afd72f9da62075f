import { describe, expect, it } from 'vitest';
import type { SiteInput } from '../../src/site/settings.ts';
import { siteFacts } from '../../src/site/site-facts.ts';
import { factsOf, outcome, outcomes, redirect, type SmallSite } from './small-site.ts';

/** A linted page with these targets, one link each. */
const page = (...targets: readonly string[]) =>
  `# Links\n\n${targets.map((target) => `- [x](${target})`).join('\n')}\n`;

const bakery = {
  'roles/baker.md': '# Baker\n\n## Levels\n\n### Senior Baker {#senior}\n\n## Levels\n',
  'roles/_index.md': '# Roles\n',
  'values/_index.md': '# Values\n\n<a name="warmth"></a>\n',
};

const from = (place: string, targets: readonly string[], site: Partial<SmallSite> = {}) =>
  outcomes({ ...site, files: { [place]: page(...targets), ...bakery, ...site.files } });

describe('links on a Hugo site', () => {
  it('lead to pages however they are written', () => {
    const targets = [
      '/roles/baker/',
      '/roles/baker',
      '/roles/baker/index.html',
      '../baker/',
      '/roles//./baker/',
      '/roles/%62aker/',
      '/roles/baker/?x=1',
    ];
    expect(from('roles/miller.md', targets)).toEqual(targets.map(() => 'found roles/baker.md'));
  });

  it('are broken where nothing answers, in a part of the site that is known', () => {
    expect(from('roles/miller.md', ['/roles/cook/', 'cook/', '/prices/', '/roles/chart.png', '/'])).toEqual([
      'no-page',
      'no-page',
      'unjudged',
      'unjudged',
      'unjudged',
    ]);
  });

  it('are judged where the site is said to be complete, and only there', () => {
    expect(from('roles/miller.md', ['/roles/cook/', '/prices/'], { complete: ['/prices'] })).toEqual([
      'unjudged',
      'no-page',
    ]);
    expect(from('roles/miller.md', ['/roles/cook/', '/prices/'], { complete: ['/'] })).toEqual([
      'no-page',
      'no-page',
    ]);
  });

  it('are judged in unknown parts of the site where only a slip in the first folder is in the way', () => {
    const targets = ['/rolls/baker/', '/rolls/cook/', '/roles2/baker/', '/rolls/'];
    expect(from('roles/miller.md', targets)).toEqual(['no-page', 'unjudged', 'unjudged', 'unjudged']);
  });

  it('may lead to pages that Hugo makes of itself', () => {
    const targets = ['/tags/', '/categories/bread/', '/roles/page/2/', '/404.html', '/tag/'];
    expect(from('roles/miller.md', targets, { complete: ['/'] })).toEqual([
      'unjudged',
      'unjudged',
      'unjudged',
      'unjudged',
      'no-page',
    ]);
  });

  it('may lead to folders whose page is made elsewhere', () => {
    expect(from('teams/dough/miller.md', ['/teams/dough/', '/teams/'])).toEqual(['unjudged', 'unjudged']);
  });

  it('are left to the server where only capitals differ, and to the site’s settings where they name files', () => {
    expect(
      from('roles/miller.md', ['/Roles/Baker/', 'baker.md', './baker', '/content/roles/baker.md']),
    ).toEqual(Array(4).fill('unjudged roles/baker.md'));
    expect(from('roles/miller.md', ['cook.md', './cook'])).toEqual(['no-page', 'no-page']);
  });

  it('lead to anchors: made of headings, given by hand, and in HTML', () => {
    const anchors = ['levels', 'senior', 'levels-1', 'top', '', 'Levels', 'senior-baker', 'levels-2'];
    const links = anchors.map((anchor) => `/roles/baker/#${anchor}`);
    expect(from('roles/miller.md', [...links, '/values/#warmth', '#links', '#lost'])).toEqual([
      ...['found', 'found', 'found', 'found', 'found'].map((verdict) => `${verdict} roles/baker.md`),
      ...['no-anchor', 'no-anchor', 'no-anchor'].map((verdict) => `${verdict} roles/baker.md`),
      'found values/_index.md',
      'found roles/miller.md',
      'no-anchor roles/miller.md',
    ]);
  });

  it('are not judged where template code may make the headings', () => {
    const files = {
      'roles/made.md': '# Made\n\n{{< levels-table >}}\n',
      'roles/framed.md': '# Framed\n\n{{% alert %}}\n\nHot.\n\n{{% /alert %}}\n',
    };
    expect(from('roles/miller.md', ['/roles/made/#x', '/roles/framed/#x'], { files })).toEqual([
      'unjudged roles/made.md',
      'no-anchor roles/framed.md',
    ]);
  });

  it('to other places are left out', () => {
    const targets = [
      'https://other.example.com/roles/',
      'mailto:baker@example.com',
      'tel:+49123',
      '{{< param x >}}',
      '<%= path %>',
    ];
    expect(from('roles/miller.md', targets, { origins: ['https://bakery.example.com'] })).toEqual([]);
  });

  it('with the address of the site itself count', () => {
    const targets = [
      'https://bakery.example.com/roles/baker/',
      '//Bakery.example.com/roles/cook/',
      'http://bakery.example.com/roles/baker/#x',
    ];
    expect(from('roles/miller.md', targets, { origins: ['https://bakery.example.com'] })).toEqual([
      'found roles/baker.md',
      'no-page',
      'no-anchor roles/baker.md',
    ]);
  });

  it('of ref and relref are found by path, and by name where there is one', () => {
    const files = {
      'a/oven.md': '# Oven\n\n## Heat\n',
      'b/oven.md': '# Oven\n',
      'b/mill/index.md': '# Mill\n',
    };
    const refs = [
      'baker.md',
      '/values',
      'a/oven#heat',
      'mill',
      'oven',
      'nowhere',
      '#links',
      'a/oven.md#cold',
    ];
    const targets = refs.map((ref, index) =>
      index % 2 ? `{{% relref "${ref}" %}}` : `{{< ref "${ref}" >}}`,
    );
    expect(from('roles/miller.md', targets, { files })).toEqual([
      'found roles/baker.md',
      'found values/_index.md',
      'found a/oven.md',
      'found b/mill/index.md',
      'unjudged',
      'no-page',
      'found roles/miller.md',
      'no-anchor a/oven.md',
    ]);
  });

  it('follow what front matter says of addresses', () => {
    const files = {
      'roles/cook.md': '---\ntitle: Cook\nslug: chef\naliases: [/kitchen/, stove]\n---\n\n## Pans\n',
      'roles/waiter.md': '---\nurl: /tables/\n---\n',
    };
    expect(
      from(
        'roles/miller.md',
        [
          '/roles/chef/#pans',
          '/kitchen/#pots',
          '/roles/stove/',
          '/roles/cook/',
          '/tables/',
          '/roles/waiter/',
        ],
        { files },
      ),
    ).toEqual([
      'found roles/cook.md',
      'no-anchor roles/cook.md by /kitchen/ → /roles/chef/',
      'found roles/cook.md by /roles/stove/ → /roles/chef/',
      'no-page roles/cook.md',
      'found roles/waiter.md',
      'no-page roles/waiter.md',
    ]);
  });
});

describe('redirects', () => {
  const redirects = [
    redirect('exact', '/old/', '/older/'),
    redirect('exact', '/older/', '/roles/baker/'),
    redirect('exact', '/round/', '/about/'),
    redirect('exact', '/about/', '/round/'),
    redirect('exact', '/self/', '/self/'),
    redirect('exact', '/shop/', 'https://shop.example.com/'),
    redirect('exact', '/lost/', '/roles/cook/'),
    redirect('exact', '/part/', '/roles/baker/#senior'),
    redirect('prefix', '/roles/', '/values/'),
    redirect('exact', '/shown/', '/roles/baker/', { isRewrite: true }),
    redirect('exact', '/forced/', '/roles/baker/', { force: true }),
    redirect('exact', '/maybe/', null),
  ];
  const files = { 'forced/_index.md': '# Forced\n', 'self/_index.md': '# Self\n' };
  const follow = (...targets: readonly string[]) => from('values/x.md', targets, { redirects, files });

  it('are followed to the end', () => {
    expect(follow('/old/#senior', '/old/#x', '/shop/', '/maybe/')).toEqual([
      'found roles/baker.md by /old/ → /older/ → /roles/baker/',
      'no-anchor roles/baker.md by /old/ → /older/ → /roles/baker/',
      'unjudged by /shop/ → https://shop.example.com/',
      'unjudged',
    ]);
  });

  it('in a circle are told', () => {
    expect(follow('/round/')).toEqual(['loop by /round/ → /about/ → /round/']);
  });

  it('give way to a page, unless they are forced', () => {
    expect(follow('/roles/baker/', '/self/', '/forced/')).toEqual([
      'found roles/baker.md',
      'found self/_index.md',
      'found roles/baker.md by /forced/ → /roles/baker/',
    ]);
  });

  it('that set an anchor take the place of the link’s own', () => {
    expect(follow('/part/#x')).toEqual(['found roles/baker.md by /part/ → /roles/baker/#senior']);
  });

  it('that show the other page are no way around', () => {
    expect(follow('/shown/#x')).toEqual(['no-anchor roles/baker.md']);
  });

  it('to a page that another redirect takes over go on', () => {
    expect(follow('/lost/')).toEqual(['found values/_index.md by /lost/ → /roles/cook/ → /values/']);
  });

  it('come to an end, however long the chain', () => {
    const long = Array.from({ length: 500 }, (_, step) => redirect('exact', `/s${step}/`, `/s${step + 1}/`));
    const [only = ''] = from('values/x.md', ['/s0/'], { redirects: long });
    expect(only).toMatch(/^loop by \/s0\/ → /);
  });
});

describe('links on a Middleman site', () => {
  const site: SmallSite = {
    layout: 'middleman',
    anchors: 'kramdown',
    files: {
      'roles/miller/index.html.md': page(
        '/roles/baker/',
        '../baker',
        '/roles/cook',
        '/roles/cook.html',
        '/roles/chart/#x',
        '/roles/nobody.html',
        'notes.html',
        '/roles/baker/#1-first',
        '/roles/baker/#first',
        '/roles/baker/#tight',
        '/roles/baker/#lost',
      ),
      'roles/baker/index.html.md.erb': '## 1. First\n\n##Tight\n',
      'roles/cook.html.md': '# Cook\n',
      'roles/chart/index.html.haml': '',
    },
  };

  it('find pages of all endings, and do not judge what is not markdown', () => {
    expect(outcomes(site)).toEqual([
      'found roles/baker/index.html.md.erb',
      'found roles/baker/index.html.md.erb',
      'found roles/cook.html.md',
      'found roles/cook.html.md',
      'unjudged roles/chart/index.html.haml',
      'no-page',
      'no-page',
      // So the heading is called where kramdown reads GFM.
      'unjudged roles/baker/index.html.md.erb',
      'found roles/baker/index.html.md.erb',
      'found roles/baker/index.html.md.erb',
      'no-anchor roles/baker/index.html.md.erb',
    ]);
  });
});

describe('links between plain files', () => {
  const site: SmallSite = {
    layout: 'plain',
    anchors: 'gitlab',
    files: {
      'roles/miller.md': page(
        'baker.md#levels',
        '../README.md',
        '/roles/baker.md',
        'cook.md',
        '../',
        'baker',
        '../missing.md',
        'mill.png',
        '#links',
      ),
      'roles/baker.md': '## Levels\n',
      'README.md': '# Bakery\n',
      'roles/mill.png': '',
    },
  };

  it('are paths from the file', () => {
    expect(outcomes(site)).toEqual([
      'found roles/baker.md',
      'found README.md',
      'found roles/baker.md',
      'no-page',
      'found README.md',
      'unjudged',
      'no-page',
      'found',
      'found roles/miller.md',
    ]);
  });
});

describe('the facts', () => {
  const files = {
    'roles/miller.md': page('/roles/baker/', 'https://x.example.com/', '/values/#x', '/roles/cook/'),
    ...bakery,
  };

  it('name each link by its index, with its address and anchor', () => {
    const { links } = factsOf({ files });
    expect(links.get('roles/miller.md')?.map(({ link, url, anchor }) => [link, url, anchor])).toEqual([
      [0, '/roles/baker/', null],
      [2, '/values/', 'x'],
      [3, '/roles/cook/', null],
    ]);
  });

  it('hold the linted pages and those that links reach, with titles, headings and offsets', () => {
    const { targets } = factsOf({ files: { ...files, 'roles/far.md': '# Far\n' } });
    expect([...targets.keys()]).toEqual(['roles/baker.md', 'roles/miller.md', 'values/_index.md']);
    expect(targets.get('roles/baker.md')).toEqual({
      path: 'roles/baker.md',
      url: '/roles/baker/',
      title: 'Baker',
      isOpen: false,
      anchors: [
        { id: 'baker', title: 'Baker', depth: 1, offset: 0 },
        { id: 'levels', title: 'Levels', depth: 2, offset: 9 },
        { id: 'senior', title: 'Senior Baker', depth: 3, offset: 20 },
        { id: 'levels-1', title: 'Levels', depth: 2, offset: 48 },
      ],
    });
  });

  it('list all pages by address', () => {
    expect([...factsOf({ files }).urls]).toEqual([
      ['/roles/', 'roles/_index.md'],
      ['/roles/baker/', 'roles/baker.md'],
      ['/roles/miller/', 'roles/miller.md'],
      ['/values/', 'values/_index.md'],
    ]);
  });

  it('are made without reading pages that no link reaches', () => {
    const { read } = factsOf({ files: { 'a/x.md': page('/a/y/'), 'a/y.md': '', 'a/z.md': '' } });
    expect(read).toEqual(['a/y.md']);
  });

  it.each([1, 2, 9])('are the same where %i steps of reading were made before', (ahead) => {
    const site = {
      files: {
        'roles/miller.md': `---\nurl: /mill/\n---\n\n${page('/roles/baker/#senior', '/values/#cold', '/mill/#links')}`,
        ...bakery,
      },
      linted: ['roles/miller.md', 'roles/baker.md'],
    };
    const { read: later, ...facts } = factsOf(site);
    const { read: before, ...same } = factsOf({ ...site, ahead });
    expect(same).toEqual(facts);
    expect(facts.links.get('roles/miller.md')?.map(outcome)).toEqual([
      'found roles/baker.md',
      'no-anchor values/_index.md',
      'found roles/miller.md',
    ]);
    expect(new Set(before)).toEqual(new Set(later));
  });

  it('take the linted text, not the file', () => {
    const { links } = factsOf({ files: { 'a/x.md': page('#links') } });
    expect(links.get('a/x.md')?.map(outcome)).toEqual(['found a/x.md']);
  });
});

it('of a folder within another, its own address counts', () => {
  const path = 'content/docs/a.md';
  const input: SiteInput = {
    layout: 'hugo',
    origins: [],
    anchors: 'goldmark',
    redirects: [],
    complete: null,
    files: [
      { path, place: '/manual/a.md', isAsset: false },
      { path, place: '/docs/a.md', isAsset: false },
    ],
    read: () => '',
  };
  expect([...siteFacts([], input).urls]).toEqual([['/manual/a/', path]]);
});

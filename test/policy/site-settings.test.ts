import { describe, expect, it } from 'vitest';
import { siteInput } from '../../src/cli/site.ts';
import type { Failure } from '../../src/lint/finding.ts';
import { loadConfig } from '../../src/policy/load-config.ts';
import { siteSettings } from '../../src/policy/site-settings.ts';
import { memoryFiles } from '../support/memory-files.ts';

type Files = Readonly<Record<string, string>>;

async function settings(content: Files, config = '') {
  const files = memoryFiles(
    config === '' ? content : { ...content, '/work/jobfam-lint.config.yaml': config },
  );
  const file = config === '' ? null : '/work/jobfam-lint.config.yaml';
  return siteSettings(await loadConfig(files, [], { file }), files);
}

describe('without a description, a site', () => {
  it('of Hugo is known by its config beside the content', async () => {
    const hugo = { layout: 'hugo', content: [{ folder: 'content', url: '/' }], anchors: 'goldmark' };
    expect(await settings({ '/work/hugo.toml': '', '/work/content/a.md': '' })).toMatchObject(hugo);
    expect(await settings({ '/work/config/_default/hugo.yaml': '', '/work/content/a.md': '' })).toMatchObject(
      hugo,
    );
    expect(await settings({ '/work/content/a.md': '' })).toBeNull();
  });

  it('of Middleman is known by config.rb beside the source', async () => {
    const content = { '/work/config.rb': '', '/work/source/a.html.md': '' };
    expect(await settings(content)).toMatchObject({
      layout: 'middleman',
      content: [{ folder: 'source', url: '/' }],
      anchors: 'kramdown',
    });
    expect(await settings(content, 'site: {layout: plain}\n')).toBeNull();
  });
});

describe('with folders of content', () => {
  const config = 'site: {content: [{folder: pages, url: /}]}\n';

  it('the layout is told by the names of files', async () => {
    expect((await settings({ '/work/pages/a/_index.md': '' }, config))?.layout).toBe('hugo');
    expect((await settings({ '/work/pages/a/index.html.md': '' }, config))?.layout).toBe('middleman');
    expect((await settings({ '/work/pages/a/b.md': '' }, config))?.layout).toBe('plain');
  });

  it('Hugo’s static files count, unless others are named', async () => {
    const content = { '/work/pages/_index.md': '', '/work/static/logo.png': '' };
    expect((await settings(content, config))?.assets).toEqual([{ folder: 'static', url: '/' }]);
    const named = 'site: {content: [{folder: pages, url: /}], assets: []}\n';
    expect((await settings(content, named))?.assets).toEqual([]);
  });
});

describe('all pages of the site', () => {
  const config = 'site: {layout: hugo, content: [{folder: content, url: /}]}\n';
  const complete = async (hugo: Files, text = config) =>
    (await settings({ '/work/content/a.md': '', ...hugo }, text))?.complete;
  const plain = 'baseURL = "https://port.example/"\ntitle = "Port"\n';

  it.each<[string, Files]>([
    ['TOML', { '/work/hugo.toml': plain }],
    ['YAML', { '/work/config/_default/hugo.yaml': 'baseURL: https://port.example\n# theme: none\n' }],
    ['JSON', { '/work/hugo.json': '{"baseURL": "https://port.example/", "title": "Modules: a history"}' }],
    [
      'a theme without pages',
      { '/work/hugo.toml': `${plain}theme = "dock"\n`, '/work/themes/dock/layouts/index.html': '' },
    ],
  ])('are in the content where Hugo’s config says nothing else: %s', async (_, files) => {
    expect(await complete(files)).toEqual(['/']);
  });

  it.each<[string, Files]>([
    ['there is no config', {}],
    ['modules bring more', { '/work/hugo.toml': `${plain}[module]\n[[module.imports]]\npath = "a"\n` }],
    ['there are languages', { '/work/hugo.yaml': 'baseURL: https://port.example/\nlanguages:\n  de: {}\n' }],
    [
      'a file of the config is about modules',
      { '/work/hugo.toml': plain, '/work/config/_default/module.toml': '' },
    ],
    ['the site stands in a folder', { '/work/hugo.toml': 'baseURL = "https://port.example/handbook/"\n' }],
    ['its address is set elsewhere', { '/work/hugo.toml': 'title = "Port"\n' }],
    ['the theme is not there', { '/work/hugo.toml': `${plain}theme = ["dock"]\n` }],
    [
      'the theme has pages',
      { '/work/hugo.toml': `${plain}theme = "dock"\n`, '/work/themes/dock/content/a.md': '' },
    ],
  ])('may be elsewhere where %s', async (_, files) => {
    expect(await complete(files)).toBeNull();
  });

  it('may be elsewhere where the folder is not all of the site, and are where the config says', async () => {
    const hugo = { '/work/hugo.toml': plain };
    expect(await complete(hugo, config.replace('url: /', 'url: /handbook'))).toBeNull();
    expect(await complete(hugo, config.replace('}]', '}, {folder: more, url: /more}]'))).toBeNull();
    expect(await complete(hugo, config.replace('layout', 'complete: [/a], layout'))).toEqual(['/a']);
  });
});

describe('the site for the rules', () => {
  const config = [
    'site:',
    '  layout: hugo',
    '  content: [{folder: content, url: /handbook}]',
    '  redirects: [data/moved.yml, static/_redirects]',
    '',
  ].join('\n');
  const content = {
    '/work/jobfam-lint.config.yaml': config,
    '/work/content/roles/baker.md': '# Baker\n',
    '/work/static/logo.png': '',
    '/work/data/moved.yml': '- sources: /a/\n  target: /b/\n',
    '/work/static/_redirects': '/c /d\n',
  };
  const input = async (files: Files, cwd = '/work') => {
    const memory = memoryFiles(files, { cwd });
    const failures: Failure[] = [];
    const loaded = await loadConfig(memory, [], { file: '/work/jobfam-lint.config.yaml' });
    return { site: siteInput(memory, loaded, failures), failures };
  };

  it('lists files with their places, as pages are named from the working directory', async () => {
    const { site, failures } = await input(content, '/work/content/roles');
    expect([...(site?.files ?? [])].sort((a, b) => (a.place < b.place ? -1 : 1))).toEqual([
      { path: '../../static/_redirects', place: '/_redirects', isAsset: true },
      { path: 'baker.md', place: '/handbook/roles/baker.md', isAsset: false },
      { path: '../../static/logo.png', place: '/logo.png', isAsset: true },
    ]);
    expect(site?.read('baker.md')).toBe('# Baker\n');
    expect(site?.redirects.map(({ from, to }) => [from, to])).toEqual([
      ['/a/', '/b/'],
      ['/c', '/d'],
    ]);
    expect(failures).toEqual([]);
  });

  it('reads the file _redirects at the top of the site where the config names none', async () => {
    const unnamed = { ...content, '/work/jobfam-lint.config.yaml': config.replace(/ {2}redirects.*\n/, '') };
    const { site } = await input(unnamed, '/work/content');
    expect(site?.redirects.map(({ from, to }) => [from, to])).toEqual([['/c', '/d']]);
  });

  it('says what could not be read', async () => {
    const broken = { ...content, '/work/data/moved.yml': 'sources: /a\n' };
    const { site, failures } = await input(broken);
    expect(site?.redirects).toHaveLength(1);
    expect(failures).toEqual([
      {
        file: 'data/moved.yml',
        line: 1,
        message: expect.stringMatching(/^data\/moved\.yml:1: The file is no list\./),
      },
    ]);
  });
});

import { describe, expect, it } from 'vitest';
import { siteInput } from '../../src/cli/site.ts';
import type { Failure } from '../../src/lint/finding.ts';
import { loadConfig } from '../../src/policy/load-config.ts';
import { memoryFiles } from '../support/memory-files.ts';

async function site(text: string, content: Readonly<Record<string, string>> = {}, cwd = '/work') {
  const file = '/work/jobfam-lint.config.yaml';
  const files = memoryFiles({ [file]: text, ...content }, { cwd });
  const failures: Failure[] = [];
  return { input: siteInput(files, await loadConfig(files, [], { file }), failures), failures };
}

describe('the site of a config', () => {
  it('is unknown where no folder is named', async () => {
    expect((await site('site: {layout: hugo}\n')).input).toBeNull();
  });

  it('lists files under the addresses of their folders, named as pages are', async () => {
    const text = 'site: {content: [{folder: content, url: /}], assets: [{folder: static, url: /img}]}\n';
    const { input } = await site(
      text,
      { '/work/content/a/_index.md': '', '/work/static/b.md': '' },
      '/work/content',
    );
    expect(input?.files).toEqual([
      { path: 'a/_index.md', place: '/a/_index.md', isAsset: false },
      { path: '../static/b.md', place: '/img/b.md', isAsset: true },
    ]);
  });

  it('makes anchors as its layout does unless it says otherwise', async () => {
    const folder = 'content: [{folder: a, url: /}]';
    expect((await site(`site: {layout: hugo, ${folder}}\n`)).input?.anchors).toBe('goldmark');
    expect((await site(`site: {layout: middleman, ${folder}}\n`)).input?.anchors).toBe('kramdown');
    expect((await site(`site: {layout: hugo, anchors: gitlab, ${folder}}\n`)).input?.anchors).toBe('gitlab');
  });

  it('says once what cannot be read, and only when it is asked for', async () => {
    const text = 'site: {content: [{folder: gone, url: /}], redirects: [lost.yml, bad.yml]}\n';
    const { input, failures } = await site(text, { '/work/bad.yml': 'a: [' });
    expect(failures).toEqual([]);
    for (let time = 0; time < 2; time += 1)
      expect([...(input?.files ?? []), ...(input?.redirects ?? [])]).toEqual([]);
    expect(failures.map(({ message }) => message)).toEqual([
      'The config names gone as a folder of the site, but there is none. Mend “site”.',
      'lost.yml could not be read: it does not exist, or is a symbolic link that leads nowhere. Check the path, or remove the link.',
      expect.stringMatching(/^bad\.yml:\d+: /u),
    ]);
  });
});

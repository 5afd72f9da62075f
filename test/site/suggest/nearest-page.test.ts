import { describe, expect, it } from 'vitest';
import type { TargetPage } from '../../../src/site/facts.ts';
import { PageFinder } from '../../../src/site/suggest/nearest-page.ts';

const pages: Readonly<Record<string, string | null>> = {
  '/roles/waterways/lock-keeper/': 'Lock Keeper',
  '/roles/waterways/ferry-pilot/': 'Ferry Pilot',
  '/roles/moorings/': 'Moorings',
  '/roles/divers/': 'Divers',
  '/rules/harbour/team/': null,
  '/rules/canal/team/': null,
  '/rules/canal/team-2021/': null,
  '/rules/open-days/': null,
};

const targets = new Map<string, TargetPage>(
  Object.entries(pages).flatMap(([url, title]) =>
    title === null
      ? []
      : [
          [
            url,
            {
              path: url,
              url,
              title,
              isOpen: false,
              anchors: ['Responsibilities', `Director, ${title}`].map((words, offset) => ({
                id: words
                  .toLowerCase()
                  .replace(/[^\w -]/g, '')
                  .replaceAll(' ', '-'),
                title: words,
                depth: 2,
                offset,
              })),
            },
          ] as const,
        ],
  ),
);

const finder = new PageFinder({ urls: new Map(Object.keys(pages).map((url) => [url, url])), targets });

function near(target: string, text = 'here', page = '/elsewhere/'): string | null {
  const [url = '', anchor = null] = target.split('#');
  const found = finder.nearest({ page, url, anchor, text });
  return found && found.url + (found.anchor === null ? '' : `#${found.anchor}`);
}

describe('the nearest page', () => {
  it('is one that moved to another folder and kept its name, with its anchor', () => {
    expect(near('/roles/lock-keeper/')).toBe('/roles/waterways/lock-keeper/');
    expect(near('/roles/canals/lock-keeper/#responsibilities')).toBe(
      '/roles/waterways/lock-keeper/#responsibilities',
    );
    expect(near('/roles/lock-keeper/#Director-Lock-Keepers')).toBe(
      '/roles/waterways/lock-keeper/#director-lock-keeper',
    );
  });

  it('is one that differs by a slip of the pen, in any step', () => {
    expect(near('/roles/waterways/fery-pilot/')).toBe('/roles/waterways/ferry-pilot/');
    expect(near('/rules/cannal/team/')).toBe('/rules/canal/team/');
  });

  it('is one whose title or heading bears the name of the lost page, or of the link', () => {
    expect(near('/roles/moorings-director/')).toBe('/roles/moorings/#director-moorings');
    expect(near('/roles/chief/', 'Director of Divers')).toBe('/roles/divers/#director-divers');
    expect(near('/roles/boats/pilots/', 'ferry pilots')).toBe('/roles/waterways/ferry-pilot/');
  });

  it('is the page above where a rung had a page of its own', () => {
    expect(near('/roles/divers/intermediate/')).toBe('/roles/divers/');
  });

  it.each([
    ['a name that many pages have', '/rules/pilots/team/'],
    ['another number', '/rules/canal/team-2022/'],
    ['another folder altogether', '/wages/winter/open-days/'],
    ['a heading that all pages have', '/roles/responsibilities/'],
    ['the page above, where it is about something else', '/roles/divers/gear/'],
    ['the top of the site', '/'],
  ])('is none for %s', (_, url) => {
    expect(near(url)).toBeNull();
  });
});

it('of a path without its first slash is the page from the root of the site, from the page itself and from its folder', () => {
  const own = '/roles/moorings/';
  for (const base of [own, '/roles/'])
    expect(near(`${base}rules/canal/team/index.html`, 'here', own)).toBe('/rules/canal/team/');
  // One step alone is too little to tell, and a path from the root is not meant from the page.
  expect(near(`${own}unknown/canal/`, 'here', own)).toBe(null);
  expect(finder.nearest({ page: own, url: `${own}rules/canal/team/`, anchor: null, text: '' })).toMatchObject(
    {
      isUnrooted: true,
    },
  );
});

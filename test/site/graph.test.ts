import { describe, expect, it } from 'vitest';
import { extract } from '../../src/lint/extract.ts';
import { reportingGraph } from '../../src/site/graph/reporting-graph.ts';
import type { ReportsTo } from '../../src/site/graph-facts.ts';
import { siteFacts } from '../../src/site/site-facts.ts';
import { siteOf } from '../support/rule-tester.ts';

/** Edges of a small handbook, pages given by path. */
function edgesOf(texts: Readonly<Record<string, string>>): readonly ReportsTo[] {
  const all = new Map(Object.entries(texts));
  const pages = Array.from(all, ([path, text]) => extract(path, text));
  return reportingGraph(pages, siteFacts(pages, siteOf({}, all))).edges;
}

/** "Pilot → Manager, Pilots (name)", with candidates in place of an unknown manager. */
const told = (edges: readonly ReportsTo[]): string[] =>
  edges.map(({ from, to, by, candidates }) => {
    const end =
      to === null ? candidates.map(({ level, path }) => `${level.title}? ${path}`) : [to.level.title];
    return `${from.map(({ level }) => level.title).join(' + ')} → ${end.join(' | ')} (${by ?? 'open'})`;
  });

const locks =
  '---\ntitle: Locks\n---\n\n### Lock Keeper\n\nThe Lock Keeper is a grade 5.\n\n### Manager, Locks\n\nThe Manager, Locks is a grade 8.\n\n' +
  '#### Tide Tables\n\nKept by hand.\n\n<a id="gates"></a>\n\n#### Sluices\n\nOpens them.\n\n### Director, Locks\n\nThe Director, Locks is a grade 10.\n';
const pilot = (manager: string): string =>
  `---\ntitle: Pilot\n---\n\n### Pilot\n\nThe Pilot is a grade 6.\n\nThe Pilot reports to the ${manager}.\n`;

describe('a manager is told', () => {
  it.each([
    ['by a heading', '[Manager, Locks](/locks/#manager-locks)'],
    ['by a heading in the text of the level', '[Manager, Locks](/locks/#tide-tables)'],
    ['by an element in front of a heading', '[Manager, Locks](/locks/#gates)'],
  ])('%s that the link leads to', (_, manager) => {
    expect(told(edgesOf({ 'locks.md': locks, 'pilot.md': pilot(manager) }))).toEqual([
      'Pilot → Manager, Locks (anchor)',
    ]);
  });

  it('by the name among the levels of the linked page', () => {
    const edges = edgesOf({ 'locks.md': locks, 'pilot.md': pilot('[Locks Director](/locks/)') });
    expect(told(edges)).toEqual(['Pilot → Director, Locks (page)']);
  });

  it('by the name alone, the very name before another word order', () => {
    const other =
      '---\ntitle: Lock Managers\n---\n\n### Locks Manager\n\nThe Locks Manager is a grade 7.\n\n### Buoy Keeper\n\nThe Buoy Keeper is a grade 4.\n';
    expect(told(edgesOf({ 'a.md': other, 'locks.md': locks, 'pilot.md': pilot('Manager, Locks') }))).toEqual([
      'Pilot → Manager, Locks (name)',
    ]);
    expect(told(edgesOf({ 'locks.md': locks, 'pilot.md': pilot('Locks Manager') }))).toEqual([
      'Pilot → Manager, Locks (name)',
    ]);
  });

  it('by an acronym written out, and the other way round', () => {
    const rescue =
      '---\ntitle: Rescue\n---\n\n### Manager, Sea Rescue Team\n\nThe Manager, Sea Rescue Team is a grade 8.\n';
    expect(told(edgesOf({ 'rescue.md': rescue, 'pilot.md': pilot('SRT Manager') }))).toEqual([
      'Pilot → Manager, Sea Rescue Team (name)',
    ]);
    const short = rescue.replaceAll('Sea Rescue Team', 'SRT');
    expect(told(edgesOf({ 'rescue.md': short, 'pilot.md': pilot('Manager, Sea Rescue Team') }))).toEqual([
      'Pilot → Manager, SRT (name)',
    ]);
  });

  it('by the rung alone only within the family', () => {
    const own = `${pilot('Director')}\n### Director, Pilots\n\nThe Director, Pilots is a grade 10.\n`;
    expect(told(edgesOf({ 'locks.md': locks, 'pilot.md': own }))).toEqual([
      'Pilot → Director, Pilots (name)',
    ]);
    expect(told(edgesOf({ 'locks.md': locks, 'pilot.md': pilot('Director') }))).toEqual(['Pilot →  (open)']);
  });
});

describe('a manager stays open', () => {
  it('where several pages have the name: the page nearest in folders comes first', () => {
    const texts = {
      'east/locks.md': locks,
      'west/locks.md': locks,
      'west/pilot.md': pilot('Manager, Locks'),
    };
    expect(told(edgesOf(texts))).toEqual([
      'Pilot → Manager, Locks? west/locks.md | Manager, Locks? east/locks.md (open)',
    ]);
  });

  it('where no name is the same: what differs by a slip is a candidate, other work is none', () => {
    const texts = { 'locks.md': locks, 'pilot.md': pilot('Director, Bridges') };
    expect(told(edgesOf(texts))).toEqual(['Pilot →  (open)']);
    const crane = locks.replaceAll('Locks', 'Crane Gates');
    expect(told(edgesOf({ 'cranes.md': crane, 'pilot.md': pilot('Director, Crane Gates North') }))).toEqual([
      'Pilot → Director, Crane Gates? cranes.md (open)',
    ]);
  });
});

describe('those who report', () => {
  it('are all levels but the manager’s, where the whole family is meant', () => {
    const text = `---\ntitle: Locks\n---\n\nThis role reports to the Director, Locks.\n\n${locks.slice(locks.indexOf('###'))}`;
    expect(told(edgesOf({ 'locks.md': text }))).toEqual([
      'Lock Keeper + Manager, Locks → Director, Locks (name)',
    ]);
  });

  it('are those that the sentence names, where it stands in front of all levels', () => {
    const text = locks.replace(
      '### Lock Keeper',
      'Lock Keepers report to the Director, Locks.\n\n### Lock Keeper',
    );
    expect(told(edgesOf({ 'locks.md': text }))).toEqual(['Lock Keeper → Director, Locks (name)']);
  });
});

it('the order of pages does not matter', () => {
  const texts = { 'locks.md': locks, 'pilot.md': pilot('Manager, Locks'), 'a.md': pilot('[x](/locks/)') };
  const turned = Object.fromEntries(Object.entries(texts).reverse());
  expect(told(edgesOf(turned))).toEqual(told(edgesOf(texts)));
});

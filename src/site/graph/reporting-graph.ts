import { compareText } from '../../text/compare.ts';
import type { SiteFacts } from '../facts.ts';
import type { ReportingGraph, ReportsTo, RoleNode } from '../graph-facts.ts';
import { Landings } from './landing.ts';
import { Managers } from './managers.ts';
import { reportersOf } from './reporters.ts';
import { RoleIndex } from './role-index.ts';
import { type GraphPage, Roles } from './roles.ts';

/** The levels of the corpus, and how to find them by name and by link. */
export interface Corpus {
  readonly roles: Roles;
  readonly index: RoleIndex;
  readonly landings: Landings;
  readonly graph: ReportingGraph;
}

const none: readonly RoleNode[] = [];

const made = new WeakMap<readonly GraphPage[], WeakMap<SiteFacts, Corpus>>();

/** Everything that rules ask of the graph; made once for the same pages and site. */
export function corpusOf(pages: readonly GraphPage[], site: SiteFacts): Corpus {
  const known = made.get(pages)?.get(site);
  if (known !== undefined) return known;
  const roles = new Roles(pages);
  const index = new RoleIndex(roles.nodes);
  const landings = new Landings(roles, site);
  const graph = { nodes: roles.nodes, edges: edgesOf(roles, new Managers(roles, index, landings)) };
  const corpus = { roles, index, landings, graph };
  made.set(pages, (made.get(pages) ?? new WeakMap<SiteFacts, Corpus>()).set(site, corpus));
  return corpus;
}

/**
 * Who reports to whom. A manager is told by the anchor of the link (the heading of a level, or anything in its text), else by the
 * page that the link leads to, else by the name alone, where it is the only one in the corpus; else it stays open, with the levels that
 * may be meant. Pages are joined by names and paths, so time grows with the number of pages, not of pairs.
 */
export function reportingGraph(pages: readonly GraphPage[], site: SiteFacts): ReportingGraph {
  return corpusOf(pages, site).graph;
}

function edgesOf(roles: Roles, managers: Managers): readonly ReportsTo[] {
  const pages = [...roles.pages.values()].sort((a, b) => compareText(a.path, b.path));
  return pages.flatMap(({ path, family }) =>
    family.reportingLines.flatMap((line) => {
      const meant = managers.ofLine(line, path);
      return line.managers.map((manager, at) => ({
        from: reportersOf(line, manager, roles.onPage(path)),
        line,
        manager,
        path,
        to: meant[at]?.to ?? null,
        by: meant[at]?.by ?? null,
        candidates: meant[at]?.candidates ?? none,
      }));
    }),
  );
}

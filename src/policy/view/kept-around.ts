import type { Level } from '../../model/facts.ts';
import { ofLevel } from '../../model/of-level.ts';
import type { ResolvedLink } from '../../site/facts.ts';
import { rolesOfPage } from '../../site/graph/roles.ts';
import type { ReportsTo, RoleNode } from '../../site/graph-facts.ts';
import type { Span } from '../../text/span.ts';
import { type Around, titleOfPage, type ViewedPage } from './around.ts';
import { FamilyView } from './family-view.ts';

/** What else than the page itself a family's view was made from; plain data. It holds while no page says anything else of its levels. */
export interface KeptAround {
  readonly edges: readonly KeptEdge[];
  readonly links: readonly ResolvedLink[];
  /** By path: titles of the pages that links reach. */
  readonly titles: Readonly<Record<string, string>>;
  /** By path: titles of the families that managers belong to. */
  readonly families: Readonly<Record<string, string>>;
}

interface KeptEdge {
  /** Which of the page's reporting lines, and which of its managers. */
  readonly line: number;
  readonly manager: number;
  /** The page's own levels that report, by their index. */
  readonly from: readonly number[];
  /** A level of the page itself by its index, or one of another page. */
  readonly to: number | KeptNode | null;
}

interface KeptNode extends RoleNode {
  readonly gradeWords: Span | null;
}

/** Makes what is kept of what is around a page. */
export function keptAround(page: ViewedPage, around: Around): KeptAround {
  const { reportingLines } = page.family;
  const families: Record<string, string> = {};
  const places = new Map(reportingLines.map((line, place) => [line, place]));
  const edges = around.edges.map(({ line, manager, from, to }): KeptEdge => {
    if (to !== null && to.path !== page.path) {
      const title = around.familyTitle(to.path);
      if (title !== null) families[to.path] = title;
    }
    return {
      line: places.get(line) ?? -1,
      manager: line.managers.indexOf(manager),
      from: from.map(({ level }) => level.index),
      to: to === null ? null : to.path === page.path ? to.level.index : keptNode(to, around),
    };
  });
  const reached = around.links.flatMap(({ target }) => {
    const title = target === null ? null : around.pageTitle(target);
    return target === null || title === null ? [] : [[target, title] as const];
  });
  return { edges, links: around.links, titles: Object.fromEntries(reached), families };
}

function keptNode(node: RoleNode, around: Around): KeptNode {
  // How far the level goes is not asked of others, and changes with each of its words.
  const level = { ...node.level, extent: node.level.titleSpan };
  const { id, path, grade } = node;
  return { id, path, level, grade, gradeWords: around.gradeWords(node) };
}

/** The view of a page whose levels, reporting lines and links are what they were, but for their places. */
export function viewAround(page: ViewedPage, { edges, links, titles, families }: KeptAround): FamilyView {
  const nodes = rolesOfPage(page);
  const own = new Map(nodes.map((node) => [node.level.index, node]));
  const elsewhere = new Map<RoleNode, Span | null>();
  const nodeOf = (to: KeptEdge['to']): RoleNode | null => {
    if (to === null || typeof to === 'number') return to === null ? null : (own.get(to) ?? null);
    elsewhere.set(to, to.gradeWords);
    return to;
  };
  return new FamilyView(page, {
    nodes,
    links,
    edges: edges.flatMap((edge): ReportsTo[] => {
      const line = page.family.reportingLines[edge.line];
      const manager = line?.managers[edge.manager];
      if (line === undefined || manager === undefined) return [];
      const from = edge.from.flatMap((index) => own.get(index) ?? []);
      return [{ line, manager, from, to: nodeOf(edge.to), path: page.path, by: null, candidates: [] }];
    }),
    pageTitle: (path) => titles[path] ?? null,
    familyTitle: (path) => (path === page.path ? titleOfPage(page) : (families[path] ?? null)),
    gradeWords: (node) => elsewhere.get(node) ?? ownGradeWords(page, node.level),
  });
}

function ownGradeWords({ family }: ViewedPage, { index }: Level): Span | null {
  return ofLevel(family.grades, index)[0]?.span ?? null;
}

import type { Document } from '../../markdown/document.ts';
import type { FamilyFacts, Level } from '../../model/facts.ts';
import { type Family, joinFamilies } from '../../model/families.ts';
import { NameJoin } from '../../model/name-join.ts';
import { ofLevel } from '../../model/of-level.ts';
import { isSectionToo } from '../../model/page-head.ts';
import { compareText } from '../../text/compare.ts';
import { countBelow } from '../../text/count-below.ts';
import { recent } from '../../text/recent.ts';
import type { RoleNode } from '../graph-facts.ts';

/** What the graph asks of a page. */
export interface GraphPage extends Pick<Document, 'path' | 'text' | 'links' | 'sections'> {
  readonly family: FamilyFacts;
}

/** All levels of the corpus. */
export class Roles {
  /** Sorted by path, then by place in the page. */
  readonly nodes: readonly RoleNode[];
  readonly pages: ReadonlyMap<string, GraphPage>;
  readonly #byPage = new Map<string, RoleNode[]>();
  readonly #byFamily = new Map<string, readonly RoleNode[]>();
  /** Some levels by name. */
  readonly named = recent(
    (nodes: readonly RoleNode[]): NameJoin<RoleNode> => new NameJoin(nodes, ({ level }) => level.name),
  );

  constructor(pages: readonly GraphPage[]) {
    const families = pages
      .filter(({ family }) => family.isFamily)
      .sort((a, b) => compareText(a.path, b.path));
    this.pages = new Map(families.map((page) => [page.path, page]));
    for (const page of families) this.#byPage.set(page.path, rolesOfPage(page));
    this.nodes = [...this.#byPage.values()].flat();
    for (const family of joinFamilies(families)) this.#join(family);
  }

  #join({ pages }: Family): void {
    if (pages.length === 1) return;
    const all = pages.flatMap(({ path }) => this.onPage(path));
    for (const { path } of pages) this.#byFamily.set(path, all);
  }

  /** The levels that one page describes; empty for a page that is no family. */
  onPage(path: string): readonly RoleNode[] {
    return this.#byPage.get(path) ?? [];
  }

  /** The levels of the family that a page belongs to: its own, and those of the pages beside it. */
  inFamily(path: string): readonly RoleNode[] {
    return this.#byFamily.get(path) ?? this.onPage(path);
  }

  /** The level whose heading or text holds an offset of the page, or null. */
  at(path: string, offset: number): RoleNode | null {
    const nodes = this.onPage(path);
    // One ends where the next starts, or before.
    const last = nodes[countBelow(nodes, offset + 1, ({ level }) => level.extent.start) - 1];
    return last !== undefined && offset < last.level.extent.end ? last : null;
  }
}

/** Its id is made when it is asked for: of very many levels, few are. */
class PlacedRole implements RoleNode {
  readonly path: string;
  readonly level: Level;
  readonly grade: number | null;

  constructor(path: string, level: Level, grade: number | null) {
    this.path = path;
    this.level = level;
    this.grade = grade;
  }

  get id(): string {
    return `${this.path}#${this.level.index}`;
  }
}

/** The levels of one page. */
export function rolesOfPage({ path, family }: Pick<GraphPage, 'path' | 'family'>): RoleNode[] {
  return family.levels
    .filter((level) => !isSectionToo(level, family.levels))
    .map((level) => new PlacedRole(path, level, gradeOf(level, family)));
}

/** The one number that the page states for a level; null where it states none, several, a range or a half. */
function gradeOf({ index }: Level, { grades }: FamilyFacts): number | null {
  const own = ofLevel(grades, index);
  if (own.some(({ form }) => ['range', 'unaligned', 'half'].includes(form))) return null;
  const values = new Set(own.map(({ value }) => value));
  const [value] = values;
  return values.size === 1 ? (value ?? null) : null;
}

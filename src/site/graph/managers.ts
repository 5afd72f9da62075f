import type { Mention, ReportingLine, RoleName } from '../../model/facts.ts';
import { memo } from '../../text/memo.ts';
import { recent } from '../../text/recent.ts';
import type { ReportsTo, RoleNode } from '../graph-facts.ts';
import type { Landings } from './landing.ts';
import type { RoleIndex } from './role-index.ts';
import type { Roles } from './roles.ts';

/** Which level a name means, by what that was told, and which others it may mean. */
export type Meant = Pick<ReportsTo, 'to' | 'by' | 'candidates'>;

const none: readonly RoleNode[] = [];

const unknown: Meant = { to: null, by: null, candidates: none };

/** Tells which level of the corpus is meant where one is named. */
export class Managers {
  readonly #roles: Roles;
  readonly #index: RoleIndex;
  readonly #landings: Landings;
  /** By page. */
  readonly #nearest = recent((nodes: readonly RoleNode[]) =>
    memo((page: string) => nearestFirst(nodes, page), 10),
  );

  constructor(roles: Roles, index: RoleIndex, landings: Landings) {
    this.#roles = roles;
    this.#index = index;
    this.#landings = landings;
  }

  /** The managers of one sentence on a page, in their order. */
  ofLine({ managers }: ReportingLine, page: string): readonly Meant[] {
    const family = this.#roles.inFamily(page);
    const full = managers.map((manager) => this.#meant(manager, page, false));
    // Of "Senior Manager or Director, Bridges", the first has the work of the other; of "Manager/Senior Manager, Bridges" on a page
    // about tunnels, it is no manager of tunnels.
    const isOwn = managers.length === 1 || full.some(({ to }) => to !== null && family.includes(to));
    return full.map((meant, at) => {
      const manager = managers[at];
      return meant.to !== null || manager === undefined || !isOwn ? meant : this.#meant(manager, page, true);
    });
  }

  /**
   * @param page the page that names the role
   * @param mayBeBare whether a rung alone ("the Director") means that of the page's own family
   */
  #meant({ name, link }: Mention, page: string, mayBeBare: boolean): Meant {
    const landing = link === null ? null : this.#landings.of(page, link);
    if (landing === null) return this.#byName(name, page, mayBeBare);
    if (landing.level !== null) return { to: landing.level, by: 'anchor', candidates: none };
    return this.#onPage(name, landing.path) ?? this.#byName(name, page, mayBeBare);
  }

  /** The level of the linked page whose name compares best. */
  #onPage(name: RoleName, path: string): Meant | null {
    const own = this.#roles.onPage(path);
    const best =
      this.#bestOf(name, own) ??
      this.#bestOf(name, this.#roles.inFamily(path)) ??
      this.#onlyShort(name, own) ??
      null;
    if (best !== null) return { to: best, by: 'page', candidates: none };
    const related = this.#roles.named(own).related(name, 'same', 'variant', 'abridged', 'other-seniority');
    return related.length > 0 ? { to: null, by: null, candidates: this.#nearest(related)(path) } : null;
  }

  #byName(name: RoleName, page: string, mayBeBare: boolean): Meant {
    const family = this.#roles.inFamily(page);
    const bare = mayBeBare ? this.#onlyRung(name, family) : null;
    const own = this.#bestOf(name, this.#roles.onPage(page)) ?? this.#bestOf(name, family) ?? bare;
    if (own !== null) return { to: own, by: 'name', candidates: none };
    // "The Director" of somewhere else is anybody.
    if (name.discipline.length + name.specialty.length === 0) return unknown;
    for (const found of [this.#index.same(name), this.#index.spelled(name), this.#index.variants(name)]) {
      const [first, second] = preferLevels(found);
      if (first !== undefined && second === undefined) return { to: first, by: 'name', candidates: none };
      if (first !== undefined) return { to: null, by: null, candidates: this.#nearest(found)(page) };
    }
    const near = this.#index.nearest(name).flatMap(({ named }) => this.#nearest(named.nodes)(page));
    return { to: null, by: null, candidates: near.slice(0, 5) };
  }

  /** The one level of the same name, or else of the same words. */
  #bestOf(name: RoleName, nodes: readonly RoleNode[]): RoleNode | null {
    for (const relation of ['same', 'variant'] as const) {
      const found = preferLevels(this.#roles.named(nodes).related(name, relation));
      const [first, second] = found;
      if (first !== undefined) return second === undefined ? first : null;
    }
    return null;
  }

  /** The one level that the name is a short or long form of. */
  #onlyShort(name: RoleName, nodes: readonly RoleNode[]): RoleNode | null {
    const [first, second] = preferLevels(this.#roles.named(nodes).related(name, 'abridged'));
    return second === undefined ? (first ?? null) : null;
  }

  /** "The Director": the one level of the family on that rung. */
  #onlyRung(name: RoleName, nodes: readonly RoleNode[]): RoleNode | null {
    if (name.discipline.length + name.specialty.length > 0) return null;
    return this.#onlyShort(name, nodes);
  }
}

/** Specialties share the name of their level and count only where nothing else bears it. */
function preferLevels(nodes: readonly RoleNode[]): readonly RoleNode[] {
  const levels = nodes.filter(({ level }) => level.kind !== 'specialty');
  return levels.length > 0 ? levels : nodes;
}

/** Those of the folders nearest to a page first. */
function nearestFirst(nodes: readonly RoleNode[], page: string): readonly RoleNode[] {
  const folders = page.split('/');
  const shared = ({ path }: RoleNode): number => {
    const other = path.split('/');
    const differs = folders.findIndex((folder, at) => folder !== other[at]);
    return differs < 0 ? folders.length : differs;
  };
  return [...nodes]
    .map((node) => ({ node, near: shared(node) }))
    .sort((a, b) => b.near - a.near)
    .map(({ node }) => node)
    .slice(0, 5);
}

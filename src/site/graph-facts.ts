import type { Level, Mention, ReportingLine } from '../model/facts.ts';

/** One level of the corpus. */
export interface RoleNode {
  /** `path#index`, unique in the corpus. */
  readonly id: string;
  readonly path: string;
  readonly level: Level;
  /** The grade its page states; null where none, several or a range is stated. */
  readonly grade: number | null;
}

/** "A reports to B", for one named manager. */
export interface ReportsTo {
  /** The levels that report: one, or all levels of the page for a sentence on the whole family. */
  readonly from: readonly RoleNode[];
  readonly line: ReportingLine;
  readonly manager: Mention;
  /** Path of the page that says so. */
  readonly path: string;
  /** The level meant, or null where it could not be told. */
  readonly to: RoleNode | null;
  /** By what it was told: the link's anchor, the page that the link leads to, or the name alone. */
  readonly by: 'anchor' | 'page' | 'name' | null;
  /** The levels that might be meant, nearest first; empty where `to` is sure or nothing is near. */
  readonly candidates: readonly RoleNode[];
}

/** Who reports to whom in the whole corpus. */
export interface ReportingGraph {
  /** Sorted by path, then by place in the page. */
  readonly nodes: readonly RoleNode[];
  readonly edges: readonly ReportsTo[];
}

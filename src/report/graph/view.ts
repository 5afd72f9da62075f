/** One level, as reports of the graph show it. */
export interface LevelView {
  /** Unique in the graph: path and number of the level. */
  readonly id: string;
  readonly file: string;
  /** Line of the heading, from 1. */
  readonly line: number;
  /** The heading as written, completed by the family's role where it says only a rung. */
  readonly title: string;
  readonly kind: 'level' | 'specialty' | 'page';
  readonly track: 'individual' | 'management';
  readonly grade: number | null;
}

/** One manager named for one or more levels. */
interface ReportsToView {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** Ids of the levels that report; empty where the page does not tell. */
  readonly from: readonly string[];
  /** The manager as written. */
  readonly manager: string;
  /** Id of the manager's level, or null. */
  readonly to: string | null;
  /** By what the manager was told. */
  readonly by: 'anchor' | 'page' | 'name' | null;
  /** Ids of the levels that may be meant where `to` is null, nearest first. */
  readonly candidates: readonly string[];
}

/** Pages whose levels belong together. */
export interface FamilyView {
  /** The role, or the name of the folder or page where it names none. */
  readonly title: string;
  readonly file: string;
  readonly levels: readonly LevelView[];
}

/** Who reports to whom, ready to be printed. */
export interface GraphView {
  /** In the order of their files; those of managers elsewhere included. */
  readonly families: readonly FamilyView[];
  readonly reportsTo: readonly ReportsToView[];
}

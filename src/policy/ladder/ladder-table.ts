import type { FamilyFacts, Track } from '../../model/facts.ts';
import type { FamilyPage } from '../../model/families.ts';
import { standingsOf } from '../../model/ladder/compare.ts';
import { housesOf, type LadderOptions } from '../../model/ladder/house.ts';
import { type LadderLevel, ladderRows } from '../../model/ladder/rows.ts';
import { allRungs, partsOf, type Rung, readingsOf } from '../../model/ladder/rungs.ts';
import { rangeWords, rungWords } from '../../model/ladder/words.ts';
import { addToGroup } from '../../text/group-by.ts';

/** A rung, or the levels of a track whose names stand on none. */
export type LadderColumn = Rung | `${Track}/other`;

/** A level in the table. */
export interface LadderCell {
  /** The level's title as its page has it. */
  readonly level: string;
  /** "7", "7.5" or "7 to 8"; several where the level states several, none where it states none. */
  readonly grades: readonly string[];
  /** What the ladder has in its place, where the grade is not what the ladder says; else null. */
  readonly expected: string | null;
}

/** All grades of all families: families as rows, rungs as columns. */
export interface LadderTable {
  /** Those that any family or the ladder has, in ladder order, individual contributors first. */
  readonly columns: readonly LadderColumn[];
  /** What the ladder says of a rung; `families` is how many it was derived from, null where it is written down. */
  readonly house: ReadonlyMap<LadderColumn, { readonly grades: string; readonly families: number | null }>;
  /** Sorted by path. */
  readonly families: readonly LadderFamily[];
}

export interface LadderFamily {
  /** Path of the leading page. */
  readonly path: string;
  readonly name: string;
  readonly cells: ReadonlyMap<LadderColumn, readonly LadderCell[]>;
}

/** Options of `grade/ladder`. */
export interface TableOptions extends LadderOptions {
  readonly plain?: boolean;
}

/**
 * Makes the table. Names that say no rung stand under “Intermediate”, but are held against the ladder only where `plain` is on.
 * @param pages all pages that a ladder may be derived from
 * @param isAsked whether a family is to be shown, by the path of its leading page
 * @param optionsOf options of `grade/ladder` for a page; the empty path asks for those that hold in general
 */
export function ladderTable(
  pages: readonly FamilyPage[],
  isAsked: (path: string) => boolean,
  optionsOf: (path: string) => TableOptions,
): LadderTable {
  const rowsOf = { false: ladderRows(pages), true: ladderRows(pages, true) };
  const facts = new Map(pages.map(({ path, family }) => [path, family]));
  const houses = new Map<TableOptions, ReturnType<typeof housesOf>>();
  const houseOf = (path: string) => {
    const options = optionsOf(path);
    const house = houses.get(options) ?? housesOf(options, rowsOf[`${options.plain === true}`]);
    houses.set(options, house);
    return house;
  };
  const families = rowsOf.false.flatMap((strict, index): LadderFamily[] => {
    const row = optionsOf(strict.path).plain === true ? (rowsOf.true[index] ?? strict) : strict;
    if (!isAsked(row.path)) return [];
    const cells = new Map<LadderColumn, LadderCell[]>();
    for (const { level, standing } of standingsOf(row, houseOf(row.path)(row))) {
      const expected =
        standing.kind === 'differs'
          ? standing.expected.map(rangeWords).join(' or ')
          : standing.kind === 'stands-out'
            ? rangeWords(standing.expected)
            : null;
      const cell = { level: level.level.title, grades: gradesOf(level, facts.get(level.path)), expected };
      const column = columnOf(level);
      addToGroup(cells, column, cell);
    }
    return [{ path: row.path, name: row.name, cells }];
  });
  const general = houseOf('')({ path: '', name: '', levels: [] });
  const house = new Map<LadderColumn, { grades: string; families: number | null }>();
  for (const [rung, range] of general.inferred)
    house.set(rung, { grades: rangeWords(range), families: range.families });
  for (const [rung, ranges] of general.written)
    house.set(rung, { grades: ranges.map(rangeWords).join(' or '), families: null });
  const used = new Set([...house.keys(), ...families.flatMap(({ cells }) => [...cells.keys()])]);
  return { columns: allColumns.filter((column) => used.has(column)), house, families };
}

const tracks: readonly Track[] = ['individual', 'management'];
const allColumns: readonly LadderColumn[] = tracks.flatMap((track): LadderColumn[] => [
  ...allRungs.filter((rung) => partsOf(rung)[0] === track),
  `${track}/other`,
]);

function columnOf({ level }: LadderLevel): LadderColumn {
  return readingsOf(level, true).rungs[0] ?? `${level.name.track}/other`;
}

function gradesOf({ level }: LadderLevel, family: FamilyFacts | undefined): string[] {
  const own = (family?.grades ?? []).filter((grade) => grade.level === level.index && grade.value !== null);
  const words = own.map(({ value, upTo }) => rangeWords({ low: value ?? 0, high: upTo ?? value ?? 0 }));
  return [...new Set(words)];
}

/** The column's track and heading: "Senior Manager", "Other". */
export function columnWords(column: LadderColumn): { readonly track: Track; readonly title: string } {
  const [track, rung] = column.split('/') as [Track, string];
  return { track, title: rung === 'other' ? 'Other' : rungWords(column as Rung) };
}

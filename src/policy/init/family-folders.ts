import type { FamilyPage } from '../../model/families.ts';

/** Reads the facts of one page. */
export type ReadFamily = (path: string, text: string) => FamilyPage;

/** A folder that mostly holds job families. */
export interface FamilyFolder {
  /** Empty for the surveyed folder itself. */
  readonly folder: string;
  /** How its pages end: "md", "md.erb". */
  readonly endings: readonly string[];
  /** How many of its pages are job families, as far as their words tell. */
  readonly families: number;
  readonly pages: number;
}

/** The same with the texts of its pages. */
export interface ReadFolder extends Omit<FamilyFolder, 'pages'> {
  readonly pages: readonly { readonly path: string; readonly text: string }[];
}

/** Of the pages of a folder, in ten, so many must be families: some hold a list of all roles or a policy beside them. */
const familiesInTen = 4;
/** Pages of a folder that are read by the model before it is believed; of these, at least half must have a level. */
const most = 12;

/**
 * The highest folders that mostly hold job families. A page is taken for one by its words first, for parsing a whole site takes long;
 * then the model reads some pages of each folder that is left.
 */
export function familyFolders(
  paths: readonly string[],
  textOf: (path: string) => string,
  readFamily: ReadFamily,
): ReadFolder[] {
  const counts = new Map<string, { families: number; pages: number }>();
  const likely = new Set(paths.filter((path) => looksLikeFamily(textOf(path))));
  for (const path of paths) {
    for (const folder of foldersOf(path)) {
      const count = counts.get(folder) ?? { families: 0, pages: 0 };
      count.pages += 1;
      if (likely.has(path)) count.families += 1;
      counts.set(folder, count);
    }
  }
  const chosen: ReadFolder[] = [];
  const looked: string[] = [];
  for (const [folder, { families, pages }] of [...counts].sort(([a], [b]) => a.length - b.length)) {
    if (families < 2 || families * 10 < pages * familiesInTen) continue;
    if (looked.some((higher) => isBelow(folder, higher))) continue;
    const below = paths.filter((path) => isBelow(path, folder));
    if (
      !isBelieved(
        below.filter((path) => likely.has(path)),
        textOf,
        readFamily,
      )
    )
      continue;
    looked.push(folder);
    const read = below.filter((path) => likely.has(path)).map((path) => ({ path, text: textOf(path) }));
    const endings = new Set(
      read.map(({ path }) => path.replace(/^.*?\.(?=(?:md|markdown)(?:\.erb)?$)/i, '')),
    );
    chosen.push({
      folder: commonFolder(read.map(({ path }) => path)),
      endings: [...endings].sort(),
      families,
      pages: read,
    });
  }
  return chosen.sort((a, b) => (a.folder < b.folder ? -1 : 1));
}

/** Words that a job family has and few other pages have together: three of these. */
const signs = [
  /\breports?(?: directly)? (?:in)?to\b/i,
  /\b(?:job )?grade\b/i,
  /^#{1,6} .*\bresponsibilities\b/im,
  /^#{1,6} .*\b(?:requirements|qualifications)\b/im,
];

function looksLikeFamily(text: string): boolean {
  return signs.filter((sign) => sign.test(text)).length >= 3;
}

function isBelieved(
  paths: readonly string[],
  textOf: (path: string) => string,
  readFamily: ReadFamily,
): boolean {
  const step = Math.max(1, Math.floor(paths.length / most));
  const sample = paths.filter((_, index) => index % step === 0).slice(0, most);
  return sample.filter((path) => isFamily(readFamily(path, textOf(path)))).length * 2 >= sample.length;
}

const isFamily = ({ family }: FamilyPage): boolean =>
  family.levels.length > 0 && (family.grades.length > 0 || family.reportingLines.length > 0);

function foldersOf(path: string): string[] {
  const steps = path.split('/').slice(0, -1);
  return steps.map((_, index) => steps.slice(0, index + 1).join('/')).concat('');
}

/** The lowest folder that holds all paths. */
function commonFolder(paths: readonly string[]): string {
  const [first = [], ...others] = paths.map((path) => path.split('/').slice(0, -1));
  const same = first.findIndex((step, at) => others.some((steps) => steps[at] !== step));
  return (same < 0 ? first : first.slice(0, same)).join('/');
}

const isBelow = (path: string, folder: string): boolean => folder === '' || path.startsWith(`${folder}/`);

import type { FamilyFacts, Level, RoleName } from './facts.ts';

/** One page's part in a family. */
export interface FamilyPage {
  /** Path of the page with `/` separators. */
  readonly path: string;
  readonly family: FamilyFacts;
}

/** A level with the page that describes it. */
export interface PlacedLevel {
  readonly path: string;
  readonly level: Level;
}

/** A whole job family: one page, or a folder with a page a level. */
export interface Family {
  readonly role: RoleName | null;
  /** The leading page first (the folder's index page), then by path; at least one. */
  readonly pages: readonly FamilyPage[];
  /** In the order of the pages. */
  readonly levels: readonly PlacedLevel[];
}

/**
 * Joins pages to families. Pages that describe a single level each, lie side by side and do the same work
 * ("backend/senior.md", "backend/staff/index.html.md") are one family, led by the index page of the folder above them where that
 * one is about the same work. Every other page is a family of its own; pages that are none are left out. The order of the input does
 * not matter. Time grows with the number of pages, not of pairs.
 */
export function joinFamilies(pages: readonly FamilyPage[]): readonly Family[] {
  const families = pages.filter(({ family }) => family.isFamily).sort((a, b) => (a.path < b.path ? -1 : 1));
  const byHome = new Map(families.map((page) => [homeOf(page.path), page]));
  const groups = new Map<string, FamilyPage[]>();
  const alone: FamilyPage[] = [];
  for (const page of families) {
    const level = onlyLevel(page);
    if (level === null) alone.push(page);
    else {
      const key = `${parentOf(homeOf(page.path))}\n${workOf(level.name)}`;
      groups.set(key, [...(groups.get(key) ?? []), page]);
    }
  }
  const led = new Set<FamilyPage>();
  const joined = [...groups].map(([key, group]) => {
    const [folder = '', work = ''] = key.split('\n');
    const above = byHome.get(folder);
    const leads = above !== undefined && !group.includes(above) && !led.has(above) && doesWork(above, work);
    if (leads) led.add(above);
    return familyOf(leads ? [above, ...group] : group);
  });
  return [...joined, ...alone.filter((page) => !led.has(page)).map((page) => familyOf([page]))].sort(
    byFirstPage,
  );
}

function familyOf(pages: readonly FamilyPage[]): Family {
  const levels = pages.flatMap(({ path, family }) => family.levels.map((level) => ({ path, level })));
  return { role: pages[0]?.family.role ?? null, pages, levels };
}

function byFirstPage(a: Family, b: Family): number {
  return (a.pages[0]?.path ?? '') < (b.pages[0]?.path ?? '') ? -1 : 1;
}

function onlyLevel({ family }: FamilyPage): Level | null {
  const [level, second] = family.levels;
  return level !== undefined && second === undefined && level.kind === 'page' ? level : null;
}

function doesWork({ family }: FamilyPage, work: string): boolean {
  const names = [...(family.role ? [family.role] : []), ...family.levels.map(({ name }) => name)];
  return names.some((name) => workOf(name) === work);
}

function workOf(name: RoleName): string {
  return [...name.discipline].sort().join(' ');
}

/** The folder that a page stands for: "a/b" for "a/b/index.html.md", "a/b/_index.md" and "a/b.md". */
function homeOf(path: string): string {
  return path.replace(/\/?_?index\.[^/]*$/, '').replace(/\.[^/]*$/, '');
}

function parentOf(home: string): string {
  return home.includes('/') ? home.slice(0, home.lastIndexOf('/')) : '';
}

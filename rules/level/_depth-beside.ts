import { deepen, own, type Page } from './_depth-levels.ts';
import { move } from './_hashes.ts';
import { after, type Heading, isClosing, isCore, subtree } from './_outline.ts';
import type { Slips } from './_slips.ts';

/** Levels that stand beside the heading "Levels" instead of under it. */
export function findBeside(page: Page, slips: Slips): void {
  for (const list of page.headings.filter(({ kind }) => kind === 'levels')) findBesideList(page, list, slips);
}

function findBesideList(page: Page, list: Heading, slips: Slips): void {
  const depth = list.section.depth;
  const filled = subtree(list).some(({ level }) => level !== null);
  const candidates = levelsAfter(page, list);
  const first = candidates[0];
  if (first === undefined) return;
  if (first.section.depth < depth) {
    if (!filled && !hasOverview(page, list)) addTooDeep(page, list, first, candidates, slips);
    return;
  }
  for (const heading of candidates) {
    if (heading.parent !== list.parent) continue;
    if (!filled && hasOverview(page, list) && !isSunk(page, heading)) continue;
    // Behind a section such as "Hiring Process" more hashes would put it under that one.
    const held = page.headings.some((other) => isClosing(other.kind) && isBetween(other, list, heading));
    const sunk = held ? null : deepen(page, heading, 1);
    slips.add({ heading, kind: 'beside', other: list, depth: depth + 1, move: sunk });
  }
}

/**
 * "Levels" deeper than the levels: it needs one hash less than they have. Where they stand right below the page's title, that would
 * make a second title; there they must go deeper themselves.
 */
function addTooDeep(
  page: Page,
  list: Heading,
  first: Heading,
  candidates: readonly Heading[],
  slips: Slips,
): void {
  const followers = candidates.filter(
    ({ parent, section }) => parent === first.parent && section.depth === first.section.depth,
  );
  const depth = Math.max(2, first.section.depth - 1);
  const by = depth + 1 - first.section.depth;
  const raised = move(page.masked, [list], depth - list.section.depth, page.headings);
  if (by === 0) {
    // Levels elsewhere would then stand beside it.
    const alone = page.levels.every((level) => followers.includes(level));
    slips.add({
      heading: list,
      kind: 'listTooDeep',
      other: first,
      depth,
      move: alone ? raised : null,
      followers,
      follow: [{ headings: followers, by: 0, edits: [] }],
    });
    return;
  }
  const sunk = followers.map((heading) => deepen(page, heading, by));
  const follow = followers.map((heading, at) => sunk[at] ?? { headings: [heading], by, edits: [] });
  const edits = [...(raised === null ? [] : [raised]), ...follow].flatMap((one) => one.edits);
  const whole = raised !== null && sunk.every((one) => one !== null);
  const suggestion = { title: 'Set "Levels" at the depth of the levels, and those one deeper', edits };
  const mend = whole ? { suggestion } : {};
  slips.add({
    heading: list,
    kind: 'listAtTop',
    other: first,
    depth,
    move: null,
    followers,
    follow,
    ...mend,
  });
}

function isBetween({ section }: Heading, list: Heading, heading: Heading): boolean {
  const inside = section.index > list.section.index && section.index < heading.section.index;
  return inside && section.depth <= list.section.depth;
}

/** Levels at the depth of "Levels" or above, up to the next heading of another sort. */
function levelsAfter(page: Page, list: Heading): readonly Heading[] {
  const found: Heading[] = [];
  let apart = false;
  for (const heading of after(page.headings, list)) {
    if (heading.section.depth > list.section.depth || isCore(heading.kind) || isClosing(heading.kind))
      continue;
    if (heading.level?.kind === 'level') {
      if (!apart || isSunk(page, heading)) found.push(heading);
    } else if (heading.kind === 'other' && heading.section.depth === list.section.depth) apart = true;
    else break;
  }
  return found;
}

/** True where sections of the level leave room for one more depth: the level is meant to stand deeper than it does. */
function isSunk(page: Page, heading: Heading): boolean {
  return own(page, heading).some(
    ({ kind, section }) => isCore(kind) && section.depth > heading.section.depth + 1,
  );
}

/** A table or list under "Levels" is its content: the levels may well follow in sections of their own. */
function hasOverview({ masked }: Page, list: Heading): boolean {
  const { start, end } = list.section.bodySpan;
  return /^[ \t]*(?:[-*+][ \t]|\d{1,9}[.)][ \t]|\|)/m.test(masked.slice(start, end));
}

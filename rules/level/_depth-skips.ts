import { listAbove, type Page } from './_depth-levels.ts';
import { type Move, move } from './_hashes.ts';
import { type Heading, isCore, subtree } from './_outline.ts';
import type { Slips } from './_slips.ts';

/** Headings two or more depths below the one they stand under, and headings at the top deeper than those that follow. */
export function findSkips(page: Page, slips: Slips): void {
  findSkippedTop(page, slips);
  for (const parent of page.headings) {
    if (slips.has(parent)) continue;
    const right = slips.depthOf(parent) + 1;
    const skipped = parent.children.filter(
      (heading) => slips.depthOf(heading) > right && !slips.has(heading) && !fitsLevel(page, heading),
    );
    // Moved alone, one of them would take in the next.
    const moves = skipped.map((heading) =>
      isCore(heading.kind) && isCore(parent.kind) ? null : raise(page, heading, right, slips),
    );
    const all = moves.every((each) => each !== null);
    for (const [index, heading] of skipped.entries()) {
      slips.add({
        heading,
        kind: 'skipped',
        other: parent,
        depth: right,
        move: all ? (moves[index] ?? null) : null,
      });
    }
  }
}

function findSkippedTop(page: Page, slips: Slips): void {
  const tops = page.headings.filter(({ parent }) => parent === null);
  const top = Math.max(2, Math.min(...tops.map((heading) => slips.depthOf(heading))));
  const deep = tops.filter((heading) => slips.depthOf(heading) > top && !slips.has(heading));
  const level = deep.find((heading) => heading.level !== null);
  if (level !== undefined) {
    // What is missing is one heading above them all.
    const bare = !page.headings.some(({ kind }) => kind === 'levels');
    const suggestion = bare ? { suggestion: listAbove(level) } : {};
    slips.add({
      heading: level,
      kind: bare ? 'noList' : 'noParent',
      other: null,
      depth: null,
      move: null,
      followers: deep,
      ...suggestion,
    });
    return;
  }
  // Before levels at the top, sections of a level wait for its title rather than for fewer hashes.
  const titled = page.levels.some((heading) => heading.section.depth === top);
  const moves = deep.map((heading) =>
    titled && isCore(heading.kind) ? null : raise(page, heading, top, slips),
  );
  const all = moves.every((each) => each !== null);
  for (const [index, heading] of deep.entries()) {
    const kind = all ? 'noTop' : 'noParent';
    slips.add({ heading, kind, other: null, depth: top, move: all ? (moves[index] ?? null) : null });
  }
}

/** With all below it but for what has been told of: that has a depth of its own to go to. */
function raise(page: Page, heading: Heading, depth: number, slips: Slips): Move | null {
  const along = subtree(heading).filter((inner) => inner === heading || !slips.has(inner));
  return move(page.masked, along, depth - heading.section.depth, page.headings);
}

/** True for a section of a level that is right for its level; what stands between them is at fault. */
function fitsLevel(page: Page, { part, section }: Heading): boolean {
  const title = page.levels.find(({ level }) => level?.index === part?.level);
  return title !== undefined && section.depth === title.section.depth + 1;
}

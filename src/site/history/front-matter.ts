import { readFrontMatter } from '../../markdown/front-matter.ts';
import { nextLine } from '../../markdown/mask/dialect.ts';
import { frontMatterRegion } from '../../markdown/mask/front-matter.ts';
import { linePlaces } from '../../text/line-places.ts';

export interface Mended {
  /** The page as it was, but with the front matter that it has now. */
  readonly text: string;
  /** Where the text of the page begins, behind the front matter. */
  readonly bodyStart: number;
}

/**
 * A page as it was before a change that made its front matter readable. Much of a page cannot be judged where that is broken, such as
 * links within it; what was wrong there all the time comes out when it is mended, and is not brought by that.
 * @returns null where the change did nothing of the kind
 */
export function withMendedFrontMatter(before: string, now: string): Mended | null {
  const front = frontMatterRegion(now);
  if (front === null || isBroken(now) || !isBroken(before)) return null;
  const places = linePlaces(before, now);
  if (places === null) return null;
  const bodyStart = nextLine(now, front.end);
  const last = places.now[lineStarts(now).findLastIndex((start) => start < bodyStart)] ?? 0;
  const cut = lineStarts(before)[places.before.findIndex((place) => place > last)] ?? before.length;
  return { text: now.slice(0, bodyStart) + before.slice(cut), bodyStart };
}

/** Offsets; lines end as they do for `linePlaces`. */
function lineStarts(text: string): number[] {
  return [0, ...Array.from(text.matchAll(/\r\n|\r|\n/gu), ({ 0: end, index }) => index + end.length)];
}

function isBroken(text: string): boolean {
  const region = frontMatterRegion(text);
  return region !== null && readFrontMatter('', text, region).errors.length > 0;
}

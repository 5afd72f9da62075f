import type { Document } from '../../markdown/document.ts';
import { compareText } from '../../text/compare.ts';
import { SitePages } from '../pages.ts';
import { RedirectTable } from '../redirects/table.ts';
import { Resolver } from '../resolve.ts';
import type { SiteInput } from '../settings.ts';
import { withoutSlash } from '../url.ts';
import { findLost, type Lost } from './lost.ts';

/** Targets that do not start from the top of the site: `../baker/`, `baker.md#levels`, `{{< ref "baker" >}}`. */
const relativeTarget = /(?:\]\(<?|href=["']|ref ["'`]?|\]:[ \t]*<?)(?![a-z]+:|\/)([^\s)"'`>]{1,300})/gi;

/**
 * Paths of pages that may be concerned by what a change removed: those whose text speaks of it, found without parsing, and those it was
 * removed from. Pages that are known already are left out.
 */
export function linkingPages(
  site: SiteInput,
  known: readonly Pick<Document, 'path' | 'text'>[],
): readonly string[] {
  const pages = new SitePages(site, known);
  const lost = findLost(site, pages, new Resolver(pages, new RedirectTable(site.redirects), site.origins));
  if (lost.length === 0) return [];
  const texts = new Set(known.map(({ path }) => path));
  const found = new Set(lost.flatMap(({ page, goesOn }) => page?.path ?? goesOn ?? []));
  const mentions = new Mentions(lost);
  for (const { path, isPage } of pages.map.all()) {
    if (!isPage || texts.has(path) || found.has(path)) continue;
    const text = site.read(path);
    if (text !== null && mentions.in(text)) found.add(path);
  }
  return [...found].filter((path) => !texts.has(path)).sort(compareText);
}

/** What a text must hold to link to something that was lost. */
class Mentions {
  /** Site paths, with anchors where only those were lost. */
  readonly #paths: readonly string[];
  /** Last steps of the paths, and lost anchors. */
  readonly #names: ReadonlySet<string>;

  constructor(lost: readonly Lost[]) {
    this.#paths = [
      ...new Set(
        lost.flatMap(({ url, anchor }) => {
          const path = withoutSlash(url);
          return anchor === null ? [path] : [`${path}#${anchor.id}`, `${path}/#${anchor.id}`];
        }),
      ),
    ].filter((path) => path.length > 1);
    this.#names = new Set(lost.map(({ url, anchor }) => anchor?.id ?? lastStep(url)));
  }

  in(text: string): boolean {
    if (this.#paths.some((path) => text.includes(path))) return true;
    for (const [, target = ''] of text.matchAll(relativeTarget)) {
      const hash = target.indexOf('#');
      if (hash !== -1 && this.#names.has(target.slice(hash + 1))) return true;
      if (this.#names.has(lastStep(hash === -1 ? target : target.slice(0, hash)))) return true;
    }
    return false;
  }
}

/** Without the ending of a file, and for a folder's own page that of the folder. */
function lastStep(path: string): string {
  const steps = path.split('/').filter((step) => step !== '' && !/^_?index\./.test(step));
  return (steps.at(-1) ?? '').replace(/\.(?:md|markdown|html)$/i, '');
}

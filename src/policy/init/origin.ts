/** An address by which pages link to their own site, as if it were another one. */
export interface SeenOrigin {
  /** `https://handbook.example.com`. */
  readonly origin: string;
  /** Links with it, and how many of them lead to pages that are here. */
  readonly links: number;
  readonly here: number;
}

/** So many links must lead to pages that are here, and at least half of all. */
const fewest = 3;

/**
 * The host that the site is published at, told by absolute links to pages that are here; null where none is clear.
 * @param texts of some pages
 * @param content folders that the site is made from
 * @param files all paths
 */
export function originOf(
  texts: readonly string[],
  content: readonly string[],
  files: ReadonlySet<string>,
): SeenOrigin | null {
  if (content.length === 0) return null;
  const folders = new Set(Array.from(files, (path) => path.slice(0, Math.max(0, path.lastIndexOf('/')))));
  const isHere = (path: string) =>
    content.some((folder) => {
      const place = `${folder}${path}`.replace(/\/$/, '');
      return folders.has(place) || ['.md', '.html.md', '.html.md.erb'].some((end) => files.has(place + end));
    });
  const counts = new Map<string, { links: number; here: number }>();
  for (const text of texts) {
    for (const [, origin = '', path = ''] of text.matchAll(/\]\((https?:\/\/[^/\s)#?]+)(\/[^\s)#?]+)/g)) {
      const count = counts.get(origin) ?? { links: 0, here: 0 };
      count.links += 1;
      if (isHere(path)) count.here += 1;
      counts.set(origin, count);
    }
  }
  const [best] = [...counts].sort(([, a], [, b]) => b.here - a.here);
  if (best === undefined) return null;
  const [origin, { links, here }] = best;
  return here >= fewest && here * 2 >= links ? { origin, links, here } : null;
}

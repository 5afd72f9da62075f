/** What is wrong with a target, with offsets into it. */
export interface PathSlip {
  readonly message: 'relative' | 'source' | 'slashes' | 'capitals';
  readonly start: number;
  readonly end: number;
  /** What should stand there, or null where only a person can say. */
  readonly text: string | null;
  /** The whole target mended, where it can be. */
  readonly path: string | null;
}

/**
 * Slips in a target that leads within the site; none for other sites, mail, and template code.
 * @param roots folders that stand at the root of the site
 */
export function slipsIn(target: string, roots: ReadonlySet<string>): PathSlip[] {
  if (target === '' || /^(?:[a-z][a-z0-9+.-]*:|\/\/)|<%|\{[{%]|[\s()]/i.test(target)) return [];
  const cut = target.search(/[?#]/);
  const path = cut === -1 ? target : target.slice(0, cut);
  const slips: PathSlip[] = [];
  const page = pageOf(path);
  if (page !== null) {
    const whole = page + target.slice(path.length);
    slips.push({ message: 'source', start: 0, end: target.length, text: whole, path: whole });
    return slips;
  }
  if (path !== '' && !path.startsWith('/') && !isHost(path)) {
    const root = path.split('/')[0] ?? '';
    const whole = roots.has(root) && path.includes('/') ? `/${target}` : null;
    slips.push({ message: 'relative', start: 0, end: target.length, text: whole, path: whole });
    return slips;
  }
  for (const { 0: slashes, index } of path.matchAll(/\/{2,}/g)) {
    slips.push({ message: 'slashes', start: index, end: index + slashes.length, text: '/', path: null });
  }
  const hash = target.indexOf('#');
  const anchor = hash === -1 ? '' : target.slice(hash);
  if (/\p{Lu}/u.test(anchor) && !/[:=~%]/.test(anchor)) {
    const lower = anchor.toLowerCase();
    // What ids another page sets by hand is not known here.
    const text = path === '' ? lower : null;
    slips.push({ message: 'capitals', start: hash, end: target.length, text, path: lower });
  }
  return slips;
}

/** "www.example.com/a" lacks its "https://"; that is no path. */
const isHost = (path: string): boolean =>
  /^[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}(?:\/|$)/i.test(path) && !/\.(?:md|html?)$/i.test(path);

/** The address of the page that a source file becomes, or null where the path names none. */
function pageOf(path: string): string | null {
  const [, inside] = /^(?:\.{0,2}\/)*content\/(.+)$/.exec(path) ?? [];
  if (inside === undefined) return null;
  const clean = inside.replace(/(?:^|\/)_?index\.md$/, '/').replace(/\.md$/, '/');
  return `/${clean}`.replace(/\/{2,}/g, '/');
}

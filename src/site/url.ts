/** A site path taken apart: what stands before `?` and `#`, and what stands behind `#`. */
export interface SplitTarget {
  /** As written, not decoded. */
  readonly path: string;
  /** Decoded; null where there is no `#`. A text fragment (`#:~:text=…`) is no anchor. */
  readonly anchor: string | null;
}

/** Splits a target that is known to lead into the site. */
export function splitTarget(target: string): SplitTarget {
  const hash = target.indexOf('#');
  const before = hash === -1 ? target : target.slice(0, hash);
  const query = before.indexOf('?');
  const path = query === -1 ? before : before.slice(0, query);
  if (hash === -1) return { path, anchor: null };
  const [fragment = '', directive] = target.slice(hash + 1).split(':~:', 2);
  if (directive !== undefined && fragment === '') return { path, anchor: null };
  return { path, anchor: decode(fragment) };
}

/** Decodes percent signs; what they do not stand for stays as it is. */
export function decode(text: string): string {
  if (!text.includes('%')) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return text.replace(/(?:%[0-9a-f]{2}){1,200}/gi, (escapes) => {
      try {
        return decodeURIComponent(escapes);
      } catch {
        return escapes;
      }
    });
  }
}

/**
 * Brings a path into the one form that is compared: absolute, decoded once, without `.`, `..` and doubled slashes, its final slash
 * kept. `..` at the top leads nowhere further, as in a browser.
 * @param base site path that a relative path starts from: a folder with its final slash, or a file, whose last step does not count
 */
export function resolvePath(path: string, base: string): string {
  const written = path.startsWith('/')
    ? path
    : path === ''
      ? base
      : base.slice(0, base.lastIndexOf('/') + 1) + path;
  const steps: string[] = [];
  const parts = written.split('/');
  for (const part of parts) {
    // The base is decoded already.
    if (part === '' || part === '.') continue;
    if (part === '..') steps.pop();
    else steps.push(part);
  }
  const last = parts.at(-1);
  const isFolder = last === '' || last === '.' || last === '..';
  return steps.length === 0 ? '/' : `/${steps.join('/')}${isFolder ? '/' : ''}`;
}

/** The path without its final slash; the site's top is empty. */
export function withoutSlash(path: string): string {
  let end = path.length;
  while (end > 0 && path.charCodeAt(end - 1) === 0x2f) end -= 1;
  return path.slice(0, end);
}

const extension = /\.([a-z][a-z0-9]{0,9})$/i;

/** What stands behind the last dot of the last step, lower-cased; empty where there is none, and for a folder. */
export function extensionOf(path: string): string {
  return (extension.exec(path.slice(path.lastIndexOf('/') + 1))?.[1] ?? '').toLowerCase();
}

/** A final slash, where the last step does not look like a file. */
export function withSlash(path: string): string {
  return path.endsWith('/') || extensionOf(path) !== '' ? path : `${path}/`;
}

/** The first step of a path, or an empty text for the site's top. */
export function firstStep(path: string): string {
  const start = path.startsWith('/') ? 1 : 0;
  const end = path.indexOf('/', start);
  return end === -1 ? path.slice(start) : path.slice(start, end);
}

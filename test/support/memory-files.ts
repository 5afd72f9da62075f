import { posix } from 'node:path';
import type { Entry, FileSystem } from '../../src/host/file-system.ts';

/** A file system of a test's own. Paths are absolute; what `errors` names cannot be read, entered or replaced. */
export function memoryFiles(
  content: Readonly<Record<string, string | Uint8Array>>,
  {
    cwd = '/work',
    links = {},
    errors = {},
  }: {
    readonly cwd?: string;
    /** Symbolic links: path to target, both absolute. */
    readonly links?: Readonly<Record<string, string>>;
    /** Path to the code of the error it gives: `EACCES`. */
    readonly errors?: Readonly<Record<string, string>>;
  } = {},
): FileSystem & { readonly bytes: Map<string, Buffer> } {
  const bytes = new Map(Object.entries(content).map(([path, text]) => [path, Buffer.from(text)]));
  const fail = (code: string, path: string) => Object.assign(new Error(`${code}: ${path}`), { code });
  const isFolder = (path: string) =>
    path === '/' || [...bytes.keys(), ...Object.keys(links)].some((known) => known.startsWith(`${path}/`));
  const follow = (path: string): string => {
    let at = posix.resolve(cwd, path);
    for (let step = 0; step < 40; step += 1) {
      const [link, target] =
        Object.entries(links).find(([name]) => at === name || at.startsWith(`${name}/`)) ?? [];
      if (link === undefined || target === undefined) return at;
      at = target + at.slice(link.length);
    }
    throw fail('ELOOP', path);
  };
  const open = (path: string): string => {
    const real = follow(path);
    const code = errors[real];
    if (code !== undefined) throw fail(code, path);
    return real;
  };
  return {
    bytes,
    cwd,
    kind(path) {
      try {
        const real = follow(path);
        return bytes.has(real) ? 'file' : isFolder(real) ? 'folder' : 'missing';
      } catch {
        return 'missing';
      }
    },
    entries(folder) {
      const real = open(folder);
      const names = new Map<string, Entry['kind']>();
      for (const path of [...bytes.keys(), ...Object.keys(links)]) {
        if (!path.startsWith(`${real}/`)) continue;
        const [name = '', ...rest] = path.slice(real.length + 1).split('/');
        names.set(name, rest.length > 0 ? 'folder' : path in links ? 'link' : 'file');
      }
      return Array.from(names, ([name, kind]) => ({ name, kind }));
    },
    read(path) {
      const found = bytes.get(open(path));
      if (found === undefined) throw fail('ENOENT', path);
      return found;
    },
    realPath(path) {
      const real = follow(path);
      if (!bytes.has(real) && !isFolder(real)) throw fail('ENOENT', path);
      return real;
    },
    replace(path, data) {
      bytes.set(open(path), Buffer.from(data));
    },
    write(path, text) {
      bytes.set(open(path), Buffer.from(text));
    },
  };
}

import type { Link } from '../markdown/document.ts';
import { decodeReference } from '../markdown/parse.ts';

/**
 * A link's target as a browser gets it: markdown's own escapes (`\_`, `&amp;`) resolved, and a scheme given to what GFM makes a link of
 * without one (`www.example.com`, a mail address). Percent signs stay as they are.
 */
export function writtenTarget({ kind, target }: Pick<Link, 'kind' | 'target'>): string {
  if (kind !== 'autolink') {
    return target
      .trim()
      .replace(/\\([!-/:-@[-`{-~])/g, '$1')
      .replace(/&(?:#[0-9]{1,7}|#x[0-9a-f]{1,6}|[0-9a-z]{1,31});/gi, decodeReference);
  }
  if (/^[a-z][a-z0-9+.-]*:/i.test(target)) return target;
  // Cmark makes `http` of it, whatever the site is served by.
  return target.includes('@') ? `mailto:${target}` : `http://${target}`;
}

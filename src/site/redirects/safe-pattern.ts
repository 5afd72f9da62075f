/** Longer paths are not held against patterns. */
export const longestPath = 300;

/** With this many stars on a path of that length, the slowest search is still a matter of milliseconds. */
const mostLoops = 3;

/**
 * Makes a regular expression of a line of a redirects file, anchored at the start; null where it is broken, or could take forever: a
 * repeated group, a back reference, or more than three stars.
 */
export function safePattern(source: string): RegExp | null {
  if (source.length > 500) return null;
  const bare = source.replace(/\\[^0-9k]/g, 'x').replace(/\[\^?\]?[^\]]*\]/g, 'x');
  const loops = bare.match(/[*+]|\{\d*,\d*\}/g)?.length ?? 0;
  if (/\\|\)(?:[*+]|\{)|\(\?(?!:)/.test(bare) || loops > mostLoops) return null;
  try {
    return new RegExp(`^(?:${source})`, 'u');
  } catch {
    try {
      return new RegExp(`^(?:${source})`);
    } catch {
      return null;
    }
  }
}

/** What every path that a pattern fits must start with. */
export function literalStart(source: string): string {
  if (hasAlternatives(source)) return '/';
  const start = /^\^?((?:[\w/-]|\\[./_-])*)/.exec(source)?.[1] ?? '';
  // A sign that is followed by `?` or `*` need not be there.
  const rest = source.replace(/^\^/, '').slice(start.length);
  return (/^[?*{]/.test(rest) ? start.replace(/\\?.$/, '') : start).replaceAll('\\', '');
}

/** True where `|` stands outside all brackets. */
function hasAlternatives(source: string): boolean {
  let depth = 0;
  for (const sign of source.replace(/\\./g, '').replace(/\[[^\]]*\]/g, '')) {
    if (sign === '(') depth += 1;
    if (sign === ')') depth -= 1;
    if (sign === '|' && depth === 0) return true;
  }
  return false;
}

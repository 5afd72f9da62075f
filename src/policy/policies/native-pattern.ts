/**
 * A pattern of a policy for JavaScript's own engine, which may go back and try again: only for patterns that are known to take linear time.
 * @param source with flags in front, such as `(?i)`
 * @throws SyntaxError where it is no pattern
 */
export function nativePattern(source: string): RegExp {
  const [front = '', flags = ''] = /^\(\?([ims]+)\)/.exec(source) ?? [];
  return new RegExp(source.slice(front.length), flags);
}

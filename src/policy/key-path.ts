/** Keys and list indexes as sentences name them: “rules > grade/gap > allow > item 2”. */
export function nameOf(path: readonly string[]): string {
  return `“${path.map((step) => (/^\d+$/u.test(step) ? `item ${Number(step) + 1}` : step)).join(' > ')}”`;
}

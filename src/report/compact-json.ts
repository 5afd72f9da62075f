/** Columns that an object or list may take to stand on one line. */
const width = 120;

/** JSON for people: like `JSON.stringify(value, null, 2)`, but what is short stands on one line. */
export function compactJson(value: unknown, indent = ''): string {
  const short = JSON.stringify(value) ?? 'null';
  if (typeof value !== 'object' || value === null || indent.length + short.length <= width)
    return spaced(value);
  const inner = `${indent}  `;
  const lines = Array.isArray(value)
    ? value.map((item) => `${inner}${compactJson(item, inner)}`)
    : Object.entries(value)
        .filter(([, part]) => part !== undefined)
        .map(([key, part]) => `${inner}${JSON.stringify(key)}: ${compactJson(part, inner)}`);
  const [open, close] = Array.isArray(value) ? '[]' : '{}';
  return `${open}\n${lines.join(',\n')}\n${indent}${close}`;
}

/** One line with a blank behind colons and commas. */
function spaced(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(spaced).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const parts = Object.entries(value).filter(([, part]) => part !== undefined);
  return `{${parts.map(([key, part]) => `${JSON.stringify(key)}: ${spaced(part)}`).join(', ')}}`;
}

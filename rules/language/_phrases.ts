/** Words of a text that match a phrase: offsets into the text. */
export interface Match {
  readonly start: number;
  readonly end: number;
}

/**
 * An expression that finds whole phrases in running text: upper and lower case are alike, as are straight and curly apostrophes,
 * and any white space between two words will do. A phrase that ends in `*` also finds longer words ("lead*" finds "leading").
 * Where two phrases match at one place, the longer one is found. Null for an empty list.
 */
export function phraseExpression(phrases: readonly string[]): RegExp | null {
  const sources = phrases
    .map((phrase) => phrase.trim())
    .filter((phrase) => phrase.replace('*', '') !== '')
    .sort((a, b) => b.length - a.length)
    .map(source);
  if (sources.length === 0) return null;
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${sources.join('|')})(?![\\p{L}\\p{N}])`, 'giu');
}

function source(phrase: string): string {
  const stem = phrase.endsWith('*');
  const escaped = (stem ? phrase.slice(0, -1) : phrase)
    .replace(/[.*+?^${}()|[\]\\/-]/g, (sign) => (sign === '-' ? '[-‐‑]' : `\\${sign}`))
    .replace(/['’]/g, "['’]")
    .replace(/\s+/g, '\\s+');
  return stem ? `${escaped}[\\p{L}]*` : escaped;
}

export function matchesOf(text: string, expression: RegExp | null): readonly Match[] {
  if (expression === null) return [];
  return Array.from(text.matchAll(expression), (match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
}

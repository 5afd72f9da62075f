/**
 * Text from pages made safe for a terminal: control characters, terminal escapes and marks that turn the writing direction are
 * shown as signs and never passed through. Each becomes one character or a short code; tabs and line breaks become a space.
 */
export function visible(text: string): string {
  return text.replace(unsafe, (unit) => {
    if (unit === '\t' || unit === '\n' || unit === '\r') return ' ';
    const code = unit.codePointAt(0) ?? 0;
    if (code < 0x20) return String.fromCodePoint(0x2400 + code);
    if (code === 0x7f) return '\u2421';
    return `<U+${code.toString(16).toUpperCase().padStart(4, '0')}>`;
  });
}

/** JSON text in which no control or direction character stands unescaped; the values stay the same. */
export function escapeJson(json: string): string {
  return json.replace(unsafeInJson, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

// Control characters (C0, DEL, C1), marks that turn the writing direction, line separators, invisible marks, lone surrogates, and
// code points that are no characters (XML holds none of the last two).
const unsafe = /[\p{Cc}\p{Bidi_Control}\p{Noncharacter_Code_Point}\u200b\u2028\u2029\u2060\ufeff]|\p{Cs}/gu;
// The line breaks of the JSON text itself stay.
const unsafeInJson = /(?!\n)[\p{Cc}\p{Bidi_Control}\u2028\u2029\ufeff]/gu;

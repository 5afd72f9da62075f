import fc from 'fast-check';

/** Code points that mean something to terminals, JSON, XML, URIs or markdown, or that no text should hold. */
const special = [
  '\0',
  '\u001b',
  '\u0085',
  '\u200b',
  '\u202e',
  '\u2028',
  '\ud800',
  '\udfff',
  '\ufeff',
  '\ufffe',
  '\uffff',
];

const codePoint = fc.oneof(
  fc.integer({ min: 0, max: 0x7f }).map((code) => String.fromCodePoint(code)),
  fc.integer({ min: 0, max: 0x10ffff }).map((code) => String.fromCodePoint(code)),
  fc.constantFrom(...special),
);

/** Whatever a string can hold, up to 20 code points. (fast-check's own `binary` takes seconds to get ready.) */
export const anyText: fc.Arbitrary<string> = fc
  .array(codePoint, { maxLength: 20 })
  .map((all) => all.join(''));

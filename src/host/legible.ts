import { isUtf8 } from 'node:buffer';
import type { FileSystem } from './file-system.ts';

/**
 * The files of old, with all text as UTF-8. What a page was before a change cannot be mended any more, but it must be read: else all of it
 * would count as new, and whoever saves a page in UTF-8 at last would be told of all that was wrong with it before.
 */
export function legible(files: FileSystem): FileSystem {
  return { ...files, read: (path) => inUtf8(files.read(path)) };
}

const newline = 0x0a;

/** Bytes of a text as UTF-8. Lines that are no UTF-8 are taken for Windows-1252; NUL becomes the sign for what cannot be read. */
export function inUtf8(bytes: Uint8Array): Uint8Array {
  const isBigEndian = bytes[0] === 0xfe && bytes[1] === 0xff;
  if (isBigEndian || (bytes[0] === 0xff && bytes[1] === 0xfe))
    return Buffer.from(new TextDecoder(isBigEndian ? 'utf-16be' : 'utf-16le').decode(bytes));
  if (isUtf8(bytes) && !bytes.includes(0)) return bytes;
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  let text = '';
  for (let start = 0; start < bytes.length; ) {
    const found = bytes.indexOf(newline, start);
    const end = found < 0 ? bytes.length : found + 1;
    const line = bytes.subarray(start, end);
    text += isUtf8(line) ? decoder.decode(line) : windows1252(line);
    start = end;
  }
  return Buffer.from(text.replaceAll('\0', '\uFFFD'));
}

/** What Windows-1252 has for 0x80 to 0x9F; all else is as in Latin-1. Not all versions of Node decode these by themselves. */
const signs = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

function windows1252(bytes: Uint8Array): string {
  const latin = Buffer.from(bytes).toString('latin1');
  return latin.replace(/[\u0080-\u009f]/gu, (sign) => signs.charAt(sign.charCodeAt(0) - 0x80));
}

import { expect, it } from 'vitest';
import { inUtf8 } from '../../src/host/legible.ts';

const text = (bytes: Uint8Array): string => Buffer.from(inUtf8(bytes)).toString('utf8');

it.each<[string, Buffer, string]>([
  ['UTF-8 as it is, mark and all', Buffer.from('\uFEFFé\n'), '\uFEFFé\n'],
  [
    'a line of another encoding among lines of UTF-8',
    Buffer.from([0xc3, 0xa9, 10, 0xe9, 13, 10, 0x80]),
    'é\né\r\n€',
  ],
  ['two bytes a letter, the small one first', Buffer.from('\uFEFFé\n', 'utf16le'), 'é\n'],
  ['two bytes a letter, the large one first', Buffer.from('\uFEFFé\n', 'utf16le').swap16(), 'é\n'],
  ['NUL', Buffer.from('a\0b\n'), 'a\uFFFDb\n'],
  ['nothing', Buffer.from(''), ''],
])('A page of old is read: %s', (_, bytes, expected) => {
  expect(text(bytes)).toBe(expected);
});

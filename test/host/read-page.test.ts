import { describe, expect, it } from 'vitest';
import { readPage } from '../../src/host/read-page.ts';
import { memoryFiles } from '../support/memory-files.ts';

const read = (bytes: Uint8Array | string) => readPage(memoryFiles({ '/work/page.md': bytes }), 'page.md');

describe('readPage', () => {
  it('keeps a byte order mark and all line ends, so that writing the text back changes no byte', () => {
    const text = '\ufeff# Pier\r\n\r\nNo break at the end \u{1f6a2}\rlone';
    expect(read(text)).toEqual({ text });
  });

  it('names the line of the first byte that is no UTF-8', () => {
    const bytes = Buffer.concat([
      Buffer.from('# Café\n\nStraße\n'),
      Buffer.from([0x63, 0xe9]),
      Buffer.from('\nend\n'),
    ]);
    expect(read(bytes).failure).toMatchObject({ file: 'page.md', line: 4 });
    expect(read(bytes).failure?.message).toContain(
      'page.md is not valid UTF-8: line 4 is in another encoding.',
    );
  });

  it('finds a cut character at the end', () => {
    expect(read(Buffer.from([0x0a, 0x61, 0xe2, 0x82])).failure).toMatchObject({ line: 2 });
  });

  it('refuses text with a NUL byte, and says where it is', () => {
    expect(read('a\nb\0').failure?.message).toContain('page.md holds a NUL byte at offset 3');
    expect(read('a\nb\0').failure?.line).toBe(2);
  });

  it('tells UTF-16 from other bytes', () => {
    expect(read(Buffer.from('\ufeffPier', 'utf16le')).failure?.message).toContain(
      'page.md is saved as UTF-16.',
    );
  });

  it.each([
    [
      'EACCES',
      'page.md could not be read: permission denied. Give yourself the right to it, or leave it out.',
    ],
    [
      'EMFILE',
      'page.md could not be read: too many files are open. Raise the limit (ulimit -n) and try again.',
    ],
    ['EIO', 'page.md could not be read: EIO: page.md. Check the file and the disk.'],
  ])('makes a sentence of %s', (code, message) => {
    const files = memoryFiles({ '/work/page.md': '' }, { errors: { '/work/page.md': code } });
    expect(readPage(files, 'page.md').failure).toEqual({ message, file: 'page.md' });
  });
});

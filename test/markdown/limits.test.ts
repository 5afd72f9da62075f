import { describe, expect, it } from 'vitest';
import { readLandmarks } from '../../src/markdown/landmarks.ts';
import { mostToRead, PageTooLong, unreadable } from '../../src/markdown/limits.ts';
import { readDocument, readIfShort } from '../../src/markdown/read.ts';
import { readTarget } from '../../src/site/target-page.ts';

const front = '---\ntitle: Log\nurl: /log/\n---\n\n# Log\n\n';
const lines = (units: number): string => 'a\n\n'.repeat(Math.ceil(units / 3));

describe('what is read of a long page', () => {
  it('is all of it, up to a million characters', () => {
    expect(unreadable('a\n\n'.repeat(mostToRead / 3))).toEqual([]);
    expect(unreadable(lines(mostToRead + 1))).toBeNull();
  });

  it('is all but the lines that are not parsed, however long these are', () => {
    const long = 'a'.repeat(2 * mostToRead);
    const text = `The pier.\n\n${long}\n\n# The quay\n`;
    expect(unreadable(text)).toHaveLength(1);
    expect(readDocument('log.md', text).sections.map(({ title }) => title)).toEqual(['', 'The quay']);
    expect(readLandmarks('log.md', text).headings).toHaveLength(1);
  });

  it('is not looked at any further once it is too much', () => {
    // All but the ends of its lines would be left out, line by line.
    const text = `${'a'.repeat(50_000)}\n${'a\n'.repeat(2 * mostToRead)}`;
    expect(unreadable(text)).toBeNull();
  });

  it('is nothing where there is more, and that is said', () => {
    const text = front + lines(mostToRead);
    expect(() => readDocument('log.md', text)).toThrow(PageTooLong);
    expect(readIfShort('log.md', text)).toBeNull();
    expect(readIfShort('log.md', front)?.sections).toHaveLength(2);
  });

  it('is its front matter alone where only links lead to it, and any anchor may be there', () => {
    const { headings, frontMatter, isTooLong } = readLandmarks('log.md', front + lines(mostToRead));
    expect({ headings, isTooLong, data: frontMatter?.data }).toEqual({
      headings: [],
      isTooLong: true,
      data: { title: 'Log', url: '/log/' },
    });
    expect(readTarget('log.md', '/log/', front + lines(mostToRead), null).page).toMatchObject({
      title: 'Log',
      anchors: [],
      isOpen: true,
    });
    expect(readTarget('log.md', '/log/', front, null).page.isOpen).toBe(false);
  });
});

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readDocument } from '../../src/markdown/read.ts';
import { joinFamilies } from '../../src/model/families.ts';
import { familyFacts } from '../../src/model/family.ts';

const folder = new URL('../../fixtures/families/folder/', import.meta.url);
const paths = ['beekeeper/_index.md', 'beekeeper/senior.md', 'beekeeper/staff.md', 'treasurer.md'];
const pages = paths.map((path) => ({
  path,
  family: familyFacts(readDocument(path, readFileSync(new URL(path, folder), 'utf8'))),
}));
const namesOf = (input: typeof pages) =>
  joinFamilies(input).map(({ levels }) => levels.map(({ level }) => level.name.text));

describe('joinFamilies', () => {
  it('joins a folder with a page a level, and leaves other pages alone', () => {
    expect(namesOf(pages)).toEqual([['Beekeeper', 'Senior Beekeeper', 'Staff Beekeeper'], ['Treasurer']]);
  });

  it('does not depend on the order of the pages', () => {
    expect(joinFamilies([...pages].reverse())).toEqual(joinFamilies(pages));
  });

  it('joins level pages without an index page', () => {
    expect(namesOf(pages.slice(1))).toEqual([['Senior Beekeeper', 'Staff Beekeeper'], ['Treasurer']]);
  });
});

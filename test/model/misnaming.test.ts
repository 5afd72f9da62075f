import { describe, expect, it } from 'vitest';
import { readDocument } from '../../src/markdown/read.ts';
import { familyFacts } from '../../src/model/family.ts';
import { misnamedStatements } from '../../src/model/misnamed-statements.ts';

/** The role that a reporting line of the last level names wrongly, and how; null where nothing is wrong. */
function judge(heading: string, text: string, others: readonly string[] = []): string | null {
  const before = others
    .map((title) => `## ${title}\n\n### Job Grade\n\nThe ${title} is a grade 6.\n\n`)
    .join('');
  const page = `${before}## ${heading}\n\n${text}\n\n### Job Grade\n\nThe ${heading} is a grade 7.\n`;
  const document = readDocument('page.md', page);
  const family = familyFacts(document);
  const [found] = misnamedStatements(document, family, family.reportingLines);
  return found === undefined ? null : `${found.kind}: ${found.subject.name.text}`;
}

const reports = (subject: string) => `The ${subject} reports to the Director of Design.`;

describe('misnamed statements', () => {
  it.each([
    ['Senior Cake Designer', 'Cake Designer', ['Cake Designer'], 'other-level: Cake Designer'],
    ['Senior Cake Designer', 'Cake Designer', ['Cake Designer (Intermediate)'], 'other-level: Cake Designer'],
    ['Senior Cake Designer', 'Staff Cake Designer', [], 'other-rung: Staff Cake Designer'],
    ['Cake Designer', 'Shop Window Coordinator', [], 'other-role: Shop Window Coordinator'],
  ])('under “%s”, “%s” is wrong', (heading, subject, others, expected) => {
    expect(judge(heading, reports(subject), others)).toBe(expected);
  });

  it.each([
    ['Manager, Cake Design', 'Cake Design Manager', []],
    ['Cake Designer (Intermediate)', 'Cake Designer', ['Senior Cake Designer']],
    ['Senior Cake Designer', 'Cake Designer', []],
    ['Senior Cake Designer, Weddings', 'Senior Cake Designer', []],
    ['Sr. Director of Design', 'Senior Director, Design', ['Director of Design']],
    ['Senior Cake Designer', 'Senior Cake Desinger', []],
  ])('under “%s”, “%s” is the same role', (heading, subject, others) => {
    expect(judge(heading, reports(subject), others)).toBeNull();
  });

  it('accuses no sentence about somebody else where the level has its own', () => {
    const text = `${reports('Manager, Cake Design')} The Cake Designer reports to the Manager, Cake Design.`;
    expect(judge('Manager, Cake Design', text, ['Cake Designer'])).toBeNull();
  });

  it('accuses no bullet', () => {
    expect(judge('Senior Cake Designer', `- ${reports('Cake Designer')}`, ['Cake Designer'])).toBeNull();
  });

  it('accuses no sentence about those who report to the level', () => {
    const text = 'The Cake Designer reports to the Manager, Cake Design.';
    expect(judge('Manager, Cake Design', text, ['Cake Designer'])).toBeNull();
  });
});

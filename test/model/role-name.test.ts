import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareRoles } from '../../src/model/compare-roles.ts';
import { looksLikeRole, parseRoleName } from '../../src/model/role-name.ts';
import { defaultVocabulary as vocabulary } from '../../src/model/vocabulary.ts';

const parse = (text: string) => parseRoleName(text, vocabulary);
const short = (text: string) => {
  const { track, seniority, discipline, specialty } = parse(text);
  return `${track} ${seniority}: ${discipline.join(' ')}${specialty.length > 0 ? ` (${specialty.join(' ')})` : ''}`;
};

describe('parseRoleName', () => {
  it.each([
    ['Sr. Director of Customer Success', 'management senior-director: customer success'],
    ['Manager, IT (End User Services)', 'management manager: it (end user service)'],
    ['IT Security Engineer (Intermediate)', 'individual intermediate: it security engineer'],
    ['Staff Backend Engineer, Geo', 'individual staff: backend engineer (geo)'],
    ['Backend Engineer - Geo', 'individual intermediate: backend engineer (geo)'],
    ['Vice President, Revenue', 'management vp: revenue'],
    ['Senior VP of Sales', 'management senior-vp: sale'],
    ['Chief Legal Officer', 'management executive: legal'],
    ['CFO', 'management executive: financial'],
    ['Chief of Staff to the CEO', 'individual intermediate: chief staff chief executive officer'],
    ['Senior Principal Product Manager', 'individual principal: senior product manager'],
    ['Sales Strategy Senior Manager', 'management senior-manager: sale strategy'],
    ['Group Manager, Product', 'management manager: group (product)'],
    ['Engineering Fellow', 'individual fellow: engineering'],
    ['Data Analyst Intern', 'individual intern: data analyst'],
    ['People Connect Lead', 'individual lead: people connect'],
    ['Customer Success Manager (CSM)', 'individual intermediate: customer success manager'],
    ['Senior', 'individual senior: '],
  ])('takes %s apart', (text, expected) => {
    expect(short(text)).toBe(expected);
  });

  it('never throws and keeps the words as written', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), (text) => {
        expect(parse(text).text).toBe(text.replace(/\s+/g, ' ').trim());
      }),
    );
  });
});

describe('compareRoles', () => {
  it.each([
    ['Sr. Backend Engineer', 'Senior Backend Engineer', 'same'],
    ['Director of Legal', 'Director, Legal', 'same'],
    ['VP, Finance', 'Vice President of Finance', 'same'],
    ['Backend Engineer (Intermediate)', 'Backend Engineer', 'same'],
    ['FP&A Analyst', 'Financial Planning and Analysis Analyst', 'same'],
    ['Senior CSM', 'Senior Customer Success Manager (CSM)', 'same'],
    ['Security Incident Response Team Manager', 'Manager, Security Incident Response Team', 'variant'],
    ['Director, Stock Adminstration', 'Director, Stock Administration', 'variant'],
    ['Senior Security Engineer', 'Senior IT Security Engineer', 'abridged'],
    ['Senior Security Engineer', 'Staff Security Engineer', 'other-seniority'],
    ['Manager, Tax', 'Senior Manager, Tax', 'other-seniority'],
    ['Director, Tax', 'Senior Director, Tax', 'other-seniority'],
    ['Alliances Partner Manager', 'Manager, Alliances Partner Managers', 'other-seniority'],
    ['Security Risk Engineer', 'Security Compliance Engineer', 'other-role'],
    ['Capture Specialist', 'Program Capture Manager', 'other-role'],
  ])('finds %s and %s to be: %s', (a, b, relation) => {
    expect(compareRoles(parse(a), parse(b))).toBe(relation);
    expect(compareRoles(parse(b), parse(a))).toBe(relation);
  });

  it('finds every name the same as itself', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
        expect(compareRoles(parse(text), parse(text))).toBe('same');
      }),
    );
  });
});

describe('looksLikeRole', () => {
  it.each(['Senior', 'Staff (IC)', 'Senior CSM', 'Recruiter (Intermediate)', 'Legal Counsel', 'VP'])(
    'takes %s for a role',
    (text) => {
      expect(looksLikeRole(text, vocabulary)).toBe(true);
    },
  );
  it.each(['Geo', 'Hiring Process', 'Tools', '', 'What makes us different'])('takes %j for none', (text) => {
    expect(looksLikeRole(text, vocabulary)).toBe(false);
  });
});

import { describe, expect, it } from 'vitest';
import { fillMessage, placeholdersOf } from '../../src/lint/message.ts';

const message = {
  what: '“{name}” has grade {grade}.',
  why: 'Readers of {name} wonder.',
  how: 'Say one grade.',
};

describe('fillMessage', () => {
  it('fills all three parts', () => {
    expect(fillMessage(message, { name: 'Baker', grade: 6 })).toEqual({
      what: '“Baker” has grade 6.',
      why: 'Readers of Baker wonder.',
      how: 'Say one grade.',
    });
  });

  it('takes braces and dollar signs in the words of a page as they are', () => {
    expect(fillMessage(message, { name: '{grade} $& $1', grade: 6 }).what).toBe(
      '“{grade} $& $1” has grade 6.',
    );
  });

  it('puts words that are wrapped in the page on one line', () => {
    expect(fillMessage(message, { name: ' Senior\r\n  Baker ', grade: 6 }).why).toBe(
      'Readers of Senior Baker wonder.',
    );
  });

  it('cuts very long words without splitting a character', () => {
    const filled = fillMessage(message, { name: '🙂'.repeat(5000), grade: 6 });
    expect(filled.why.length).toBeLessThan(240);
    expect(filled.why).toContain('🙂… wonder.');
  });

  it('refuses a message whose placeholder has no value', () => {
    expect(() => fillMessage(message, { name: 'Baker' })).toThrow('no value for {grade}');
  });
});

it('placeholdersOf names each placeholder once', () => {
  expect([...placeholdersOf(message)]).toEqual(['name', 'grade']);
});

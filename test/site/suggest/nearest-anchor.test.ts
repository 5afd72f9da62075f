import { describe, expect, it } from 'vitest';
import type { Anchor } from '../../../src/site/facts.ts';
import { nearestAnchor } from '../../../src/site/suggest/nearest-anchor.ts';

/** Anchors of headings, each made from its words in lower case. */
const headings = (...titles: readonly string[]): { anchors: readonly Anchor[] } => ({
  anchors: titles.map((title, offset) => ({
    id: title
      .toLowerCase()
      .replace(/[^\w -]/g, '')
      .replaceAll(' ', '-'),
    title,
    depth: 2,
    offset,
  })),
});

const near = (page: { anchors: readonly Anchor[] }, anchor: string, text = 'here') =>
  nearestAnchor(page, anchor, text)?.title ?? null;

describe('the nearest heading', () => {
  const ladder = headings(
    'Pilot',
    'Senior Pilot',
    'Manager, Pilots',
    'Senior Manager, Pilots',
    'Wages and coats',
    'Cook/Purser ashore',
  );

  it.each([
    ['capitals', 'Senior-Pilot', 'Senior Pilot'],
    ['another order and number', 'pilot-manager', 'Manager, Pilots'],
    ['an abbreviation', 'sr-manager-pilots', 'Senior Manager, Pilots'],
    ['a number in front', '3-wages-and-coats', 'Wages and coats'],
    ['a slip of the pen', 'wages-and-caots', 'Wages and coats'],
    ['a word too few', 'wages-coat', 'Wages and coats'],
    ['a slash', 'cookpurser', 'Cook/Purser ashore'],
  ])('is found in spite of %s', (_, anchor, title) => {
    expect(near(ladder, anchor)).toBe(title);
  });

  it.each([
    ['another rung', 'director-pilots'],
    ['half of the words', 'wages-in-winter-and-rations'],
    ['nothing in common', 'lighthouses'],
    ['nothing', ''],
  ])('is not found for %s', (_, anchor) => {
    expect(near(ladder, anchor)).toBeNull();
  });

  it('is told by the words of the link where the anchor was left over from another page', () => {
    expect(near(ladder, 'harbour-master', 'Sr. Pilot')).toBe('Senior Pilot');
  });

  it('is none where the link says one heading and its anchor another', () => {
    expect(near(ladder, 'Senior-Pilot', 'Manager, Pilots')).toBeNull();
  });

  it('is none where several are as near', () => {
    expect(near(headings('Night rota plan', 'Day rota plan'), 'rota-plan')).toBeNull();
    expect(near(headings('Wages', 'Wages'), 'Wages')).toBeNull();
  });

  it('is none where words were exchanged or digits differ', () => {
    expect(
      near(headings('Rules for mooring at the pier', 'Lights'), 'rules-for-diving-at-the-pier'),
    ).toBeNull();
    expect(near(headings('Plan 2024 q2', 'Lights'), 'plan-2024-q3')).toBeNull();
  });
});

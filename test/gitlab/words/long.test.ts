import { expect, it } from 'vitest';
import { comment } from '../../../src/gitlab/words/comment.ts';
import { Links } from '../../../src/gitlab/words/links.ts';
import { type PlacedFinding, summary } from '../../../src/gitlab/words/summary.ts';
import type { JudgedFinding } from '../../../src/lint/finding.ts';

const head = 'a'.repeat(40);
const scope = '01234567';
const links = new Links('https://gitlab.example.com/acme/people/handbook/-/merge_requests/7', head, null);
const pathOf = (number: number): string => `content/job-families/${'役割-'.repeat(40)}${number}/index.md`;
const finding = (number: number, how: Partial<JudgedFinding> = {}): JudgedFinding => ({
  rule: 'link/broken-anchor',
  message: `This page has no heading with the anchor “#pay-${number}”.`,
  why: 'Nothing happens when readers follow the link.',
  how: 'Link to a heading that the page has.',
  span: { page: 'a.md', start: number, end: number + 1 },
  key: 'k',
  occurrence: number,
  fingerprint: number.toString(16).padStart(16, '0'),
  severity: 'error',
  silenced: null,
  ...how,
});
const numbers = (count: number) => Array.from({ length: count }, (_, number) => number);
const surroundings = {
  links,
  scope,
  placeOf: ({ start }: { start: number }) => ({ path: 'a.md', line: start + 1 }),
};

it('a thread names some of very many places, and says how many more there are', () => {
  const related = numbers(300).map((start) => ({
    span: { page: 'a.md', start, end: start + 1 },
    message: 'It leads here.',
  }));
  const suggestions = numbers(30).map((number) => ({ title: `Link to “#${number}”`, edits: [] }));
  const body = comment([finding(0, { related, suggestions })], null, surroundings) ?? '';
  expect(body.match(/^- See /gmu)).toHaveLength(20);
  expect(body.match(/^- Perhaps: /gmu)).toHaveLength(20);
  expect(body.match(/^- and \d+ more$/gmu)).toEqual(['- and 10 more', '- and 280 more']);

  const others = numbers(900).map((number) => finding(number + 1, { message: 'The same slip.' }));
  const run = comment([finding(0), ...others], null, surroundings, { isRun: true }) ?? '';
  expect(run).toMatch(/^- Lines (?:\[\d+\]\(\S+\), ){19}\[\d+\]\(\S+\), …: The same slip\.$/mu);
});

it('the summary of a change to very many pages stays far below what a comment may have', () => {
  const findings = numbers(300 * 40).map((number): PlacedFinding => {
    const placed = { path: pathOf(number % 300), line: number + 1, position: null, suggestion: null };
    const related = numbers(9).map((line) => ({ path: pathOf(line), line }));
    return { finding: finding(number), placed, related };
  });
  const prints = findings.map((one) => one.finding.fingerprint);
  const body = summary(
    {
      scope,
      label: null,
      findings,
      folded: new Set(prints),
      setAside: new Set(),
      state: { head: 'a'.repeat(12), standing: prints.slice(0, 2000), gone: prints.slice(0, 2000) },
      notices: [],
      silencing: numbers(300).map((line) => ({
        path: pathOf(line),
        line,
        kind: 'line' as const,
        names: [],
        reason: null,
      })),
      head,
      pages: 300,
      durationMs: 1,
    },
    links,
  );
  expect(body).toMatch(/^\| \[`content\/job-families\/.+ \| \[1\]/mu);
  expect(body.length).toBeLessThan(300_000);
});

import { extract } from '../../lint/extract.ts';
import type { CorpusFacts } from '../../lint/rule.ts';
import { siteFacts, siteOfPages } from '../../site/site-facts.ts';
import { LineIndex } from '../../text/line-index.ts';
import type { Span } from '../../text/span.ts';
import { placedJson } from '../view/placed.ts';
import { corpusView } from '../view/view.ts';
import { judgeOf, type Problem } from './judge.ts';
import type { Policy, PolicyExample } from './policy.ts';
import { findingsOf } from './policy-rule.ts';

/** What came of one example. */
export interface ExampleResult {
  readonly policy: Policy;
  readonly kind: 'valid' | 'invalid';
  /** Which one of its kind, from 1. */
  readonly number: number;
  readonly example: PolicyExample;
  /** What was expected and what came, sentence by sentence; empty where they are the same. */
  readonly difference: readonly string[];
}

const usualPath = 'job-families/example/index.md';

/** Tries a policy on its examples. */
export function runExamples(policy: Policy): ExampleResult[] {
  return (['valid', 'invalid'] as const).flatMap((kind) =>
    policy.examples[kind].map((example, index) => {
      const tell = example.page === undefined ? onData : onPage;
      return { policy, kind, number: index + 1, example, difference: tell(policy, example, kind) };
    }),
  );
}

function onData(policy: Policy, { data }: PolicyExample, kind: 'valid' | 'invalid'): string[] {
  const problems = judgeOf(policy.when, policy.schema)(placedJson(data, null));
  if (kind === 'invalid') return problems.length > 0 ? [] : [nothingFound(policy, data)];
  return problems.map((problem) => `Expected nothing, but it finds: ${inWords(problem)}.`);
}

function nothingFound({ when, schema }: Policy, data: unknown): string {
  const isMeant = judgeOf(true, when)(placedJson(data, null)).length === 0;
  return isMeant || schema === true
    ? 'Expected a finding, but it finds nothing.'
    : 'Expected a finding, but “when” says that the policy is not about this.';
}

function inWords({ path, reasons }: Problem): string {
  return `${path.length === 0 ? 'the whole' : `“${path.join(' > ')}”`} ${reasons.join(', and ')}`;
}

function onPage(policy: Policy, example: PolicyExample, kind: 'valid' | 'invalid'): string[] {
  const path = example.path ?? usualPath;
  const { text, spans } = withoutMarks(path, example.page ?? '');
  const pages = Object.entries({ ...example.others, [path]: text }).map(([name, content]) =>
    extract(name, content),
  );
  const corpus: CorpusFacts = { pages, site: siteFacts(pages, siteOfPages(pages)) };
  const subjects = corpusView(corpus).subjects(policy.appliesTo);
  if (!subjects.some(({ head }) => head.page === path))
    return [
      `The page shows no ${policy.appliesTo}, so nothing could be tried. “jobfam-lint model” says what is read from a page.`,
    ];
  const found = [...findingsOf(policy, corpus)].filter(({ span }) => span.page === path);
  const index = new LineIndex(text);
  const shown = ({ start, end }: Span) =>
    `line ${index.position(start).line}, “${shortened(text.slice(start, end))}”`;
  if (kind === 'valid') return found.map(({ span }) => `Expected nothing, but it finds ${shown(span)}.`);
  if (found.length === 0) return ['Expected a finding, but it finds nothing.'];
  if (spans.length === 0) return [];
  const isAmong = (one: Span, all: readonly Span[]) =>
    all.some(({ start, end }) => start === one.start && end === one.end);
  const places = found.map(({ span }) => span);
  return [
    ...spans.filter((span) => !isAmong(span, places)).map((span) => `Marked, but not found: ${shown(span)}.`),
    ...places.filter((span) => !isAmong(span, spans)).map((span) => `Found, but not marked: ${shown(span)}.`),
  ];
}

function shortened(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > 80 ? `${line.slice(0, 79)}…` : line;
}

/** Takes the marks ⟦ and ⟧ out of a page. */
function withoutMarks(page: string, marked: string): { text: string; spans: Span[] } {
  const spans: Span[] = [];
  let text = '';
  let start: number | null = null;
  for (const piece of marked.split(/([⟦⟧])/)) {
    if (piece === '⟦') start = text.length;
    else if (piece !== '⟧') text += piece;
    else if (start !== null) {
      spans.push({ page, start, end: text.length });
      start = null;
    }
  }
  return { text, spans };
}

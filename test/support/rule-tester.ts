import { createPatch } from 'diff';
import type { JudgedFinding } from '../../src/lint/finding.ts';
import { fixPage } from '../../src/lint/fix.ts';
import { defaultsOf } from '../../src/lint/options.ts';
import type { Example, Rule } from '../../src/lint/rule.ts';
import { needsUse } from '../../src/lint/rule-names.ts';
import { type LintInput, type LintResult, lint } from '../../src/lint/run.ts';
import type { RuleSetting } from '../../src/lint/settings.ts';
import type { SiteInput } from '../../src/site/settings.ts';
import type { Span } from '../../src/text/span.ts';
import { draw } from './draw.ts';
import { hasMarks, type Marked, readMarks } from './marks.ts';
import { optionProblems } from './option-problems.ts';

const defaultPath = 'job-families/example/index.md';

/** The pages of an example, marks taken out. */
export interface ExamplePages {
  readonly path: string;
  readonly marked: Marked;
  readonly texts: ReadonlyMap<string, string>;
}

/** The site that an example's pages form. */
export function siteOf(
  { site, former }: Pick<Example, 'site' | 'former'>,
  texts: ReadonlyMap<string, string>,
): SiteInput {
  return {
    layout: 'hugo',
    origins: [],
    anchors: 'goldmark',
    redirects: [],
    complete: null,
    ...site,
    files: Array.from(texts.keys(), (path) => ({ path, place: `/${path}`, isAsset: false })),
    read: (path) => texts.get(path) ?? null,
    ...(former && {
      former: Object.entries(former).map(([path, was]) => ({
        path,
        place: `/${path}`,
        ...(typeof was === 'string' ? { text: was, renamedTo: null } : was),
      })),
    }),
  };
}

/** What outside addresses answered, where an example says it. */
export function answersOf({ external }: Pick<Example, 'external'>): Pick<LintInput, 'external'> {
  return external ? { external: new Map(Object.entries(external)) } : {};
}

/** @throws Error when the marks are malformed. */
export function pagesOf(example: Example): ExamplePages {
  const path = example.path ?? defaultPath;
  const marked = readMarks(path, example.text);
  return { path, marked, texts: new Map([...Object.entries(example.others ?? {}), [path, marked.text]]) };
}

/**
 * Lints an example's pages with one rule, its options set. A rule that asks what became of comments needs the findings of
 * all others, so for it all are on.
 */
function lintExample(
  rule: Rule,
  example: Example,
  all: readonly Rule[],
  texts: ReadonlyMap<string, string>,
): LintResult {
  const on = needsUse(rule) ? all : [rule];
  const settings = new Map<string, RuleSetting>(
    on.map(({ id, options }) => [id, { severity: 'error', options: defaultsOf(options) }]),
  );
  settings.set(rule.id, { severity: 'error', options: { ...defaultsOf(rule.options), ...example.options } });
  const pages = Array.from(texts, ([path, text]) => ({ path, text }));
  const site = siteOf(example, texts);
  const external = answersOf(example);
  const result = lint({ pages, site, ...external, rules: all, settingsFor: () => settings });
  const own = result.findings.filter((finding) => finding.rule === rule.id && !finding.silenced);
  return { ...result, findings: own };
}

/** Everything wrong with one example, each with enough of the text to see why. */
export function exampleProblems(
  rule: Rule,
  example: Example,
  kind: 'wrong' | 'right',
  all: readonly Rule[],
): string[] {
  const shape = shapeProblems(rule, example, kind);
  if (shape.length > 0) return shape;
  const pages = pagesOf(example);
  const result = lintExample(rule, example, all, pages.texts);
  if (result.failures.length > 0) return result.failures.map((failure) => failure.message);
  const found = spanProblems(pages, result.findings);
  if (found.length > 0) return found;
  return [
    ...messageProblems(rule, example, pages, result.findings),
    ...optionUseProblems(rule, example, all, pages, result.findings),
    ...fixProblems(rule, example, all, pages, result.findings),
    ...suggestionProblems(rule, example, all, pages, result.findings),
  ];
}

function shapeProblems(rule: Rule, example: Example, kind: 'wrong' | 'right'): string[] {
  const problems: string[] = [];
  if (!example.caption.endsWith('.'))
    problems.push('The caption is not a sentence: it does not end with a full stop.');
  if (kind === 'right' && hasMarks(example.text)) problems.push('A right example must not have marks.');
  if (kind === 'right' && example.fixed !== undefined) problems.push('A right example has nothing to fix.');
  if (kind === 'right' && example.messages) problems.push('A right example has no messages.');
  if (hasMarks(example.fixed ?? '')) problems.push('The fixed text must not have marks.');
  try {
    const { marked } = pagesOf(example);
    if (kind === 'wrong' && marked.spans.length === 0)
      problems.push('A wrong example needs marks: ⟦the words found⟧.');
    const several = Object.keys(rule.messages).length > 1;
    if (kind === 'wrong' && several && !example.messages) {
      problems.push(
        `The rule has several messages, so the example must say which are found: messages: ['…'].`,
      );
    }
    if (example.messages && example.messages.length !== marked.spans.length) {
      problems.push(`There are ${marked.spans.length} marks, but ${example.messages.length} messages.`);
    }
  } catch (error) {
    problems.push(error instanceof Error ? error.message : String(error));
  }
  for (const [path, text] of Object.entries(example.others ?? {})) {
    if (hasMarks(text)) problems.push(`The other page ${path} must not have marks.`);
    if (path === (example.path ?? defaultPath))
      problems.push(`The other page ${path} is the example itself.`);
  }
  if (example.others && rule.scope === 'document')
    problems.push('A document rule sees one page; others are of no use.');
  return [...problems, ...optionProblems(rule.options, example.options ?? {})];
}

function spanProblems({ path, marked, texts }: ExamplePages, findings: readonly JudgedFinding[]): string[] {
  const elsewhere = findings.filter((finding) => finding.span.page !== path);
  const here = findings.filter((finding) => finding.span.page === path);
  const problems = elsewhere.map(
    (finding) =>
      `Found in the other page ${finding.span.page}:\n${drawFindings(texts.get(finding.span.page) ?? '', [finding])}`,
  );
  const same =
    here.length === marked.spans.length && here.every(({ span }, at) => isSame(span, marked.spans[at]));
  if (same) return problems;
  const missing = marked.spans.filter((span) => !here.some((finding) => isSame(finding.span, span)));
  const surplus = here.filter((finding) => !marked.spans.some((span) => isSame(finding.span, span)));
  const doubled = missing.length === 0 && surplus.length === 0 ? here : surplus;
  const picture = draw(marked.text, [
    { label: 'expected', sign: '~', spans: missing.map((span) => ({ span })) },
    { label: 'found', sign: '^', spans: doubled.map(noted) },
  ]);
  return [
    ...problems,
    `Marked spans: ${marked.spans.length}, not found: ${missing.length}, found without a mark or twice: ${doubled.length}.\n${picture}`,
  ];
}

function messageProblems(
  rule: Rule,
  example: Example,
  { marked }: ExamplePages,
  findings: readonly JudgedFinding[],
): string[] {
  const problems: string[] = [];
  for (const [index, expected] of (example.messages ?? []).entries()) {
    const finding = findings[index];
    if (finding && finding.messageId !== expected) {
      const known = Object.hasOwn(rule.messages, expected) ? '' : ' (the rule has no such message)';
      problems.push(
        `Mark ${index + 1} should give “${expected}”${known}:\n${drawFindings(marked.text, [finding])}`,
      );
    }
  }
  for (const finding of findings) {
    const words = `${finding.message} ${finding.why} ${finding.how}`;
    const leak = words.match(/\b(?:undefined|null|NaN)\b|\[object |“”| {2}/)?.[0];
    if (leak !== undefined) problems.push(`A message holds “${leak}”: ${words}`);
  }
  return problems;
}

function optionUseProblems(
  rule: Rule,
  example: Example,
  all: readonly Rule[],
  { texts }: ExamplePages,
  findings: readonly JudgedFinding[],
): string[] {
  if (!example.options) return [];
  const { options: _, ...plain } = example;
  const byDefault = lintExample(rule, plain, all, texts).findings;
  const identities = (list: readonly JudgedFinding[]): string =>
    JSON.stringify(
      list.map(({ span, message, how, fix, suggestions }) => [span, message, how, fix, suggestions]),
    );
  if (identities(byDefault) !== identities(findings)) return [];
  return [
    'The options make no difference here: with the defaults, the same is found. Leave them out, or show what they do.',
  ];
}

function fixProblems(
  rule: Rule,
  example: Example,
  all: readonly Rule[],
  { path, marked, texts }: ExamplePages,
  findings: readonly JudgedFinding[],
): string[] {
  const fixable = findings.some((finding) => finding.fix);
  if (!fixable)
    return example.fixed === undefined ? [] : ['There is a fixed text, but no finding has a fix.'];
  const fixed = new Map([...texts, ...fixPage(texts, findings)]);
  const after = fixed.get(path) ?? '';
  if (example.fixed === undefined)
    return [`A finding has a fix, so the example needs the fixed text. It gives:\n${after}`];
  if (after !== example.fixed)
    return [`The fix gives another text (+) than the example says (-):\n${patch(example.fixed, after)}`];
  if (after === marked.text) return ['The fix changes nothing.'];
  const again = lintExample(rule, example, all, fixed);
  const known = new Set(findings.filter((finding) => !finding.fix).map((finding) => finding.fingerprint));
  const left = again.findings.filter((finding) => finding.fix || !known.has(finding.fingerprint));
  if (left.length > 0) return [`After the fix, this is found:\n${drawFindings(after, left)}`];
  return again.failures.map((failure) => `After the fix: ${failure.message}`);
}

function suggestionProblems(
  rule: Rule,
  example: Example,
  all: readonly Rule[],
  { texts }: ExamplePages,
  findings: readonly JudgedFinding[],
): string[] {
  const problems: string[] = [];
  for (const finding of findings) {
    for (const { title, edits } of finding.suggestions ?? []) {
      const { fix: _, suggestions: __, ...bare } = finding;
      const changed = fixPage(texts, [{ ...bare, fix: edits }]);
      const after = lintExample(rule, example, all, new Map([...texts, ...changed]));
      const rest = after.findings.filter(
        (other) => other.messageId === finding.messageId && other.key === finding.key,
      );
      const before = findings.filter(
        (other) => other.messageId === finding.messageId && other.key === finding.key,
      );
      if (title === '') problems.push('A suggestion has no title.');
      if (changed.size === 0) problems.push(`The suggestion “${title}” changes nothing.`);
      else if (rest.length >= before.length) {
        const page = finding.span.page;
        const picture = drawFindings(changed.get(page) ?? texts.get(page) ?? '', rest);
        problems.push(`After the suggestion “${title}”, the finding is still there:\n${picture}`);
      }
    }
  }
  return problems;
}

const isSame = (a: Span, b: Span | undefined): boolean =>
  b !== undefined && a.start === b.start && a.end === b.end;

const noted = (finding: JudgedFinding) => ({
  span: finding.span,
  note: `${finding.messageId}: ${finding.message}`,
});

function drawFindings(text: string, findings: readonly JudgedFinding[]): string {
  return draw(text, [{ label: 'found', sign: '^', spans: findings.map(noted) }]);
}

function patch(expected: string, actual: string): string {
  return createPatch('example', expected, actual, '', '', { context: 2 }).split('\n').slice(4).join('\n');
}

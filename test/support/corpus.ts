import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defaultsOf } from '../../src/lint/options.ts';
import type { Example, Rule } from '../../src/lint/rule.ts';
import { type LintInput, type LintResult, lint } from '../../src/lint/run.ts';
import type { RuleSetting } from '../../src/lint/settings.ts';
import type { SiteInput } from '../../src/site/settings.ts';
import { answersOf, pagesOf, siteOf } from './rule-tester.ts';

/** Pages to try laws on, and under which name to report them. */
export interface Sample {
  readonly name: string;
  /** Path of the page that may be changed. */
  readonly path: string;
  readonly texts: ReadonlyMap<string, string>;
  readonly settings: ReadonlyMap<string, RuleSetting>;
  /** The site that the pages form. */
  readonly site: (texts: ReadonlyMap<string, string>) => SiteInput;
  readonly external: Pick<LintInput, 'external'>;
}

/** Settings with every rule on, those of one rule changed. */
function allOn(
  rules: readonly Rule[],
  changed?: { readonly rule: string; readonly options: Readonly<Record<string, unknown>> },
): ReadonlyMap<string, RuleSetting> {
  return new Map(
    rules.map(({ id, options }) => {
      const own = changed?.rule === id ? changed.options : {};
      return [id, { severity: 'warning', options: { ...defaultsOf(options), ...own } }];
    }),
  );
}

/** A rule's examples, linted with every rule on. */
export function samplesOf(rule: Rule, rules: readonly Rule[]): Sample[] {
  const examples: readonly Example[] = [...rule.examples.wrong, ...rule.examples.right];
  return examples.map((example) => {
    const { path, texts } = pagesOf(example);
    const settings = allOn(rules, { rule: rule.id, options: example.options ?? {} });
    return {
      name: `${rule.id}, “${example.caption}”`,
      path,
      texts,
      settings,
      site: (now) => siteOf(example, now),
      external: answersOf(example),
    };
  });
}

/** The markdown pages of fixtures/, each a sample of its own. */
export function fixtureSamples(rules: readonly Rule[]): Sample[] {
  const root = fileURLToPath(new URL('../../fixtures/', import.meta.url));
  if (!existsSync(root)) return [];
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => file.endsWith('.md'))
    .sort()
    .map((path) => ({
      name: `fixtures/${path}`,
      path,
      texts: new Map([[path, readFileSync(join(root, path), 'utf8')]]),
      settings: allOn(rules),
      site: (texts) => siteOf({}, texts),
      external: {},
    }));
}

export function lintSample(sample: Sample, rules: readonly Rule[], texts = sample.texts): LintResult {
  const pages = Array.from(texts, ([path, text]) => ({ path, text }));
  const { settings, external } = sample;
  return lint({ pages, site: sample.site(texts), ...external, rules, settingsFor: () => settings });
}

/** The sample's pages with one text replaced. */
export function withText(sample: Sample, text: string): ReadonlyMap<string, string> {
  return new Map([...sample.texts, [sample.path, text]]);
}

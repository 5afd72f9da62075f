import { resolve } from 'node:path';
import { committedFiles } from '../host/committed-files.ts';
import { legible } from '../host/legible.ts';
import { relativePath } from '../host/relative-path.ts';
import type { SinceBase } from '../host/since-base.ts';
import type { Failure, JudgedFinding } from '../lint/finding.ts';
import type { PageText } from '../lint/records/page-record.ts';
import { type LintInput, lint } from '../lint/run.ts';
import type { LintSettings } from '../lint/settings.ts';
import type { Config } from '../policy/config.ts';
import type { Before } from '../policy/judge-new.ts';
import { oldFindings, type PageTexts } from '../policy/old-findings.ts';
import { withMendedFrontMatter } from '../site/history/front-matter.ts';
import type { Io } from './io.ts';
import { readKnown, readPages } from './pages.ts';
import { siteInput } from './site.ts';

export interface BeforeOptions {
  readonly base: SinceBase & { readonly commit: string };
  /** The files and folders asked for; empty for those of the config. */
  readonly paths: readonly string[];
  readonly config: Config;
  /** The run over the pages as they are. */
  readonly now: LintInput;
  /** Settings by the names that pages have now. */
  settings(isAsked: (path: string) => boolean): LintSettings['settingsFor'];
  /** Paths of the pages that are linted now. */
  readonly asked: ReadonlySet<string>;
}

/**
 * Lints the pages as a commit has them, by today's config, so that it can be told what is new.
 * @throws GitError
 */
export function lintBefore(
  { base, paths, config, now, settings, asked }: BeforeOptions,
  io: Io,
): { readonly before: Before; readonly failures: readonly Failure[] } {
  const { git } = io;
  const changes = git.changes(base.commit);
  const there: Io = { ...io, files: legible(committedFiles(git, base.commit, io.files, changes)) };
  const top = git.top();
  const pathOf = (path: string): string => relativePath(io.files.cwd, resolve(top, path));
  const newName = new Map(changes.renames.map(({ from, to }) => [pathOf(from), pathOf(to)]));
  const nameNow = (path: string): string => newName.get(path) ?? path;

  // What is not there, or cannot be read, has no findings: all that is found in such a page now is new.
  const read = readPages(there, paths, config);
  const pages = new Map<string, PageText>([...read.pages, ...read.context].map((page) => [page.path, page]));
  const today = new Map(now.pages.map((page) => [page.path, page]));
  const sources = [...newName].filter(([from, to]) => today.has(to) && !pages.has(from));
  const renamed = readKnown(
    there,
    sources.map(([from]) => from),
    [],
  );
  for (const page of renamed) pages.set(page.path, page);
  const bodies = mendFrontMatter(pages, (path) => today.get(nameNow(path)));

  // Rules on one page find the same in the same text, unless they gave way to what other pages brought about. Comments are
  // judged by the findings of all rules, so those pages run in full.
  const isSame = (page: PageText) =>
    isSameText(page, today.get(page.path)) && !bodies.has(page.path) && !page.text.includes('jobfam-lint-');
  const same = new Set([...pages.values()].filter(isSame).map(({ path }) => path));
  const notByPage = dependentOnOthers(now.rules);
  const repetitions = new Set(now.rules.filter((rule) => rule.tellsRepetition).map(({ id }) => id));
  const names = new Set([...asked, ...read.pages.map(({ path }) => nameNow(path))]);
  const settingsFor = settings((path) => names.has(path));
  const withoutSame = remembering(
    (all: Settings): Settings => new Map([...all].filter(([id]) => notByPage.has(id))),
  );

  const { site: _, judge: __, linkingOnly: ___, isLooking: ____, ...input } = now;
  const site = siteInput(there.files, config, []);
  const { findings, failures } = lint({
    ...input,
    pages: [...pages.values()],
    settingsFor(path) {
      const all = settingsFor(nameNow(path));
      return same.has(path) ? withoutSame(all) : all;
    },
    ...(site && { site }),
  });
  const were = findings
    .filter(({ silenced, span }) => silenced === null && span.start >= (bodies.get(span.page) ?? 0))
    .map((finding) => ({ ...finding, span: { ...finding.span, page: nameNow(finding.span.page) } }));
  const oldName = new Map([...newName].map(([from, to]) => [to, from]));
  return {
    before: {
      reason: `It was there in ${base.name}.`,
      oldOf(all) {
        const isKept = ({ rule, span }: JudgedFinding) => same.has(span.page) && !notByPage.has(rule);
        const rest = all.filter((finding) => !isKept(finding));
        const textsOf = (page: string): PageTexts | null => {
          const was = pages.get(oldName.get(page) ?? page);
          const is = today.get(page);
          return was && is ? { before: was.text, now: is.text } : null;
        };
        return new Set([...all.filter(isKept), ...oldFindings(rest, were, textsOf, repetitions)]);
      },
    },
    failures: failures.map((failure) => ({
      ...failure,
      message: `In the pages as they were in ${base.name}: ${failure.message}`,
    })),
  };
}

/**
 * Puts readable front matter into pages that got it by the change. Returns where their texts begin: what is found before that was not there.
 */
function mendFrontMatter(
  pages: Map<string, PageText>,
  isNow: (path: string) => PageText | undefined,
): ReadonlyMap<string, number> {
  const bodies = new Map<string, number>();
  for (const [path, page] of pages) {
    const now = isNow(path);
    if (now === undefined || isSameText(page, now)) continue;
    const mended = withMendedFrontMatter(page.text, now.text);
    if (mended === null) continue;
    pages.set(path, { path, text: mended.text });
    bodies.set(path, mended.bodyStart);
  }
  return bodies;
}

/** Ids of the rules that may find something else in a page although its text is the same. */
function dependentOnOthers(rules: LintInput['rules']): ReadonlySet<string> {
  const corpus = new Set(rules.filter(({ scope }) => scope === 'corpus').map(({ id }) => id));
  const yielding = rules.filter(({ yieldsTo = [] }) => yieldsTo.some((other) => corpus.has(other)));
  return new Set([...corpus, ...yielding.map(({ id }) => id)]);
}

function isSameText(a: PageText, b: PageText | undefined): boolean {
  if (b === undefined) return false;
  return a.id !== undefined && b.id !== undefined ? a.id === b.id : a.text === b.text;
}

type Settings = ReturnType<LintSettings['settingsFor']>;

function remembering<Key, Value>(make: (key: Key) => Value): (key: Key) => Value {
  const known = new Map<Key, Value>();
  return (key) => {
    const value = known.get(key) ?? make(key);
    known.set(key, value);
    return value;
  };
}

import { resolve } from 'node:path';
import { type Git, GitError } from '../host/git.ts';
import { decodePage } from '../host/read-page.ts';
import { relativePath } from '../host/relative-path.ts';
import type { Failure } from '../lint/finding.ts';
import type { Rule } from '../lint/rule.ts';
import { asksHistory } from '../lint/rule-names.ts';
import type { LintInput } from '../lint/run.ts';
import type { LintSettings } from '../lint/settings.ts';
import type { Config } from '../policy/config.ts';
import { siteSettings } from '../policy/site-settings.ts';
import type { FormerPage } from '../site/history/former.ts';
import { linkingPages } from '../site/history/linking-pages.ts';
import type { SiteInput } from '../site/settings.ts';
import type { Io } from './io.ts';
import { type ReadPage, type ReadPages, readKnown } from './pages.ts';

/** What `--since` adds to a run. */
export interface Change {
  readonly surroundings: Pick<LintInput, 'site' | 'linkingOnly'>;
  /** Pages that are not linted, but may link to what went away, or lost it. */
  readonly linking: readonly ReadPage[];
  readonly failures: readonly Failure[];
}

const nothing: Omit<Change, 'failures'> = { surroundings: {}, linking: [] };

/** Finds out how the pages of the site were before a change, and which other pages may be concerned. */
export function readChange(
  since: string,
  read: ReadPages,
  site: SiteInput | null,
  config: Config,
  io: Io,
): Change {
  if (site === null) return { ...nothing, failures: [{ message: noSite }] };
  const failures: Failure[] = [];
  try {
    const base = baseOf(since, io.git);
    if (typeof base !== 'string') return { ...nothing, failures: [base] };
    const former = formerPages(base, config, io, failures);
    const withFormer = { ...site, former };
    const paths = linkingPages(withFormer, [...read.pages, ...read.context]);
    const linking = readKnown(io, paths, failures);
    const linkingOnly = new Set(linking.map(({ path }) => path));
    return { surroundings: { site: withFormer, linkingOnly }, linking, failures };
  } catch (error) {
    if (!(error instanceof GitError)) throw error;
    return {
      ...nothing,
      failures: [{ message: `--since ${since} could not be looked up. ${error.message}` }],
    };
  }
}

/** The commit that the change starts from, or why there is none. */
function baseOf(since: string, git: Git): string | Failure {
  const commit = git.commit(since);
  const head = git.commit('HEAD');
  const base = commit && head && git.mergeBase(commit, head);
  if (base) return base;
  const missing =
    commit === null
      ? `--since names “${since}”, but this clone has no such commit.`
      : `--since names “${since}”, but this clone knows no commit from which both it and HEAD come.`;
  const remedy = git.isShallow()
    ? 'The clone holds only the end of the history: fetch the rest (git fetch --unshallow; in GitLab CI, GIT_DEPTH: 0).'
    : 'Check the name, or fetch the branch.';
  return { message: `${missing} ${remedy}` };
}

/** Files that pages are made from; of others, nothing is read. */
const source = /\.(?:md|markdown|mkd|mdown|html?|erb|haml|slim)$/i;

/** The pages of the site's folders that differ between a commit and the working tree, as the commit has them. */
function formerPages(base: string, config: Config, io: Io, failures: Failure[]): FormerPage[] {
  const { files, git } = io;
  const settings = siteSettings(config, files);
  const roots = (settings?.content ?? []).map(({ folder, url }) => ({
    root: relativePath(files.cwd, resolve(config.base, folder)),
    prefix: url.endsWith('/') ? url : `${url}/`,
  }));
  const top = git.top();
  const pathOf = (path: string): string => relativePath(files.cwd, resolve(top, path));
  const { changed, renames } = git.changes(base);
  const renamed = new Map(renames.map(({ from, to }) => [from, pathOf(to)]));
  const entries = git.files(base).flatMap(({ path: gitPath, kind, id }) => {
    if (!changed.has(gitPath) || kind !== 'file' || !source.test(gitPath)) return [];
    const path = pathOf(gitPath);
    const at = roots.find(({ root }) => root === '.' || path.startsWith(`${root}/`));
    if (at === undefined) return [];
    const place = at.prefix + (at.root === '.' ? path : path.slice(at.root.length + 1));
    return [{ path, place, id, renamedTo: renamed.get(gitPath) ?? null }];
  });
  const contents = git.read(entries.map(({ id }) => id));
  return entries.flatMap(({ path, place, id, renamedTo }) => {
    const bytes = contents.get(id);
    const read = bytes && decodePage(path, bytes);
    if (read?.failure)
      failures.push({ message: `As it was at ${base}: ${read.failure.message}`, file: path });
    return read?.text === undefined ? [] : [{ path, place, text: read.text, renamedTo }];
  });
}

/**
 * The settings of a run with `--since`: pages that are there for their links alone are judged by rules on the change, and by no other.
 * @param make the settings where only certain pages are asked for
 */
export function settingsWith(
  { linkingOnly }: Change['surroundings'],
  rules: readonly Rule[],
  make: (isAsked: (path: string) => boolean) => LintSettings['settingsFor'],
  isAsked: (path: string) => boolean,
): LintSettings['settingsFor'] {
  const settings = make((path) => isAsked(path) || linkingOnly?.has(path) === true);
  if (!linkingOnly) return settings;
  const ids = new Set(rules.filter(asksHistory).map(({ id }) => id));
  return (path) => {
    const all = settings(path);
    return linkingOnly.has(path) ? new Map([...all].filter(([id]) => ids.has(id))) : all;
  };
}

const noSite =
  '--since was given, but the config does not say where the pages of the site are. Name the folders under “site: content”.';

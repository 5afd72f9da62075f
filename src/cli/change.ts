import { resolve } from 'node:path';
import { inUtf8 } from '../host/legible.ts';
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
import type { ReadPage } from './file-pages.ts';
import type { Io } from './io.ts';
import { type ReadPages, readKnown } from './pages.ts';

/** What `--since` adds to a run. */
export interface Change {
  readonly surroundings: Pick<LintInput, 'site' | 'linkingOnly'>;
  /** Pages that are not linted, but may link to what went away, or lost it. */
  readonly linking: readonly ReadPage[];
  readonly failures: readonly Failure[];
}

/** A run without `--since`. */
export const noChange: Change = { surroundings: {}, linking: [], failures: [] };

/**
 * Finds out how the pages of the site were before a change, and which other pages may be concerned.
 * @param base id of the commit that the change starts from
 * @param site null where nobody knows where the pages of the site are; then nothing is added
 * @throws GitError
 */
export function readChange(
  base: string,
  read: ReadPages,
  site: SiteInput | null,
  config: Config,
  io: Io,
): Change {
  if (site === null) return noChange;
  const failures: Failure[] = [];
  const former = formerPages(base, config, io);
  const withFormer = { ...site, former };
  const paths = linkingPages(withFormer, [...read.pages, ...read.context]);
  const linking = readKnown(io, paths, failures);
  const linkingOnly = new Set(linking.map(({ path }) => path));
  return { surroundings: { site: withFormer, linkingOnly }, linking, failures };
}

/** Files that pages are made from; of others, nothing is read. */
const source = /\.(?:md|markdown|mkd|mdown|html?|erb|haml|slim)$/i;

/** The pages of the site's folders that differ between a commit and the working tree, as the commit has them. */
function formerPages(base: string, config: Config, io: Io): FormerPage[] {
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
    const text = bytes && decodePage(path, inUtf8(bytes)).text;
    return text === undefined ? [] : [{ path, place, text, renamedTo }];
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

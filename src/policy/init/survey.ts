import { join } from 'node:path';
import type { FileSystem } from '../../host/file-system.ts';
import { readPage } from '../../host/read-page.ts';
import { relativePath } from '../../host/relative-path.ts';
import type { LimitedReading } from '../../host/time-limit.ts';
import { walk } from '../../host/walk.ts';
import type { Failure } from '../../lint/finding.ts';
import { readDocument } from '../../markdown/read.ts';
import { inferLadder } from '../../model/ladder/infer.ts';
import { ladderRows } from '../../model/ladder/rows.ts';
import { detectLayout } from '../../site/layout/detect.ts';
import type { LayoutName, SiteFile, SiteInput } from '../../site/settings.ts';
import { siteTarget } from '../../site/target.ts';
import { resolvePath, withSlash } from '../../site/url.ts';
import type { ContentFolder } from '../config.ts';
import { ladderYaml } from '../ladder/ladder-yaml.ts';
import { contentFolders } from './content-folders.ts';
import { type FamilyFolder, familyFolders, type ReadFamily } from './family-folders.ts';
import { type LinkEvidence, linkEvidence } from './link-evidence.ts';
import { originOf, type SeenOrigin } from './origin.ts';
import { redirectFile } from './redirect-file.ts';
import { urlPrefix } from './url-prefix.ts';

/** What a repository looks like to somebody who is to write its first config. Paths are relative to the surveyed folder. */
export interface Survey {
  /** How many markdown pages there are. */
  readonly pages: number;
  readonly layout: LayoutName;
  /** Folders that become the site's root; empty where links between files are all there is. */
  readonly content: readonly ContentFolder[];
  readonly families: readonly FamilyFolder[];
  readonly origin: SeenOrigin | null;
  readonly redirects: { readonly path: string; readonly count: number } | null;
  /** What links tell of the site; null where there is none. */
  readonly evidence: LinkEvidence | null;
  /** The key `ladder` as YAML; empty where too few families agree. */
  readonly ladder: string;
  /** Markdown pages that could not be read. */
  readonly unread: readonly Failure[];
}

/** Families, and other pages of the site, whose links are followed. */
const mostLinking = 80;

/**
 * Looks at all that lies below a folder. Pages are parsed only where their words are those of a job family.
 * @param folder absolute
 */
export function survey(
  files: FileSystem,
  folder: string,
  readFamily: ReadFamily,
  within: LimitedReading,
): Survey {
  const paths: string[] = [];
  walk(files, folder, (path, isLink) => {
    if (!isLink) paths.push(relativePath(folder, path));
  });
  paths.sort();
  const layout = detectLayout(paths.map((path) => `/${path}`));
  const folders = contentFolders(layout, paths);
  const texts = new Map<string, string>();
  const unread: Failure[] = [];
  const textOf = (path: string): string => {
    const known = texts.get(path);
    if (known !== undefined) return known;
    const { text = '', failure } = readPage(files, relativePath(files.cwd, join(folder, path)));
    if (failure && isMarkdown(path)) unread.push(failure);
    texts.set(path, text);
    return text;
  };
  const markdown = paths.filter(isMarkdown);
  const read = new Map<string, ReturnType<ReadFamily>>();
  const familyOf: ReadFamily = (path, text) => {
    const page = read.get(path) ?? within(path, () => readFamily(path, text)) ?? readFamily(path, '');
    read.set(path, page);
    return page;
  };
  const found = familyFolders(markdown, textOf, familyOf);
  const own = found.flatMap(({ pages }) => pages);
  const isOwn = new Set(own.map(({ path }) => path));
  const others = markdown.filter(
    (path) => !isOwn.has(path) && folders.some((place) => path.startsWith(`${place}/`)),
  );
  const linking = [...spread([...isOwn]), ...spread(others)];
  const origin = originOf(linking.map(textOf), folders, new Set(paths));
  const redirects = redirectFile(paths, textOf);
  const documents = linking.flatMap((path) => within(path, () => readDocument(path, textOf(path))) ?? []);
  const origins = origin ? [origin.origin] : [];
  const filesIn = ({ folder: place, url }: ContentFolder): SiteFile[] =>
    paths
      .filter((path) => path.startsWith(`${place}/`))
      .map((path) => ({
        path,
        place: `${url === '/' ? '' : url}${path.slice(place.length)}`,
        isAsset: false,
      }));
  const siteOf = (content: readonly ContentFolder[]): SiteInput => ({
    layout,
    origins,
    anchors: null,
    complete: null,
    redirects: redirects?.redirects ?? [],
    files: content.flatMap(filesIn),
    read: (path) => textOf(path),
  });
  const named = new Set(
    documents.flatMap(({ links }) =>
      links.flatMap((link) => {
        const target = siteTarget(link, origins);
        const isAbsolute = target?.kind === 'path' && target.path.startsWith('/');
        return isAbsolute ? [withSlash(resolvePath(target.path, '/'))] : [];
      }),
    ),
  );
  const content = folders.map((place): ContentFolder => {
    const atTop = { folder: place, url: '/' };
    return { folder: place, url: urlPrefix(siteOf([atTop]), named) };
  });
  return {
    unread,
    pages: markdown.length,
    layout,
    content,
    families: found.map(({ folder: place, endings, families, pages }) => ({
      folder: place,
      endings,
      families,
      pages: pages.length,
    })),
    origin,
    redirects: redirects && { path: redirects.path, count: redirects.redirects.length },
    evidence: content.length > 0 ? linkEvidence(siteOf(content), documents, within) : null,
    ladder: ladderYaml(inferLadder(ladderRows(own.map(({ path, text }) => familyOf(path, text))))),
  };
}

const isMarkdown = (path: string): boolean => /\.(?:md|markdown)(?:\.erb)?$/i.test(path);

/** Some of many, evenly spread. */
function spread(paths: readonly string[]): string[] {
  const step = Math.max(1, paths.length / mostLinking);
  return paths.filter((_, index) => Math.floor(index / step) !== Math.floor((index - 1) / step));
}

import { createHash } from 'node:crypto';
import { resolve } from 'node:path';
import type { FileSystem } from '../../host/file-system.ts';
import { relativePath } from '../../host/relative-path.ts';
import type { Failure } from '../../lint/finding.ts';
import type { PolicyLink } from './policy.ts';
import type { FoundPolicy } from './read-policies.ts';
import type { WrittenPolicy } from './written-policy.ts';

/** Reads where a policy is written down; what is wrong with it is added to the failures. */
export function linkOf(
  files: FileSystem,
  written: WrittenPolicy['link'],
  { file, folder, lineOf, isBundled }: FoundPolicy,
  failures: Failure[],
): PolicyLink | null {
  if (written === undefined) return null;
  const fail = (path: readonly string[], sentence: string) => {
    const line = lineOf(['link', ...path], path.length > 0);
    failures.push({ file, line, message: `${file}:${line}: ${sentence}` });
    return null;
  };
  const link = typeof written === 'string' ? taken(written) : written;
  if ((link.url === undefined) === (link.page === undefined))
    return fail([], 'A link of a policy has either “url” or “page”. Write one of them.');
  const { sentence = null, anchor = null } = link;
  const own = sentence !== null ? ['sentence'] : link.hash !== undefined ? ['hash'] : [];
  const line = lineOf(['link', ...own], true);
  const hash = link.hash?.replace(/^sha256:/, '') ?? null;
  if (link.url !== undefined) {
    if (hash !== null || sentence !== null)
      return fail(
        [hash === null ? 'sentence' : 'hash'],
        'The text behind an address is not read, so no sentence can be looked for there. Name a page, or take it out.',
      );
    return { shown: link.url, page: null, anchor, sentence, hash, line };
  }
  if (hash !== null && sentence !== null && !sentenceHash(sentence).startsWith(hash))
    return fail(
      ['hash'],
      `The hash is not that of the sentence, which is ${sentenceHash(sentence).slice(0, 16)}. Take one of them out.`,
    );
  const page = link.page ?? '';
  const isOfSite = page.startsWith('/') || isBundled;
  const place = isOfSite ? `/${page.replace(/^\/+/, '')}` : resolve(folder, page);
  const name = isOfSite ? place : relativePath(files.cwd, place);
  if (!isOfSite && files.kind(place) !== 'file')
    return fail(
      typeof written === 'string' ? [] : ['page'],
      `The page “${page}” that the policy is written down on does not exist. Check the path.`,
    );
  return { shown: anchor === null ? name : `${name}#${anchor}`, page: place, anchor, sentence, hash, line };
}

function taken(written: string): Exclude<WrittenPolicy['link'], string | undefined> {
  if (/^[a-z][a-z0-9+.-]*:/i.test(written)) return { url: written };
  const [page = '', anchor] = written.split('#');
  return anchor === undefined ? { page } : { page, anchor };
}

/** White space, and quotes and dashes that editors exchange, do not count. */
export function plainSentence(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[‘’]/g, "'")
    .replace(/[“”]/g, '"')
    .replace(/[–—]/g, '-')
    .replace(/\s+/g, ' ')
    .trim();
}

/** 64 hexadecimal digits. */
export function sentenceHash(sentence: string): string {
  return createHash('sha256').update(plainSentence(sentence)).digest('hex');
}

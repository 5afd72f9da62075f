import type { FileSystem } from '../../host/file-system.ts';
import { readPage } from '../../host/read-page.ts';
import type { Source } from '../../lint/check.ts';
import { type CorpusFacts, corpusRule, type Rule } from '../../lint/rule.ts';
import type { Document } from '../../markdown/document.ts';
import { readIfShort } from '../../markdown/read.ts';
import { Anchorizer, anchorStyles } from '../../site/anchors/styles.ts';
import { LineIndex } from '../../text/line-index.ts';
import type { Span } from '../../text/span.ts';
import { plainSentence, sentenceHash } from './links.ts';
import { changedTextId, type Policy, type PolicyLink } from './policy.ts';

/** A policy that says which sentence of a page it enforces. */
type Quoting = Policy & { readonly link: PolicyLink & { readonly page: string } };

export function isQuoting(policy: Policy): policy is Quoting {
  const { link, isBundled } = policy;
  return !isBundled && link?.page != null && (link.sentence !== null || link.hash !== null);
}

/** The rule that finds policies whose sentence no longer stands where they say. It points to the files of the policies. */
export function changedTextRule(
  policies: readonly Quoting[],
  sources: readonly Source[],
  files: FileSystem,
): Rule {
  return corpusRule({
    id: changedTextId,
    summary: 'The text that a policy enforces has changed.',
    details:
      'A policy that names a page and a sentence, or the hash of one, is compared with the page. White space, and the kinds of quotes and dashes, do not count.',
    messages: {
      sentence: {
        what: 'The sentence that the policy "{policy}" enforces no longer stands in {page}.',
        why: 'The policy may now ask for what nobody has agreed on.',
        how: 'Read the page, and change the policy and its sentence so that they fit; {owner} decides.',
      },
      anchor: {
        what: 'The page {page} no longer has the heading that the policy "{policy}" is written down under.',
        why: 'The policy may now ask for what nobody has agreed on.',
        how: 'Read the page, and correct the anchor or the policy; {owner} decides.',
      },
    },
    needs: [],
    options: {},
    examples: { wrong: [], right: [] },
    *check(corpus) {
      for (const { id, owner, link, source } of policies) {
        const text = textOf(link.page, corpus, files);
        // Whether a page of the site is gone cannot be told where parts of the site are kept elsewhere.
        const message = text === null ? null : changeIn(text, link);
        if (message === null) continue;
        const span = lineSpan(source.file, link.line, sources);
        yield { message, span, key: id, data: { policy: id, page: link.shown, owner } };
      }
    },
  });
}

function textOf(page: string, corpus: Pick<CorpusFacts, 'site'>, files: FileSystem): string | null {
  if (!page.startsWith('/') || files.kind(page) === 'file') return readPage(files, page).text ?? null;
  const path = corpus.site.urls.get(page.endsWith('/') ? page : `${page}/`);
  return path === undefined ? null : (readPage(files, path).text ?? null);
}

function changeIn(text: string, { anchor, sentence, hash }: PolicyLink): 'sentence' | 'anchor' | null {
  const page = readIfShort('page.md', text);
  // Nobody can tell what a page says that is too long.
  if (page === null) return null;
  const { sections, blocks } = page;
  // An anchor in HTML has no section; then the sentence may stand anywhere.
  const isWhole = anchor === null || text.includes(`="${anchor}"`);
  const section = isWhole ? null : sections[sectionOf(sections, anchor)];
  if (section === undefined) return 'anchor';
  const inside = blocks.filter(
    ({ span }) => section === null || (span.start >= section.span.start && span.end <= section.span.end),
  );
  const texts = inside.map(({ inline }) => plainSentence(inline.text));
  if (sentence !== null) {
    const wanted = plainSentence(sentence);
    // Templates stand in code, which is no running text.
    const source = plainSentence(section === null ? text : text.slice(section.span.start, section.span.end));
    return texts.some((one) => one.includes(wanted)) || source.includes(wanted) ? null : 'sentence';
  }
  if (hash === null) return null;
  return texts.some((one) => candidates(one).some((part) => sentenceHash(part).startsWith(hash)))
    ? null
    : 'sentence';
}

/** A paragraph, and each of its sentences. */
function candidates(text: string): string[] {
  return [text, ...text.split(/(?<=[.!?]["')]?) (?=\S)/)];
}

/** Index of the section with an anchor, in whatever style; -1 for none. */
function sectionOf(sections: Document['sections'], anchor: string): number {
  for (const style of Object.keys(anchorStyles)) {
    if (!isStyle(style)) continue;
    const anchorizer = new Anchorizer(style);
    for (const { index, id, title } of sections.slice(1)) {
      if ((id ?? anchorizer.idOf({ source: title, text: title })) === anchor) return index;
    }
  }
  return -1;
}

const isStyle = (name: string): name is keyof typeof anchorStyles => Object.hasOwn(anchorStyles, name);

/** The words of a line. */
function lineSpan(file: string, line: number, sources: readonly Source[]): Span {
  const text = sources.find(({ path }) => path === file)?.text ?? '';
  const index = new LineIndex(text);
  const start = index.offsetOfLine(Math.min(line, index.lines));
  const end = line < index.lines ? index.offsetOfLine(line + 1) : text.length;
  const words = text.slice(start, end);
  const indent = words.length - words.trimStart().length;
  return { page: file, start: start + indent, end: start + indent + words.trim().length };
}

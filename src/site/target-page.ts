import { headingText, isUnknown } from '../markdown/heading-text.ts';
import { type Landmarks, readLandmarks } from '../markdown/landmarks.ts';
import { pageAnchors, possibleAnchors } from './anchors/page-anchors.ts';
import { type AnchorStyleName, anchorStyles, kindredStyles } from './anchors/styles.ts';
import type { Anchor, TargetPage } from './facts.ts';

/** A page's headings and ids, and what its front matter says of addresses. */
export interface ReadTarget {
  readonly page: TargetPage;
  readonly front: Readonly<Record<string, unknown>>;
  /** Anchors that the page has if headings become anchors in another way than is taken for granted. Made when asked for. */
  possible(): ReadonlySet<string>;
}

const styleNames = Object.keys(anchorStyles) as readonly AnchorStyleName[];

const markdown = /\.(?:md|markdown|mkd|mdown)(?:\.erb)?$/i;

/**
 * Reads a page that a link leads to.
 * @param url empty where the page has no address
 */
export function readTarget(
  path: string,
  url: string,
  text: string,
  known: AnchorStyleName | null,
): ReadTarget {
  const style = known ?? 'gitlab';
  const isMarkdown = markdown.test(path);
  const read = readLandmarks(path, text);
  const landmarks = isMarkdown ? read : { ...read, headings: [] };
  const front = landmarks.frontMatter?.data ?? {};
  const anchors = pageAnchors(landmarks, style, headingText);
  const styles = known === null ? styleNames : [style, ...(kindredStyles[style] ?? [])];
  let possible: ReadonlySet<string> | null = null;
  const page: TargetPage = {
    path,
    url,
    title: titleOf(front, anchors),
    anchors,
    // A broken head of a page may hide anything.
    isOpen: !isMarkdown || isOpen(landmarks, style) || anchors.some(({ title }) => isUnknown(title)),
  };
  return {
    page,
    front,
    possible() {
      possible ??= new Set(styles.flatMap((other) => possibleIn(landmarks, other)));
      return possible;
    },
  };
}

/** In a strict style, and with all that may be a heading. */
function possibleIn(landmarks: Landmarks, style: AnchorStyleName): string[] {
  return [
    ...pageAnchors(landmarks, style, headingText),
    ...possibleAnchors(landmarks, style, headingText),
  ].map(({ id }) => id);
}

/** Where raw HTML headings get ids too, they are not among the anchors. */
function isOpen(
  { isTemplated, hasHtmlHeadings, frontMatter, isTooLong }: Landmarks,
  style: AnchorStyleName,
): boolean {
  const makesIds = style !== 'kramdown' && style !== 'goldmark';
  return isTooLong || isTemplated || (hasHtmlHeadings && makesIds) || (frontMatter?.errors.length ?? 0) > 0;
}

function titleOf(front: Readonly<Record<string, unknown>>, anchors: readonly Anchor[]): string | null {
  const { title } = front;
  if (typeof title === 'string' && title.trim() !== '') return title.trim();
  return anchors.find(({ depth }) => depth === 1)?.title ?? null;
}

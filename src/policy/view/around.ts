import type { PageFacts } from '../../lint/rule.ts';
import { isSectionToo } from '../../model/page-head.ts';
import type { ResolvedLink } from '../../site/facts.ts';
import type { ReportsTo, RoleNode } from '../../site/graph-facts.ts';
import type { Span } from '../../text/span.ts';
import type { Placed } from './placed.ts';
import type { SubjectKind } from './subjects.ts';

/** The fact tables that the view of a page is made from. */
export const viewNeeds = ['text', 'frontMatter', 'sections', 'blocks', 'items', 'links', 'family'] as const;

export type ViewedPage = Pick<PageFacts, (typeof viewNeeds)[number] | 'path'>;

/** One thing that policies judge: its data, and how it is called. */
export interface Subject {
  readonly kind: SubjectKind;
  readonly data: Placed;
  /** The words that stand for it where none of its values has any: a level's heading, a page's title. */
  readonly head: Span;
  /** Structural name, without its kind: the level's or the section's title, the link's target. */
  readonly name: string;
}

/** What else than the page itself a family's view is made from. */
export interface Around {
  /** The reporting lines of the page, with the levels that are meant. */
  readonly edges: readonly ReportsTo[];
  readonly nodes: readonly RoleNode[];
  readonly links: readonly ResolvedLink[];
  /** The title of any page that some link reaches. */
  pageTitle(path: string): string | null;
  /** Where the page of a level says its grade. */
  gradeWords(node: RoleNode): Span | null;
  /** The title of the family on a page. */
  familyTitle(path: string): string | null;
}

/** A page's title: that of its front matter, else its first heading. */
export function titleOfPage(page: ViewedPage | undefined): string | null {
  const title = page?.frontMatter?.data.title;
  if (typeof title === 'string' && title.trim() !== '') return title.trim();
  return page?.sections.find(({ depth }) => depth === 1)?.title ?? page?.family.role?.text ?? null;
}

/** The levels that are judged: a page that is also one of its sections is that section. */
export function judgedLevels({ family }: Pick<PageFacts, 'family'>): PageFacts['family']['levels'] {
  return family.levels.filter((level) => !isSectionToo(level, family.levels));
}

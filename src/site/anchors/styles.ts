/** A heading as anchor styles see it. */
export interface HeadingWords {
  /** The heading's markdown, without hashes and attributes. */
  readonly source: string;
  /** The same as a reader sees it. */
  readonly text: string;
}

/** How a site builder makes a heading's id, and tells equal ones apart. */
export interface AnchorStyle {
  /** Id of the first heading with these words. */
  slug(heading: HeadingWords): string;
  /**
   * Id of a later one: `seen` counts how often the slug was asked for, `taken` holds all ids given so far.
   */
  again(slug: string, seen: number, taken: ReadonlySet<string>): string;
}

export type AnchorStyleName =
  | 'kramdown'
  | 'kramdown-gfm'
  | 'goldmark'
  | 'gitlab'
  | 'gitlab-legacy'
  | 'github';

/** Counts on until an id is free. */
function nextFree(slug: string, seen: number, taken: ReadonlySet<string>): string {
  let count = seen;
  while (taken.has(`${slug}-${count}`)) count += 1;
  return `${slug}-${count}`;
}

/** Counts each slug on its own, even where the result is taken. */
const nextNumber = (slug: string, seen: number): string => `${slug}-${seen}`;

/**
 * kramdown 2.x, `basic_generate_id` in converter/base.rb: works on the heading's source; everything in front of the first ASCII letter
 * goes, then all but ASCII letters, digits, spaces and hyphens.
 */
const kramdown: AnchorStyle = {
  slug({ source }) {
    const slug = source
      .replace(/^[^a-zA-Z]+/, '')
      .replace(/[^a-zA-Z0-9 -]/g, '')
      .replace(/ /g, '-')
      .toLowerCase();
    return slug === '' ? 'section' : slug;
  },
  again: nextNumber,
};

/** A heading without its markup, all its blanks kept. */
function visibleSource({ source, text }: HeadingWords): string {
  const visible = source
    .replace(/!\[[^\][]*\]\([^()]*\)/g, '')
    .replace(/\[([^\][]*)\](?:\([^()]*\)|\[[^\][]*\])/g, '$1')
    .replace(/<\/?[a-z][^<>]*>/gi, '')
    .replace(/&(?:[a-z]{2,10}|#\d{1,6});/gi, '');
  if (!text.includes('_')) return visible.replaceAll('_', '');
  return visible.replace(/(?<![\p{L}\p{N}_`])_{1,3}([^_]{1,300})_{1,3}(?![\p{L}\p{N}_`])/gu, '$1');
}

/**
 * kramdown with `input: GFM`, as Jekyll has it: `generate_gfm_header_id` in kramdown-parser-gfm 1.1. It works on what a reader sees,
 * in which hyphens have become dashes already, and keeps digits and letters of all scripts wherever they stand.
 */
const kramdownGfm: AnchorStyle = {
  slug(heading) {
    return visibleSource(heading)
      .replace(/-{2,3}/g, '')
      .toLowerCase()
      .replace(/[^\p{L}\p{M}\p{Nd}\p{Pc} \t-]/gu, '')
      .replace(/[ \t]/g, '-');
  },
  again: nextNumber,
};

/** Hugo with goldmark, `autoHeadingIDType: github` in markup/goldmark/autoid.go: works on the heading's source. */
const goldmark: AnchorStyle = {
  slug({ source }) {
    const slug = source
      .trim()
      .replace(/[^\p{L}\p{N}_ -]/gu, '')
      .replace(/ /g, '-')
      .toLowerCase();
    return slug === '' ? 'heading' : slug;
  },
  again: nextFree,
};

/** GitLab from 17.x on (comrak, html/anchorizer.rs): runs of hyphens stay, taken ids are passed over. */
const gitlab: AnchorStyle = {
  slug({ text }) {
    return text
      .toLowerCase()
      .replace(/[^\p{L}\p{M}\p{N}\p{Pc} -]/gu, '')
      .replace(/ /g, '-');
  },
  again: nextFree,
};

/** GitLab before that (table_of_contents_legacy_filter.rb): runs of hyphens become one, a number alone gets a word in front. */
const gitlabLegacy: AnchorStyle = {
  slug({ text }) {
    const slug = text
      .trim()
      .toLowerCase()
      .replace(/[^\p{L}\p{M}\p{N}\p{Pc} -]/gu, '')
      .replace(/[ -]+/g, '-')
      .slice(0, 255);
    return /^\d+$/.test(slug) ? `anchor-${slug}` : slug;
  },
  again: nextNumber,
};

/** GitHub (html-pipeline's table of contents): as GitLab now, but for the way taken ids are counted. */
const github: AnchorStyle = { slug: gitlab.slug, again: nextFree };

export const anchorStyles: Readonly<Record<AnchorStyleName, AnchorStyle>> = {
  kramdown,
  'kramdown-gfm': kramdownGfm,
  goldmark,
  gitlab,
  'gitlab-legacy': gitlabLegacy,
  github,
};

/**
 * Styles that a site may have where one is named: kramdown reads GFM or not, and not inside HTML, and GitLab changed its way with a release. An anchor in
 * one of them may be there.
 */
export const kindredStyles: Readonly<Partial<Record<AnchorStyleName, readonly AnchorStyleName[]>>> = {
  kramdown: ['kramdown-gfm'],
  'kramdown-gfm': ['kramdown'],
  gitlab: ['gitlab-legacy'],
};

/** Gives ids to a page's headings in order. Ids given by hand are announced by `take`. */
export class Anchorizer {
  readonly #style: AnchorStyle;
  readonly #asked = new Map<string, number>();
  readonly #taken = new Set<string>();

  constructor(style: AnchorStyleName) {
    this.#style = anchorStyles[style];
  }

  take(id: string): void {
    this.#taken.add(id);
  }

  idOf(heading: HeadingWords): string {
    const slug = this.#style.slug(heading);
    const seen = this.#asked.get(slug) ?? 0;
    this.#asked.set(slug, seen + 1);
    const isFree = seen === 0 && (this.#style.again === nextNumber || !this.#taken.has(slug));
    const id = isFree ? slug : this.#style.again(slug, Math.max(seen, 1), this.#taken);
    this.#taken.add(id);
    return id;
  }
}

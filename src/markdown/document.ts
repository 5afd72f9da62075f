import type { Span } from '../text/span.ts';

/**
 * Text as a reader sees it (links, emphasis and escapes resolved, line wraps turned into one space),
 * with the way back to the source: `runs` are pairs [offset in `text`, offset in the page], ascending; within a run
 * both advance together.
 */
export interface InlineText {
  readonly text: string;
  readonly runs: readonly (readonly [number, number])[];
}

/** One heading and what stands under it; section 0 is the text before the first heading and has depth 0. */
export interface Section {
  readonly index: number;
  /** 0 for the text before the first heading, else the heading's depth, 1 to 6. */
  readonly depth: number;
  /** The heading as a reader sees it, without emphasis, attributes and closing hashes; empty for section 0. */
  readonly title: string;
  readonly inline: InlineText;
  /** The heading's lines, without the final line break; an empty span at the body's start for section 0. */
  readonly headingSpan: Span;
  /** The heading's words in the source, without hashes and attributes. */
  readonly titleSpan: Span;
  /** From the heading to the next heading of the same or a lesser depth (or the end of the page). */
  readonly span: Span;
  /** From the end of the heading to the next heading of any depth. */
  readonly bodySpan: Span;
  /** Id given by `{#id}` or `{: #id}`, or null. */
  readonly id: string | null;
  /** Index of the section this one stands in; null for section 0. */
  readonly parent: number | null;
}

/** A stretch of running text: a paragraph (also one in a list item or quote) or a table cell. */
export interface Block {
  readonly index: number;
  readonly kind: 'paragraph' | 'cell';
  readonly span: Span;
  readonly inline: InlineText;
  readonly section: number;
  /** Index of the innermost list item it stands in, or null. */
  readonly item: number | null;
  /** Index of the table it stands in, or null. */
  readonly table: number | null;
}

export interface ListItem {
  readonly index: number;
  /** From the marker to the end of the item, its nested lists included. */
  readonly span: Span;
  /** The marker itself: `-`, `*`, `+` or `1.`. */
  readonly markerSpan: Span;
  /** The item's own text, without nested lists. */
  readonly textSpan: Span;
  readonly text: string;
  /** Number of the list in the page, from 0; nested lists count on their own. */
  readonly list: number;
  readonly ordered: boolean;
  readonly section: number;
  /** Index of the item this one is nested in, or null. */
  readonly parent: number | null;
}

export interface Link {
  readonly index: number;
  readonly kind: 'inline' | 'reference' | 'autolink' | 'image';
  /** The whole construct, brackets and target included. */
  readonly span: Span;
  /** What stands between the brackets, as a reader sees it. */
  readonly text: string;
  readonly textSpan: Span;
  /** The target as written, template code included; not decoded. */
  readonly target: string;
  /** Empty where the target is empty; for references, the span of the definition's target. */
  readonly targetSpan: Span;
  readonly section: number;
  /** Index of the block it stands in; null for a link in a heading. */
  readonly block: number | null;
}

export interface Table {
  readonly index: number;
  readonly span: Span;
  readonly section: number;
  /** Block indexes of the cells, row by row; the first row is the header. */
  readonly rows: readonly (readonly number[])[];
}

/** A stretch that is not markdown and was blanked before parsing, so that all offsets stay true. */
export interface Mask {
  readonly kind: 'front-matter' | 'shortcode' | 'erb' | 'attribute' | 'comment' | 'bom' | 'nul';
  readonly span: Span;
}

/** Raw HTML and code: not running text, but rules must know where it stands. */
export interface Raw {
  readonly kind: 'html' | 'code';
  readonly span: Span;
  readonly section: number;
}

export interface FrontMatter {
  /** From the opening `---` to the end of the closing one. */
  readonly span: Span;
  /** Parsed values; an empty object where the YAML is broken. */
  readonly data: Readonly<Record<string, unknown>>;
  /** Where each top-level key's value stands. */
  readonly values: Readonly<Record<string, Span>>;
  readonly errors: readonly { readonly message: string; readonly span: Span }[];
}

/** All that is read from one page's markdown; plain data, made once a page. */
export interface Document {
  readonly path: string;
  readonly text: string;
  /** `text` with everything that is not markdown blanked; same length, same line breaks. */
  readonly masked: string;
  readonly frontMatter: FrontMatter | null;
  readonly masks: readonly Mask[];
  readonly sections: readonly Section[];
  readonly blocks: readonly Block[];
  readonly items: readonly ListItem[];
  readonly links: readonly Link[];
  readonly tables: readonly Table[];
  readonly raws: readonly Raw[];
  /** Lines that are not read as running text, for no parser gets through them in reasonable time; they stand in `raws` as code. */
  readonly unread: readonly Span[];
}

import type { Block, Link, ListItem, Section } from '../../markdown/document.ts';
import { groupBy } from '../../text/group-by.ts';
import type { ViewedPage } from './around.ts';
import { type Placed, placed, placedList, placedText } from './placed.ts';

/** What stands in a stretch of sections. */
interface Content {
  readonly subsections: Placed;
  readonly paragraphs: Placed;
  readonly items: Placed;
  readonly links: Placed;
  readonly words: number;
}

/** The running text of one page, section by section. */
export class Sections {
  readonly #page: ViewedPage;
  readonly #blocks: ReadonlyMap<number, readonly Block[]>;
  readonly #items: ReadonlyMap<number, readonly ListItem[]>;
  readonly #ofItem: ReadonlyMap<number | null, readonly Block[]>;
  readonly #links: ReadonlyMap<number, readonly Link[]>;
  readonly #known: ReadonlySet<number>;
  readonly #linkView: (link: Link) => Placed;

  constructor(page: ViewedPage, linkView: (link: Link) => Placed) {
    this.#page = page;
    this.#linkView = linkView;
    this.#blocks = groupBy(page.blocks, ({ section }) => section);
    this.#items = groupBy(page.items, ({ section }) => section);
    this.#ofItem = groupBy(page.blocks, ({ item }) => item);
    this.#links = groupBy(page.links, ({ section }) => section);
    this.#known = new Set([
      ...page.family.levels.map(({ section }) => section),
      ...page.family.parts.filter(({ kind }) => kind !== 'other').map(({ section }) => section),
    ]);
  }

  title({ title, inline, titleSpan }: Section): Placed {
    return title === inline.text ? placedText(inline, titleSpan) : placed(title, titleSpan);
  }

  /** What stands from a section's heading to the next heading that says what else it is for, however deep. */
  content(section: Section): Content {
    return this.#between(section.index, this.#endOf(section));
  }

  /** What stands before the first level or part. */
  introduction(): Content {
    const { sections } = this.#page;
    const first = sections.find(({ index }) => index > 0 && this.#known.has(index));
    return this.#between(0, first?.index ?? sections.length);
  }

  #endOf({ index, depth }: Section): number {
    const { sections } = this.#page;
    let next = index + 1;
    while (next < sections.length && !this.#known.has(next) && (sections[next]?.depth ?? 0) > depth)
      next += 1;
    return next;
  }

  #between(from: number, to: number): Content {
    const all = Array.from({ length: to - from }, (_, offset) => from + offset);
    const { sections } = this.#page;
    const blocks = all.flatMap((section) => this.#blocks.get(section) ?? []);
    const loose = blocks.filter(({ kind, item }) => kind === 'paragraph' && item === null);
    return {
      subsections: placedList(sections.slice(from + 1, to).map((section) => this.title(section))),
      paragraphs: placedList(loose.map(({ inline, span }) => placedText(inline, span))),
      items: placedList(
        all.flatMap((section) => this.#items.get(section) ?? []).map((item) => this.#item(item)),
      ),
      links: placedList(all.flatMap((section) => this.#links.get(section) ?? []).map(this.#linkView)),
      words: blocks.reduce((sum, { inline }) => sum + (inline.text.match(/\S+/g)?.length ?? 0), 0),
    };
  }

  #item({ index, text, textSpan }: ListItem): Placed {
    const block = this.#ofItem.get(index)?.find(({ inline }) => inline.text === text);
    return block ? placedText(block.inline, block.span) : placed(text, textSpan);
  }
}

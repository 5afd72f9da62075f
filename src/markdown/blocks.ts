import type { Nodes, PhrasingContent, Root, RootContent, TableCell } from 'mdast';
import type { Block, Link, ListItem, Raw, Section, Table } from './document.ts';
import { inlineText } from './inline-text.ts';
import { readLinks } from './links.ts';
import type { Page } from './page.ts';
import { endOf, startOf } from './parse.ts';
import { sectionAt } from './sections.ts';

/** Facts of one page's flow content; each list in the order of the source. */
export interface Blocks {
  readonly blocks: readonly Block[];
  readonly items: readonly ListItem[];
  readonly links: readonly Link[];
  readonly tables: readonly Table[];
  readonly raws: readonly Raw[];
}

interface Surroundings {
  readonly item: number | null;
  readonly table: number | null;
}

/** Reads paragraphs, cells, list items, tables, raw HTML and code, and the links in all of them. */
export function readBlocks(root: Root, page: Page, sections: readonly Section[]): Blocks {
  const reader = new BlockReader(page, sections);
  for (const node of root.children) reader.flow(node, { item: null, table: null });
  return reader;
}

class BlockReader implements Blocks {
  readonly blocks: Block[] = [];
  readonly items: ListItem[] = [];
  readonly links: Link[] = [];
  readonly tables: Table[] = [];
  readonly raws: Raw[] = [];
  readonly #page: Page;
  readonly #sections: readonly Section[];
  #lists = 0;

  constructor(page: Page, sections: readonly Section[]) {
    this.#page = page;
    this.#sections = sections;
  }

  flow(node: RootContent, around: Surroundings): void {
    switch (node.type) {
      case 'paragraph':
        this.#block('paragraph', node.children, startOf(node), endOf(node), around);
        break;
      case 'heading':
        this.#phrasing(node.children, sectionAt(this.#sections, startOf(node)), null);
        break;
      case 'table':
        this.#table(node, around);
        break;
      case 'list': {
        const list = this.#lists;
        this.#lists += 1;
        for (const item of node.children) this.#item(item, list, node.ordered ?? false, around);
        break;
      }
      case 'code':
      case 'html':
        this.#raw(node.type, startOf(node), endOf(node));
        break;
      default:
        if ('children' in node) for (const child of node.children) this.flow(child, around);
    }
  }

  #raw(kind: Raw['kind'], start: number, end: number): void {
    this.raws.push({ kind, span: this.#page.span(start, end), section: sectionAt(this.#sections, start) });
  }

  /** Adds a block and gives its index. A paragraph in which a reader sees nothing (a comment) is none. */
  #block(
    kind: Block['kind'],
    children: readonly PhrasingContent[],
    start: number,
    end: number,
    around: Surroundings,
  ) {
    const inline = inlineText(children, this.#page);
    const section = sectionAt(this.#sections, start);
    const empty = kind === 'paragraph' && inline.text === '' && readLinks(children, this.#page).length === 0;
    const index = this.blocks.length;
    if (!empty)
      this.blocks.push({ index, kind, span: this.#page.span(start, end), inline, section, ...around });
    this.#phrasing(children, section, empty ? null : index);
    return index;
  }

  #phrasing(children: readonly PhrasingContent[], section: number, block: number | null): void {
    for (const link of readLinks(children, this.#page)) {
      this.links.push({ index: this.links.length, ...link, section, block });
    }
    const stack: Nodes[] = [...children].reverse();
    for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
      if (node.type === 'html') this.#raw('html', startOf(node), endOf(node));
      else if (node.type === 'inlineCode') this.#raw('code', startOf(node), endOf(node));
      if ('children' in node) for (const child of [...node.children].reverse()) stack.push(child);
    }
  }

  #item(
    node: Extract<RootContent, { type: 'listItem' }>,
    list: number,
    ordered: boolean,
    around: Surroundings,
  ): void {
    const page = this.#page;
    const start = startOf(node);
    const marker = /^(?:[-+*]|\d{1,9}[.)])/.exec(page.masked.slice(start, start + 10))?.[0] ?? '';
    const nested = node.children.findIndex((child) => child.type === 'list');
    const own = nested === -1 ? node.children : node.children.slice(0, nested);
    const first = own[0];
    const last = own.at(-1);
    const markerEnd = start + marker.length;
    const text = own
      .map((child) =>
        child.type === 'paragraph' || child.type === 'heading' ? inlineText(child.children, page).text : '',
      )
      .filter((words) => words !== '');
    const index = this.items.length;
    this.items.push({
      index,
      span: page.span(start, endOf(node)),
      markerSpan: page.span(start, markerEnd),
      textSpan: first && last ? page.span(startOf(first), endOf(last)) : page.span(markerEnd, markerEnd),
      text: text.join(' '),
      list,
      ordered,
      section: sectionAt(this.#sections, start),
      parent: around.item,
    });
    for (const child of node.children) this.flow(child, { ...around, item: index });
  }

  #table(node: Extract<RootContent, { type: 'table' }>, around: Surroundings): void {
    const index = this.tables.length;
    const rows: number[][] = [];
    this.tables.push({
      index,
      span: this.#page.span(startOf(node), endOf(node)),
      section: sectionAt(this.#sections, startOf(node)),
      rows,
    });
    for (const row of node.children) {
      rows.push(row.children.map((cell) => this.#cell(cell, { ...around, table: index })));
    }
  }

  #cell(node: TableCell, around: Surroundings): number {
    let start = startOf(node);
    let end = endOf(node);
    const { masked } = this.#page;
    if (masked.charAt(start) === '|') start += 1;
    const lastChild = node.children.at(-1);
    if (masked.charAt(end - 1) === '|' && end - 1 >= (lastChild ? endOf(lastChild) : start)) end -= 1;
    const span = this.#page.trim(start, Math.max(start, end));
    return this.#block('cell', node.children, span.start, span.end, around);
  }
}

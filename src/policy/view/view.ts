import type { CorpusFacts } from '../../lint/rule.ts';
import { ofLevel } from '../../model/of-level.ts';
import { reportingGraph } from '../../site/graph/reporting-graph.ts';
import type { RoleNode } from '../../site/graph-facts.ts';
import { groupBy } from '../../text/group-by.ts';
import type { Span } from '../../text/span.ts';
import { type Around, type Subject, titleOfPage, type ViewedPage, type viewNeeds } from './around.ts';
import { FamilyView } from './family-view.ts';
import type { SubjectKind } from './subjects.ts';

/** What the view is made from. */
export type ViewFacts = CorpusFacts<(typeof viewNeeds)[number]>;

/** What policies see of the whole corpus; the page of each subject is that of its `head`. */
export interface CorpusView {
  /** In the order of pages and of places in them. */
  subjects(kind: SubjectKind): readonly Subject[];
  /** Those of one page; none where it is no job family. */
  subjectsOf(path: string, kind: SubjectKind): readonly Subject[];
  /** What else than the page its view is made from; null for a page that is no job family. */
  aroundOf(path: string): Around | null;
}

const made = new WeakMap<ViewFacts, CorpusView>();

/**
 * The view of a corpus (schema/policy-view.schema.json describes the data). Pages that are no job families have no part in it. Made
 * once for each corpus, and that of a page when it is asked for.
 */
export function corpusView(corpus: ViewFacts): CorpusView {
  const known = made.get(corpus);
  if (known !== undefined) return known;
  const view = new LazyView(corpus);
  made.set(corpus, view);
  return view;
}

class LazyView implements CorpusView {
  readonly #families: ReadonlyMap<string, ViewedPage>;
  readonly #aroundOf: (page: ViewedPage) => Around;
  /** Views are large, so only the last is held: subjects are asked for page by page. */
  #last: { readonly path: string; readonly view: FamilyView } | null = null;

  constructor({ pages, site }: ViewFacts) {
    const families = pages.filter(({ family }) => family.isFamily);
    const graph = reportingGraph(pages, site);
    const edges = groupBy(graph.edges, ({ path }) => path);
    const nodes = groupBy(graph.nodes, ({ path }) => path);
    this.#families = new Map(families.map((page) => [page.path, page]));
    const byPath = this.#families;
    this.#aroundOf = (page) => ({
      edges: edges.get(page.path) ?? [],
      nodes: nodes.get(page.path) ?? [],
      links: site.links.get(page.path) ?? [],
      pageTitle: (path) => site.targets.get(path)?.title ?? null,
      gradeWords: (node) => gradeWords(byPath.get(node.path), node),
      familyTitle: (path) => titleOfPage(byPath.get(path)),
    });
  }

  subjects(kind: SubjectKind): readonly Subject[] {
    return [...this.#families.keys()].flatMap((path) => this.subjectsOf(path, kind));
  }

  subjectsOf(path: string, kind: SubjectKind): readonly Subject[] {
    const page = this.#families.get(path);
    if (page === undefined) return [];
    if (this.#last?.path !== path) this.#last = { path, view: new FamilyView(page, this.#aroundOf(page)) };
    return this.#last.view.subjects(kind);
  }

  aroundOf(path: string): Around | null {
    const page = this.#families.get(path);
    return page === undefined ? null : this.#aroundOf(page);
  }
}

function gradeWords(page: ViewedPage | undefined, { level }: RoleNode): Span | null {
  return page === undefined ? null : (ofLevel(page.family.grades, level.index)[0]?.span ?? null);
}

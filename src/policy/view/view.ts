import type { CorpusFacts } from '../../lint/rule.ts';
import { reportingGraph } from '../../site/graph/reporting-graph.ts';
import type { RoleNode } from '../../site/graph-facts.ts';
import type { Span } from '../../text/span.ts';
import { groupBy, type Subject, titleOfPage, type ViewedPage, type viewNeeds } from './around.ts';
import { FamilyView } from './family-view.ts';
import type { SubjectKind } from './subjects.ts';

/** What the view is made from. */
export type ViewFacts = CorpusFacts<(typeof viewNeeds)[number]>;

/** What policies see of the whole corpus; the page of each subject is that of its `head`. */
export interface CorpusView {
  /** In the order of pages and of places in them. */
  subjects(kind: SubjectKind): readonly Subject[];
}

const made = new WeakMap<ViewFacts, CorpusView>();

/**
 * The view of a corpus (schema/policy-view.schema.json describes the data). Pages that are no job families have no part in it. Made
 * once for each corpus, and its parts when they are asked for.
 */
export function corpusView(corpus: ViewFacts): CorpusView {
  const known = made.get(corpus);
  if (known !== undefined) return known;
  const view = new LazyView(corpus);
  made.set(corpus, view);
  return view;
}

class LazyView implements CorpusView {
  readonly #views: readonly FamilyView[];
  readonly #subjects = new Map<SubjectKind, readonly Subject[]>();

  constructor({ pages, site }: ViewFacts) {
    const families = pages.filter(({ family }) => family.isFamily);
    const graph = reportingGraph(pages, site);
    const edges = groupBy(graph.edges, ({ path }) => path);
    const nodes = groupBy(graph.nodes, ({ path }) => path);
    const byPath = new Map(families.map((page) => [page.path, page]));
    this.#views = families.map(
      (page) =>
        new FamilyView(page, {
          edges: edges.get(page.path) ?? [],
          nodes: nodes.get(page.path) ?? [],
          links: site.links.get(page.path) ?? [],
          pageTitle: (path) => site.targets.get(path)?.title ?? null,
          gradeWords: (node) => gradeWords(byPath.get(node.path), node),
          familyTitle: (path) => titleOfPage(byPath.get(path)),
        }),
    );
  }

  subjects(kind: SubjectKind): readonly Subject[] {
    const known = this.#subjects.get(kind);
    if (known !== undefined) return known;
    const subjects = this.#views.flatMap((view) => view.subjects(kind));
    this.#subjects.set(kind, subjects);
    return subjects;
  }
}

function gradeWords(page: ViewedPage | undefined, { level }: RoleNode): Span | null {
  return page?.family.grades.find((grade) => grade.level === level.index)?.span ?? null;
}

import type { Section } from '../../markdown/document.ts';
import type { Grade, Level, Mention, Part, ReportingLine } from '../../model/facts.ts';
import { ofLevel } from '../../model/of-level.ts';
import type { ReportsTo, RoleNode } from '../../site/graph-facts.ts';
import { groupBy } from '../../text/group-by.ts';
import { slice } from '../../text/span.ts';
import { type Around, judgedLevels, type Subject, titleOfPage, type ViewedPage } from './around.ts';
import { type Placed, placed, placedJson, placedList } from './placed.ts';
import { Sections } from './section-view.ts';
import type { SubjectKind } from './subjects.ts';
import { gradeView, levelReference, linkView, roleView } from './words.ts';

const nothing = placed(null);

/** What policies see of one page. */
export class FamilyView {
  readonly #page: ViewedPage;
  readonly #around: Around;
  readonly #levels: readonly Level[];
  readonly #edges: ReadonlyMap<Mention, ReportsTo>;
  readonly #nodes: ReadonlyMap<number, RoleNode>;
  readonly #parts: ReadonlyMap<number, Part>;
  readonly #sections: Sections;
  /** Sections by the level that they belong to. */
  readonly #owned: ReadonlyMap<number | null | undefined, readonly Section[]>;
  readonly #positions: ReadonlyMap<Level, number>;
  /** Sentences on all levels of the page, by the levels that they speak of. */
  readonly #said: ReadonlyMap<RoleNode, ReadonlySet<ReportingLine>>;
  readonly #linkViews: readonly Placed[];
  readonly #reference: Placed;
  readonly #made = new Map<string, Placed>();

  constructor(page: ViewedPage, around: Around) {
    this.#page = page;
    this.#around = around;
    this.#levels = judgedLevels(page);
    this.#edges = new Map(around.edges.map((edge) => [edge.manager, edge]));
    this.#nodes = new Map(around.nodes.map((node) => [node.level.index, node]));
    this.#parts = new Map(page.family.parts.map((part) => [part.section, part]));
    this.#owned = groupBy(this.#titled(), ({ index }) => this.#parts.get(index)?.level);
    this.#positions = new Map(this.#levels.map((level, at) => [level, at]));
    this.#said = saidOfAll(page.family.reportingLines, this.#edges);
    const resolved = new Map(around.links.map((link) => [link.link, link]));
    this.#linkViews = page.links.map((link) =>
      linkView(link, resolved.get(link.index), page.sections[link.section]?.title ?? '', around),
    );
    this.#sections = new Sections(page, ({ index }) => this.#linkViews[index] ?? nothing);
    this.#reference = placed({
      title: placed(titleOfPage(page)),
      path: placed(page.path),
      frontMatter: placedJson(page.frontMatter?.data ?? {}, null),
    });
  }

  subjects(kind: SubjectKind): Subject[] {
    const { path, family, sections, links, frontMatter, text } = this.#page;
    const head = frontMatter?.values.title ?? sections[1]?.titleSpan ?? { page: path, start: 0, end: 0 };
    const subject = (data: Placed, name: string, own = head): Subject => ({ kind, data, name, head: own });
    switch (kind) {
      case 'family':
        return [subject(this.#family(), titleOfPage(this.#page) ?? '')];
      case 'level':
        return this.#levels.map((level) => subject(this.#level(level), level.title, level.titleSpan));
      case 'section':
        return this.#titled().map((one) => subject(this.#section(one), one.title, one.titleSpan));
      case 'grade':
        return family.grades.map((grade) =>
          subject(this.#grade(grade), this.#titleOf(grade.level), grade.span),
        );
      case 'reportingLine':
        return family.reportingLines.map((line) =>
          subject(this.#line(line), this.#titleOf(line.level), line.span),
        );
      case 'link':
        return links.map((link) =>
          subject(this.#linkViews[link.index] ?? nothing, link.target || slice(text, link.span), link.span),
        );
    }
  }

  #titleOf(level: number | null): string {
    return level === null ? '' : (this.#page.family.levels[level]?.title ?? '');
  }

  #titled(): Section[] {
    return this.#page.sections.filter(({ index }) => index > 0);
  }

  #family(): Placed {
    return this.#kept('family', () => {
      const { family, frontMatter, sections } = this.#page;
      const span = frontMatter?.values.title ?? sections.find(({ depth }) => depth === 1)?.titleSpan ?? null;
      const data = Object.entries(frontMatter?.data ?? {}).map(([key, value]): [string, Placed] => [
        key,
        placedJson(value, frontMatter?.values[key] ?? null),
      ]);
      return placed(
        {
          title: placed(titleOfPage(this.#page)),
          path: placed(this.#page.path),
          frontMatter: placed(Object.fromEntries(data), span),
          introduction: this.#sections.introduction().paragraphs,
          levels: placedList(this.#levels.map((level) => this.#level(level))),
          sections: placedList(this.#titled().map((section) => this.#section(section))),
          grades: placedList(family.grades.map((grade) => this.#grade(grade))),
          reportingLines: placedList(family.reportingLines.map((line) => this.#line(line))),
          links: placedList(this.#linkViews),
        },
        span,
      );
    });
  }

  #level(level: Level): Placed {
    return this.#kept(`level ${level.index}`, () => {
      const { index, titleSpan, kind, name } = level;
      const { family, sections } = this.#page;
      const node = this.#nodes.get(index);
      const lines = [...ofLevel(family.reportingLines, index), ...this.#saidOf(node)].sort(
        (a, b) => a.span.start - b.span.start,
      );
      const grades = ofLevel(family.grades, index);
      const own = sections[level.section];
      const parts = this.#owned.get(index) ?? [];
      return placed(
        {
          title: own && own.index > 0 ? this.#sections.title(own) : placed(level.title),
          kind: placed(kind),
          depth: placed(own?.depth ?? 0),
          position: placed((this.#positions.get(level) ?? -1) + 1),
          ...roleView(name),
          grade: placed(node?.grade ?? null, grades[0]?.span ?? null),
          grades: placedList(grades.map((grade) => this.#grade(grade))),
          reportingLines: placedList(lines.map((line) => this.#line(line))),
          managers: placedList(lines.flatMap((line) => line.managers.map((one) => this.#manager(one)))),
          extends: placedList(this.#extensions(index)),
          sections: placedList(parts.map((section) => this.#section(section))),
          family: this.#reference,
        },
        titleSpan,
      );
    });
  }

  /** The sentences on all levels of the page that speak of this one. */
  #saidOf(node: RoleNode | undefined): readonly ReportingLine[] {
    return node === undefined ? [] : [...(this.#said.get(node) ?? [])];
  }

  #extensions(level: number): Placed[] {
    const { family, text } = this.#page;
    return ofLevel(family.extensions, level).flatMap(({ targets, span }) =>
      targets.length === 0
        ? [placed({ text: placed(slice(text, span)), ...unnamed }, span)]
        : targets.map(({ name, span: words }) =>
            placed({ text: placed(name.text), ...roleView(name) }, words),
          ),
    );
  }

  #section(section: Section): Placed {
    return this.#kept(`section ${section.index}`, () => {
      const part = this.#parts.get(section.index);
      const { subsections, paragraphs, items, links, words } = this.#sections.content(section);
      return placed(
        {
          title: this.#sections.title(section),
          kind: placed(part?.kind ?? 'other'),
          depth: placed(section.depth),
          parent: placed(this.#page.sections[section.parent ?? 0]?.title || null),
          subsections,
          words: placed(words),
          paragraphs,
          items,
          links,
          level: this.#levelOf(part?.level ?? null),
          family: this.#reference,
        },
        section.titleSpan,
      );
    });
  }

  #grade(grade: Grade): Placed {
    const link = grade.link === null ? undefined : this.#page.links[grade.link];
    return gradeView(grade, this.#page.text, link, this.#levelOf(grade.level));
  }

  #line(line: ReportingLine): Placed {
    const { span, verbSpan, plural, broken, managers, level } = line;
    const { text } = this.#page;
    return placed(
      {
        text: placed(slice(text, span)),
        verb: placed(slice(text, verbSpan), verbSpan),
        plural: placed(plural),
        broken: placed(broken),
        managers: placedList(managers.map((manager) => this.#manager(manager))),
        level: this.#levelOf(level),
      },
      span,
    );
  }

  #manager(manager: Mention): Placed {
    const { name, span, link } = manager;
    const to = this.#edges.get(manager)?.to ?? null;
    return placed(
      {
        text: placed(name.text),
        ...roleView(name),
        linked: placed(link !== null),
        link: link === null ? nothing : (this.#linkViews[link] ?? nothing),
        level: to === null ? nothing : levelReference(to, this.#around),
      },
      span,
    );
  }

  #levelOf(index: number | null): Placed {
    const node = index === null ? undefined : this.#nodes.get(index);
    return node === undefined ? nothing : levelReference(node, this.#around);
  }

  #kept(key: string, make: () => Placed): Placed {
    const known = this.#made.get(key) ?? make();
    this.#made.set(key, known);
    return known;
  }
}

/** The sentences that belong to no level, by the levels that they speak of. */
function saidOfAll(
  lines: readonly ReportingLine[],
  edges: ReadonlyMap<Mention, ReportsTo>,
): ReadonlyMap<RoleNode, ReadonlySet<ReportingLine>> {
  const said = new Map<RoleNode, Set<ReportingLine>>();
  for (const line of ofLevel(lines, null)) {
    for (const manager of line.managers) {
      for (const node of edges.get(manager)?.from ?? [])
        said.set(node, (said.get(node) ?? new Set<ReportingLine>()).add(line));
    }
  }
  return said;
}

/** Of "All of the above", which names no role. */
const unnamed = Object.fromEntries(
  ['seniority', 'seniorityStated', 'track', 'discipline', 'specialty'].map((key) => [key, nothing]),
);

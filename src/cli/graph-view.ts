import type { PageFacts } from '../lint/rule.ts';
import { joinFamilies } from '../model/families.ts';
import type { FamilyView, GraphView, LevelView } from '../report/graph/view.ts';
import type { ReportingGraph, RoleNode } from '../site/graph-facts.ts';
import { compareText } from '../text/compare.ts';
import { groupBy } from '../text/group-by.ts';
import { LineIndex } from '../text/line-index.ts';

/**
 * What is to be printed of a graph: the levels of the pages that were asked for, their reporting lines, and the managers these lead to,
 * wherever they are.
 * @param isAsked whether a page, by its path, was asked for
 */
export function graphView(
  { nodes, edges }: ReportingGraph,
  pages: readonly PageFacts[],
  isAsked: (path: string) => boolean,
): GraphView {
  const lines = new Map<string, LineIndex>();
  const texts = new Map(pages.map(({ path, text }) => [path, text]));
  const placeOf = (path: string, offset: number) => {
    const index = lines.get(path) ?? new LineIndex(texts.get(path) ?? '');
    lines.set(path, index);
    return index.position(offset);
  };
  const told = edges.filter(({ path }) => isAsked(path));
  const shown = new Set(nodes.filter(({ path }) => isAsked(path)).map(({ id }) => id));
  for (const { to } of told) if (to !== null) shown.add(to.id);
  const viewOf = ({ id, path, level, grade }: RoleNode): LevelView => ({
    id,
    file: path,
    line: placeOf(path, level.titleSpan.start).line,
    title: /\s/.test(level.title) || level.name.text === level.title ? level.title : level.name.text,
    kind: level.kind,
    track: level.name.track,
    grade,
  });
  return {
    families: familiesOf(pages, nodes.filter(({ id }) => shown.has(id)).map(viewOf)),
    reportsTo: told.map(({ path, manager, from, to, by, candidates }) => ({
      file: path,
      ...placeOf(path, manager.span.start),
      from: from.map(({ id }) => id),
      manager: manager.name.text,
      to: to?.id ?? null,
      by,
      candidates: candidates.map(({ id }) => id),
    })),
  };
}

function familiesOf(pages: readonly PageFacts[], levels: readonly LevelView[]): readonly FamilyView[] {
  const byFile = groupBy(levels, ({ file }) => file);
  return joinFamilies(pages)
    .flatMap((family): FamilyView[] => {
      const own = family.pages.flatMap(({ path }) => byFile.get(path) ?? []);
      const file = family.pages[0]?.path ?? '';
      return own.length === 0 ? [] : [{ title: family.role?.text ?? folderOf(file), file, levels: own }];
    })
    .sort((a, b) => compareText(a.file, b.file));
}

/** The name of the folder, or of the page: what people call a family that names no role. */
function folderOf(file: string): string {
  return (
    file
      .replace(/\/?_?index\.[^/]*$/, '')
      .replace(/\.[^/]*$/, '')
      .split('/')
      .at(-1) ?? file
  );
}

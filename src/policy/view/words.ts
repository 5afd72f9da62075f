import type { Link } from '../../markdown/document.ts';
import type { Grade, RoleName } from '../../model/facts.ts';
import type { ResolvedLink } from '../../site/facts.ts';
import type { RoleNode } from '../../site/graph-facts.ts';
import type { Span } from '../../text/span.ts';
import type { Around } from './around.ts';
import { type Placed, placed } from './placed.ts';

/** A title taken apart; all of its parts are said by the words of the title. */
export function roleView(name: RoleName): Record<string, Placed> {
  return {
    seniority: placed(name.seniority),
    seniorityStated: placed(name.explicit),
    track: placed(name.track),
    discipline: placed(name.discipline.join(' ')),
    specialty: placed(name.specialty.join(' ')),
  };
}

/** A level as others refer to it: as the manager, or as the level that a section belongs to. It has no words where it is referred to. */
export function levelReference(node: RoleNode, around: Around): Placed {
  const { level, path, grade } = node;
  const isElsewhere = { elsewhere: level.titleSpan };
  return placed({
    title: { value: level.title, span: null, ...isElsewhere },
    kind: placed(level.kind),
    ...roleView(level.name),
    grade: { value: grade, span: null, elsewhere: around.gradeWords(node) ?? level.titleSpan },
    path: { value: path, span: null, ...isElsewhere },
    family: { value: around.familyTitle(path), span: null, ...isElsewhere },
  });
}

export function gradeView(grade: Grade, text: string, link: Link | undefined, level: Placed): Placed {
  const { span, value, upTo, form, where } = grade;
  return placed(
    {
      text: placed(text.slice(span.start, span.end)),
      value: placed(value),
      upTo: placed(upTo),
      form: placed(form),
      where: placed(where),
      link: link === undefined ? placed(null) : placed(link.target, link.targetSpan),
      level,
    },
    span,
  );
}

/**
 * A link with what became of it. Links to other sites, and all where nothing is known of the site, have the verdict `outside` or
 * `unjudged`.
 */
export function linkView(
  link: Link,
  resolved: ResolvedLink | undefined,
  section: string,
  { pageTitle }: Around,
): Placed {
  const { text, textSpan, target, targetSpan, span, kind } = link;
  const words = (of: Span): Span => (of.end > of.start ? of : span);
  const page = resolved?.target ?? null;
  const inTarget = (value: Placed['value']) => placed(value, words(targetSpan));
  return placed(
    {
      text: placed(text, words(textSpan)),
      target: inTarget(target),
      kind: placed(kind),
      verdict: inTarget(resolved?.verdict ?? 'outside'),
      url: inTarget(resolved?.url ?? null),
      anchor: inTarget(resolved?.anchor ?? null),
      redirected: inTarget((resolved?.redirects.length ?? 0) > 0),
      page: inTarget(page),
      pageTitle: inTarget(page === null ? null : pageTitle(page)),
      section: placed(section),
    },
    span,
  );
}

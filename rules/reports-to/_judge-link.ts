import type { PageFacts } from '../../src/lint/rule.ts';
import type { Link } from '../../src/markdown/document.ts';
import type { RoleName } from '../../src/model/facts.ts';
import { namesOtherRung, wrongTarget } from '../../src/site/graph/link-target.ts';
import { namedRole } from '../../src/site/graph/named-role.ts';
import { nearestRoles } from '../../src/site/graph/nearest-roles.ts';
import type { Corpus } from '../../src/site/graph/reporting-graph.ts';
import type { RoleNode } from '../../src/site/graph-facts.ts';

/** A link that names one role and leads to another, ready to be told. */
export interface MisledLink {
  readonly message: 'level' | 'elsewhere' | 'rung' | 'page' | 'lacking' | 'anchor';
  readonly name: RoleName;
  /** What it leads to: a level, a page, or an anchor as written. */
  readonly target: string;
  /** The level that is meant, or the nearest one. */
  readonly right: RoleNode | null;
  readonly isSamePage: boolean;
  /** Title of the level or page that holds the link. */
  readonly place: string;
}

/** Null for links that lead where they say, and for those of which that cannot be told. */
export function judgeLink(
  page: Pick<PageFacts, 'path' | 'family'>,
  link: Link,
  corpus: Corpus,
): MisledLink | null {
  const resolved = link.kind === 'image' ? null : corpus.landings.link(page.path, link.index);
  // What is broken is for the rules on links; what is kept elsewhere can be judged by the words of the anchor.
  const isElsewhere = resolved?.verdict === 'unjudged' && resolved.target === null;
  if (resolved === null || (resolved.verdict !== 'found' && !isElsewhere)) return null;
  const name = namedRole(link.text);
  if (name === null) return null;
  const place = corpus.roles.at(page.path, link.span.start)?.level.title ?? page.family.role?.text ?? '';
  const base = { name, place, right: null, isSamePage: false };
  if (isElsewhere) {
    const { anchor } = resolved;
    if (anchor === null || !namesOtherRung(name, anchor)) return null;
    return { ...base, message: 'anchor', target: `#${anchor}` };
  }
  const landing = corpus.landings.of(page.path, link.index);
  const wrong = landing === null ? null : wrongTarget(name, landing, corpus, page.path);
  if (landing === null || wrong === null) return null;
  const { there, elsewhere, kind } = wrong;
  // What a level extends is for level/extends to judge, where no level of that page is meant.
  if (there === null && isExtended(page, link)) return null;
  if (kind === 'level') {
    const target = landing.level?.level.title ?? landing.heading ?? '';
    const right = there ?? elsewhere;
    if (right === null) return { ...base, message: 'rung', target };
    const isSamePage = right.path === landing.path;
    return { ...base, message: isSamePage ? 'level' : 'elsewhere', target, right, isSamePage };
  }
  const target = landing.path;
  if (elsewhere !== null) return { ...base, message: 'page', target, right: elsewhere };
  const levels = corpus.roles.inFamily(landing.path);
  const [nearest] = nearestRoles(
    name,
    levels.map((node) => ({ name: node.level.name, node })),
  );
  return nearest === undefined
    ? null
    : { ...base, message: 'lacking', target, right: nearest.named.node, isSamePage: true };
}

function isExtended({ family }: Pick<PageFacts, 'family'>, { index }: Link): boolean {
  return family.extensions.some(({ targets }) => targets.some((target) => target.link === index));
}

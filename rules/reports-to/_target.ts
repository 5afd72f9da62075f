import type { PageFacts, Suggestion } from '../../src/lint/rule.ts';
import type { Link } from '../../src/markdown/document.ts';
import type { SiteFacts } from '../../src/site/facts.ts';
import type { Roles } from '../../src/site/graph/roles.ts';
import type { RoleNode } from '../../src/site/graph-facts.ts';

/**
 * The edit that makes a link lead to a level, or null where nobody can tell how to write that: on the page that the link leads to
 * already, only the anchor changes; another page must have an address of its own.
 */
export function leadTo(
  { path }: Pick<PageFacts, 'path'>,
  { kind, target, targetSpan }: Link,
  { level, path: home }: RoleNode,
  isSamePage: boolean,
  { targets }: SiteFacts,
  { pages }: Roles,
): Suggestion | null {
  if (kind !== 'inline' || /[<{%]/.test(target) || target === '') return null;
  const there = targets.get(home);
  const heading = pages.get(home)?.sections[level.section]?.headingSpan;
  if (there === undefined || heading === undefined) return null;
  const anchor = there.anchors.find(
    ({ depth, offset }) => depth > 0 && heading.start <= offset && offset < heading.end,
  );
  if (level.section > 0 && anchor === undefined) return null;
  const fragment = anchor === undefined || level.section === 0 ? '' : `#${anchor.id}`;
  const before = isSamePage ? target.replace(/#.*/, '') : there.url;
  if (!isSamePage && !/^(?:\/|https?:)/.test(target) && !target.startsWith('#')) return null;
  const text = `${before}${fragment}`;
  if (text === '' || text === target || /[\s()<>]/.test(text)) return null;
  return {
    title: isSamePage ? `Link to "${level.title}"` : `Link to "${level.title}" on ${there.url}`,
    edits: [{ span: { page: path, start: targetSpan.start, end: targetSpan.end }, text }],
  };
}

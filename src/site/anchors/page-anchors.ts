import type { Landmarks } from '../../markdown/landmarks.ts';
import type { Anchor } from '../facts.ts';
import { Anchorizer, type AnchorStyleName } from './styles.ts';

/** Gives every heading and id of a page the anchor that links must use. `textOf` turns a heading's markdown into what a reader sees. */
export function pageAnchors(
  { headings, ids }: Landmarks,
  style: AnchorStyleName,
  textOf: (source: string) => string,
): readonly Anchor[] {
  const anchorizer = new Anchorizer(style);
  const anchors = headings.map(({ source, id, depth, offset }): Anchor => {
    const text = textOf(source);
    if (id !== null) anchorizer.take(id);
    return { id: id ?? anchorizer.idOf({ source, text }), title: text, depth, offset };
  });
  return [...anchors, ...ids.map(({ id, offset }) => ({ id, title: '', depth: 0, offset }))];
}

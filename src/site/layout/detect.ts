import type { AnchorStyleName } from '../anchors/styles.ts';
import type { LayoutName } from '../settings.ts';

/** Tells a site's layout by the names of its files. */
export function detectLayout(places: readonly string[]): LayoutName {
  if (places.some((place) => /\/_index(?:\.[a-z]{2,5})?\.(?:md|markdown|html)$/.test(place))) return 'hugo';
  return places.some((place) => /\.html(?:\.(?:md|markdown|erb|haml|slim))+$/.test(place))
    ? 'middleman'
    : 'plain';
}

/** What each kind of site makes of headings unless it is told otherwise. */
export const usualAnchors: Readonly<Record<LayoutName, AnchorStyleName>> = {
  hugo: 'goldmark',
  middleman: 'kramdown',
  plain: 'gitlab',
};

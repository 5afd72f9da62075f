import type { Landmark } from '../../markdown/heading-reader.ts';
import type { Landmarks } from '../../markdown/landmarks.ts';
import type { Anchor } from '../facts.ts';
import { Anchorizer, type AnchorStyleName } from './styles.ts';

const commonMark: readonly Landmark['form'][] = ['usual', 'interrupting', 'nested', 'shifted', 'wrapped'];

/** Which lines each reader of markdown takes for headings. */
const headingForms: Readonly<Record<AnchorStyleName, readonly Landmark['form'][]>> = {
  kramdown: ['usual', 'tight', 'nested', 'enclosed'],
  'kramdown-gfm': ['usual', 'interrupting', 'nested', 'enclosed'],
  goldmark: commonMark,
  gitlab: commonMark,
  'gitlab-legacy': commonMark,
  github: commonMark,
};

/** Gives every heading and id of a page the anchor that links must use. `textOf` turns a heading's markdown into what a reader sees. */
export function pageAnchors(
  { headings, ids }: Pick<Landmarks, 'headings' | 'ids'>,
  style: AnchorStyleName,
  textOf: (source: string) => string,
): readonly Anchor[] {
  const forms = new Set(headingForms[style]);
  const anchors = headings.filter((heading) => forms.has(heading.form) && !isNothing(heading, style));
  return [
    ...withIds(anchors, style, textOf),
    ...ids.map(({ id, offset }) => ({ id, title: '', depth: 0, offset })),
  ];
}

/** Anchors of everything that may be a heading in some dialect: what is not among them is not there. */
export function possibleAnchors(
  { headings }: Pick<Landmarks, 'headings'>,
  style: AnchorStyleName,
  textOf: (source: string) => string,
): readonly Anchor[] {
  return withIds(headings, style, textOf);
}

function withIds(
  headings: readonly Landmark[],
  style: AnchorStyleName,
  textOf: (source: string) => string,
): Anchor[] {
  const anchorizer = new Anchorizer(style);
  return headings.flatMap((heading): Anchor[] => {
    const { source, depth, offset } = heading;
    const text = textOf(source);
    const given = heading.ids.map(({ id }) => id);
    for (const id of given) anchorizer.take(id);
    const made = hasOwnId(heading, style) ? [] : [anchorizer.idOf({ source, text })];
    return [...given, ...made].map((id) => ({ id, title: text, depth, offset }));
  });
}

/** True where the id given by hand is understood, so that none is made. */
function hasOwnId({ ids }: Landmark, style: AnchorStyleName): boolean {
  if (style.startsWith('kramdown')) return ids.some(({ id }) => /^[a-z][\w:-]*$/i.test(id));
  return style === 'goldmark' && ids.some(({ isPlain }) => isPlain);
}

/** kramdown wants words behind the hashes. */
const isNothing = ({ source }: Landmark, style: AnchorStyleName): boolean =>
  source === '' && style.startsWith('kramdown');

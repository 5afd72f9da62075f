import { visible } from '../visible.ts';
import type { GraphView, LevelView } from './view.ts';

/** A node of the picture; ids are safe in every language of pictures. */
export interface DrawnNode {
  readonly id: string;
  readonly label: string;
  /** True for a manager who was named, but of whom no page is known. */
  readonly isUnknown: boolean;
  readonly isManager: boolean;
}

export interface Drawing {
  readonly groups: readonly {
    readonly id: string;
    readonly label: string;
    readonly nodes: readonly DrawnNode[];
  }[];
  /** Managers of whom no page is known. */
  readonly unknown: readonly DrawnNode[];
  readonly edges: readonly { readonly from: string; readonly to: string; readonly isLinked: boolean }[];
}

/** What pictures have in common: a group for each family, each level with its grade, and one node for each unknown manager's name. */
export function drawingOf({ families, reportsTo }: GraphView): Drawing {
  const ids = new Map<string, string>();
  const draw = (level: LevelView): DrawnNode => {
    const id = `n${ids.size}`;
    ids.set(level.id, id);
    const grade = level.grade === null ? '' : ` (${level.grade})`;
    return {
      id,
      label: `${plain(level.title)}${grade}`,
      isUnknown: false,
      isManager: level.track === 'management',
    };
  };
  const groups = families.map(({ title, levels }, index) => ({
    id: `f${index}`,
    label: plain(title),
    nodes: levels.map(draw),
  }));
  const unknown = new Map<string, DrawnNode>();
  const edges = new Map<string, Drawing['edges'][number]>();
  for (const { from, to, manager, by, file } of reportsTo) {
    if (from.length === 0) continue;
    const name = plain(manager);
    let end = to === null ? undefined : ids.get(to);
    if (end === undefined) {
      // "The Director" is another one on every page.
      const key = /\s/.test(name.replace(bareRung, ''))
        ? name.toLowerCase()
        : `${file} ${name.toLowerCase()}`;
      const node = unknown.get(key) ?? {
        id: `u${unknown.size}`,
        label: `${name} ?`,
        isUnknown: true,
        isManager: true,
      };
      unknown.set(key, node);
      end = node.id;
    }
    for (const level of from) {
      const start = ids.get(level);
      if (start === undefined || start === end) continue;
      edges.set(`${start} ${end}`, { from: start, to: end, isLinked: by === 'anchor' || by === 'page' });
    }
  }
  return { groups, unknown: [...unknown.values()], edges: [...edges.values()] };
}

const bareRung = /^(?:(?:senior|sr\.?)\s)/i;

const plain = (text: string): string => visible(text).replace(/\s+/g, ' ').trim();

import { type DrawnNode, drawingOf } from './drawing.ts';
import type { GraphView } from './view.ts';

/**
 * For Mermaid, which GitLab and GitHub draw in markdown: managers on the left. They refuse very large pictures; draw a folder, or use DOT.
 */
export function mermaid(view: GraphView): string {
  const { groups, unknown, edges } = drawingOf(view);
  const dashed = unknown.map(({ id }) => id);
  return [
    'flowchart RL',
    ...groups.flatMap(({ id, label, nodes }) => [
      `  subgraph ${id}["${escaped(label)}"]`,
      ...nodes.map((node) => `    ${drawn(node)}`),
      '  end',
    ]),
    ...unknown.map((node) => `  ${drawn(node)}`),
    ...edges.map(({ from, to }) => `  ${from} --> ${to}`),
    ...(dashed.length > 0
      ? ['  classDef unknown stroke-dasharray: 4 3', `  class ${dashed.join(',')} unknown`]
      : []),
    '',
  ].join('\n');
}

function drawn({ id, label }: DrawnNode): string {
  return `${id}["${escaped(label)}"]`;
}

/** All but letters, digits and harmless marks as Mermaid's character codes (`#34;`), so that no label can end or start anything. */
function escaped(text: string): string {
  return text.replace(/[^\p{L}\p{M}\p{N} ,./?()-]/gu, (unit) => `#${unit.codePointAt(0)};`);
}

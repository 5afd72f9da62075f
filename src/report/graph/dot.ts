import { type DrawnNode, drawingOf } from './drawing.ts';
import type { GraphView } from './view.ts';

/** Units of a line in a label; longer titles are wrapped, so that pictures stay narrow. */
const width = 34;

/** For Graphviz: managers on the left, those who report to them on the right. `dot -Tsvg` draws it. */
export function dot(view: GraphView): string {
  const { groups, unknown, edges } = drawingOf(view);
  return [
    'digraph reporting {',
    '  rankdir=RL; ranksep=1.2; nodesep=0.08; newrank=true;',
    '  graph [fontname="Helvetica", fontsize=11, labeljust=l, style="rounded", color="#c8ccd2", fontcolor="#555b66"];',
    '  node [fontname="Helvetica", fontsize=10, shape=box, style="rounded,filled", fillcolor="#f4f6f9", color="#8a93a3", margin="0.08,0.04", height=0.25];',
    '  edge [color="#6b7484", arrowsize=0.6];',
    ...groups.flatMap(({ id, label, nodes }) => [
      `  subgraph cluster_${id} {`,
      `    label=${quoted(label)};`,
      ...nodes.map((node) => `    ${drawn(node)}`),
      '  }',
    ]),
    ...unknown.map((node) => `  ${drawn(node)}`),
    ...edges.map(({ from, to, isLinked }) => `  ${from} -> ${to}${isLinked ? '' : ' [color="#a9b0bc"]'};`),
    '}',
    '',
  ].join('\n');
}

function drawn({ id, label, isUnknown, isManager }: DrawnNode): string {
  const looks = isUnknown
    ? ', style="rounded,dashed", fontcolor="#8a5a00", color="#b8862b"'
    : isManager
      ? ', fillcolor="#e3ecf8"'
      : '';
  return `${id} [label=${quoted(label)}${looks}];`;
}

/** In a quoted text of DOT, a backslash starts an escape (`\N` is the node's name), so each is doubled. */
function quoted(text: string): string {
  const lines = wrapped(text).map((line) => line.replace(/\\/g, '\\\\').replace(/"/g, '\\"'));
  return `"${lines.join('\\n')}"`;
}

function wrapped(text: string): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

import { dot } from './dot.ts';
import { json } from './json.ts';
import { mermaid } from './mermaid.ts';
import type { GraphView } from './view.ts';

/** All formats of the graph by name. */
export const graphFormats: Readonly<Record<string, (view: GraphView) => string>> = { json, dot, mermaid };

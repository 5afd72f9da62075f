import type { Failure } from '../../lint/finding.ts';
import { graphFormats } from '../../report/graph/formats.ts';
import { emptySite } from '../../site/facts.ts';
import { reportingGraph } from '../../site/graph/reporting-graph.ts';
import { siteFacts } from '../../site/site-facts.ts';
import { exit } from '../exit.ts';
import { sayFailures } from '../failures.ts';
import { formatOf } from '../format-option.ts';
import { graphView } from '../graph-view.ts';
import type { Io } from '../io.ts';
import { readFacts } from '../page-facts.ts';
import { siteInput } from '../site.ts';

/**
 * Prints who reports to whom. Returns the exit status.
 * @throws UsageError where the format is unknown
 */
export async function graphCommand(
  paths: readonly string[],
  options: { readonly config?: string | false; readonly format: string },
  io: Io,
): Promise<number> {
  const format = formatOf(options.format, graphFormats, ' of graphs');
  const read = await readFacts(paths, options.config, io);
  const failures: Failure[] = [...read.failures];
  const pages = [...read.pages, ...read.context];
  const site = siteInput(io.files, read.config, failures);
  const graph = reportingGraph(pages, site === null ? emptySite : siteFacts(pages, site));
  const asked = new Set(read.pages.map(({ path }) => path));
  io.stdout.write(format(graphView(graph, pages, (path) => asked.has(path))));
  sayFailures(failures, io);
  return failures.length > 0 ? exit.failed : exit.fine;
}

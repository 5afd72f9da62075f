import { rules } from '../../../rules/index.ts';
import { inferLadder } from '../../model/ladder/infer.ts';
import { ladderRows } from '../../model/ladder/rows.ts';
import { ladderOptions } from '../../policy/ladder/ladder-options.ts';
import { ladderTable, type TableOptions } from '../../policy/ladder/ladder-table.ts';
import { ladderYaml } from '../../policy/ladder/ladder-yaml.ts';
import { settingsFor } from '../../policy/settings.ts';
import { ladderFormats } from '../../report/ladder/formats.ts';
import { displayOf } from '../display.ts';
import { exit } from '../exit.ts';
import { sayFailures } from '../failures.ts';
import { formatOf } from '../format-option.ts';
import type { Io } from '../io.ts';
import { readFacts } from '../page-facts.ts';

export interface WrittenLadderOptions {
  readonly config?: string | false;
  readonly format: string;
  readonly inferred?: boolean;
  readonly color?: boolean;
}

/**
 * Prints the grades of all families beside the ladder, or the ladder that they add up to. Returns the exit status.
 * @throws UsageError where the format is unknown
 */
export async function ladderCommand(
  paths: readonly string[],
  { config: file, format: name, inferred, color }: WrittenLadderOptions,
  io: Io,
): Promise<number> {
  const format = formatOf(name, ladderFormats, ' of ladders');
  const { config, ...read } = await readFacts(paths, file, io);
  const pages = [...read.pages, ...read.context];
  if (inferred) {
    const yaml = ladderYaml(inferLadder(ladderRows(pages)));
    io.stdout.write(
      yaml === '' ? '# Too few families agree on a grade for any rung: nothing can be derived.\n' : yaml,
    );
  } else {
    const asked = new Set(read.pages.map(({ path }) => path));
    const settings = settingsFor(config, rules, io.files.cwd);
    const inGeneral: TableOptions = ladderOptions(config.ladder ?? {});
    // Pages under the same overrides share their options.
    const known = new Map<unknown, TableOptions>([[undefined, inGeneral]]);
    const optionsOf = (path: string) => {
      const own = path === '' ? undefined : settings(path).get('grade/ladder')?.options;
      const options = known.get(own) ?? { ...inGeneral, ...own };
      known.set(own, options);
      return options;
    };
    const table = ladderTable(pages, (path) => asked.has(path), optionsOf);
    io.stdout.write(format(table, displayOf(io, io.stdout, color)));
  }
  sayFailures(read.failures, io);
  return read.failures.length > 0 ? exit.failed : exit.fine;
}

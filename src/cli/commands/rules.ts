import { rules } from '../../../rules/index.ts';
import { severityIn } from '../../policy/presets.ts';
import { ruleUrl } from '../../report/rule-url.ts';
import { exit } from '../exit.ts';
import type { Io } from '../io.ts';
import { didYouMeanOr } from '../lint-options.ts';
import { UsageError } from '../usage-error.ts';

/** Lists all rules with their severity in the presets. Returns the exit status. */
export function rulesCommand({ format }: { readonly format: string }, io: Io): number {
  const rows = rules.map(({ id, scope, summary }) => ({
    id,
    scope,
    recommended: severityIn('recommended', id),
    gitlab: severityIn('gitlab', id),
    summary,
    url: ruleUrl(id),
  }));
  if (format === 'json') io.stdout.write(`${JSON.stringify(rows, null, 2)}\n`);
  else if (format === 'stylish') io.stdout.write(table(rows));
  else
    throw new UsageError([
      `--format knows no “${format}”. ${didYouMeanOr(format, ['stylish', 'json'], 'Choose stylish or json.')}`,
    ]);
  return exit.fine;
}

function table(
  rows: readonly {
    readonly id: string;
    readonly recommended: string;
    readonly gitlab: string;
    readonly summary: string;
  }[],
): string {
  const width = Math.max(...rows.map(({ id }) => id.length), 4);
  const line = (id: string, recommended: string, gitlab: string, summary: string) =>
    `${id.padEnd(width)}  ${recommended.padEnd(11)}  ${gitlab.padEnd(7)}  ${summary}\n`;
  const lines = rows.map(({ id, recommended, gitlab, summary }) => line(id, recommended, gitlab, summary));
  return `${line('rule', 'recommended', 'gitlab', 'what it finds')}${lines.join('')}\n“jobfam-lint explain RULE” says more.\n`;
}

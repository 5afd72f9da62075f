import { rules } from '../../../rules/index.ts';
import { severityIn } from '../../policy/presets.ts';
import { jsonText } from '../../report/json-text.ts';
import { ruleUrl } from '../../report/rule-url.ts';
import { exit } from '../exit.ts';
import { checkFormat } from '../format-option.ts';
import type { Io } from '../io.ts';

/** Lists all rules with their severity in the presets. Returns the exit status. */
export function rulesCommand({ format }: { readonly format: string }, io: Io): number {
  checkFormat(format, ['stylish', 'json']);
  const rows = rules.map(({ id, scope, summary }) => ({
    id,
    scope,
    recommended: severityIn('recommended', id),
    gitlab: severityIn('gitlab', id),
    summary,
    url: ruleUrl(id),
  }));
  io.stdout.write(format === 'json' ? jsonText(rows) : table(rows));
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

import { rules } from '../../../rules/index.ts';
import { judgeWaivers, type Standing } from '../../policy/judge-waivers.ts';
import { describeWaiver } from '../../policy/waiver.ts';
import { waiverTime } from '../../policy/waiver-words.ts';
import { jsonText } from '../../report/json-text.ts';
import { visible } from '../../report/visible.ts';
import { exit } from '../exit.ts';
import { wrongFormat } from '../format-option.ts';
import type { Io } from '../io.ts';
import { todayOf } from '../judging.ts';
import { wrongDay } from '../lint-options.ts';
import { loadPolicy } from '../load.ts';
import { UsageError } from '../usage-error.ts';

export interface WrittenWaiversOptions {
  readonly config?: string | false;
  readonly today?: string;
  readonly format: string;
}

/** Lists all waivers of the config with how they stand, those that end first at the top. Returns the exit status. */
export async function waiversCommand(options: WrittenWaiversOptions, io: Io): Promise<number> {
  const { format, today = todayOf(io) } = options;
  const mistakes = [...wrongDay(today), ...wrongFormat(format, ['stylish', 'json'])];
  if (mistakes.length > 0) throw new UsageError(mistakes);
  const { waivers } = await loadPolicy(io, rules, options.config);
  const nowhere = {
    levelsAt: () => [],
    wordsAt: () => '',
    fromBase: (path: string) => path,
    printFromBase: () => '',
  };
  const { standings } = judgeWaivers([], waivers, { today, ...nowhere });
  const sorted = [...standings].sort((a, b) => a.daysLeft - b.daysLeft);
  io.stdout.write(format === 'json' ? jsonText(sorted.map(row)) : list(sorted));
  return exit.fine;
}

function row({ waiver, state, daysLeft }: Standing) {
  return { ...waiver, state, daysLeft };
}

function list(standings: readonly Standing[]): string {
  if (standings.length === 0) return 'There are no waivers.\n';
  const entries = standings.map((standing) => {
    const { file, line, owner, reason, link } = standing.waiver;
    const more = link === undefined ? '' : ` (${link})`;
    return [
      describeWaiver(standing.waiver),
      `  ${waiverTime(standing)}`,
      `  Owner: ${owner}. Reason: ${reason}${more}`,
      `  ${file}:${line}`,
    ]
      .map(visible)
      .join('\n');
  });
  return `${entries.join('\n\n')}\n`;
}

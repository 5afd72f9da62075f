import { rules } from '../../../rules/index.ts';
import { severityIn } from '../../policy/presets.ts';
import { rulePage } from '../../report/rule-page.ts';
import { exit } from '../exit.ts';
import type { Io } from '../io.ts';
import { didYouMeanOr } from '../lint-options.ts';
import { UsageError } from '../usage-error.ts';

/** Prints the documentation of a rule. Returns the exit status. */
export function explainCommand(id: string, io: Io): number {
  const rule = rules.find((one) => one.id === id);
  if (rule === undefined) {
    const known = rules.map((one) => one.id);
    throw new UsageError([
      `There is no rule “${id}”. ${didYouMeanOr(id, known, '“jobfam-lint rules” lists all rules.')}`,
    ]);
  }
  const severities = { recommended: severityIn('recommended', id), gitlab: severityIn('gitlab', id) };
  io.stdout.write(rulePage(rule, severities));
  return exit.fine;
}

import { rules as ownRules } from '../../../rules/index.ts';
import { ruleIdOf } from '../../policy/policies/policy.ts';
import { severityIn } from '../../policy/presets.ts';
import { policyPage } from '../../report/policy-page.ts';
import { rulePage } from '../../report/rule-page.ts';
import { exit } from '../exit.ts';
import type { Io } from '../io.ts';
import { didYouMeanOr } from '../lint-options.ts';
import { loadPolicy } from '../load.ts';
import { UsageError } from '../usage-error.ts';

/** Prints the documentation of a rule, or of a policy that the config names. Returns the exit status. */
export async function explainCommand(
  id: string,
  options: { readonly config?: string | false },
  io: Io,
): Promise<number> {
  const isPolicy = id.startsWith('policy/');
  const config = isPolicy ? await loadPolicy(io, ownRules, options.config) : null;
  const policy = config?.policies.find((one) => ruleIdOf(one) === id);
  if (policy) {
    io.stdout.write(policyPage(policy));
    return exit.fine;
  }
  const rules = [...ownRules, ...(config?.policyRules ?? [])];
  const rule = rules.find((one) => one.id === id);
  if (rule === undefined) {
    const known = rules.map((one) => one.id);
    throw new UsageError([
      `There is no rule “${id}”. ${didYouMeanOr(id, known, isPolicy ? '“jobfam-lint policy list” lists the policies in force.' : '“jobfam-lint rules” lists all rules.')}`,
    ]);
  }
  const severities = { recommended: severityIn('recommended', id), gitlab: severityIn('gitlab', id) };
  io.stdout.write(rulePage(rule, severities));
  return exit.fine;
}

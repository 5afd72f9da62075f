import type { BundledFile } from '../../host/bundled-files.ts';
import type { FileSystem } from '../../host/file-system.ts';
import { readText } from '../../host/read-page.ts';
import type { Source } from '../../lint/check.ts';
import type { Failure } from '../../lint/finding.ts';
import type { Rule } from '../../lint/rule.ts';
import { type Check, checker } from '../check-config.ts';
import { changedTextRule, isQuoting } from './changed-text.ts';
import { exampleMistakes } from './check-examples.ts';
import { schemaMistakes } from './check-schema.ts';
import { judgeOf, metaErrors } from './judge.ts';
import { linkOf } from './links.ts';
import { placeholderMistakes } from './placeholders.ts';
import { changedTextId, type Policy, type PolicyExample, ruleIdOf } from './policy.ts';
import { policyRule } from './policy-rule.ts';
import { type FoundPolicy, type PolicyEntries, readPolicies } from './read-policies.ts';
import { metaSentence } from './reasons.ts';
import { viewOf } from './view-types.ts';
import { policySchema, type WrittenExample, type WrittenPolicy } from './written-policy.ts';

/** Policies that are in force, with the rules that they are; in the order in which they are written. */
export interface LoadedPolicies {
  readonly policies: readonly Policy[];
  /** They find nothing where there are failures. */
  readonly rules: readonly Rule[];
  /** The files that findings on the policies themselves point to. */
  readonly sources: readonly Source[];
  /** All mistakes of all policies. */
  readonly failures: readonly Failure[];
}

/** Reads and checks policies. Mistakes do not stop it: all of them are said at once. */
export function loadPolicies(
  files: FileSystem,
  configs: readonly PolicyEntries[],
  bundled: readonly BundledFile[],
): LoadedPolicies {
  const failures: Failure[] = [];
  const found = readPolicies(files, configs, bundled, failures);
  let check: Check | null = null;
  const policies = found.flatMap((one): Policy[] => {
    // Those that come with the program are held to the same by its tests.
    if (one.isBundled) return [policyOf(files, one.data as WrittenPolicy, one, failures)];
    check ??= checker(policySchema, 'The policy');
    const shape = check(one.file, { data: one.data, failures: [], lineOf: one.lineOf });
    // Policies in a config were looked at with the rest of it.
    if (!one.isInline) failures.push(...shape);
    if (shape.length > 0) return [];
    const policy = policyOf(files, one.data as WrittenPolicy, one, failures);
    failures.push(...mistakesOf(policy, one));
    return [policy];
  });
  failures.push(...doubles(policies));
  const isBroken = failures.length > 0;
  const ruled = policies.map((policy) =>
    policyRule(isBroken ? { ...policy, when: false, schema: true } : policy),
  );
  const quoting = policies.filter(isQuoting);
  const sources = [...new Set(quoting.map(({ source }) => source.file))].map((path) => ({
    path,
    text: readText(files, path).text ?? '',
  }));
  const changed = quoting.length > 0 ? [changedTextRule(quoting, sources, files)] : [];
  return { policies, rules: [...ruled, ...changed], sources, failures };
}

function policyOf(
  files: FileSystem,
  written: WrittenPolicy,
  found: FoundPolicy,
  failures: Failure[],
): Policy {
  const { file, lineOf } = found;
  const source = { file, line: lineOf(['id'], true) };
  const examplesOf = (kind: 'valid' | 'invalid'): PolicyExample[] =>
    (written.examples?.[kind] ?? []).map((example: WrittenExample, index) => ({
      ...example,
      source: { file, line: lineOf(['examples', kind, String(index)], false) },
    }));
  const { id, title, description, severity, owner, appliesTo, when = true, schema, message, how } = written;
  return {
    id,
    title,
    description,
    severity,
    owner,
    link: linkOf(files, written.link, found, failures),
    appliesTo,
    when,
    schema,
    message,
    how: how ?? `Change it so that it fits, or ask {owner} whether an exception can be made.`,
    examples: { valid: examplesOf('valid'), invalid: examplesOf('invalid') },
    source,
    isBundled: found.isBundled,
  };
}

function mistakesOf(policy: Policy, { file, lineOf }: FoundPolicy): Failure[] {
  const failures: Failure[] = [];
  const add = (path: readonly string[], ofKey: boolean, sentence: string) => {
    const line = lineOf(path, ofKey);
    failures.push({ file, line, message: `${file}:${line}: ${sentence}` });
  };
  for (const key of ['when', 'schema'] as const) {
    const before = failures.length;
    const places = new Set<string>();
    for (const error of metaErrors(policy[key])) {
      if (places.has(error.instancePath) || ['anyOf', 'if'].includes(error.keyword)) continue;
      places.add(error.instancePath);
      const path = [key, ...error.instancePath.split('/').slice(1)];
      add(path, false, metaSentence(error, path));
    }
    for (const { path, ofKey, sentence } of schemaMistakes(policy[key], viewOf(policy.appliesTo), key))
      add([key, ...path], ofKey, sentence);
    if (failures.length > before) continue;
    try {
      judgeOf(true, policy[key]);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      add([key], true, `“${key}” is no schema that can be used: ${reason.replace(/\.$/, '')}. Mend it.`);
    }
  }
  for (const key of ['message', 'how'] as const)
    for (const sentence of placeholderMistakes(policy[key], policy.appliesTo)) add([key], false, sentence);
  for (const { path, sentence } of exampleMistakes(policy)) add(path, true, sentence);
  return failures;
}

function doubles(policies: readonly Policy[]): Failure[] {
  const first = new Map<string, Policy>();
  return policies.flatMap((policy): Failure[] => {
    const { file, line } = policy.source;
    if (ruleIdOf(policy) === changedTextId) {
      const message = `${file}:${line}: The id “${policy.id}” is taken by the program itself. Choose another.`;
      return [{ file, line, message }];
    }
    const other = first.get(policy.id);
    if (other === undefined) {
      first.set(policy.id, policy);
      return [];
    }
    const where = other.isBundled
      ? `the preset’s ${other.source.file}`
      : `${other.source.file}:${other.source.line}`;
    const message = `${file}:${line}: There is a policy “${policy.id}” already, in ${where}. Give one of them another id; “${ruleIdOf(policy)}: off” under rules turns one off.`;
    return [{ file, line, message }];
  });
}

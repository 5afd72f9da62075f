import { stringify } from 'yaml';
import { type Policy, ruleIdOf } from '../policy/policies/policy.ts';

/** The documentation of a policy, in markdown; made of the policy alone. */
export function policyPage(policy: Policy): string {
  const { title, description, severity, owner, link, appliesTo, when, schema, message, how, source } = policy;
  const parts = [
    `# ${ruleIdOf(policy)}`,
    title,
    `${severity}. It is about each ${appliesTo}; ${owner} decides on it. It stands in ${source.file}:${source.line}.`,
    description,
    ...(link ? [`It is written down in ${link.shown}.`] : []),
    ...(link?.sentence ? [`> ${link.sentence}`] : []),
    '## What it says',
    `- ${message}\n  ${how}`,
    ...(when === true ? [] : ['## When', yaml(when)]),
    '## What must be',
    yaml(schema),
  ];
  return `${parts.join('\n\n')}\n`;
}

function yaml(schema: Policy['schema']): string {
  return `\`\`\`yaml\n${stringify(schema)}\`\`\``;
}

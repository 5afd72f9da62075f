import type { OptionSchema } from '../lint/options.ts';
import type { Example, Message, Rule } from '../lint/rule.ts';

/** The documentation page of a rule, in markdown; made of the rule alone, so that it cannot say anything else than the rule does. */
export function rulePage(rule: Rule, severities: Readonly<Record<string, string>>): string {
  const { id, summary, details, policy, messages, options, examples, yieldsTo = [] } = rule;
  const places = Object.entries(severities).map(([preset, severity]) => `${severity} in \`${preset}\``);
  const scope = rule.scope === 'document' ? 'It looks at each page by itself.' : 'It compares all pages.';
  const optionEntries = Object.entries<OptionSchema>(options);
  const parts = [
    `# ${id}`,
    summary,
    `${capital(places.join(', '))}. ${scope}`,
    details,
    ...(policy
      ? [
          `It enforces this sentence of [the policy](${policy.page}#${policy.anchor}):`,
          `> ${policy.sentence}`,
        ]
      : []),
    ...(yieldsTo.length > 0
      ? [
          `It says nothing where one of these has spoken already: ${yieldsTo.map((other) => `\`${other}\``).join(', ')}.`,
        ]
      : []),
    '## What it says',
    ...Object.values<Message>(messages).map(({ what, why, how }) => `- ${what}\n  ${why}\n  ${how}`),
    '## Options',
    ...(optionEntries.length > 0 ? optionEntries.map(optionText) : ['None.']),
    '## Wrong',
    'Each ⟦…⟧ marks what is pointed at; the marks are not part of the page.',
    ...examples.wrong.flatMap(exampleText),
    '## Right',
    ...examples.right.flatMap(exampleText),
  ];
  return `${parts.join('\n\n')}\n`;
}

function optionText([name, option]: [string, OptionSchema]): string {
  const limits = [
    ...('enum' in option && option.enum
      ? [`one of ${option.enum.map((value) => `\`${value}\``).join(', ')}`]
      : []),
    ...('minimum' in option ? [`at least ${option.minimum}`] : []),
    ...('maximum' in option ? [`at most ${option.maximum}`] : []),
  ];
  const type = limits.length > 0 ? `${option.type}, ${limits.join(', ')}` : option.type;
  return `- \`${name}\` (${type}): ${option.description} Default: \`${JSON.stringify(option.default)}\`.`;
}

function exampleText(example: Example): string[] {
  const { caption, text, fixed, path, others = {}, external = {}, options } = example;
  return [
    capital(caption),
    ...(options ? [`With the options \`${JSON.stringify(options)}\`:`] : []),
    ...(path === undefined ? [] : [`\`${path}\`:`]),
    fence(text),
    ...answersText(external),
    ...(fixed === undefined ? [] : ['After `--fix`:', fence(fixed)]),
    ...Object.entries(others).flatMap(([other, content]) => [`Beside it, \`${other}\`:`, fence(content)]),
  ];
}

function answersText(external: NonNullable<Example['external']>): string[] {
  const lines = Object.entries(external).map(([address, { cause, status }]) => {
    return `- \`${address}\`: ${status === null ? cause : `${cause}, status ${status}`}`;
  });
  return lines.length > 0 ? ['Asked, the addresses gave:', lines.join('\n')] : [];
}

/** Fences must be longer than any run of backticks in the page. */
function fence(text: string): string {
  const longest = Math.max(2, ...Array.from(text.matchAll(/`+/gu), ([run]) => run.length));
  const ticks = '`'.repeat(longest + 1);
  return `${ticks}markdown\n${text.replace(/\n$/u, '')}\n${ticks}`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

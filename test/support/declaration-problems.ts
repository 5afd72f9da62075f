import { placeholdersOf } from '../../src/lint/message.ts';
import type { OptionSchema } from '../../src/lint/options.ts';
import type { Example, Message, Rule } from '../../src/lint/rule.ts';
import { schemaProblems } from './option-problems.ts';

/** Everything wrong with what a rule says of itself, its examples as a whole included. */
export function declarationProblems(rule: Rule): string[] {
  const { wrong, right } = rule.examples;
  const examples: readonly Example[] = [...wrong, ...right];
  const problems: string[] = [];
  if (!rule.summary.endsWith('.')) problems.push('The summary does not end with a full stop.');
  if (!/[.:|`)]$/.test(rule.details.trim())) problems.push('The details do not end with a full stop.');
  if (rule.details.length < 80) problems.push('The details are shorter than two sentences.');
  if (wrong.length < 2) problems.push('There are fewer than 2 wrong examples.');
  if (right.length < 2) problems.push('There are fewer than 2 right examples.');
  if (Object.keys(rule.messages).length === 0) problems.push('There is no message.');
  // It is quoted to the letter, so it may be a list item without a full stop; but it must be words, without blanks around them.
  if (rule.policy && !/^\S+(?: \S+)+$/.test(rule.policy.sentence))
    problems.push('The policy sentence is not a quotation of some words.');
  if (rule.yieldsTo?.includes(rule.id)) problems.push('The rule yields to itself.');
  for (const caption of repeated(examples.map((example) => example.caption))) {
    problems.push(`The caption “${caption}” stands twice.`);
  }
  for (const [id, message] of Object.entries<Message>(rule.messages))
    problems.push(...messageProblems(id, message));
  const ids = Object.keys(rule.messages);
  const shown =
    ids.length === 1 && wrong.length > 0
      ? new Set(ids)
      : new Set(wrong.flatMap(({ messages }) => messages ?? []));
  for (const id of ids) if (!shown.has(id)) problems.push(`No example shows the message “${id}”.`);
  for (const [name, option] of Object.entries<OptionSchema>(rule.options)) {
    const set = examples.some((example) => example.options && Object.hasOwn(example.options, name));
    if (!set && !worksByDefault(option)) problems.push(`No example shows what the option “${name}” does.`);
  }
  return [...problems, ...schemaProblems(rule.options)];
}

/** A list or table with a default is shown by every example without options. */
function worksByDefault(option: OptionSchema): boolean {
  return typeof option.default === 'object' && Object.keys(option.default).length > 0;
}

function messageProblems(id: string, message: Message): string[] {
  const problems: string[] = [];
  for (const part of ['what', 'why', 'how'] as const) {
    const text = message[part];
    if (text.trim() === '') problems.push(`“${id}” has no ${part}.`);
    else if (!/\.[”"')]?$/.test(text)) problems.push(`“${id}”: its ${part} does not end with a full stop.`);
    if (text.includes('!')) problems.push(`“${id}”: its ${part} shouts.`);
    if (/[{}]/.test(text.replace(/\{[^{}]*\}/g, '')))
      problems.push(`“${id}”: its ${part} has a brace without a partner.`);
  }
  for (const name of placeholdersOf(message)) {
    if (!/^[a-z][A-Za-z]*$/.test(name)) problems.push(`“${id}”: {${name}} is no name for a placeholder.`);
  }
  return problems;
}

function repeated(values: readonly string[]): string[] {
  return values.filter((value, index) => values.indexOf(value) !== index);
}

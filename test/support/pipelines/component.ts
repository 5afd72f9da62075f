import { readFileSync } from 'node:fs';
import { parseAllDocuments } from 'yaml';

export type InputValue = string | number | boolean;

/** An input as the head of a component describes it. */
export interface Input {
  readonly description: string;
  readonly type?: 'string' | 'number' | 'boolean';
  readonly default: InputValue;
  readonly options?: readonly InputValue[];
  readonly regex?: string;
}

export interface Component {
  readonly head: { readonly spec: { readonly inputs: Readonly<Record<string, Input>> } };
  readonly body: Readonly<Record<string, unknown>>;
}

export function readComponent(): Component {
  const documents = parseAllDocuments(readFileSync('templates/jobfam-lint/template.yml', 'utf8'));
  const [head, body] = Array.from(documents, (document) => document.toJS());
  return { head, body };
}

/** The pipeline that the component makes of inputs, those that are not given by their defaults. */
export function pipelineOf({ head, body }: Component, given: Readonly<Record<string, InputValue>>): unknown {
  const inputNamed = (name: string): InputValue => {
    const value = given[name] ?? head.spec.inputs[name]?.default;
    if (value === undefined) throw new Error(`The component uses an input that it does not have: ${name}.`);
    return value;
  };
  const fill = (value: unknown): unknown => {
    if (typeof value === 'string') {
      // What is an input and nothing else keeps its type; within a text, all is text.
      const whole = /^\$\[\[ inputs\.([\w-]+) \]\]$/u.exec(value)?.[1];
      if (whole !== undefined) return inputNamed(whole);
      return value.replace(/\$\[\[ inputs\.([\w-]+) \]\]/gu, (_, name: string) => `${inputNamed(name)}`);
    }
    if (Array.isArray(value)) return value.map(fill);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [`${fill(key)}`, fill(one)]));
  };
  return fill(body);
}

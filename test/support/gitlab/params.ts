import { badParams } from './answer.ts';
import type { Position } from './model.ts';

type Params = Readonly<Record<string, unknown>>;

/** A text that must be there. An empty one counts as missing where a comment is edited. */
export function requiredText(params: Params, name: string): string {
  const value = params[name];
  if (value === undefined || value === null) throw badParams(`${name} is missing`);
  if (typeof value !== 'string' && typeof value !== 'number') throw badParams(`${name} is invalid`);
  return `${value}`;
}

export function optionalText(params: Params, name: string): string | null {
  return params[name] === undefined || params[name] === null ? null : requiredText(params, name);
}

export function optionalBoolean(params: Params, name: string): boolean | null {
  const value = params[name];
  if (value === undefined || value === null) return null;
  if (value === true || value === 'true') return true;
  if (value === false || value === 'false') return false;
  throw badParams(`${name} is invalid`);
}

/** The position in a request, checked for its parameters alone; null where there is none. */
export function positionOf(params: Params): Position | null {
  const given = params.position;
  if (given === undefined || given === null || given === '') return null;
  if (typeof given !== 'object' || Array.isArray(given)) throw badParams('position is invalid');
  const fields = given as Params;
  const problems: string[] = [];
  for (const name of ['base_sha', 'start_sha', 'head_sha', 'position_type']) {
    if (fields[name] === undefined || fields[name] === null) problems.push(`position[${name}] is missing`);
  }
  const type = fields.position_type;
  if (typeof type === 'string' && !['text', 'image', 'file'].includes(type))
    problems.push('position[position_type] does not have a valid value');
  const line = (name: string): number | null => {
    const value = fields[name];
    if (value === undefined || value === null || value === '') return null;
    if (/^-?\d+$/u.test(`${value}`)) return Number(value);
    problems.push(`position[${name}] is invalid`);
    return null;
  };
  const text = (name: string): string => (fields[name] === undefined ? '' : `${fields[name]}`);
  const path = (name: string): string | null => (text(name) === '' ? null : text(name));
  const position: Position = {
    base_sha: text('base_sha'),
    start_sha: text('start_sha'),
    head_sha: text('head_sha'),
    position_type: text('position_type'),
    old_path: path('old_path'),
    new_path: path('new_path'),
    old_line: line('old_line'),
    new_line: line('new_line'),
    line_range: fields.line_range ?? null,
  };
  if (problems.length > 0) throw badParams(problems.join(', '));
  return position;
}

import { didYouMean } from '../../text/did-you-mean.ts';
import { type Placed, plain, valueAt } from '../view/placed.ts';
import type { SubjectKind } from '../view/subjects.ts';
import { partsOf, partType, type ViewType, viewOf } from './view-types.ts';

/** Placeholders that every message knows. */
const common = ['reason', 'value', 'owner'];

const braces = /\{([^{}]*)\}/g;

export function placeholdersIn(message: string): string[] {
  return Array.from(message.matchAll(braces), ([, name = '']) => name);
}

/** A sentence on each placeholder that nothing can be put in for. */
export function placeholderMistakes(message: string, kind: SubjectKind): string[] {
  return placeholdersIn(message).flatMap((name) => {
    if (common.includes(name)) return [];
    const [first, ...steps] = name.split('.');
    let type: ViewType | undefined = first === kind && steps.length > 0 ? viewOf(kind) : undefined;
    for (const step of steps) type = type === undefined ? undefined : partType(type, step);
    if (type !== undefined) return [];
    const known = [...common, ...names(kind)];
    const near = didYouMean(name, known);
    const others = partsOf(viewOf(kind)).map((part) => `{${kind}.${part}}`);
    const hint =
      near.length > 0
        ? `Did you mean ${near.map((one) => `“{${one}}”`).join(' or ')}?`
        : `Known are {reason}, {value}, {owner}, ${others.join(', ')}.`;
    return [`There is nothing to put in for “{${name}}” in a policy about a ${kind}. ${hint}`];
  });
}

function names(kind: SubjectKind): string[] {
  return partsOf(viewOf(kind)).flatMap((part) => [
    `${kind}.${part}`,
    ...partsOf(partType(viewOf(kind), part) ?? null).map((inner) => `${kind}.${part}.${inner}`),
  ]);
}

/** What stands in for a placeholder that names a part of the subject. */
export function filledIn(name: string, subject: Placed): string {
  return shown(valueAt(subject, name.split('.').slice(1)));
}

/** A value in words. */
export function shown(value: Placed | undefined): string {
  const data = value === undefined ? null : plain(value);
  if (data === null || data === '') return 'none';
  if (Array.isArray(data)) {
    if (data.length === 0) return 'none';
    return data.map((item) => (typeof item === 'object' ? titleIn(item) : String(item))).join(', ');
  }
  return typeof data === 'object' ? titleIn(data) : String(data);
}

function titleIn(data: unknown): string {
  if (typeof data !== 'object' || data === null) return String(data);
  const title = 'title' in data ? data.title : 'text' in data ? data.text : undefined;
  return typeof title === 'string' ? title : '…';
}

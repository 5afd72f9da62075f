import { decode, firstStep, withoutSlash } from '../url.ts';
import type { Redirect } from './redirect.ts';
import { literalStart, longestPath, safePattern } from './safe-pattern.ts';

/** Where a path is sent. `unknown`: a redirect that cannot be tried may fit. */
export type Redirected =
  | (Pick<Redirect, 'force' | 'isRewrite'> & {
      readonly to: string;
      /** True where the redirect sends other paths there too, so that what the path meant may not be there. */
      readonly gathers: boolean;
    })
  | 'unknown';

/** What a redirect makes of a path: where it leads, null where it does not fit, or that nobody can tell. */
type Apply = (path: string) => string | null | 'unknown';

interface Rule {
  readonly order: number;
  readonly redirect: Redirect;
  readonly apply: Apply;
}

/** Finds the redirect of a path without trying them all. */
export class RedirectTable {
  readonly #exact = new Map<string, Rule>();
  /** All others, by the first step that their paths must have; `null` for those that may fit anywhere. */
  readonly #others = new Map<string | null, Rule[]>();

  constructor(redirects: readonly Redirect[]) {
    for (const [order, redirect] of redirects.entries()) {
      const { match, from, to } = redirect;
      if (match === 'exact') {
        const key = withoutSlash(decode(from));
        if (!this.#exact.has(key)) this.#exact.set(key, { order, redirect, apply: () => to ?? 'unknown' });
        continue;
      }
      const apply = appliers[match](redirect);
      const step = stepThatMustBe(redirect);
      const rules = this.#others.get(step) ?? [];
      this.#others.set(step, rules);
      rules.push({ order, redirect, apply });
    }
  }

  /** The first redirect that fits a path, whether it ends with a slash or not; null where there is none. */
  find(path: string): Redirected | null {
    const exact = this.#exact.get(withoutSlash(path));
    const others = [...(this.#others.get(firstStep(path)) ?? []), ...(this.#others.get(null) ?? [])];
    const rules = (exact ? [...others, exact] : others).sort((a, b) => a.order - b.order);
    for (const { redirect, apply } of rules) {
      const to = apply(path);
      if (to === 'unknown') return 'unknown';
      if (to !== null) {
        const { force, isRewrite } = redirect;
        return { to, force, isRewrite, gathers: isGathering(redirect, path, to) };
      }
    }
    return null;
  }
}

/** True where the redirect fits more than the one path, and does not carry the last step of the path over. */
function isGathering({ match, from }: Redirect, path: string, to: string): boolean {
  if (match === 'exact' || lastStep(to) === lastStep(path)) return false;
  if (match === 'prefix') return withoutSlash(from) !== withoutSlash(path);
  const fixed = match === 'pattern' ? literalStart(from) : from;
  return withoutSlash(fixed) !== withoutSlash(path);
}

const lastStep = (path: string): string => withoutSlash(path.replace(/[?#].*/s, '')).replace(/^.*\//s, '');

const appliers: Readonly<Record<Exclude<Redirect['match'], 'exact'>, (redirect: Redirect) => Apply>> = {
  prefix:
    ({ from, to }) =>
    (path) =>
      path.startsWith(from) || `${path}/` === from ? (to ?? 'unknown') : null,
  pattern({ from, to }) {
    const pattern = safePattern(from);
    const start = literalStart(from);
    return (path) => {
      if (pattern === null || path.length > longestPath) return path.startsWith(start) ? 'unknown' : null;
      const found = pattern.exec(path) ?? (path.endsWith('/') ? null : pattern.exec(`${path}/`));
      if (found === null || to === null) return found && 'unknown';
      return to.replace(/\$([1-9])/g, (_, group) => found[Number(group)] ?? '');
    };
  },
  splat({ from, to }) {
    const steps = withoutSlash(from).split('/');
    const isOpen = steps.at(-1) === '*';
    if (isOpen) steps.pop();
    return (path) => {
      const given = withoutSlash(path).split('/');
      if (isOpen ? given.length < steps.length : given.length !== steps.length) return null;
      const caught = new Map<string, string>([['splat', given.slice(steps.length).join('/')]]);
      for (const [index, step] of steps.entries()) {
        if (step.startsWith(':')) caught.set(step.slice(1), given[index] ?? '');
        else if (step !== given[index]) return null;
      }
      if (to === null) return 'unknown';
      return to.replace(/(?<=\/):(\w+)/g, (name, key) => caught.get(key) ?? name);
    };
  },
};

function stepThatMustBe({ match, from }: Redirect): string | null {
  const start = match === 'pattern' ? literalStart(from) : from;
  const end = start.indexOf('/', 1);
  const step = firstStep(start);
  // A step that is not finished may go on in the path.
  if (end === -1 && match !== 'splat') return null;
  return step === '' || step === '*' || step.startsWith(':') ? null : step;
}

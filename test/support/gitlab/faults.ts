/**
 * What can go wrong with one request.
 * - `before`: it is lost on its way, and nothing is done.
 * - `after`: it is done, and the answer is lost.
 * - `later`: no answer comes, and it is done after the next request.
 */
export interface Fault {
  readonly when: 'before' | 'after' | 'later';
  /** `reset`: the connection is cut. `silence`: no answer ever. A number: an answer of that status, as a proxy or GitLab itself gives it. */
  readonly how: 'reset' | 'silence' | 'kill' | number;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A request is done twice, as by a proxy that repeats it. */
export interface Twice {
  readonly when: 'twice';
}

/** The answer is held back. */
export interface Slow {
  readonly when: 'slow';
  readonly milliseconds: number;
}

/**
 * It is done, and the answer is spoilt on its way.
 * - `cut`: half of it comes, and that is all there is.
 * - `torn`: half of it comes, and the connection is cut.
 * - `short`: half of the rows of a list come, and no way to the others.
 */
export interface Spoilt {
  readonly when: 'spoilt';
  readonly how: 'cut' | 'torn' | 'short';
}

export type AnyFault = Fault | Twice | Slow | Spoilt;

export interface Planned {
  /** Which of the requests that match, from 1. */
  readonly at: number;
  /** How many in a row; default: one. */
  readonly times?: number;
  readonly matches?: (method: string, url: string) => boolean;
  readonly fault: AnyFault;
}

export const isWrite = (method: string): boolean => method !== 'GET' && method !== 'HEAD';

/** Failures by plan. */
export class Faults {
  /** Called where a fault of the kind `kill` is met: the client is to be ended. */
  onKill: () => void = () => {};
  /** Called where a request gets no answer ever. */
  onSilence: () => void = () => {};
  /** How many planned faults were met. */
  met = 0;
  #planned: { readonly plan: Planned; seen: number }[] = [];
  #late: (() => void)[] = [];

  plan(...planned: readonly Planned[]): void {
    for (const plan of planned) this.#planned.push({ plan, seen: 0 });
  }

  clear(): void {
    this.#planned = [];
    this.met = 0;
  }

  /** The fault that this request meets, or null. */
  next(method: string, url: string): AnyFault | null {
    let found: AnyFault | null = null;
    for (const entry of this.#planned) {
      const { at, times = 1, matches = () => true, fault } = entry.plan;
      if (!matches(method, url)) continue;
      entry.seen += 1;
      if (entry.seen >= at && entry.seen < at + times) found ??= fault;
    }
    if (found !== null) this.met += 1;
    return found;
  }

  /** Keeps work for after the next request, or until it is taken. */
  postpone(work: () => void): void {
    this.#late.push(work);
  }

  /** What was postponed until now, to be done. */
  takeLate(): () => void {
    const late = this.#late;
    this.#late = [];
    return () => {
      for (const work of late) work();
    };
  }
}

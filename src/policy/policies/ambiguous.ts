import { type AST, RegExpParser } from '@eslint-community/regexpp';

/** One character of the pattern that a text can be at. */
type Leaf = AST.Character | AST.CharacterClass | AST.CharacterSet | AST.ExpressionCharacterClass;

/** What a part of the pattern can start and end with, and whether it can be empty. */
interface Part {
  readonly first: readonly number[];
  readonly last: readonly number[];
  readonly isEmpty: boolean;
}

const nothing: Part = { first: [], last: [], isEmpty: true };

/** A group that may repeat more often than this counts as one that repeats without end. */
const manyTimes = 9;

/** A pattern that takes more steps to look through is refused: better one good pattern less than a wait without end. */
const mostSteps = 1_000_000;

/** Patterns with more characters than this are not looked through; nobody can read them either. */
const mostLeaves = 300;

/**
 * Whether a text can be read through a repeated part in two ways, as in `(a+)+` or `(a|ab|b)*`: an engine that goes back and tries
 * again then needs a time that doubles with each character. The automaton of the pattern's characters is walked by two readers at once
 * (Weber and Seidl, "On the degree of ambiguity of finite automata", 1991, criterion EDA).
 * @throws SyntaxError where the pattern is none
 */
export function isAmbiguous(source: string): boolean {
  const pattern = new RegExpParser({ ecmaVersion: 2025 }).parsePattern(source, 0, source.length, {
    unicode: true,
  });
  const automaton = new Automaton();
  automaton.alternatives(pattern.alternatives);
  return automaton.hasTwoWays();
}

class Automaton {
  readonly #leaves: Leaf[] = [];
  #steps = 0;
  /** How many ways lead from one character to the next, by both. */
  readonly #ways = new Map<number, Map<number, number>>();

  alternatives(alternatives: readonly AST.Alternative[]): Part {
    const parts = alternatives.map(({ elements }) => this.#sequence(elements));
    return {
      first: parts.flatMap(({ first }) => first),
      last: parts.flatMap(({ last }) => last),
      isEmpty: parts.some(({ isEmpty }) => isEmpty),
    };
  }

  #sequence(elements: readonly AST.Element[]): Part {
    return elements.reduce<Part>((before, element) => {
      const next = this.#part(element);
      this.#connect(before.last, next.first);
      return {
        first: before.isEmpty ? [...before.first, ...next.first] : before.first,
        last: next.isEmpty ? [...before.last, ...next.last] : next.last,
        isEmpty: before.isEmpty && next.isEmpty,
      };
    }, nothing);
  }

  #part(element: AST.Element): Part {
    switch (element.type) {
      case 'Character':
      case 'CharacterClass':
      case 'CharacterSet':
      case 'ExpressionCharacterClass': {
        const index = this.#leaves.push(element) - 1;
        return { first: [index], last: [index], isEmpty: false };
      }
      case 'Group':
      case 'CapturingGroup':
        return this.alternatives(element.alternatives);
      case 'Quantifier': {
        const inner = this.#part(element.element);
        if (element.max > manyTimes) this.#connect(inner.last, inner.first);
        return { ...inner, isEmpty: inner.isEmpty || element.min === 0 };
      }
      default:
        return nothing;
    }
  }

  #connect(from: readonly number[], to: readonly number[]): void {
    for (const start of from) {
      const ways = this.#ways.get(start) ?? new Map<number, number>();
      this.#ways.set(start, ways);
      for (const end of to) ways.set(end, (ways.get(end) ?? 0) + 1);
    }
  }

  /** Whether two readers who start at one character can part, and meet there again, over the same text. */
  hasTwoWays(): boolean {
    if (this.#leaves.length > mostLeaves) return true;
    const reached = this.#leaves.map((_, start) => this.#reachedFrom(start));
    const isLooping = (leaf: number) => reached[leaf]?.has(leaf) === true;
    const signs = signsOf(this.#leaves);
    const sets = this.#leaves.map(({ raw }, leaf) => {
      const test = isLooping(leaf) ? new RegExp(`^(?:${raw})$`, 'u') : null;
      return new Set(signs.filter((sign) => test?.test(sign)));
    });
    const meets = (a: number, b: number) =>
      a === b || [...(sets[a] ?? [])].some((sign) => sets[b]?.has(sign));
    return this.#leaves.some((_, start) => {
      // Only what leads back to the start can be part of its loop.
      const isInLoop = (leaf: number) =>
        reached[start]?.has(leaf) === true && reached[leaf]?.has(start) === true;
      return isLooping(start) && this.#partsFrom(start, isInLoop, meets);
    });
  }

  #reachedFrom(start: number): ReadonlySet<number> {
    const seen = new Set<number>();
    const open = [start];
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
      for (const next of this.#ways.get(at)?.keys() ?? []) {
        if (seen.has(next)) continue;
        seen.add(next);
        open.push(next);
      }
    }
    return seen;
  }

  #partsFrom(
    start: number,
    isInLoop: (leaf: number) => boolean,
    meets: (a: number, b: number) => boolean,
  ): boolean {
    const seen = new Set<string>();
    const open: { readonly a: number; readonly b: number; readonly hasParted: boolean }[] = [
      { a: start, b: start, hasParted: false },
    ];
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
      const others = [...(this.#ways.get(at.b)?.keys() ?? [])].filter(isInLoop);
      for (const [a, waysToA] of this.#ways.get(at.a) ?? []) {
        if (!isInLoop(a)) continue;
        for (const b of others) {
          this.#steps += 1;
          if (this.#steps > mostSteps) return true;
          if (!meets(a, b)) continue;
          const hasParted = at.hasParted || a !== b || (at.a === at.b && waysToA > 1);
          if (hasParted && a === start && b === start) return true;
          const key = `${a} ${b} ${hasParted}`;
          if (seen.has(key)) continue;
          seen.add(key);
          open.push({ a, b, hasParted });
        }
      }
    }
    return false;
  }
}

/** Characters to try: all of ASCII, some of other scripts, and those that the pattern names. */
function signsOf(leaves: readonly Leaf[]): string[] {
  const ascii = Array.from({ length: 128 }, (_, code) => String.fromCodePoint(code));
  const named = leaves.flatMap((leaf) => [
    ...leaf.raw,
    ...(leaf.type === 'Character' ? [String.fromCodePoint(leaf.value)] : []),
  ]);
  return [...new Set([...ascii, ...'éßÅäñøЖщΩ漢あ한עع٣ \u2028\u3000—“”…€🙂', ...named])];
}

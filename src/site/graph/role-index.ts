import { comparedWords, compareRoles, sameKey, variantKey } from '../../model/compare-roles.ts';
import type { RoleName } from '../../model/facts.ts';
import type { RoleNode } from '../graph-facts.ts';
import { type Near, nearestRoles } from './nearest-roles.ts';
import { WordIndex } from './word-index.ts';

/** Levels that share one name. */
export interface NamedRoles {
  readonly name: RoleName;
  readonly nodes: readonly RoleNode[];
}

/** Names looked at for one question, at most: what keeps questions cheap in a corpus of 100,000 pages. */
const most = 60;

/** Questions remembered at once. */
const mostAsked = 1000;

/**
 * Finds levels by name. Names are joined by keys, and by the words they share where acronyms or slips of the pen may stand between; no
 * two names are compared that share no word.
 */
export class RoleIndex {
  readonly #same = new Map<string, Nodes>();
  readonly #variant = new Map<string, Nodes>();
  readonly #names: RoleName[] = [];
  readonly #words = new WordIndex();
  readonly #asked = new Map<string, readonly NamedRoles[]>();

  /** @param nodes sorted; the order of the answers follows */
  constructor(nodes: readonly RoleNode[]) {
    for (const node of nodes) {
      const { name } = node.level;
      if (append(this.#same, sameKey(name), node)) {
        this.#names.push(name);
        this.#words.add(this.#names.length - 1, comparedWords(name));
      }
      append(this.#variant, variantKey(name), node);
    }
  }

  /** Levels of the very name, word order included. */
  same(name: RoleName): readonly RoleNode[] {
    return listed(this.#same.get(sameKey(name)));
  }

  /** Levels of the same words in any order ("Manager, IT", "IT Manager"), those of the very name included. */
  spelled(name: RoleName): readonly RoleNode[] {
    return listed(this.#variant.get(variantKey(name)));
  }

  /** Levels whose name is the same but for acronyms and slips of a letter. */
  variants(name: RoleName): readonly RoleNode[] {
    return this.#alike(name)
      .filter(({ name: other }) => ['same', 'variant'].includes(compareRoles(name, other)))
      .flatMap(({ nodes }) => nodes);
  }

  /** True where some level's name has the word (normalised as in names). */
  hasWord(word: string): boolean {
    return this.#words.has(word);
  }

  /** Names that may be meant, nearest first; empty where none is near. */
  nearest(name: RoleName): readonly Near<NamedRoles>[] {
    return nearestRoles(name, this.#alike(name));
  }

  #alike(name: RoleName): readonly NamedRoles[] {
    const key = `${sameKey(name)}\n${variantKey(name)}`;
    const known = this.#asked.get(key);
    if (known) return known;
    const found = this.#words.alike(comparedWords(name), most).flatMap((index): NamedRoles[] => {
      const other = this.#names[index];
      return other === undefined ? [] : [{ name: other, nodes: this.same(other) }];
    });
    if (this.#asked.size >= mostAsked) this.#asked.clear();
    this.#asked.set(key, found);
    return found;
  }
}

/** Mostly one, and for that one no list is held. */
type Nodes = RoleNode | RoleNode[];

const listed = (nodes: Nodes = []): readonly RoleNode[] => (Array.isArray(nodes) ? nodes : [nodes]);

/** @returns whether it is the first of its key */
function append(map: Map<string, Nodes>, key: string, node: RoleNode): boolean {
  const there = map.get(key);
  if (there === undefined) map.set(key, node);
  else if (Array.isArray(there)) there.push(node);
  else map.set(key, [there, node]);
  return there === undefined;
}

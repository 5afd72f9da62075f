import type { Suggestion } from '../../src/lint/rule.ts';
import type { Move } from './_hashes.ts';
import type { Heading } from './_outline.ts';

/** Which message of level/depth tells of it. */
type SlipKind =
  | 'beside'
  | 'listTooDeep'
  | 'listAtTop'
  | 'misplaced'
  | 'allMisplaced'
  | 'unlisted'
  | 'uneven'
  | 'part'
  | 'nested'
  | 'closing'
  | 'skipped'
  | 'noTop'
  | 'noParent'
  | 'noList';

/** One heading at a wrong depth. */
export interface Slip {
  readonly heading: Heading;
  readonly kind: SlipKind;
  /** The heading that it is told against: where it stands, or whom it belongs to. */
  readonly other: Heading | null;
  /** The depth it should have, or null where only moving the text would help. */
  readonly depth: number | null;
  /** The change of hashes that mends it, or null. */
  readonly move: Move | null;
  readonly suggestion?: Suggestion;
  /** Headings that are wrong only because this one is. */
  readonly followers?: readonly Heading[];
  /** What must change in them, for the mended page that later checks look at. */
  readonly follow?: readonly Move[];
}

/** The slips found so far: one slip, one finding, and nothing on what only follows from it. */
export class Slips {
  readonly #found = new Map<number, Slip>();
  readonly #following = new Set<number>();
  readonly #depths = new Map<number, number>();

  add(slip: Slip): void {
    if (this.has(slip.heading)) return;
    this.#found.set(slip.heading.section.index, slip);
    for (const follower of slip.followers ?? []) this.#following.add(follower.section.index);
    for (const { headings, by } of [...(slip.move ? [slip.move] : []), ...(slip.follow ?? [])])
      for (const { section } of headings) this.#depths.set(section.index, section.depth + by);
  }

  /** True where the heading has been told of, or follows from one that has. */
  has({ section }: Heading): boolean {
    return this.#found.has(section.index) || this.#following.has(section.index);
  }

  /** The depth that a heading should have, for all that has been found so far. */
  depthOf({ section }: Heading): number {
    return this.#depths.get(section.index) ?? this.#found.get(section.index)?.depth ?? section.depth;
  }

  /** True where the heading is at a wrong depth and nobody can say which words should move with it. */
  isStuck({ section }: Heading): boolean {
    const { index } = section;
    return this.#found.get(index)?.move === null || (this.#following.has(index) && !this.#depths.has(index));
  }

  /** True where no fix sets the heading at its right depth: what belongs to it must wait. */
  isPending(heading: Heading): boolean {
    const follows = this.#following.has(heading.section.index);
    return this.isStuck(heading) || (follows && this.depthOf(heading) !== heading.section.depth);
  }

  /** In the order of the page. */
  all(): readonly Slip[] {
    return [...this.#found.values()].sort((a, b) => a.heading.section.index - b.heading.section.index);
  }
}

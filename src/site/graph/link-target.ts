import { compareRoles, sameWork } from '../../model/compare-roles.ts';
import type { RoleName } from '../../model/facts.ts';
import type { NameJoin } from '../../model/name-join.ts';
import { parseRoleName } from '../../model/role-name.ts';
import { compareSeniority, defaultVocabulary } from '../../model/vocabulary.ts';
import type { RoleNode } from '../graph-facts.ts';
import type { Landing } from './landing.ts';
import type { Corpus } from './reporting-graph.ts';

/** A link that names one role and leads to another. */
export interface WrongTarget {
  /** `level`: its anchor leads to another level. `page`: its page, as a whole, is about other levels. */
  readonly kind: 'level' | 'page';
  /** The level that bears the name on the page that the link leads to, or in that page's family; null where none does. */
  readonly there: RoleNode | null;
  /** A level of another family that bears the name, or null. */
  readonly elsewhere: RoleNode | null;
}

/** What a name is held against. */
type Held = Pick<Corpus, 'roles' | 'index'>;

/**
 * Judges whether a link that names a role leads to it. Null where it does, and where that cannot be told: other spellings, longer and
 * shorter forms of the name, and pages of a more general title count as right.
 */
export function wrongTarget(
  name: RoleName,
  landing: Landing,
  corpus: Held,
  page: string,
): WrongTarget | null {
  const family = corpus.roles.inFamily(landing.path);
  const there = bearing(name, corpus.roles.named(family), landing.level);
  const found = { there, elsewhere: elsewhereOf(name, landing.path, corpus, page) };
  if (landing.level !== null) {
    const fits = landingNames(landing, corpus).some((other) => leadsTo(name, other, found));
    return fits ? null : { kind: 'level', ...found };
  }
  if (there !== null || anyMayMean(name, family, corpus)) return null;
  const role = corpus.roles.pages.get(landing.path)?.family.role ?? null;
  if (role !== null && mayMean(name, role)) return null;
  const rungs = corpus.roles
    .named(family)
    .around(name)
    .filter((other) => sameWork(name, other.name))
    .flatMap(({ members }) => members.slice(0, 2));
  // One level of its own may have been renamed as a whole: "VP of Product" is the Chief Product Officer now.
  const lacksRung = name.explicit && rungs.length > 1;
  return found.elsewhere !== null || lacksRung ? { kind: 'page', ...found } : null;
}

function landingNames({ level, path, heading }: Landing, { roles }: Held): readonly RoleName[] {
  const page = roles.pages.get(path);
  const subjects = page?.family.parts.flatMap(({ section, subject }) =>
    subject !== null && page.sections[section]?.title === heading ? [subject.name] : [],
  );
  return [...(level === null ? [] : [level.level.name]), ...(subjects ?? [])];
}

/** True where a link with the one name may lead to a level with the other. */
function leadsTo(name: RoleName, other: RoleName, { there, elsewhere }: Omit<WrongTarget, 'kind'>): boolean {
  if (abbreviates(name, other)) return true;
  switch (compareRoles(name, other)) {
    case 'same':
    case 'variant':
      return true;
    case 'abridged':
      // "Manager, Audit and Risk" may be the full name of "Manager, Audit", beside an "Audit and Risk Manager".
      return there === null || compareRoles(name, there.level.name) !== 'same';
    case 'other-seniority':
      return there === null && !(name.explicit && other.explicit && isOtherRung(name, other));
    case 'other-role':
      return there === null && (elsewhere === null || !isSpecific(name) || !isSpecific(other));
  }
}

/** "Senior Engineering Manager" says hardly what work it is, so that another heading may well be about it. */
function isSpecific({ discipline, specialty }: RoleName): boolean {
  const nouns = defaultVocabulary.roleNouns;
  return [...discipline, ...specialty].some(
    (word) => !nouns.includes(word) && !nouns.includes(word.replace(/ing$/, '')),
  );
}

function isOtherRung(name: RoleName, other: RoleName): boolean {
  return sameWork(name, other) && compareSeniority(name.seniority, other.seniority) !== 0;
}

function mayMean(name: RoleName, other: RoleName): boolean {
  return !['other-seniority', 'other-role'].includes(compareRoles(name, other)) || abbreviates(name, other);
}

function anyMayMean(name: RoleName, family: readonly RoleNode[], { roles }: Held): boolean {
  if (roles.named(family).has(name, 'same', 'variant', 'abridged')) return true;
  return isInitials(name) && family.some(({ level }) => abbreviates(name, level.name));
}

const isInitials = ({ text }: RoleName): boolean => /^\p{Lu}{2,6}$/u.test(text);

/** "CPO" is one officer here and another there; the page that it leads to says which. */
function abbreviates(name: RoleName, other: RoleName): boolean {
  if (!isInitials(name)) return false;
  const initials = other.text.split(/[^\p{L}]+/u).map((word) => word[0] ?? '');
  return initials.join('').toUpperCase().startsWith(name.text);
}

function bearing(name: RoleName, nodes: NameJoin<RoleNode>, except: RoleNode | null = null): RoleNode | null {
  for (const relation of ['same', 'variant'] as const) {
    const found = nodes
      .related(name, relation)
      .find((node) => node !== except && node.level.kind !== 'specialty');
    if (found !== undefined) return found;
  }
  return null;
}

/** A family above or below the page that the link leads to is near enough: the page may list it. */
function elsewhereOf(name: RoleName, path: string, { roles, index }: Held, page: string): RoleNode | null {
  const family = new Set(roles.inFamily(path).map((node) => node.path));
  const folder = folderOf(path);
  const own = bearing(name, roles.named(roles.inFamily(page)));
  const found = [...(own ? [own] : []), ...index.same(name), ...index.spelled(name)].filter((node) => {
    const other = folderOf(node.path);
    return !family.has(node.path) && !other.startsWith(`${folder}/`) && !folder.startsWith(`${other}/`);
  });
  return found.find(({ level }) => level.kind !== 'specialty') ?? null;
}

const folderOf = (path: string): string => path.replace(/(?:\/?_?index)?\.[^/]*$/, '');

/**
 * True where the words of an anchor name the same work on another rung: "VP of Tolls" with `#senior-director-of-tolls`. For anchors of
 * pages that nobody can look into.
 */
export function namesOtherRung(name: RoleName, anchor: string): boolean {
  const other = parseRoleName(anchor.replace(/[-_]+/g, ' '), defaultVocabulary);
  return name.explicit && other.explicit && isOtherRung(name, other);
}

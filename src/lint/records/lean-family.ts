import type { FamilyFacts, Level, ReportingLine, RoleName } from '../../model/facts.ts';
import { sharer } from '../../text/sharer.ts';

/**
 * The facts of a family of which only what others point to is held: its levels and reporting lines. The rest is read again where it is asked for,
 * and may be other objects each time.
 */
export class LeanFamily implements FamilyFacts {
  readonly isFamily: boolean;
  readonly role: RoleName | null;
  readonly levels: readonly Level[];
  readonly reportingLines: readonly ReportingLine[];
  readonly #whole: () => FamilyFacts;

  /** @param whole reads all facts */
  constructor({ isFamily, role, levels, reportingLines }: FamilyFacts, whole: () => FamilyFacts) {
    this.isFamily = isFamily;
    this.role = role;
    this.levels = levels;
    this.reportingLines = reportingLines;
    this.#whole = whole;
  }

  get parts(): FamilyFacts['parts'] {
    return this.#whole().parts;
  }

  get grades(): FamilyFacts['grades'] {
    return this.#whole().grades;
  }

  get extensions(): FamilyFacts['extensions'] {
    return this.#whole().extensions;
  }
}

/** Lets what families say alike be one and the same object: role names above all, which stand in many places. */
export class SharedNames {
  readonly #names = new Map<string, RoleName>();
  readonly #word = sharer();
  readonly #lists = new Map<string, readonly string[]>();

  /** The same facts of levels and reporting lines. */
  share(family: FamilyFacts): FamilyFacts {
    return {
      ...family,
      role: family.role && this.#name(family.role),
      levels: family.levels.map((level) => {
        const name = this.#name(level.name);
        const title = level.title === name.text ? name.text : level.title;
        return { ...level, title, name, evidence: this.#list(level.evidence) as Level['evidence'] };
      }),
      reportingLines: family.reportingLines.map((line) => ({
        ...line,
        subject: line.subject && { ...line.subject, name: this.#name(line.subject.name) },
        managers: line.managers.map((manager) => ({ ...manager, name: this.#name(manager.name) })),
      })),
    };
  }

  #name(name: RoleName): RoleName {
    const known = this.#names.get(name.text);
    if (known !== undefined) return isSame(known, name) ? known : name;
    const { text, seniority, explicit, track, discipline, specialty } = name;
    const shared: RoleName = {
      text,
      seniority: this.#word(seniority) as RoleName['seniority'],
      explicit,
      track: this.#word(track) as RoleName['track'],
      discipline: this.#list(discipline),
      specialty: this.#list(specialty),
    };
    this.#names.set(text, shared);
    return shared;
  }

  #list(words: readonly string[]): readonly string[] {
    const key = words.join(' ');
    const known = this.#lists.get(key);
    if (known !== undefined && isEqual(known, words)) return known;
    const list = words.map((word) => this.#word(word));
    this.#lists.set(key, list);
    return list;
  }
}

function isSame(a: RoleName, b: RoleName): boolean {
  return (
    a.seniority === b.seniority &&
    a.explicit === b.explicit &&
    a.track === b.track &&
    isEqual(a.discipline, b.discipline) &&
    isEqual(a.specialty, b.specialty)
  );
}

const isEqual = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((word, at) => word === b[at]);

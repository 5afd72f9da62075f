import type { Span } from '../text/span.ts';

/** Rung of a track, from the most junior to the most senior; see seniority.ts for the words. */
export type Seniority =
  | 'intern'
  | 'junior'
  | 'associate'
  | 'intermediate'
  | 'senior'
  | 'lead'
  | 'staff'
  | 'principal'
  | 'distinguished'
  | 'fellow'
  | 'manager'
  | 'senior-manager'
  | 'director'
  | 'senior-director'
  | 'vp'
  | 'senior-vp'
  | 'executive';

export type Track = 'individual' | 'management';

/** A title taken apart. Two names are compared by `compareRoles`, never by their text. */
export interface RoleName {
  /** As written, white space collapsed. */
  readonly text: string;
  /** `intermediate` also where the name says nothing: "Backend Engineer". */
  readonly seniority: Seniority;
  /** Whether `seniority` is a word of the name, or taken for granted. */
  readonly explicit: boolean;
  readonly track: Track;
  /** What the role does, as normalised words in the order written: ["security", "incident", "response", "team", "engineer"]. */
  readonly discipline: readonly string[];
  /** Words behind a dash or in brackets that narrow the role, normalised: ["end", "user", "services"]; empty where there are none. */
  readonly specialty: readonly string[];
}

/** A role named in running text. */
export interface Mention {
  readonly name: RoleName;
  /** The words of the name in the source, without brackets of a link. */
  readonly span: Span;
  /** Index of the link that carries the name, or null. */
  readonly link: number | null;
}

/** What a section of a level or family is for. */
export type PartKind =
  | 'grade'
  | 'responsibilities'
  | 'requirements'
  | 'nice-to-have'
  | 'indicators'
  | 'career-ladder'
  | 'hiring-process'
  | 'levels'
  | 'specialties'
  | 'segments'
  | 'other';

/** A section that belongs to a level, or (level null) to the family as a whole. */
export interface Part {
  readonly section: number;
  readonly kind: PartKind;
  /** Index of the level it belongs to, or null. */
  readonly level: number | null;
  /** The role that the heading names before the kind ("Senior Backend Engineer" of "Senior Backend Engineer Job Grade"), or null. */
  readonly subject: Mention | null;
}

/** One rung of a family: a section, or a whole page, that owns a grade, a reporting line or responsibilities. */
export interface Level {
  readonly index: number;
  /** The heading, or the page's title, as written. */
  readonly title: string;
  readonly titleSpan: Span;
  /** Completed by the family's role where the heading says only "Senior". */
  readonly name: RoleName;
  /** Section whose heading it is; 0 where the page itself is the level. */
  readonly section: number;
  /** From the heading to where the next level or a section of the whole family starts. */
  readonly extent: Span;
  /** `specialty`: a variant under "Specialties" or the like, which shares the grade and manager of a level unless it states its own. */
  readonly kind: 'level' | 'specialty' | 'page';
  /** What showed that this is a level. */
  readonly evidence: readonly (
    | 'grade'
    | 'reporting-line'
    | 'responsibilities'
    | 'requirements'
    | 'extends'
    | 'name'
  )[];
}

/** How a grade is written; anything but `grade` is for rules to judge. */
export type GradeForm = 'grade' | 'level' | 'hash' | 'number' | 'half' | 'range' | 'unaligned';

export interface Grade {
  /** The words that state it: "grade 6", "[10]", link brackets and target included. */
  readonly span: Span;
  /** The number, or null ("not aligned to a job grade", "grade TBD"). */
  readonly value: number | null;
  /** Upper end where a range is stated, else null. */
  readonly upTo: number | null;
  readonly form: GradeForm;
  /** Whom the sentence is about, if it names a role. */
  readonly subject: Mention | null;
  /** Index of the level it belongs to, or null where it stands outside all levels. */
  readonly level: number | null;
  /** Index of the link on the number, or null. */
  readonly link: number | null;
  readonly where: 'sentence' | 'table';
}

export interface ReportingLine {
  /** The sentence, or the part of it that says who reports to whom. */
  readonly span: Span;
  /** The verb with its preposition: "reports to", "report directly to", "Reporting to the". */
  readonly verbSpan: Span;
  /** Whom the sentence is about, if it names a role ("This position" is none). */
  readonly subject: Mention | null;
  /** True where the sentence speaks of all levels ("Product Designers report to"). */
  readonly plural: boolean;
  /** The managers named, alternatives included; empty where none could be read. */
  readonly managers: readonly Mention[];
  /** What is broken in the sentence, or null. */
  readonly broken: 'no-to' | 'doubled-to' | 'no-manager' | 'stray-article' | 'other' | null;
  /** Index of the level it belongs to; null where it speaks for the family. */
  readonly level: number | null;
}

export interface Extension {
  readonly span: Span;
  /** Whom the sentence is about, if it names a role. */
  readonly subject: Mention | null;
  /** The role that is extended; null for "all of the above" and the like. */
  readonly targets: readonly Mention[];
  /** Index of the level it belongs to, or null. */
  readonly level: number | null;
}

/** What one page says of a job family; plain data. */
export interface FamilyFacts {
  /** False for pages that show no level and are not marked as a family in their front matter. */
  readonly isFamily: boolean;
  /** The role of the page's title, or null. */
  readonly role: RoleName | null;
  readonly levels: readonly Level[];
  readonly parts: readonly Part[];
  readonly grades: readonly Grade[];
  readonly reportingLines: readonly ReportingLine[];
  readonly extensions: readonly Extension[];
}

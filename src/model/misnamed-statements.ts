import type { Block, Document } from '../markdown/document.ts';
import { countBelow } from '../text/count-below.ts';
import { contains, type Span } from '../text/span.ts';
import { compareRoles } from './compare-roles.ts';
import type { FamilyFacts, Grade, Level, Mention, ReportingLine, RoleName } from './facts.ts';
import { type Misnaming, misnaming } from './misnaming.ts';
import { ofLevel } from './of-level.ts';

/** A grade or reporting line whose sentence names another role than the level it belongs to. */
export interface MisnamedStatement<Statement> {
  readonly statement: Statement;
  readonly subject: Mention;
  readonly level: Level;
  readonly kind: Misnaming;
}

type Page = Pick<Document, 'text' | 'blocks'>;

/**
 * At most one statement a level. None where the level has a statement about itself too (the other one is then about somebody else),
 * where several roles are named, where the sentence tells who reports to this level, and where the sentence does not stand in
 * running text at the start of its sentence.
 */
export function* misnamedStatements<Statement extends Grade | ReportingLine>(
  page: Page,
  family: FamilyFacts,
  statements: readonly Statement[],
): Generator<MisnamedStatement<Statement>> {
  for (const level of family.levels) {
    if (level.kind !== 'level') continue;
    const own = ofLevel(statements, level.index).filter((statement) => !isTable(statement));
    const first = own.find(
      ({ subject }) => subject !== null && misnaming(subject.name, level, family.levels),
    );
    const subject = first?.subject;
    if (first === undefined || subject === null || subject === undefined) continue;
    const kind = misnaming(subject.name, level, family.levels);
    const block = blockAround(page.blocks, subject.span);
    if (kind === null || block === undefined || block.item !== null) continue;
    if (own.some((other) => other !== first && speaksOfAnother(other, first, level))) continue;
    if (managesWithin(first, level) || namesSeveral(subject) || ownsParts(subject, family, level)) continue;
    if (!opensSentence(page.text, block, subject, kind)) continue;
    yield { statement: first, subject, level, kind };
  }
}

/** The first block that holds a span; blocks come in the order of the text, and hold no other blocks. */
function blockAround(blocks: readonly Block[], span: Span): Block | undefined {
  const block = blocks[countBelow(blocks, span.start + 1, (one) => one.span.start) - 1];
  return block !== undefined && contains(block.span, span) ? block : undefined;
}

const isTable = (statement: Grade | ReportingLine): boolean =>
  'where' in statement && statement.where === 'table';

/** True where another statement of the level names the level itself, or a third role. */
function speaksOfAnother(other: Grade | ReportingLine, first: Grade | ReportingLine, level: Level): boolean {
  if (other.subject === null || first.subject === null) return false;
  if (other.subject.name.discipline.length === 0) return false;
  return compareRoles(other.subject.name, first.subject.name) !== 'same' || isName(other.subject.name, level);
}

function isName(name: RoleName, level: Level): boolean {
  const relation = compareRoles(name, level.name);
  return relation === 'same' || relation === 'variant';
}

/** "UX Researchers report to the UX Research Manager", in the section of that manager. */
function managesWithin(statement: Grade | ReportingLine, level: Level): boolean {
  return (
    'managers' in statement &&
    statement.managers.some(({ name }) => name.track === level.name.track && isName(name, level))
  );
}

/** "The Product Manager and Engineering Manager", "Customer Support teams". */
function namesSeveral({ name }: Mention): boolean {
  return /\s(?:and|&)\s+(?:the\s+)?\S.*\b(?:manager|director)s?\b.*\b(?:and|of)\b|\bteams?$|\bor\b/i.test(
    name.text,
  );
}

/** Two sections under the level that name the same other role: its heading is missing, and the sentence is right. */
function ownsParts(subject: Mention, family: FamilyFacts, level: Level): boolean {
  const parts = ofLevel(family.parts, level.index).filter(
    (part) =>
      part.subject !== null &&
      !isName(part.subject.name, level) &&
      ['same', 'variant'].includes(compareRoles(part.subject.name, subject.name)),
  );
  return parts.length > 1;
}

/** How far back the start of a sentence is looked for, in UTF-16 units. */
const reach = 200;

/** A role unknown to the family must open its paragraph; any other must open a sentence. */
function opensSentence(text: string, block: Block, subject: Mention, kind: Misnaming): boolean {
  const before = text.slice(Math.max(block.span.start, subject.span.start - reach), subject.span.start);
  const opening = /(?:^|[.!?:]\s)[\s*_]*(?:(?:the|an?)\s+)?[*_{]*$/i.exec(before);
  if (opening === null) return false;
  const opensBlock = opening.index === 0 && subject.span.start - block.span.start < reach;
  return kind !== 'other-role' || opensBlock;
}

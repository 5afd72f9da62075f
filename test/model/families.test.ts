import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { readDocument } from '../../src/markdown/read.ts';
import type { FamilyFacts, Level, ReportingLine } from '../../src/model/facts.ts';
import { familyFacts } from '../../src/model/family.ts';

const folder = new URL('../../fixtures/families/', import.meta.url);
const names = readdirSync(folder).flatMap((file) => (file.endsWith('.md') ? [file.slice(0, -3)] : []));

/** One line a level, as the `.model.yaml` beside each fixture has it. */
function lineOf(family: FamilyFacts, level: Level): string {
  const own = <Fact extends { readonly level: number | null }>(facts: readonly Fact[]) =>
    facts.filter((fact) => fact.level === level.index);
  return [
    level.title,
    level.kind,
    `${level.name.track} ${level.name.seniority}`,
    ...own(family.grades).map(({ form, value }) => (value === null ? form : `${form} ${value}`)),
    ...own(family.reportingLines).map(managersOf),
    ...own(family.extensions).map(
      ({ targets }) => `extends ${targets.map(({ name }) => name.text).join(' and ') || 'the above'}`,
    ),
  ].join(' | ');
}

function managersOf(line: ReportingLine): string {
  return `to ${line.managers.map(({ name }) => name.text).join(' or ')}`;
}

describe('the model of job families', () => {
  it.each(names)('reads fixtures/families/%s.md as people do', (name) => {
    const text = readFileSync(new URL(`${name}.md`, folder), 'utf8');
    const expected = parse(readFileSync(new URL(`${name}.model.yaml`, folder), 'utf8'));
    const family = familyFacts(readDocument(`${name}.md`, text));
    expect({
      family: family.isFamily,
      role: family.role?.text,
      ...(family.isFamily && { levels: family.levels.map((level) => lineOf(family, level)) }),
      ...(family.reportingLines.some(({ level }) => level === null) &&
        family.isFamily && {
          forAll: family.reportingLines.filter(({ level }) => level === null).map(managersOf),
        }),
    }).toEqual(expected);
  });
});

import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { rules } from '../rules/index.ts';
import type { Example } from '../src/lint/rule.ts';
import { declarationProblems } from './support/declaration-problems.ts';
import { exampleProblems } from './support/rule-tester.ts';

/** Problems one below the other, so that the drawings in them stay readable. */
function expectNone(problems: readonly string[]): void {
  if (problems.length > 0) expect.fail(`\n${problems.join('\n\n')}\n`);
}

describe('the registry', () => {
  const files = readdirSync(new URL('../rules/', import.meta.url), { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => /^[^/]+\/[^_/][^/]*\.ts$/.test(file))
    .map((file) => file.slice(0, -'.ts'.length));

  it('holds exactly the rules that have a file, under the file’s name', () => {
    expect(rules.map((rule) => rule.id)).toEqual(files.sort());
  });

  it('lets rules yield only to rules that exist, and never in a circle', () => {
    const yieldsTo = new Map(rules.map((rule) => [rule.id, rule.yieldsTo ?? []]));
    const reaches = (from: string, to: string, seen: Set<string>): boolean =>
      (yieldsTo.get(from) ?? []).some(
        (next) => next === to || (!seen.has(next) && reaches(next, to, seen.add(next))),
      );
    const unknown = rules.flatMap((rule) =>
      (rule.yieldsTo ?? []).filter((id) => !yieldsTo.has(id)).map((id) => `${rule.id} → ${id}`),
    );
    expect(unknown).toEqual([]);
    expect(rules.map((rule) => rule.id).filter((id) => reaches(id, id, new Set()))).toEqual([]);
  });
});

describe.each(rules.map((rule) => [rule.id, rule] as const))('%s', (_, rule) => {
  it('says what it must of itself', () => {
    expectNone(declarationProblems(rule));
  });

  it.each(rule.examples.wrong.map((example: Example) => [example.caption, example] as const))(
    'finds: %s',
    (_, example) => {
      expectNone(exampleProblems(rule, example, 'wrong', rules));
    },
  );

  it.each(rule.examples.right.map((example: Example) => [example.caption, example] as const))(
    'leaves alone: %s',
    (_, example) => {
      expectNone(exampleProblems(rule, example, 'right', rules));
    },
  );
});

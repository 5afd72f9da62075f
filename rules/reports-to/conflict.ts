import { documentRule } from '../../src/lint/rule.ts';
import { compareRoles } from '../../src/model/compare-roles.ts';
import type { Level, ReportingLine } from '../../src/model/facts.ts';
import { textKey } from '../../src/text/key.ts';
import { isAboutReports, ownLines, sharedLines } from './_lines.ts';

export const rule = documentRule({
  id: 'reports-to/conflict',
  summary: 'Two sentences say that one level reports to different managers.',
  details:
    'Compares the sentences in the text of one level, and on a page with a single level also the sentence of the introduction. ' +
    'Sentences that share a manager agree, as do a name and its short form. Sentences that only may hold ("may report to"), or that ' +
    'tell apart kinds of reporting ("functionally", "dotted line") or cases ("in this region"), are not compared.',
  needs: ['text', 'sections', 'family'],
  options: {},
  messages: {
    conflict: {
      what: 'Here "{level}" reports to "{here}", but another sentence names "{there}".',
      why: 'Readers cannot tell which of the two is the manager.',
      how: 'Find out which one is right, and correct or remove the other sentence.',
    },
  },
  yieldsTo: ['reports-to/subject', 'reports-to/malformed'],
  examples: {
    wrong: [
      {
        caption: 'A bullet kept the manager of earlier days.',
        text: '---\ntitle: Cake Designer\n---\n\n## Cake Designer\n\nThe Cake Designer reports to the Head Designer.\n\n### Responsibilities\n\n- Draw cakes\n- This position ⟦reports to the Store Manager⟧\n',
      },
      {
        caption: 'The introduction of a page with one level.',
        text: '---\ntitle: Ferry Captain\n---\n\nReporting to the Fleet Director, the Ferry Captain steers a ferry.\n\n## Ferry Captain\n\nThe ⟦Ferry Captain reports to the Port Manager⟧.\n',
      },
    ],
    right: [
      {
        caption: 'Both sentences share a manager.',
        text: '---\ntitle: Cake Designer\n---\n\n## Cake Designer\n\nThe Cake Designer reports to the Head Designer or the Store Manager.\n\n### Responsibilities\n\n- Reports to the Store Manager\n',
      },
      {
        caption: 'A sentence that only may hold.',
        text: '---\ntitle: Cake Designer\n---\n\n## Cake Designer\n\nThe Cake Designer reports to the Head Designer. The Cake Designer may report to the Store Manager.\n',
      },
    ],
  },
  *check({ text, sections, family }) {
    if (!family.isFamily) return;
    const alone = family.levels.filter(({ kind }) => kind !== 'specialty').length === 1;
    for (const level of family.levels) {
      if (level.kind === 'specialty') continue;
      const shared = alone ? sharedLines(level, family, sections) : [];
      const lines = [...shared, ...ownLines(level, family)].filter((line) => isPlain(line, level, text));
      const [first, ...rest] = lines.sort((a, b) => a.span.start - b.span.start);
      const other = rest.find((line) => first !== undefined && !agree(first, line));
      if (first === undefined || other === undefined) continue;
      const there = namesOf(first);
      yield {
        message: 'conflict',
        span: other.span,
        key: `${textKey(level.title)}/conflict`,
        data: { level: level.title, here: namesOf(other), there },
        related: [{ span: first.span, message: `This sentence names "${there}".` }],
      };
    }
  },
});

/** Words that tie a sentence to a case, or make it a possibility. */
const conditional =
  /\b(?:may|might|can|could|either|depending|depends|functional(?:ly)?|administrative(?:ly)?|dotted|jointly|matrix(?:ed)?|temporar(?:y|ily)|interim|initially|some|region(?:al)?|other|another|or above|ultimately|indirectly|if|when|where)\b/i;

function isPlain(line: ReportingLine, level: Level, text: string): boolean {
  if (line.broken !== null || line.plural || line.managers.length === 0 || isAboutReports(line, level))
    return false;
  if (line.subject !== null && compareRoles(line.subject.name, level.name) === 'other-role') return false;
  const sentence = text.slice(Math.max(0, line.span.start - 60), line.verbSpan.end);
  const before = sentence.slice(sentence.search(/(?<![^.\n])[^.\n]*$/));
  const after = /^[^.\n]{0,80}/.exec(text.slice(line.span.end))?.[0] ?? '';
  return !conditional.test(before) && !conditional.test(after);
}

function agree(a: ReportingLine, b: ReportingLine): boolean {
  return a.managers.some(({ name }) =>
    b.managers.some((other) => ['same', 'variant', 'abridged'].includes(compareRoles(name, other.name))),
  );
}

const namesOf = ({ managers }: ReportingLine): string => managers.map(({ name }) => name.text).join('" or "');

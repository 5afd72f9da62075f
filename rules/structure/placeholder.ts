import { documentRule } from '../../src/lint/rule.ts';
import { textKey } from '../../src/text/key.ts';
import type { Span } from '../../src/text/span.ts';
import { SpanSet } from '../../src/text/span-set.ts';
import { sectionKey } from './_keys.ts';
import { PlaceholderSearch } from './_placeholders.ts';

export const rule = documentRule({
  id: 'structure/placeholder',
  summary: 'Text of the template that was never filled in.',
  details:
    'Finds what a template or a draft leaves behind: words in braces, "Insert …", "TBD", "TODO", "Lorem ipsum", "grade #" without a ' +
    'number, "To be defined …", "coming soon". Code and template tags of the site are never judged, and the sentence that a next ' +
    'step is "not yet defined" is not one: it tells the reader something. Braces around a role are taken off by the fix.',
  policy: {
    page: 'handbook/hiring/job-families',
    anchor: 'creating-a-new-job-family-from-scratch',
    sentence:
      'Fill in the sections of the template by replacing everything in `{curly brackets}` search `{add`',
  },
  needs: ['text', 'masked', 'blocks', 'sections', 'links', 'raws', 'frontMatter', 'family'],
  options: {
    words: {
      type: 'array',
      description: 'Words that mark text still to be written. Upper and lower case count.',
      items: { type: 'string' },
      default: ['TBD', 'TBA', 'TBC', 'TODO', 'FIXME', 'TKTK'],
    },
  },
  messages: {
    braces: {
      what: 'The braces of the template still stand around "{words}".',
      why: 'Readers see the braces on the page and cannot tell whether the text is final.',
      how: 'Take off the braces.',
    },
    unfilled: {
      what: '"{words}" is text of the template that was never filled in.',
      why: 'Readers find an instruction for the author where the page should tell them something.',
      how: 'Write what the page should say here, or remove the line.',
    },
    later: {
      what: '"{words}" only promises text.',
      why: 'Readers learn nothing here, and such promises tend to stay for years.',
      how: 'Write what is known today, or remove the section until there is something to say.',
    },
  },
  yieldsTo: ['link/malformed'],
  examples: {
    wrong: [
      {
        caption: 'Braces of the template around a role.',
        text: '## Bread Engineer\n\n### Job Grade\n\nThe ⟦{Senior Bread Engineer}⟧ is a grade 7.\n',
        fixed: '## Bread Engineer\n\n### Job Grade\n\nThe Senior Bread Engineer is a grade 7.\n',
        messages: ['braces'],
      },
      {
        caption: 'An instruction to the author.',
        text: '## Bread Engineer\n\nThe Bread Engineer is a grade 5.\n\n### Responsibilities\n\n- ⟦{add a list of responsibilities}⟧\n',
        messages: ['unfilled'],
      },
      {
        caption: 'A section put off.',
        text: '## Bread Engineer\n\nThe Bread Engineer is a grade 5.\n\n### Responsibilities\n\n⟦TODO⟧\n\n### Requirements\n\n⟦To be defined when the bakery opens.⟧\n',
        messages: ['unfilled', 'later'],
      },
      {
        caption: 'A word of the template that stands for a name.',
        text: '## Bread Engineer\n\nThe Bread Engineer is a grade 5.\n\n### Career Ladder\n\nThe next step after ⟦the Title job family⟧ is Head of Bread.\n',
        messages: ['unfilled'],
      },
    ],
    right: [
      {
        caption: 'Code may hold braces.',
        text: '## Bread Engineer\n\nThe Bread Engineer is a grade 5. Greet people with `{name}`.\n\n```\n{add text}\n```\n',
      },
      {
        caption: 'A next step that does not exist yet is news to the reader.',
        text: '## Bread Engineer\n\nThe Bread Engineer is a grade 5.\n\n### Career Ladder\n\nThe next step for the Bread Engineer is not yet defined.\n',
      },
    ],
  },
  *check({ text, masked, blocks, sections, links, raws, frontMatter, family, path }, { words }) {
    if (!family.isFamily) return;
    const title = frontMatter?.values.title;
    const search = new PlaceholderSearch(
      title === undefined ? masked : `${masked}\n${text.slice(title.start, title.end)}`,
      words,
    );
    if (search.isIdle) return;
    const notText = new SpanSet(
      [...links.map((link) => link.targetSpan), ...raws.map((raw) => raw.span)].filter(isFilled),
    );
    const ladders = new Set(
      family.parts.filter(({ kind }) => kind === 'career-ladder').map(({ section }) => section),
    );
    const stretches: Stretch[] = [
      ...(title === undefined ? [] : [{ span: title, source: text, marks: true, section: 0 }]),
      ...sections.map(({ titleSpan, index }) => ({
        span: titleSpan,
        source: masked,
        marks: true,
        section: index,
      })),
      // A table may well say that a date is "TBD".
      ...blocks.map(({ span, kind, section }) => ({ span, source: masked, marks: kind !== 'cell', section })),
    ];
    for (const { span, source, marks, section } of stretches) {
      const manner = { marks, mayPromise: ladders.has(section) };
      for (const { kind, start, end } of search.in(source.slice(span.start, span.end), manner)) {
        const at = { page: path, start: span.start + start, end: span.start + end };
        if (notText.overlaps(at)) continue;
        const inside = { page: path, start: at.start + 1, end: at.end - 1 };
        const piece = text.slice(at.start, at.end);
        const inner = text.slice(inside.start, inside.end);
        const key = `${sectionKey(sections, section)}/${textKey(piece)}`;
        if (kind === 'braces') {
          const fix = [remove(path, at.start), remove(path, inside.end)];
          yield { message: kind, span: at, key, data: { words: inner }, fix };
        } else {
          yield { message: kind, span: at, key, data: { words: shorten(piece) } };
        }
      }
    }
  },
});

interface Stretch {
  readonly span: Span;
  readonly source: string;
  readonly marks: boolean;
  readonly section: number;
}

const isFilled = ({ start, end }: Span): boolean => start < end;

const remove = (page: string, at: number) => ({ span: { page, start: at, end: at + 1 }, text: '' });

const shorten = (words: string): string =>
  (words.length > 80 ? `${words.slice(0, 79)}…` : words).replace(/\s+/g, ' ');

import { documentRule } from '../../src/lint/rule.ts';
import { headingKind } from '../../src/model/heading-kind.ts';
import { renameSubject } from '../../src/model/subject-fix.ts';
import { textKey } from '../../src/text/key.ts';
import { slice } from '../../src/text/span.ts';
import { openings } from './_openings.ts';
import { shortenedTitles, unevenNames } from './_titles.ts';

export const rule = documentRule({
  id: 'level/title',
  summary: 'Levels of one family name the role inconsistently, or not as the policy asks.',
  details:
    'All levels of one role should name it alike. Found are levels that drop a word of the name which the title of the page and other ' +
    'levels have, also the specialty behind a dash or comma, texts that begin with another name, and names in the text with "Alliance" where the levels say "Alliances". Levels of other work, specialties and bare ' +
    'rungs ("Senior") are not judged. With the option `intermediate`, the word "Intermediate" must stand in brackets behind the role; ' +
    'with `comma`, managers of people are "Manager, Pilots" and "Director, Pilots".',
  policy: {
    page: 'handbook/hiring/job-families',
    anchor: 'job-family-template-1',
    sentence: 'Note we do not list the intermediate level in the title but after the role in parentheses',
  },
  needs: ['text', 'sections', 'blocks', 'family'],
  options: {
    intermediate: {
      type: 'boolean',
      description:
        'Whether "Intermediate" must stand in brackets behind the role: "Harbour Pilot (Intermediate)".',
      default: false,
    },
    comma: {
      type: 'boolean',
      description:
        'Whether managers of people must be written with a comma: "Director, Pilots" for "Director of Pilots".',
      default: false,
    },
  },
  messages: {
    shortened: {
      what: 'The level "{level}" leaves out "{word}", which "{role}" has.',
      why: 'Readers cannot tell whether it is the same role or another one.',
      how: 'Write the whole name in the heading and wherever the level is named.',
    },
    uneven: {
      what: 'The name "{level}" says "{word}" where the levels say "{role}".',
      why: 'Readers, and whoever searches for the name, cannot tell whether it is the same role.',
      how: 'Write "{role}" here too.',
    },
    opening: {
      what: 'The text of the level "{level}" begins with another name: "{role}".',
      why: 'Readers cannot tell whether the text was copied from another role or the role was renamed.',
      how: 'Write "{level}" in its place, and check that the text is about this level.',
    },
    intermediate: {
      what: 'The level "{level}" does not have "Intermediate" in brackets behind the role.',
      why: 'The policy names the intermediate level by the role alone, with the rung in brackets.',
      how: 'Write "{role}".',
    },
    comma: {
      what: 'The level "{level}" is not written with a comma.',
      why: 'The policy tells managers of people by the form "Manager, Role".',
      how: 'Write "{role}".',
    },
  },
  yieldsTo: ['level/misspelled'],
  examples: {
    wrong: [
      {
        caption: 'A word of the role is dropped.',
        text: '---\ntitle: Harbour Crane Operator\n---\n\n### Harbour Crane Operator\n\nThe Harbour Crane Operator is a grade 6.\n\n### ⟦Senior Crane Operator⟧\n\nThe Senior Crane Operator is a grade 7.\n',
        messages: ['shortened'],
      },
      {
        caption: 'One level of four says less than the others.',
        text: '### Manager, Crane Safety\n\nThe Manager, Crane Safety is a grade 8.\n\n### Senior Manager, Crane Safety\n\nThe Senior Manager, Crane Safety is a grade 9.\n\n### ⟦Director, Crane⟧\n\nThe Director, Crane is a grade 10.\n\n### VP, Crane Safety\n\nThe VP, Crane Safety is a grade 12.\n',
        messages: ['shortened'],
      },
      {
        caption: 'A manager is named with another form of a word.',
        text: '### Manager, Docks Team\n\nThe Manager, Docks Team reports to the ⟦Director, Dock Team⟧.\n\n### Director, Docks Team\n\nThe Director, Docks Team is a grade 10.\n\n### VP, Docks Team\n\nThe VP, Docks Team is a grade 12.\n',
        messages: ['uneven'],
      },
      {
        caption: 'A level that leaves out what narrows the role of the page and of the other levels.',
        text: '---\ntitle: Crane Planner - Docks\n---\n\n### Crane Planner - Docks\n\nThe Crane Planner - Docks is a grade 6.\n\n### ⟦Senior Crane Planner⟧\n\nThe Senior Crane Planner is a grade 7.\n',
        messages: ['shortened'],
      },
      {
        caption: 'The text begins with the name of another role.',
        text: '### Manager, Docks\n\nThe Manager, Docks is a grade 8.\n\n### Director, Docks\n\nThe ⟦Director of Harbour Cranes⟧ will lead all crews.\n\nThe Director, Docks is a grade 10.\n',
        messages: ['opening'],
      },
      {
        caption: 'The intermediate level, where it must be in brackets.',
        text: '---\ntitle: Harbour Pilot\n---\n\n### ⟦Intermediate⟧\n\n#### Job Grade\n\nThe Harbour Pilot is a grade 6.\n\n### Senior\n\n#### Job Grade\n\nThe Senior Harbour Pilot is a grade 7.\n',
        options: { intermediate: true },
        messages: ['intermediate'],
      },
      {
        caption: 'A director, where a comma is asked for.',
        text: '### ⟦Director of Pilots⟧\n\nThe Director of Pilots is a grade 10.\n',
        options: { comma: true },
        messages: ['comma'],
      },
    ],
    right: [
      {
        caption: 'Other work, a specialty and managers of their own name.',
        text: '---\ntitle: Harbour Pilot\n---\n\n### Harbour Pilot\n\nThe Harbour Pilot is a grade 6.\n\n### Senior Harbour Pilot (Night)\n\nThe Senior Harbour Pilot (Night) is a grade 7.\n\n### Harbour Scheduler\n\nThe Harbour Scheduler is a grade 5.\n\n### Manager, Pilots\n\nThe Manager, Pilots is a grade 8.\n',
      },
      {
        caption: '"Intermediate" in front and "Director of", where nobody minds.',
        text: '### Intermediate Harbour Pilot\n\nThe Intermediate Harbour Pilot is a grade 6.\n\n### Director of Pilots\n\nThe Director of Pilots is a grade 10.\n',
      },
    ],
  },
  *check({ text, sections, blocks, family, path }, { intermediate, comma }) {
    if (!family.isFamily) return;
    for (const { level, role, missing, whole } of shortenedTitles(family)) {
      const plain = slice(text, level.titleSpan) === level.title;
      const edits = [{ span: level.titleSpan, text: whole ?? '' }];
      yield {
        message: 'shortened',
        span: level.titleSpan,
        key: `${textKey(level.title)}/shortened`,
        data: { level: level.title, word: wordsIn(role, missing), role },
        ...(whole !== null && plain && { suggestions: [{ title: `Write "${whole}"`, edits }] }),
      };
    }
    for (const { level, mention } of openings(family, blocks, path)) {
      const edit = renameSubject({ text, path }, mention, level);
      yield {
        message: 'opening',
        span: mention.span,
        key: `${textKey(level.title)}/opening`,
        data: { level: level.title, role: mention.name.text, word: '' },
        ...(edit !== null && { suggestions: [{ title: `Write "${edit.text}"`, edits: [edit] }] }),
      };
    }
    for (const { span, name, level, word, usual } of unevenNames(family, sections)) {
      const owner = sections.findLast((section) => section.span.start <= span.start);
      const source = slice(text, span);
      const [at, wanted] = [source.toLowerCase().indexOf(word), asIn(level.title, usual)];
      const edits = [
        { span: { page: path, start: span.start + at, end: span.start + at + word.length }, text: wanted },
      ];
      yield {
        message: 'uneven',
        span,
        key: `${textKey(owner?.title ?? '')}/${textKey(name)}`,
        data: { level: name, word: asIn(name, word), role: wanted },
        ...(at >= 0 && { suggestions: [{ title: `Write "${wanted}"`, edits }] }),
      };
    }
    for (const level of family.levels) {
      if (level.kind !== 'level' || headingKind(level.title) !== null) continue;
      const role = /^(director|manager|senior director|senior manager|vp|vice president) of (.+)$/i.exec(
        level.title.trim(),
      );
      const rung = /^intermediate\b(.*)$/i.exec(level.title.trim());
      if (comma && role !== null) {
        yield {
          message: 'comma',
          span: level.titleSpan,
          key: `${textKey(level.title)}/comma`,
          data: { level: level.title, role: `${role[1]}, ${role[2]}`, word: 'of' },
        };
      }
      if (intermediate && rung !== null) {
        const name = (rung[1] ?? '').trim() || (family.role?.text ?? 'Role');
        yield {
          message: 'intermediate',
          span: level.titleSpan,
          key: `${textKey(level.title)}/intermediate`,
          data: { level: level.title, role: `${name} (Intermediate)`, word: 'Intermediate' },
        };
      }
    }
  },
});

/** The missing words as the full name writes them. */
function wordsIn(role: string, missing: readonly string[]): string {
  const words = role
    .split(/[\s,]+/)
    .filter((word) => missing.some((one) => word.toLowerCase().startsWith(one.slice(0, 4))));
  return words.length > 0 ? words.join(' ') : missing.join(' ');
}

/** A lower-case word as the text writes it. */
function asIn(text: string, word: string): string {
  const at = text.toLowerCase().indexOf(word);
  return at < 0 ? word : text.slice(at, at + word.length);
}

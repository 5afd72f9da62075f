import { corpusRule, type PageFacts } from '../../src/lint/rule.ts';
import { textKey } from '../../src/text/key.ts';
import type { Span } from '../../src/text/span.ts';
import { FamilyNames, oddWords } from './_family-names.ts';
import { meantBy } from './_heading-slips.ts';
import { type NamingPage, namedPhrases, namedWords, phraseSpan, typedSpan } from './_named-words.ts';

export const rule = corpusRule({
  id: 'level/misspelled',
  summary: 'A misspelled word in a heading or role name.',
  details:
    'Compares the words of headings and role names with those that job families use for them ("Responsibilities", "Associate", ' +
    '"Engineer"). A word one slip away from such a word is reported, unless it is a word itself or another form of one ("Engineers"); ' +
    'a long word may have two slips. A name that differs from the names of the family in one such word is reported even where it makes a ' +
    'word ("Date Engineer" among data engineers). A spelling that three pages or more share, and that is not rare beside the usual one, is taken ' +
    'for the way of the house. No fix is made where a link of the corpus leads to the heading: it would break.',
  needs: ['text', 'sections', 'blocks', 'links', 'family'],
  options: {
    words: {
      type: 'array',
      description: 'Words that are right although they look like a slip. Case does not count.',
      items: { type: 'string' },
      default: [],
    },
  },
  messages: {
    misspelled: {
      what: '"{word}" is a misspelling of "{meant}".',
      why: 'Headings and role names are what people search for, link to and copy; a slip there spreads and hides the page.',
      how: 'Write "{meant}".',
    },
    otherwise: {
      what: 'The name "{name}" says "{word}" where the family says "{meant}".',
      why: 'A role with two spellings looks like two roles, and whoever searches for one does not find the other.',
      how: 'Write "{meant}".',
    },
  },
  yieldsTo: ['reports-to/subject', 'grade/subject', 'level/label'],
  examples: {
    wrong: [
      {
        caption: 'Slips in headings.',
        text: '## ⟦Assocate⟧ Baker\n\nThe Baker is a grade 6.\n\n### ⟦Responsibilties⟧\n\n- Bakes\n',
        messages: ['misspelled', 'misspelled'],
        fixed: '## Associate Baker\n\nThe Baker is a grade 6.\n\n### Responsibilities\n\n- Bakes\n',
      },
      {
        caption: 'A slip in the name of a manager.',
        text: '## Baker\n\nThe Baker is a grade 6.\nThe Baker reports to the Director, Corporate ⟦Commmunications⟧.\n',
        fixed:
          '## Baker\n\nThe Baker is a grade 6.\nThe Baker reports to the Director, Corporate Communications.\n',
        messages: ['misspelled'],
      },
      {
        caption: 'Names that differ from those of the family by a slip of the pen.',
        text: '---\ntitle: Tide Analyst\n---\n\n### Tide Analyst\n\nThe Tide Analyst is a grade 6. The ⟦Tiide⟧ Analyst reads the tables.\n\n### Senior ⟦Tile⟧ Analyst\n\nThe Senior Tide Analyst is a grade 7.\n',
        fixed:
          '---\ntitle: Tide Analyst\n---\n\n### Tide Analyst\n\nThe Tide Analyst is a grade 6. The Tide Analyst reads the tables.\n\n### Senior Tile Analyst\n\nThe Senior Tide Analyst is a grade 7.\n',
        messages: ['otherwise', 'otherwise'],
      },
    ],
    right: [
      {
        caption: 'Right words that come near, other forms, British spelling, names.',
        text: '## Baker\n\nThe Baker is a grade 6.\nThe Baker reports to the Head of Training, Hospitality Organisation.\n\n### Planting and Contacts\n\n- Bakes\n\n### Specialities\n\n- Rye\n',
      },
      {
        caption: 'A role of another family.',
        text: '### Tide Analyst\n\nThe Tide Analyst is a grade 6. The Tidal Analyst and the Tile Analyst help out.\n',
        others: { 'families/tiles.md': '### Tile Analyst\n\nThe Tile Analyst is a grade 6.\n' },
      },
      {
        caption: 'A word of your own.',
        text: '## Baker\n\nThe Baker is a grade 6.\nThe Baker reports to the Markating Manager.\n',
        options: { words: ['markating'] },
      },
    ],
  },
  look: {
    of(page) {
      const phrases = page.family.isFamily ? [...namedPhrases(page)] : [];
      const places = phrases.map((phrase) => phraseSpan(phrase, page));
      return {
        data: phrases.map(({ text, isHeading }, at) => [
          text,
          isHeading,
          page.text.slice(places[at]?.start, places[at]?.end),
        ]),
        places,
      };
    },
  },
  *check({ pages }, { words }) {
    const accepted = new Set(words.map((word) => word.toLowerCase()));
    const meantWith = (lower: string) => (accepted.has(lower) ? [] : meantBy(lower));
    const linked = wordsOfAnchors(pages);
    const { usage, names, suspects } = surveyed(pages, (word) => meantWith(word).length > 0);
    for (const page of pages) {
      if (!page.family.isFamily) continue;
      const told = new Set<number>();
      for (const named of suspects.has(page.path) ? namedWords(page) : []) {
        const lower = named.word.toLowerCase();
        const meant = meantWith(lower);
        const [best] = meant;
        if (best === undefined || isOfTheHouse(usage, lower, best)) continue;
        const span = typedSpan(named, page);
        if (span === null || told.has(span.start)) continue;
        told.add(span.start);
        const right = like(named.word, best);
        const safe = meant.length === 1 && !(named.isHeading && linked.has(lower));
        yield {
          message: 'misspelled',
          span,
          key: `${sectionTitle(page, span.start)}/${textKey(named.word)}`,
          data: { word: named.word, meant: right },
          ...(safe
            ? { fix: [{ span, text: right }] }
            : { suggestions: meant.map((word) => suggestion(span, like(named.word, word))) }),
        };
      }
      for (const odd of oddWords(page, names)) {
        const lower = odd.word.toLowerCase();
        const span = typedSpan(odd, page);
        if (span === null || told.has(span.start) || accepted.has(lower)) continue;
        if (isOfTheHouse(usage, lower, odd.meant)) continue;
        told.add(span.start);
        const right = like(odd.word, odd.meant);
        const safe = odd.isSlip && !(odd.isHeading && linked.has(lower));
        yield {
          message: 'otherwise',
          span,
          key: `${sectionTitle(page, span.start)}/${textKey(odd.word)}`,
          data: { name: odd.name, word: odd.word, meant: right },
          ...(safe ? { fix: [{ span, text: right }] } : { suggestions: [suggestion(span, right)] }),
        };
      }
    }
  },
});

/** Words of the anchors that links of the corpus lead to: a heading with such a word cannot change without them. */
function wordsOfAnchors(pages: readonly Pick<PageFacts, 'links'>[]): ReadonlySet<string> {
  const words = new Set<string>();
  for (const { links } of pages) {
    for (const { target } of links) {
      const anchor = (target.split('#')[1] ?? '').toLowerCase();
      for (const word of anchor.match(/[a-z]{6,}/g) ?? []) words.add(word);
    }
  }
  return words;
}

/** Key of the heading that an offset stands in or under. */
function sectionTitle({ sections }: Pick<PageFacts, 'sections'>, offset: number): string {
  let low = 0;
  let high = sections.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((sections[middle]?.headingSpan.start ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return textKey(sections[low]?.title ?? '');
}

function suggestion(span: Span, text: string) {
  return { title: `Write "${text}"`, edits: [{ span, text }] };
}

interface Survey {
  /** Number of families that have each word, in lower case, in a heading or role name. */
  readonly usage: ReadonlyMap<string, number>;
  readonly names: FamilyNames;
  /** Paths of the families that have a suspicious word there. */
  readonly suspects: ReadonlySet<string>;
}

/** Looks through all families once, and keeps none of their words' places: of many pages, these are very many. */
function surveyed(pages: readonly NamingPage[], isSuspicious: (lower: string) => boolean): Survey {
  const usage = new Map<string, number>();
  const names = new FamilyNames();
  const suspects = new Set<string>();
  for (const page of pages) {
    if (!page.family.isFamily) continue;
    names.add(page.family);
    for (const word of new Set(Array.from(namedWords(page), (named) => named.word.toLowerCase()))) {
      usage.set(word, (usage.get(word) ?? 0) + 1);
      if (isSuspicious(word)) suspects.add(page.path);
    }
  }
  return { usage, names, suspects };
}

function isOfTheHouse(usage: ReadonlyMap<string, number>, word: string, meant: string): boolean {
  const often = usage.get(word) ?? 0;
  return often >= 3 && often * 4 >= (usage.get(meant) ?? 0);
}

/** `right` in the case of `word`. */
function like(word: string, right: string): string {
  if (word.length > 1 && word === word.toUpperCase()) return right.toUpperCase();
  return /^\p{Lu}/u.test(word) ? right.charAt(0).toUpperCase() + right.slice(1) : right;
}

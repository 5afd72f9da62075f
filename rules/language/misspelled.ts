import { documentRule } from '../../src/lint/rule.ts';
import { joinedWords } from './_joined.ts';
import { defaultNames } from './_known-words.ts';
import { misspellingsIn } from './_misspellings.ts';
import { sectionKey } from './_sections.ts';

export const rule = documentRule({
  id: 'language/misspelled',
  summary: 'Misspelled words in running text and headings.',
  details:
    'A word is reported only where the English dictionary does not have it and a word that was probably meant lies one or two slips ' +
    'away. British and American spellings, regular new forms ("solutioning"), compounds of two words, acronyms, code, links and ' +
    'addresses are never judged, nor is a word that the page uses five times or more. A capitalised word may be a name and has to be ' +
    'close to a very common word. Names of the option `names` must be written as they are listed there, without letters swapped or, in long ones, lost. A comma between two words needs a ' +
    'blank behind it.',
  needs: ['text', 'blocks', 'sections', 'raws', 'links'],
  options: {
    names: {
      type: 'array',
      description:
        'Names as their owners write them. Another mixture of upper and lower case is reported, unless it is an ordinary word or all capitals.',
      items: { type: 'string' },
      default: defaultNames,
    },
    words: {
      type: 'array',
      description: 'Words that are right although no dictionary has them. Case does not count.',
      items: { type: 'string' },
      default: [],
    },
  },
  messages: {
    misspelled: {
      what: '"{word}" looks misspelled.',
      why: 'Slips in spelling make readers doubt the rest of the page, and searches miss the word.',
      how: 'Correct the word, perhaps to "{meant}". If it is right as it is, have it added to the option `words` of this rule.',
    },
    name: {
      what: '"{word}" is written "{name}".',
      why: 'Names stand out when they are written in more than one way.',
      how: 'Write "{name}".',
    },
    joined: {
      what: 'A blank is missing behind the comma in "{word}".',
      why: 'The two words read as one, and searches miss both.',
      how: 'Write "{meant}".',
    },
  },
  yieldsTo: ['level/misspelled', 'duplicate/phrase'],
  examples: {
    wrong: [
      {
        caption: 'Slips of the pen, and a name in the wrong letters.',
        text: '## Baker\n\nThe Baker ⟦demonstates⟧ ⟦excelent⟧ kneading and ⟦accross⟧ the bakery keeps the ⟦Javascript⟧ orders running.\n',
        messages: ['misspelled', 'misspelled', 'misspelled', 'name'],
        fixed:
          '## Baker\n\nThe Baker demonstates excelent kneading and accross the bakery keeps the JavaScript orders running.\n',
      },
      {
        caption: 'Listed names with letters swapped or lost.',
        text: '## Baker\n\nKnows ⟦Zuroa⟧ and ⟦Elasicsearch⟧ well.\n',
        messages: ['misspelled', 'misspelled'],
      },
      {
        caption: 'A comma without its blank.',
        text: '## Baker\n\nWorks with ⟦millers,farmers⟧ and guests.\n',
        messages: ['joined'],
        fixed: '## Baker\n\nWorks with millers, farmers and guests.\n',
      },
      {
        caption: 'A capitalised word near a very common one.',
        text: '## Baker\n\n### ⟦Acheivement⟧\n\nReports to the ⟦Secratary⟧ of the guild.\n',
        messages: ['misspelled', 'misspelled'],
      },
    ],
    right: [
      {
        caption: 'British spellings, compounds, acronyms, code, addresses, and names.',
        text: '## Baker\n\nOrganises the labour programme and the onboarding touchpoints of our KPIs with `kubectl`, Marketo and Brezelbub at <https://exmaple.com/recieve>. See [the menu](/recieve/).\n',
      },
      {
        caption: 'Commas in figures, lists of short signs, code and addresses.',
        text: '## Baker\n\nBakes 10,000 rolls (a,b,c) with `rye,wheat` from [here](/a/rye,wheat/) for rye,wheat_flour.\n',
      },
      {
        caption: 'Names that are nearly those of others.',
        text: '## Baker\n\nReads Quora on Workdays, and asks the Salesforces of this world for a Wikimedia account.\n',
      },
      {
        caption: 'A word of your own.',
        text: '## Baker\n\nBakes crackel and doughnouts.\n',
        options: { words: ['Crackel', 'doughnouts'] },
      },
    ],
  },
  *check(facts, { names, words }) {
    for (const { section, span, word, near, name } of misspellingsIn(facts, names, words)) {
      const key = sectionKey(facts, section, word);
      if (name !== null) {
        yield { message: 'name', span, key, data: { word, name }, fix: [{ span, text: name }] };
        continue;
      }
      const suggestions = near.map((meant) => ({
        title: `Write "${meant}"`,
        edits: [{ span, text: meant }],
      }));
      yield { message: 'misspelled', span, key, data: { word, meant: near[0] ?? '' }, suggestions };
    }
    for (const { section, span, words: word, apart: meant } of joinedWords(facts)) {
      const key = sectionKey(facts, section, word);
      yield { message: 'joined', span, key, data: { word, meant }, fix: [{ span, text: meant }] };
    }
  },
});

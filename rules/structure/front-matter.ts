import { documentRule } from '../../src/lint/rule.ts';
import { type Front, frontErrorIn, titleSlipIn } from './_front.ts';

export const rule = documentRule({
  id: 'structure/front-matter',
  summary: 'The front matter is broken, or the title in it is missing, empty or about something else.',
  details:
    'The lines between the two `---` at the top of a page are its front matter, in YAML. Finds front matter that cannot be read or ' +
    'that lacks one of its `---` lines; on job families also a title that is missing, empty, or still text of the template, and a title ' +
    'none of whose words occurs in the page. A page without front matter, or with a first-level heading instead of a title, is fine.',
  needs: ['text', 'frontMatter', 'sections', 'blocks', 'family'],
  options: {},
  messages: {
    broken: {
      what: 'The front matter cannot be read: {problem}.',
      why: 'Without it the page has no title and no layout, and the site may not build.',
      how: 'Mend this line. A value that holds a colon, a brace or a quote needs double quotes around it.',
    },
    unopened: {
      what: 'The front matter does not begin with a line of "---".',
      why: 'Without it these lines are shown as text, and the page has no title and no layout.',
      how: 'Put a line of "---" above the first line.',
    },
    missing: {
      what: 'The front matter has no title.',
      why: 'The page has no name in menus, in search results and in the browser.',
      how: 'Add a line "title:" with the name of the job family.',
    },
    empty: {
      what: 'The title is empty or holds no word.',
      why: 'The page has no name in menus, in search results and in the browser.',
      how: 'Write the name of the job family behind "title:".',
    },
    template: {
      what: 'The title is not a text but "{words}".',
      why: 'Braces and brackets have a meaning of their own in front matter, so the page has no usable name.',
      how: 'Write the name of the job family behind "title:".',
    },
    conflict: {
      what: 'The title says "{title}", but the page never speaks of it: its first level is "{level}".',
      why: 'Readers who find the page by its title land on another role.',
      how: 'Check whether the title was copied from another page.',
    },
  },
  examples: {
    wrong: [
      {
        caption: 'A colon inside a value without quotes.',
        text: '---\nlayout: job_family\n⟦title: Ferries: Deck Crew⟧\n---\n\n## Deck Engineer\n\nThe Deck Engineer is a grade 4.\n',
        fixed:
          '---\nlayout: job_family\ntitle: "Ferries: Deck Crew"\n---\n\n## Deck Engineer\n\nThe Deck Engineer is a grade 4.\n',
        messages: ['broken'],
      },
      {
        caption: 'The opening line is missing.',
        text: '⟦layout: job_family⟧\ntitle: Deck Crew\n---\n\n## Deck Engineer\n\nThe Deck Engineer is a grade 4.\n',
        fixed:
          '---\nlayout: job_family\ntitle: Deck Crew\n---\n\n## Deck Engineer\n\nThe Deck Engineer is a grade 4.\n',
        messages: ['unopened'],
      },
      {
        caption: 'No title.',
        text: '⟦---⟧\nlayout: job_family\n---\n\n## Deck Engineer\n\nThe Deck Engineer is a grade 4.\n',
        messages: ['missing'],
      },
      {
        caption: 'The title of the template.',
        text: '---\n⟦title: {add text of job family name}⟧\n---\n\n## Deck Engineer\n\nThe Deck Engineer is a grade 4.\n',
        messages: ['template'],
      },
      {
        caption: 'Nothing behind "title:".',
        text: '---\n⟦title:⟧\n---\n\n## Deck Engineer\n\nThe Deck Engineer is a grade 4.\n',
        messages: ['empty'],
      },
      {
        caption: 'A title that came with a copied page.',
        text: '---\ntitle: ⟦Payroll⟧\n---\n\n## Deck Engineer\n\nThe Deck Engineer is a grade 4.\n',
        messages: ['conflict'],
      },
    ],
    right: [
      {
        caption: 'A title in quotes.',
        text: '---\ntitle: "Deck Crew: Ferries"\n---\n\n## Deck Engineer\n\nThe Deck Engineer joins the crew. The Deck Engineer is a grade 4.\n',
      },
      {
        caption: 'A page without front matter.',
        text: '# Deck Engineer\n\nThe Deck Engineer is a grade 4.\n',
      },
    ],
  },
  *check(facts) {
    const front: Front = facts;
    const error = frontErrorIn(front);
    const slip = error ?? (facts.family.isFamily ? titleSlipIn(front) : null);
    if (slip !== null) yield { ...slip, key: slip.message };
  },
});

import { documentRule } from '../../src/lint/rule.ts';
import { inlineMarkers } from './_inline-markers.ts';
import { lostMarkers, wrongMarkers } from './_lost-markers.ts';
import { strayItems } from './_stray-items.ts';
import { loneSigns, unmarkedLists } from './_stray-lines.ts';
import { messages } from './_stray-messages.ts';

export const rule = documentRule({
  id: 'structure/stray',
  summary: 'List markers and signs that went astray: lost, doubled, left in a sentence, or alone on a line.',
  details:
    'Finds what editing leaves behind around lists: a line that lost its marker and runs into the item above, a paragraph that follows ' +
    'a list without a blank line, two items on one line, a marker in the middle of a sentence or doubled, a sign alone on a line, an ' +
    'empty item, and several lines that were meant as a list. Lines that were merely wrapped are left alone: a line counts only if it ' +
    'begins anew, the line above is complete, and the page does not wrap its lines there.',
  needs: ['text', 'masked', 'blocks', 'items', 'sections', 'links', 'raws', 'family'],
  options: {},
  messages,
  examples: {
    wrong: [
      {
        caption: 'A line of the list has lost its marker.',
        text: page('- Bakes bread for the morning shift\n⟦Cleans the ovens⟧\n- Orders flour\n'),
        fixed: page('- Bakes bread for the morning shift\n- Cleans the ovens\n- Orders flour\n'),
        messages: ['lost'],
      },
      {
        caption: 'The closing paragraph has no blank line in front of it.',
        text: page('- Bakes bread\n- Orders flour\n⟦More information can be found on our team page.⟧\n'),
        fixed: page('- Bakes bread\n- Orders flour\n\nMore information can be found on our team page.\n'),
        messages: ['swallowed'],
      },
      {
        caption: 'Markers that are none.',
        text: page('- Bakes bread\n⟦-Orders flour⟧\n\n⟦• Cleans the ovens⟧\n'),
        fixed: page('- Bakes bread\n- Orders flour\n\n- Cleans the ovens\n'),
        messages: ['unspaced', 'unspaced'],
      },
      {
        caption: 'Two items on one line.',
        text: page('- Bakes bread and other ⟦fine goods.* Orders flour⟧ once a week\n'),
        fixed: page('- Bakes bread and other fine goods.\n- Orders flour once a week\n'),
        messages: ['together'],
      },
      {
        caption: 'Markers inside a sentence and in front of an item.',
        text: page('- Bakes bread with all ⟦of the * various ovens⟧\n⟦- -⟧ Orders flour\n'),
        fixed: page('- Bakes bread with all of the various ovens\n- Orders flour\n'),
        messages: ['leftover', 'leftover'],
      },
      {
        caption: 'Lines that were meant as a list.',
        text: page('⟦Bakes bread\nOrders flour\nCleans the ovens⟧\n'),
        fixed: page('- Bakes bread\n- Orders flour\n- Cleans the ovens\n'),
        messages: ['lines'],
      },
      {
        caption: 'A full stop on a line of its own, and an item without words.',
        text: page('Bakes bread\n⟦.⟧\n\n- Orders flour\n⟦-⟧\n- Cleans the ovens\n'),
        fixed: page('Bakes bread.\n\n- Orders flour\n- Cleans the ovens\n'),
        messages: ['lone', 'lone'],
      },
      {
        caption: 'The introduction became an item.',
        text: page('⟦- Every day follows the steps below.⟧\n- Bakes bread\n- Orders flour\n'),
        messages: ['bulleted'],
      },
      {
        caption: 'A number sign makes a heading of an item.',
        text: page('- ⟦#⟧ of loaves baked\n'),
        fixed: page('- \\# of loaves baked\n'),
        messages: ['hash'],
      },
    ],
    right: [
      {
        caption: 'Lines that were wrapped.',
        text: page('- Bakes bread for the shops of\nNorth Street and for the\nSunday market\n'),
      },
      {
        caption: 'One sentence a line, dashes, emphasis and line breaks that were asked for.',
        text: page(
          'Bakes bread.\nOrders flour.\nCleans the ovens - *always.* Then rests.\n\nNorth Street  \nSouth Street  \nMarket\n',
        ),
      },
    ],
  },
  *check(facts) {
    if (!facts.family.isFamily) return;
    yield* lostMarkers(facts);
    yield* wrongMarkers(facts);
    yield* inlineMarkers(facts);
    yield* unmarkedLists(facts, facts.family);
    yield* loneSigns(facts);
    yield* strayItems(facts);
  },
});

/** A family with a list of responsibilities. */
function page(body: string): string {
  return `## Bread Engineer\n\nThe Bread Engineer is a grade 5.\n\n### Responsibilities\n\n${body}`;
}

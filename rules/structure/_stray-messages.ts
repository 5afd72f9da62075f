import type { Suggestion } from '../../src/lint/rule.ts';
import type { Edit } from '../../src/text/edit.ts';
import type { Span } from '../../src/text/span.ts';

export const messages = {
  lone: {
    what: 'A "{mark}" stands alone on a line.',
    why: 'Readers see a sign without words, or an empty bullet.',
    how: 'Remove it, or write the words that belong to it.',
  },
  lost: {
    what: 'The line "{words}" has no list marker, so it runs into the item above.',
    why: 'Readers see two items as one.',
    how: 'Put the list marker back in front of the line.',
  },
  swallowed: {
    what: 'The line "{words}" follows a list without a blank line, so it runs into the last item.',
    why: 'Readers take it for the end of that item.',
    how: 'Put a blank line in front of it, or a list marker if it is an item.',
  },
  unspaced: {
    what: '"{mark}" at the start of "{words}" is not a list marker, because no blank follows it or it is the wrong sign.',
    why: 'The line runs into the one above, and readers see the sign.',
    how: 'Write the list marker and a blank.',
  },
  together: {
    what: 'Two list items seem to be run together at "{words}".',
    why: 'Readers see two items as one.',
    how: 'Begin the second one on a line of its own, with a list marker.',
  },
  leftover: {
    what: 'A list marker was left in the text at "{words}".',
    why: 'Readers see the sign in the middle of the sentence.',
    how: 'Remove the marker, or begin a new item there.',
  },
  lines: {
    what: 'These lines look like a list, but none has a list marker: "{words}" and the lines below it.',
    why: 'Readers see them run together in one paragraph.',
    how: 'Put a list marker in front of each line.',
  },
  bulleted: {
    what: 'The opening sentence "{words}" carries a list marker.',
    why: 'Readers take the introduction for the first step.',
    how: 'Take off the marker and put a blank line below.',
  },
  hash: {
    what: 'The "#" at the start of "{words}" makes this list item a heading.',
    why: 'The item is shown as a title of the whole page.',
    how: 'Write "Number", or put a backslash in front of the "#".',
  },
} as const;

/** A finding of the rule, before it is given to the runner. */
export interface Stray {
  readonly message: keyof typeof messages;
  readonly span: Span;
  readonly key: string;
  readonly data: { readonly words: string; readonly mark: string };
  readonly fix?: readonly Edit[];
  readonly suggestions?: readonly Suggestion[];
}

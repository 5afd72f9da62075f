import { documentRule } from '../../src/lint/rule.ts';
import { textKey } from '../../src/text/key.ts';
import { syntaxSlips, wordlessLinks } from './_slips.ts';

const why = 'Readers see brackets and an address instead of a link, or a link that leads nowhere.';

export const rule = documentRule({
  id: 'link/malformed',
  summary: 'Broken link syntax.',
  details:
    'A link is written "[words](/path/)". Found are a bracket that is missing, of the wrong kind or doubled, a blank between the two parts, ' +
    'the parts the wrong way round, a link within a link, empty words or an empty target, and marks in a target that do not belong there. ' +
    'Code and template code are not judged, and brackets that cannot be a link are text. Where the missing bracket can only have stood in ' +
    'one place (before a name in capitals that the sentence leads up to), the fix puts it there; else the likeliest place is suggested.',
  needs: ['text', 'masked', 'sections', 'blocks', 'links', 'raws'],
  options: {},
  messages: {
    opening: {
      what: 'The link "{words}" lacks its opening square bracket.',
      why,
      how: 'Put "[" before the words of the link.',
    },
    closing: {
      what: 'The link "{words}" lacks the square bracket between its words and its address.',
      why,
      how: 'Put "]" behind the words of the link.',
    },
    round: {
      what: 'In the link "{words}" a round bracket around the address is missing or of the wrong kind.',
      why,
      how: 'Write the address in round brackets, right behind the words: "[words](/path/)".',
    },
    gap: {
      what: 'In the link "{words}" there is a blank between the words and the address.',
      why,
      how: 'Take the blank out.',
    },
    reversed: {
      what: 'The link "{words}" has its brackets the wrong way round.',
      why,
      how: 'Write square brackets around the words, and round ones around the address.',
    },
    nested: {
      what: 'The link "{words}" has another link in it.',
      why: 'A link cannot hold a link, so readers see the brackets and the address of the outer one.',
      how: 'Leave one of the two links.',
    },
    doubled: {
      what: 'A bracket or mark stands twice in the link "{words}".',
      why,
      how: 'Leave it once.',
    },
    blanks: {
      what: 'The address of the link "{words}" has blanks in it.',
      why,
      how: 'Write the address as it stands in the address bar of the browser.',
    },
    stray: {
      what: 'The address of the link "{words}" has a mark in it that does not belong there.',
      why: 'The link leads to a page that does not exist.',
      how: 'Take the mark out.',
    },
    scheme: {
      what: 'The address of the link "{words}" does not begin as it should.',
      why: 'Browsers take it for a page of this site, and find none.',
      how: 'Begin the address with "https://".',
    },
    noWords: {
      what: 'The link to "{words}" has no words.',
      why: 'Readers do not see it, and cannot follow it.',
      how: 'Write the words of the link, or remove it.',
    },
    noTarget: {
      what: 'The link "{words}" has no address.',
      why: 'Readers see a link that leads nowhere.',
      how: 'Write where it leads, or take the brackets off.',
    },
  },
  yieldsTo: ['grade/link'],
  examples: {
    wrong: [
      {
        caption: 'The opening bracket is missing, and only one place is right.',
        text: 'The Pilot reports to the ⟦Manager, Harbour Operations](/roles/harbour-operations/)⟧.\n\n- ⟦Pilot Handbook](/pilots/)⟧\n',
        fixed:
          'The Pilot reports to the [Manager, Harbour Operations](/roles/harbour-operations/).\n\n- [Pilot Handbook](/pilots/)\n',
        messages: ['opening', 'opening'],
      },
      {
        caption: 'Where the link begins cannot be known.',
        text: 'More about this can be read on our ⟦hiring page](/hiring/)⟧.\n',
        messages: ['opening'],
      },
      {
        caption: 'Other brackets that are missing or of the wrong kind.',
        text: 'See ⟦[Pilots(/pilots/)⟧, ⟦[Rota]/rota/)⟧, ⟦[Map][/map/)⟧ and ⟦[Tides](/tides/]⟧ or ⟦[Locks](/locks/⟧.\n',
        fixed:
          'See [Pilots](/pilots/), [Rota](/rota/), [Map](/map/) and [Tides](/tides/) or [Locks](/locks/).\n',
        messages: ['closing', 'round', 'round', 'round', 'round'],
      },
      {
        caption: 'A blank between the parts, parts the wrong way round, doubled brackets.',
        text: '⟦[Pilots] (/pilots/)⟧, ⟦(Rota)[/rota/]⟧, [Map](⟦(/map/)⟧), ⟦[⟧[Tides](/tides/), [Keys](⟦/keys/##spare⟧).\n\nThe [Locks](/locks/)⟦]⟧ close at nine.\n',
        fixed:
          '[Pilots](/pilots/), [Rota](/rota/), [Map](/map/), [Tides](/tides/), [Keys](/keys/#spare).\n\nThe [Locks](/locks/) close at nine.\n',
        messages: ['gap', 'reversed', 'doubled', 'doubled', 'doubled', 'doubled'],
      },
      {
        caption: 'Nothing in the brackets, or what does not belong there.',
        text: 'A ⟦[](/pilots/)⟧, ⟦[Rota]()⟧, ⟦[Map](#The Old Map)⟧, [Tides](⟦/tides/,⟧), [Locks](⟦https//locks.example⟧), ⟦[a [Key](/key/) here](/keys/)⟧.\n',
        fixed:
          'A [](/pilots/), [Rota](), [Map](#The Old Map), [Tides](/tides/), [Locks](https://locks.example), [a [Key](/key/) here](/keys/).\n',
        messages: ['noWords', 'noTarget', 'blanks', 'stray', 'scheme', 'nested'],
      },
    ],
    right: [
      {
        caption: 'Brackets that are no link.',
        text: 'Pilots [sic] (see below) know tides[1] (and more), f(x)[0], [ ] (open), \\[not](/a/) and `[code] (/path/)`.\n',
      },
      {
        caption: 'Links in brackets, references, a picture in a link, and template code.',
        text: '([Pilots](/pilots/)), [Rota][rota], [![Map](/map.png)](/map/), [Tides]({{< ref "tides" >}}), [Locks](/locks_(old)/).\n\n[rota]: /rota/\n',
      },
    ],
  },
  *check({ text, masked, sections, blocks, links, raws, path }) {
    const slips = [
      ...syntaxSlips({ text, masked, sections, blocks, links, raws, path }),
      ...wordlessLinks(text, links),
    ];
    for (const { kind, span, section, words, edits, sure, start } of slips) {
      const title = start === '' ? 'Mend the link' : `Begin the link at “${start}”`;
      yield {
        message: kind,
        span,
        key: `${textKey(sections[section]?.title ?? '')}/${textKey(words) || 'link'}`,
        data: { words },
        ...(edits.length > 0 && (sure ? { fix: edits } : { suggestions: [{ title, edits }] })),
      };
    }
  },
});

import { corpusRule } from '../../src/lint/rule.ts';
import { externalAddress } from '../../src/site/external/address.ts';
import { verdictOf } from '../../src/site/external/answer.ts';
import { textKey } from '../../src/text/key.ts';
import { answer, leadingTo, movedTarget, shortened, whyUnanswered } from './_answers.ts';

export const rule = corpusRule({
  id: 'link/external',
  summary: 'A link to an outside address that does not open.',
  details:
    'Outside addresses are only asked with `--external`; without it, the rule says nothing. An address is a finding where its host says that ' +
    'there is no such page (status 404 or 410), where no host has its name, where redirects go in a circle, and where no good answer came each ' +
    'of three times it was asked. Hosts that turn programs away (401, 403, 405, 406, 429 and the like) or whose certificate cannot be verified ' +
    'are not judged, and addresses that are not public are not even asked unless `site.external.allow` names them. Answers are kept for a day, bad ' +
    'ones for an hour.',
  asksOutside: true,
  needs: ['sections', 'links'],
  options: {
    unanswered: {
      type: 'boolean',
      description:
        'Whether addresses are reported that answer with an error other than 404 and 410, or do not answer.',
      default: true,
    },
    moved: {
      type: 'boolean',
      description: 'Whether addresses are reported that have moved for good to another one.',
      default: false,
    },
  },
  messages: {
    missing: {
      what: 'There is nothing at the address "{address}"{leading}: it answers with status {status}.',
      why: 'Readers who follow the link find an error instead of a page.',
      how: 'Open the link, and correct or remove it. Where a page shows only to those who have signed in, it may answer like this too; then leave the link as it is.',
    },
    host: {
      what: 'No host has the name in the address "{address}"{leading}.',
      why: 'Readers who follow the link get nowhere.',
      how: 'Check the spelling of the address, and correct or remove the link. Where the name is known only inside the company, list it under site > external > ignore.',
    },
    circle: {
      what: 'The address "{address}" sends its readers in a circle and never opens.',
      why: 'Readers who follow the link find an error instead of a page.',
      how: 'Open the link, and correct or remove it.',
    },
    unanswered: {
      what: 'The address "{address}"{leading} could not be opened when it was checked: {reason}.',
      why: 'The same may happen to readers who follow the link.',
      how: 'Open the link. Where it opens, there is nothing to do; else correct or remove it.',
    },
    moved: {
      what: 'The address "{address}" has moved for good to "{target}".',
      why: 'The old address may stop leading there one day.',
      how: 'Link to the new address, where it is the same page.',
    },
  },
  yieldsTo: ['link/malformed', 'link/absolute'],
  examples: {
    wrong: [
      {
        caption: 'A page that is gone, and one whose redirects lead to where nothing is.',
        text: 'See the [tide tables](⟦https://tides.example/2019#may⟧) and the [berths](⟦http://port.example/berths⟧).\n',
        external: {
          'https://tides.example/2019': answer('missing', 'https://tides.example/2019', 410),
          'http://port.example/berths': answer('missing', 'https://port.example/all', 404),
        },
        messages: ['missing', 'missing'],
      },
      {
        caption: 'A host that does not exist, and redirects in a circle.',
        text: 'Ask the <⟦https://pilots.invalid/⟧> or the [guild][1].\n\n[1]: ⟦https://guild.example/a⟧\n',
        external: {
          'https://pilots.invalid/': answer('no-host', 'https://pilots.invalid/'),
          'https://guild.example/a': answer('loop', 'https://guild.example/b'),
        },
        messages: ['host', 'circle'],
      },
      {
        caption: 'No good answer, though it was asked several times.',
        text: 'Charts are [here](⟦https://charts.example/?a=1&amp;b=2⟧) and [there](⟦https://maps.example/⟧).\n',
        external: {
          'https://charts.example/?a=1&b=2': answer('status', 'https://charts.example/?a=1&b=2', 503),
          'https://maps.example/': answer('timeout', 'https://maps.example/'),
        },
        messages: ['unanswered', 'unanswered'],
      },
      {
        caption: 'An address that has moved for good, where that is asked for.',
        text: 'Our [charter](⟦http://docks.example/old#rules⟧).\n',
        external: {
          'http://docks.example/old': answer(
            'found',
            'http://docks.example/new',
            200,
            'http://docks.example/new',
          ),
        },
        options: { moved: true },
        messages: ['moved'],
      },
    ],
    right: [
      {
        caption: 'No outside address was asked.',
        text: 'See the [tide tables](https://tides.example/2019).\n',
      },
      {
        caption:
          'A page that opens, one that has moved, a host that turns programs away, and an address that is not public.',
        text: '[a](https://tides.example/) [b](https://docks.example/old) [c](https://club.example/) [d](http://10.0.0.7/)\n',
        external: {
          'https://tides.example/': answer('found', 'https://tides.example/', 200),
          'https://docks.example/old': answer(
            'found',
            'https://docks.example/new',
            200,
            'https://docks.example/new',
          ),
          'https://club.example/': answer('refuses', 'https://club.example/', 403),
          'http://10.0.0.7/': answer('private', 'http://10.0.0.7/'),
        },
      },
      {
        caption: 'An error of the host, where only what is surely gone is to be reported.',
        text: 'Charts are [here](https://charts.example/).\n',
        external: { 'https://charts.example/': answer('status', 'https://charts.example/', 502) },
        options: { unanswered: false },
      },
    ],
  },
  *check({ pages, external }, options) {
    if (external === undefined) return;
    for (const { links, sections } of pages) {
      const seen = new Set<number>();
      for (const link of links) {
        const url = externalAddress(link);
        const got = url === null ? undefined : external.get(url);
        if (url === null || got === undefined || seen.has(link.targetSpan.start)) continue;
        seen.add(link.targetSpan.start);
        const span = link.targetSpan;
        const at = { span, key: `${textKey(sections[link.section]?.title ?? '')}/${textKey(url)}` };
        const address = shortened(url);
        const leading = leadingTo(url, got);
        const { cause, status, movedTo } = got;
        if (cause === 'missing')
          yield { ...at, message: 'missing', data: { address, leading, status: status ?? 404 } };
        else if (cause === 'no-host') yield { ...at, message: 'host', data: { address, leading } };
        else if (cause === 'loop') yield { ...at, message: 'circle', data: { address } };
        else if (options.unanswered && verdictOf[cause] === 'unanswered')
          yield { ...at, message: 'unanswered', data: { address, leading, reason: whyUnanswered(got) } };
        else if (options.moved && movedTo !== null) {
          const text = movedTarget(link.target, url, movedTo);
          const suggestions =
            text === null ? [] : [{ title: 'Link to the new address', edits: [{ span, text }] }];
          yield { ...at, message: 'moved', data: { address, target: shortened(movedTo) }, suggestions };
        }
      }
    }
  },
});

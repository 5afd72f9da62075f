import { corpusRule, nothingElse } from '../../src/lint/rule.ts';
import { corpusOf } from '../../src/site/graph/reporting-graph.ts';
import { textKey } from '../../src/text/key.ts';
import { judgeLink } from './_judge-link.ts';
import { leadTo } from './_target.ts';

export const rule = corpusRule({
  id: 'reports-to/target-name',
  summary: 'The text of a link names one role, and the link leads to another.',
  details:
    'Every link whose text names a role, or a part of its page ("Senior Pilot requirements"), is held against the level that its anchor leads ' +
    'to, or against all levels of the page. Found are links to another rung of the same work, to another role where the page or the ' +
    'handbook has the one that was named, and to pages that have every rung but the one named. Other spellings, short and long forms, ' +
    'pages of a more general title and pages that are no job families count as right. A page that is kept ' +
    'elsewhere is judged by the words of the anchor alone; what is broken is left to the rules on links.',
  needs: ['text', 'sections', 'links', 'family'],
  options: {},
  messages: {
    level: {
      what: 'The link says "{name}" but leads to "{target}".',
      why: 'Readers who follow it take what they read there for the other role.',
      how: 'Link to "{right}", which stands on the same page.',
    },
    elsewhere: {
      what: 'The link says "{name}" but leads to "{target}".',
      why: 'Readers who follow it take what they read there for the other role.',
      how: 'Link to "{right}" in {path}, or write the role that is meant.',
    },
    rung: {
      what: 'The link says "{name}" but leads to "{target}".',
      why: 'Readers cannot tell which of the two is meant.',
      how: 'Write the role that is meant, and link to it.',
    },
    page: {
      what: 'The link says "{name}", but {target} has no such role.',
      why: 'Readers who follow it look for the role in vain.',
      how: 'Link to "{right}" in {path}, or write the role that is meant.',
    },
    lacking: {
      what: 'The link says "{name}", but {target} has no such level.',
      why: 'Readers who follow it look for the level in vain.',
      how: 'Write the level that is meant; the nearest one there is "{right}".',
    },
    anchor: {
      what: 'The link says "{name}", but its target names another rung: "{target}".',
      why: 'Readers cannot tell which of the two is meant.',
      how: 'Write the role that is meant, and link to it.',
    },
  },
  yieldsTo: ['link/malformed'],
  examples: {
    wrong: [
      {
        caption: 'The anchor of the rung below, on the same page.',
        text:
          '### Senior Harbour Pilot\n\nThe Senior Harbour Pilot is a grade 7.\n\n### Staff Harbour Pilot\n\nThe Staff Harbour Pilot is a grade 8.\n\n' +
          '### Manager, Harbour Pilots\n\nThe Manager, Harbour Pilots is a grade 8 and meets the [⟦Staff Harbour Pilot requirements⟧](#senior-harbour-pilot).\n',
        messages: ['level'],
      },
      {
        caption: 'A copied sentence: the manager has a page of its own.',
        text:
          '---\ntitle: Lock Keeper\n---\n\n### Lock Keeper\n\nThe Lock Keeper reports to the [⟦Manager, Tug Boats⟧](#manager-locks).\n\n' +
          '### Manager, Locks\n\nThe Manager, Locks is a grade 8.\n',
        others: {
          'job-families/tugs.md':
            '---\ntitle: Tug Boats\n---\n\n### Tug Captain\n\nThe Tug Captain is a grade 6.\n\n### Manager, Tug Boats\n\nThe Manager, Tug Boats is a grade 8.\n',
        },
        messages: ['elsewhere'],
      },
      {
        caption: 'Another rung of the same work.',
        text: '---\ntitle: Lock Keeper\n---\n\n### Lock Keeper\n\nThe Lock Keeper reports to the [⟦VP of Waterways⟧](/job-families/waterways/#senior-director-of-waterways).\n',
        others: {
          'job-families/waterways.md':
            '---\ntitle: Waterways\n---\n\n### Director of Waterways\n\nThe Director of Waterways is a grade 10.\n\n### Senior Director of Waterways\n\nThe Senior Director of Waterways is a grade 11.\n',
        },
        messages: ['rung'],
      },
      {
        caption: 'The page has every rung but the one named.',
        text: '---\ntitle: Lock Keeper\n---\n\n### Lock Keeper\n\nThe Lock Keeper reports to the [⟦Senior Director, Waterways⟧](/job-families/waterways/).\n',
        others: {
          'job-families/waterways.md':
            '---\ntitle: Waterways Leadership\n---\n\n### Manager, Waterways\n\nThe Manager, Waterways is a grade 8.\n\n### Director, Waterways\n\nThe Director, Waterways is a grade 10.\n',
        },
        messages: ['lacking'],
      },
      {
        caption: 'The page of other work.',
        text: '---\ntitle: Lock Keeper\n---\n\n### Lock Keeper\n\nThe Lock Keeper reports to the [⟦Manager, Tug Boats⟧](/job-families/waterways/).\n',
        others: {
          'job-families/waterways.md':
            '---\ntitle: Waterways\n---\n\n### Manager, Waterways\n\nThe Manager, Waterways is a grade 8.\n',
          'job-families/tugs.md':
            '---\ntitle: Tug Boats\n---\n\n### Tug Captain\n\nThe Tug Captain is a grade 6.\n\n### Manager, Tug Boats\n\nThe Manager, Tug Boats is a grade 8.\n',
        },
        messages: ['page'],
      },
      {
        caption: 'A page that is kept elsewhere: the words of the anchor speak.',
        site: { complete: ['/handbook/'] },
        text: '---\ntitle: Lock Keeper\n---\n\n### Lock Keeper\n\nThe Lock Keeper reports to the [⟦Director of Locks⟧](/job-families/locks-leadership/#senior-director-of-locks).\n',
        messages: ['anchor'],
      },
    ],
    right: [
      {
        caption:
          'Other spellings, short forms, the page of the whole family, and a page that is no job family.',
        text:
          '---\ntitle: Lock Keeper\n---\n\n### Lock Keeper\n\nThe Lock Keeper reports to the [VP of Waterways](/job-families/waterways/#vice-president-waterways).\n\n' +
          '### Senior Lock Keeper\n\nThe Senior Lock Keeper reports to the [Waterways Director](/job-families/waterways/#director-waterways-north) or the [Harbour Master](/team/).\n',
        others: {
          'job-families/waterways.md':
            '---\ntitle: Waterways\n---\n\n### Director, Waterways (North)\n\nThe Director, Waterways (North) is a grade 10.\n\n### Vice President, Waterways\n\nThe Vice President, Waterways is a grade 12.\n',
          'team.md': '# The team\n\nWho we are.\n',
        },
      },
      {
        caption: 'A role without a page of its own may be described under a more general name.',
        text: '---\ntitle: Lock Keeper\n---\n\n### Lock Keeper\n\nThe Lock Keeper reports to the [Manager, Lock Gates](/job-families/waterways/#manager-waterways).\n',
        others: {
          'job-families/waterways.md':
            '---\ntitle: Waterways\n---\n\n### Manager, Waterways\n\nThe Manager, Waterways is a grade 8.\n\n### Director, Waterways\n\nThe Director, Waterways is a grade 10.\n',
        },
      },
    ],
  },
  look: nothingElse,
  *check(facts) {
    const corpus = corpusOf(facts.pages, facts.site);
    for (const page of facts.pages) {
      if (!page.family.isFamily) continue;
      for (const link of page.links) {
        const found = judgeLink(page, link, corpus);
        if (found === null) continue;
        const { name, message, target, right } = found;
        const suggestion =
          right === null ? null : leadTo(page, link, right, found.isSamePage, facts.site, corpus.roles);
        yield {
          message,
          span: link.textSpan,
          key: `${textKey(found.place)}/${textKey(name.text)}`,
          data: { name: name.text, target, right: right?.level.title ?? '', path: right?.path ?? '' },
          ...(suggestion !== null && message !== 'lacking' && { suggestions: [suggestion] }),
          ...(right !== null && {
            related: [{ span: right.level.titleSpan, message: `"${right.level.title}" stands here.` }],
          }),
        };
      }
    }
  },
});

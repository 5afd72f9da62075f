import { corpusRule, nothingElse } from '../../src/lint/rule.ts';
import { compareSeniority } from '../../src/model/vocabulary.ts';
import { circlesIn } from '../../src/site/graph/circles.ts';
import { corpusOf } from '../../src/site/graph/reporting-graph.ts';
import { type SureEdge, sureEdges } from '../../src/site/graph/sure-edges.ts';
import { textKey } from '../../src/text/key.ts';

export const rule = corpusRule({
  id: 'reports-to/cycle',
  summary: 'Reporting lines form a circle.',
  details:
    'Whoever follows the reporting lines upward must arrive at the top. A circle is told once, at the line that most likely is wrong: ' +
    'the one that leads to the lowest grade or rung. Levels that report to themselves are told by reports-to/grade-order. Only managers ' +
    'who can be told for sure count.',
  needs: ['text', 'sections', 'links', 'family'],
  options: {},
  messages: {
    circle: {
      what: 'The reporting lines form a circle: {way}.',
      why: 'Nobody in a circle has a manager above, so one of these lines is wrong.',
      how: 'Check these lines, and write the right manager in the one that is wrong; most likely it is this one.',
    },
  },
  yieldsTo: [
    'reports-to/malformed',
    'reports-to/subject',
    'reports-to/target-name',
    'reports-to/grade-order',
  ],
  examples: {
    wrong: [
      {
        caption: 'A manager reports to those who report.',
        text:
          '---\ntitle: Pilots\n---\n\n### Manager, Pilots\n\nThe Manager, Pilots reports to the Director, Pilots.\n\n' +
          '### Director, Pilots\n\nThe Director, Pilots reports to the ⟦Manager, Pilots⟧.\n',
      },
      {
        caption: 'A circle over two pages.',
        path: 'job-families/pilots.md',
        text: '---\ntitle: Pilots\n---\n\n### Manager, Pilots\n\nThe Manager, Pilots reports to the Director, Harbours.\n\n### VP, Ships\n\nThe VP, Ships reports to the ⟦Manager, Pilots⟧.\n',
        others: {
          'job-families/harbours.md':
            '---\ntitle: Harbours\n---\n\n### Director, Harbours\n\nThe Director, Harbours reports to the [VP, Ships](/job-families/pilots/#vp-ships).\n',
        },
      },
    ],
    right: [
      {
        caption: 'Two managers who report to one director.',
        text:
          '### Manager, Pilots\n\nThe Manager, Pilots reports to the Director, Harbours.\n\n### Manager, Locks\n\nThe Manager, Locks reports to the Director, Harbours.\n\n' +
          '### Director, Harbours\n\nThe Director, Harbours reports to the Harbour Master.\n',
      },
      {
        caption: 'A sentence under the manager’s heading that speaks of those who report.',
        text:
          '### Pilot\n\nThe Pilot reports to the Manager, Pilots.\n\n### Manager, Pilots\n\nThe Manager, Pilots reports to the Director, Pilots. ' +
          'Pilots report to the Manager, Pilots.\n\n### Director, Pilots\n\nThe Director, Pilots is a grade 10.\n',
      },
    ],
  },
  look: nothingElse,
  *check({ pages, site }) {
    const { graph, roles } = corpusOf(pages, site);
    for (const circle of circlesIn(sureEdges(graph, roles))) {
      const worst = circle.reduce((a, b) => (fall(b) > fall(a) ? b : a));
      const at = circle.indexOf(worst);
      const turned = [...circle.slice(at), ...circle.slice(0, at)];
      const names = [...turned.map(({ from }) => from), worst.from].map(({ level }) => `"${level.title}"`);
      yield {
        message: 'circle',
        span: worst.said.manager.span,
        key: `${textKey(worst.from.level.title)}/${textKey(worst.said.manager.name.text)}`,
        data: { way: shortened(names).join(' → ') },
        related: turned.slice(1, 6).map(({ said, from }) => ({
          span: said.manager.span,
          message: `"${from.level.title}" reports to "${said.manager.name.text}" here.`,
        })),
      };
    }
  },
});

/** How far an edge leads down, in rungs first; below 0 where it leads up. */
function fall({ from, to }: SureEdge): number {
  const rungs = compareSeniority(from.level.name.seniority, to.level.name.seniority);
  return from.grade !== null && to.grade !== null ? rungs * 100 + (from.grade - to.grade) : rungs * 100;
}

/** A long way is told by its first and last steps. */
function shortened(names: readonly string[]): readonly string[] {
  return names.length <= 9 ? names : [...names.slice(0, 6), '…', ...names.slice(-2)];
}

import { corpusRule, nothingElse } from '../../src/lint/rule.ts';
import type { ReportingLine } from '../../src/model/facts.ts';
import { corpusOf } from '../../src/site/graph/reporting-graph.ts';
import { type SureEdge, sureEdges } from '../../src/site/graph/sure-edges.ts';
import { textKey } from '../../src/text/key.ts';

export const rule = corpusRule({
  id: 'reports-to/grade-order',
  summary: 'A level reports to a level of a lower grade, or to itself.',
  details:
    'Grades are those that the two pages state in one number. Equal grades are common, above all between the tracks of specialists and ' +
    'of managers, and are no finding unless the options say so. Where a sentence offers several managers, all of them must be too low. ' +
    'Lines for a whole family, and managers who cannot be told for sure, are not judged.',
  needs: ['text', 'sections', 'links', 'family'],
  options: {
    equal: {
      type: 'boolean',
      description: 'Whether a level may report to one of the same grade.',
      default: true,
    },
    peers: {
      type: 'boolean',
      description:
        'Whether a level may report to one of the same grade and the same rung, such as a director to a director.',
      default: true,
    },
  },
  messages: {
    itself: {
      what: 'The level "{level}" reports to itself: "{manager}".',
      why: 'Readers are told nothing of who the manager is.',
      how: 'Write the role of the manager.',
    },
    lower: {
      what: '"{level}" is a grade {grade} and reports to "{manager}", which is a grade {other}.',
      why: 'One of the two grades, or the manager, is probably wrong.',
      how: 'Check both grades and the manager, and correct the one that is wrong.',
    },
    equal: {
      what: '"{level}" reports to "{manager}", and both are a grade {grade}.',
      why: 'A manager should stand above those who report.',
      how: 'Check both grades and the manager, and correct the one that is wrong.',
    },
  },
  yieldsTo: ['reports-to/malformed', 'reports-to/subject', 'reports-to/target-name'],
  examples: {
    wrong: [
      {
        caption: 'The manager’s grade is lower.',
        text:
          '### Senior Pilot\n\nThe Senior Pilot is a grade 9.\n\nThe Senior Pilot reports to the ⟦Manager, Pilots⟧.\n\n' +
          '### Manager, Pilots\n\nThe Manager, Pilots is a grade 8.\n',
        messages: ['lower'],
      },
      {
        caption: 'A copied sentence: the manager reports to the manager.',
        text: '### Pilot\n\nThe Pilot reports to the Manager, Pilots.\n\n### Manager, Pilots\n\nThe Manager, Pilots reports to the ⟦Manager, Pilots⟧.\n',
        messages: ['itself'],
      },
      {
        caption: 'Equal grades, where the option forbids them.',
        text:
          '### Staff Pilot\n\nThe Staff Pilot is a grade 8.\n\nThe Staff Pilot reports to the ⟦Manager, Pilots⟧.\n\n' +
          '### Manager, Pilots\n\nThe Manager, Pilots is a grade 8.\n',
        options: { equal: false },
        messages: ['equal'],
      },
      {
        caption: 'A director who reports to a director, where the option forbids it.',
        text:
          '### Director, Pilots\n\nThe Director, Pilots is a grade 10.\n\nThe Director, Pilots reports to the ⟦Director, Harbours⟧.\n\n' +
          '### Director, Harbours\n\nThe Director, Harbours is a grade 10.\n',
        options: { peers: false },
        messages: ['equal'],
      },
    ],
    right: [
      {
        caption: 'A specialist of the manager’s own grade, and one of two managers who stands above.',
        text:
          '### Staff Pilot\n\nThe Staff Pilot is a grade 9.\n\nThe Staff Pilot reports to the Manager, Pilots or the Director, Pilots.\n\n' +
          '### Manager, Pilots\n\nThe Manager, Pilots is a grade 8.\n\nThe Manager, Pilots reports to the Director, Pilots.\n\n' +
          '### Director, Pilots\n\nThe Director, Pilots is a grade 9.\n',
      },
      {
        caption: 'A sentence for the whole family, which the manager’s own level does not mean.',
        text:
          '---\ntitle: Pilot\n---\n\nAll pilots report to the Manager, Pilots.\n\n### Pilot\n\nThe Pilot is a grade 6.\n\n' +
          '### Manager, Pilots\n\nThe Manager, Pilots is a grade 8.\n\n### Director, Pilots\n\nThe Director, Pilots is a grade 10.\n',
      },
    ],
  },
  look: nothingElse,
  *check({ pages, site }, options) {
    const { graph, roles } = corpusOf(pages, site);
    const edges = sureEdges(graph, roles);
    const byLine = new Map<ReportingLine, SureEdge[]>();
    for (const edge of edges) byLine.set(edge.said.line, [...(byLine.get(edge.said.line) ?? []), edge]);
    for (const edge of edges) {
      const kind = slipOf(edge, options);
      const { line, manager } = edge.said;
      const others = (byLine.get(line) ?? []).filter((other) => other !== edge);
      const isAlone = others.length + 1 === line.managers.length;
      if (kind === null || !isAlone || others.some((other) => slipOf(other, options) === null)) continue;
      yield {
        message: kind,
        span: manager.span,
        key: `${textKey(edge.from.level.title)}/${textKey(manager.name.text)}`,
        data: {
          level: edge.from.level.title,
          manager: edge.to.level.title,
          grade: edge.from.grade ?? '',
          other: edge.to.grade ?? '',
        },
        related: [{ span: edge.to.level.titleSpan, message: `"${edge.to.level.title}" stands here.` }],
      };
    }
  },
});

function slipOf(
  { from, to }: SureEdge,
  { equal, peers }: { readonly equal: boolean; readonly peers: boolean },
): 'itself' | 'lower' | 'equal' | null {
  if (from === to) return 'itself';
  if (from.grade === null || to.grade === null || to.grade > from.grade) return null;
  if (to.grade < from.grade) return 'lower';
  const arePeers = from.level.name.seniority === to.level.name.seniority;
  return equal && (peers || !arePeers) ? null : 'equal';
}

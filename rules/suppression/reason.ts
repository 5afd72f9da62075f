import { documentRule } from '../../src/lint/rule.ts';

export const rule = documentRule({
  id: 'suppression/reason',
  summary: 'A suppression comment does not say why.',
  details:
    'A comment that silences a finding is a decision, and the next editor of the page must be able to judge it. ' +
    'The reason stands behind two dashes: `<!-- jobfam-lint-disable-line grade/gap -- agreed with the pay team -->`. ' +
    'A comment that ends another (`jobfam-lint-enable`) needs no reason. ' +
    'A comment that speaks of all rules does not silence this one.',
  messages: {
    missing: {
      what: 'The comment “{word}” does not say why it silences findings.',
      why: 'Whoever reads the page later cannot tell whether the exception still holds.',
      how: 'Add two dashes and the reason at its end, for example “-- agreed with the team lead”.',
    },
  },
  options: {},
  needs: ['suppressions'],
  *check({ suppressions }) {
    for (const { kind, word, span, names, reason } of suppressions) {
      if (kind === null || kind === 'enable' || reason !== null) continue;
      const key = [word, ...names.map(({ name }) => name)].join(' ');
      yield { message: 'missing', span, key, data: { word } };
    }
  },
  examples: {
    wrong: [
      {
        caption: 'A rule is turned off for the next line, and nobody knows why.',
        text: `# Harbour Pilot

⟦<!-- jobfam-lint-disable-next-line grade/gap -->⟧
## Senior Harbour Pilot

The Senior Harbour Pilot guides large ships.
`,
      },
      {
        caption: 'The dashes are there, but no reason behind them.',
        text: `⟦<!-- jobfam-lint-disable-file grade, level/title -- -->⟧

# Tram Driver

Drives trams.
`,
      },
    ],
    right: [
      {
        caption: 'The reason stands behind two dashes.',
        text: `# Harbour Pilot

<!-- jobfam-lint-disable-next-line grade/gap -- the grade between was given up in 2021 -->
## Senior Harbour Pilot

The Senior Harbour Pilot guides large ships.
`,
      },
      {
        caption: 'A comment that only ends another needs no reason.',
        text: `# Tram Driver

<!-- jobfam-lint-disable grade -- this section is being rewritten -->

Drives trams.

<!-- jobfam-lint-enable grade -->
`,
      },
      {
        caption: 'Other comments are nobody’s business.',
        text: `# Baker

<!-- Ask the bakery before changing this. -->

Bakes bread.
`,
      },
    ],
  },
});

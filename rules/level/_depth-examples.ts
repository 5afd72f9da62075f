import type { Rule } from '../../src/lint/rule.ts';

export const examples: Rule['examples'] = {
  wrong: [
    {
      caption: 'A level beside "Levels", with sections that are deep enough already.',
      text: '## Levels\n\n### Harbour Pilot\n\n#### Job Grade\n\nThe Harbour Pilot is a grade 6.\n\n⟦## Senior Harbour Pilot⟧\n\n#### Job Grade\n\nThe Senior Harbour Pilot is a grade 7.\n',
      fixed:
        '## Levels\n\n### Harbour Pilot\n\n#### Job Grade\n\nThe Harbour Pilot is a grade 6.\n\n### Senior Harbour Pilot\n\n#### Job Grade\n\nThe Senior Harbour Pilot is a grade 7.\n',
      messages: ['beside'],
    },
    {
      caption:
        'A level beside "Levels" with sections that go with it, and one that speaks for the whole family.',
      text: '## Levels\n\n### Harbour Pilot\n\nThe Harbour Pilot is a grade 6.\n\n⟦## Senior Harbour Pilot⟧\n\n### Job Grade\n\nThe Senior Harbour Pilot is a grade 7.\n\n### Requirements\n\n- A licence.\n\n⟦### Hiring Process⟧\n\n- A talk.\n\n## Career Ladder\n\nAsk the harbour master.\n',
      fixed:
        '## Levels\n\n### Harbour Pilot\n\nThe Harbour Pilot is a grade 6.\n\n### Senior Harbour Pilot\n\n#### Job Grade\n\nThe Senior Harbour Pilot is a grade 7.\n\n#### Requirements\n\n- A licence.\n\n## Hiring Process\n\n- A talk.\n\n## Career Ladder\n\nAsk the harbour master.\n',
      messages: ['beside', 'closing'],
    },
    {
      caption: 'A level behind "Hiring Process", and a ladder under the indicators.',
      text: '## Levels\n\n### Harbour Pilot\n\nThe Harbour Pilot is a grade 6.\n\n## Hiring Process\n\n- A talk.\n\n⟦### Senior Harbour Pilot⟧\n\nThe Senior Harbour Pilot is a grade 7.\n\n## Performance Indicators\n\n- Ships in port.\n\n⟦### Career Ladder⟧\n\nAsk the harbour master.\n',
      fixed:
        '## Levels\n\n### Harbour Pilot\n\nThe Harbour Pilot is a grade 6.\n\n## Hiring Process\n\n- A talk.\n\n### Senior Harbour Pilot\n\nThe Senior Harbour Pilot is a grade 7.\n\n## Performance Indicators\n\n- Ships in port.\n\n## Career Ladder\n\nAsk the harbour master.\n',
      messages: ['misplaced', 'closing'],
    },
    {
      caption: 'A section at the depth of its own level, and one a depth above.',
      text: '## Levels\n\n### Lock Keeper\n\n⟦### Lock Keeper Job Grade⟧\n\nThe Lock Keeper is a grade 5.\n\n#### Requirements\n\n- Patience.\n\n### Senior Lock Keeper\n\n#### Job Grade\n\nThe Senior Lock Keeper is a grade 6.\n\n⟦## Responsibilities⟧\n\n- Trains the crew.\n\n#### Requirements\n\n- More patience.\n',
      fixed:
        '## Levels\n\n### Lock Keeper\n\n#### Lock Keeper Job Grade\n\nThe Lock Keeper is a grade 5.\n\n#### Requirements\n\n- Patience.\n\n### Senior Lock Keeper\n\n#### Job Grade\n\nThe Senior Lock Keeper is a grade 6.\n\n#### Responsibilities\n\n- Trains the crew.\n\n#### Requirements\n\n- More patience.\n',
      messages: ['part', 'part'],
    },
    {
      caption: 'A skipped depth, and sections of one level inside one another.',
      text: '## Crane Operator\n\n### Job Grade\n\nThe Crane Operator is a grade 6.\n\n⟦#### Responsibilities⟧\n\n- Lifts.\n\n## About the team\n\n⟦#### Shifts⟧\n\nDay and night.\n',
      fixed:
        '## Crane Operator\n\n### Job Grade\n\nThe Crane Operator is a grade 6.\n\n### Responsibilities\n\n- Lifts.\n\n## About the team\n\n### Shifts\n\nDay and night.\n',
      messages: ['nested', 'skipped'],
    },
    {
      caption: 'One level above all the others.',
      text: '## About\n\n### Tide Analyst\n\nThe Tide Analyst is a grade 6.\n\n### Senior Tide Analyst\n\nThe Senior Tide Analyst is a grade 7.\n\n⟦## Staff Tide Analyst⟧\n\nThe Staff Tide Analyst is a grade 8.\n',
      fixed:
        '## About\n\n### Tide Analyst\n\nThe Tide Analyst is a grade 6.\n\n### Senior Tide Analyst\n\nThe Senior Tide Analyst is a grade 7.\n\n### Staff Tide Analyst\n\nThe Staff Tide Analyst is a grade 8.\n',
      messages: ['uneven'],
    },
    {
      caption: 'Levels without the heading that they should stand under.',
      text: '---\ntitle: Ferry Captain\n---\n\n⟦### Ferry Captain⟧\n\nThe Ferry Captain is a grade 8.\n\n## Hiring Process\n\n- A trip across the bay.\n',
      messages: ['noList'],
    },
    {
      caption: 'A section at the top of the page, deeper than all the others.',
      text: '⟦### About⟧\n\nWe sail.\n\n## Ferry Captain\n\nThe Ferry Captain is a grade 8.\n',
      fixed: '## About\n\nWe sail.\n\n## Ferry Captain\n\nThe Ferry Captain is a grade 8.\n',
      messages: ['noTop'],
    },
    {
      caption: 'Sections at the top of the page, before the level whose they are.',
      text: '⟦### Job Grade⟧\n\nThe Ferry Captain is a grade 8.\n\n⟦### Responsibilities⟧\n\n- Steers.\n\n## Senior Ferry Captain\n\n### Job Grade\n\nThe Senior Ferry Captain is a grade 9.\n',
      messages: ['noParent', 'noParent'],
    },
    {
      caption: 'Levels under a list of requirements.',
      text: '## Requirements\n\n- A licence.\n\n⟦### Ferry Captain⟧\n\nThe Ferry Captain is a grade 8.\n\n### Senior Ferry Captain\n\nThe Senior Ferry Captain is a grade 9.\n',
      messages: ['unlisted'],
    },
    {
      caption: 'All levels under a section that speaks for all of them.',
      text: '## Levels\n\n## Performance Indicators\n\n- Ships in port.\n\n⟦### Ferry Captain⟧\n\nThe Ferry Captain is a grade 8.\n\n### Senior Ferry Captain\n\nThe Senior Ferry Captain is a grade 9.\n',
      messages: ['allMisplaced'],
    },
    {
      caption: '"Levels" is deeper than the levels; a level behind the career ladder is a slip of its own.',
      text: '## Role\n\nWe sail.\n\n⟦#### Levels⟧\n\n### Ferry Captain\n\nThe Ferry Captain is a grade 8.\n\n### Senior Ferry Captain\n\nThe Senior Ferry Captain is a grade 9.\n\n## Career Ladder\n\nAsk the fleet captain.\n\n⟦### Staff Ferry Captain⟧\n\nThe Staff Ferry Captain is a grade 10.\n',
      messages: ['listTooDeep', 'misplaced'],
    },
    {
      caption: '"Levels" below levels that stand at the top; two sections of a level, one inside the other.',
      text: '## Role\n\nWe sail.\n\n⟦### Levels⟧\n\n## Ferry Captain\n\n⟦### Job Grade⟧\n\nThe Ferry Captain is a grade 8.\n\n#### Requirements\n\n- A licence.\n',
      messages: ['listAtTop', 'nested'],
    },
  ],
  right: [
    {
      caption: 'Everything in its place; the sections for all levels come first or last.',
      text: '## Responsibilities\n\n- Sails.\n\n## Levels\n\n### Ferry Captain\n\n#### Job Grade\n\nThe Ferry Captain is a grade 8.\n\n#### Responsibilities\n\n- Steers.\n\n## Career Ladder\n\nAsk the fleet captain.\n\n## Hiring Process\n\n- A trip.\n',
    },
    {
      caption: 'A page of one level, with all sections under it.',
      text: '## Ferry Captain\n\n### Job Grade\n\nThe Ferry Captain is a grade 8.\n\n### Hiring Process\n\n- A trip.\n\n### Career Ladder\n\nAsk the fleet captain.\n',
    },
    {
      caption: 'Under "Levels" stands an overview; the levels follow in sections of their own.',
      text: '## Levels\n\n- Deckhand\n- Senior Deckhand\n\n## Deckhand\n\nThe Deckhand is a grade 4.\n\n## Senior Deckhand\n\nThe Senior Deckhand is a grade 5.\n',
    },
    {
      caption: 'Levels that have a hiring process each; that of the last one is told apart by nobody.',
      text: '## Deckhand\n\n### Job Grade\n\nThe Deckhand is a grade 4.\n\n### Hiring Process\n\n- A day on board.\n\n## Senior Deckhand\n\n### Job Grade\n\nThe Senior Deckhand is a grade 5.\n\n### Hiring Process\n\n- A week on board.\n\n## Boatswain\n\n### Job Grade\n\nThe Boatswain is a grade 6.\n\n## Performance Indicators\n\n### Hiring Process\n\n- A month on board.\n',
    },
    {
      caption: 'Levels that have a hiring process each.',
      text: '## Deckhand\n\n### Job Grade\n\nThe Deckhand is a grade 4.\n\n### Hiring Process\n\n- A day on board.\n\n## Senior Deckhand\n\n### Job Grade\n\nThe Senior Deckhand is a grade 5.\n\n### Hiring Process\n\n- A week on board.\n',
    },
  ],
};

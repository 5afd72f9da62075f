const text = (description: string) => ({ description, type: 'string', minLength: 1 });

/** The JSON Schema (draft-07) of one waiver. */
export const waiverSchema = {
  description: 'An exception: findings of a rule, somewhere, that do not count for a while.',
  type: 'object',
  properties: {
    rule: text('The rule, such as grade/gap, or family of rules, such as grade/*.'),
    page: text('Glob of the pages.'),
    level: text('The level, as its heading names it, or the first parts of the finding’s key.'),
    text: text('Words of the finding: of its message, or those of the page that it marks.'),
    fingerprint: {
      description: 'The finding’s fingerprint, as --format json gives it.',
      type: 'string',
      pattern: '^[0-9a-f]{16}$',
    },
    reason: text('Why it may be so.'),
    owner: text('Who answers for it.'),
    until: {
      description: 'The last day on which it holds, such as 2027-03-31.',
      type: 'string',
      pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}$',
    },
    link: text('Where it was agreed.'),
  },
  required: ['rule', 'reason', 'owner', 'until'],
  additionalProperties: false,
};

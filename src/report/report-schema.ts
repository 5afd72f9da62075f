import { phases } from '../lint/stopwatch.ts';

const text = { type: 'string' };
const count = { type: 'integer', minimum: 0 };
const milliseconds = { type: 'number', minimum: 0 };
const place = { type: 'integer', minimum: 1 };
const closed = (
  description: string,
  properties: Readonly<Record<string, unknown>>,
  optional: readonly string[] = [],
) => ({
  description,
  type: 'object',
  properties,
  required: Object.keys(properties).filter((name) => !optional.includes(name)),
  additionalProperties: false,
});
const list = (items: object) => ({ type: 'array', items });
const described = (schema: object, description: string) => ({ description, ...schema });

const edits = list(
  closed('Replaces a stretch of a file.', {
    file: text,
    start: described(count, 'Offset in UTF-16 units, a byte order mark included.'),
    end: described(count, 'Offset in UTF-16 units, exclusive.'),
    text: described(text, 'What to put there; empty to delete.'),
  }),
);

/** The JSON Schema (draft-07) of what `--format json` prints. */
export const reportSchema = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  title: 'jobfam-lint report',
  ...closed(
    'What a run found.',
    {
      schemaVersion: { const: 1 },
      tool: closed('Who made the report.', { name: text, version: text }),
      findings: described(
        list(
          closed(
            'One finding.',
            {
              rule: described(
                { type: 'string', pattern: '^[a-z-]+/[a-z-]+$' },
                'Family and name of the rule.',
              ),
              severity: { enum: ['error', 'warning', 'info'] },
              file: described(text, 'Relative to the working directory, with / separators.'),
              line: described(place, 'From 1.'),
              column: described(place, 'From 1, in UTF-16 units.'),
              endLine: place,
              endColumn: described(place, 'Exclusive.'),
              message: described(text, 'What is wrong.'),
              why: described(text, 'Why it matters.'),
              how: described(text, 'What to do.'),
              fingerprint: described(
                { type: 'string', pattern: '^[0-9a-f]{16}$' },
                'Stays the same when text moves.',
              ),
              url: described({ type: 'string', format: 'uri-reference' }, 'Documentation of the rule.'),
              fix: closed('The one right change; --fix makes it.', { edits }),
              suggestions: described(
                list(closed('A change for a person to choose.', { title: text, edits })),
                'Each is right in itself, but not the only right one.',
              ),
              related: described(
                list(
                  closed('Another place that matters.', {
                    file: text,
                    line: place,
                    column: place,
                    message: text,
                  }),
                ),
                'Other places that matter.',
              ),
              silenced: closed('Why the finding does not count; such findings count only under their kind.', {
                kind: described(
                  { enum: ['suppressed', 'waived', 'baselined', 'old'] },
                  'By a comment in the page; by a waiver in the config; by the baseline; or, with --since, because it is not new.',
                ),
                reason: described(text, 'The reason given, or where the finding is known from.'),
              }),
            },
            ['fix', 'suggestions', 'related', 'silenced'],
          ),
        ),
        'Sorted by file, line, column, rule.',
      ),
      failures: described(
        list(
          closed(
            'Something the tool could not do; the exit status is 2.',
            { message: described(text, 'What happened, where, and what to do.'), file: text, line: place },
            ['file', 'line'],
          ),
        ),
        'Empty where all went well.',
      ),
      notices: described(
        list(
          closed(
            'Something to know about a page, waivers, the baseline or --since; it is no finding and does not change the exit status.',
            {
              kind: {
                enum: [
                  'page-unread',
                  'waiver-ending',
                  'waiver-ended',
                  'waiver-unused',
                  'baseline-gone',
                  'baseline-moved',
                  'baseline-shallow',
                  'since-shallow',
                ],
              },
              message: described(text, 'What is so, and what to do.'),
              file: text,
              line: place,
            },
            ['file', 'line'],
          ),
        ),
        'Empty where there is nothing to say.',
      ),
      summary: closed('Counts.', {
        files: described(count, 'Pages linted.'),
        errors: count,
        warnings: count,
        infos: count,
        fixable: described(count, 'Findings that --fix mends.'),
        suppressed: count,
        waived: count,
        baselined: count,
        old: described(count, 'Findings that are not new; 0 without --since.'),
        durationMs: described(
          count,
          'Beside “timing”, the only value that differs between runs over the same input.',
        ),
      }),
      timing: closed('Where the time went; with --timing only. The time to write this report is not in it.', {
        elapsedMs: described(milliseconds, 'From start to end.'),
        threads: described(place, 'How many threads worked on pages; their times are added up.'),
        phases: described(
          list(closed('A phase of the run.', { phase: { enum: phases }, ms: milliseconds })),
          'In the order of a run; no time counts twice.',
        ),
        rules: described(
          list(closed('All runs of a rule.', { rule: text, ms: milliseconds })),
          'The slowest first; part of “document rules” and “corpus rules”.',
        ),
      }),
    },
    ['timing'],
  ),
};

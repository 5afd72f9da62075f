import { usualAnchors } from '../../site/layout/detect.ts';
import type { Survey } from './survey.ts';

/** A first config, with a comment on what each part rests on. */
export function configText({ pages, layout, content, families, origin, redirects, ladder }: Survey): string {
  const site = [
    `  layout: ${layout}  # told by the names of the files`,
    ...(content.length > 0
      ? ['  content:', ...content.flatMap((folder) => [`    - folder: ${quoted(folder)}`, '      url: /'])]
      : []),
    ...(origin
      ? [
          `  origins:  # ${origin.here} of ${origin.links} links with this address lead to pages that are here`,
          `    - ${quoted(origin.origin)}`,
        ]
      : [
          '  # Addresses under which this site is published, so that links with them are checked too:',
          '  # origins: [https://handbook.example.com]',
        ]),
    ...(redirects ? [`  redirects: ${quoted(redirects.path)}  # ${redirects.count} redirects`] : []),
    `  # How headings become anchors: gitlab, kramdown, goldmark or github. This is what is usual here.`,
    `  anchors: ${usualAnchors[layout]}`,
  ];
  const globs = families.flatMap(({ folder, endings, families: some }) =>
    endings.map(
      (ending, index) =>
        `  - ${quoted(`${folder === '' ? '' : `${folder}/`}**/*.${ending}`)}${index === 0 ? `  # ${some} pages read like job families` : ''}`,
    ),
  );
  const parts = [
    `# Settings of jobfam-lint, written after a look at ${pages} pages. Check them, then change what you like.`,
    '',
    '# Which rules there are, and how severe: recommended, gitlab, all or none.',
    'extends: recommended',
    '',
    'site:',
    ...site,
    '',
    ...(globs.length > 0
      ? ['# The job families.', 'families:', ...globs]
      : [
          '# The job families: none were found. Say where they are.',
          '# families:',
          '#   - content/job-families/**/*.md',
        ]),
    '',
    ...(ladder === ''
      ? [
          '# The grade of each rung, where the company has one for all families:',
          '# ladder:',
          '#   individual: {senior: 7}',
        ]
      : ['# What nearly all families agree on; a level with another grade is reported.', ladder.trimEnd()]),
    '',
  ];
  return parts.join('\n');
}

/** As YAML, in quotation marks where plain text could be read as something else. */
function quoted(text: string): string {
  return /^[A-Za-z][\w./-]*$/.test(text) || /^https?:\/\/[\w.-]+$/.test(text) ? text : JSON.stringify(text);
}

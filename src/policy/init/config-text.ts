import { usualAnchors } from '../../site/layout/detect.ts';
import type { AnchorFit, SectionSeen } from './link-evidence.ts';
import type { Survey } from './survey.ts';

/** A first config, with a comment on what each part rests on. */
export function configText(survey: Survey): string {
  const { pages, layout, content, families, origin, redirects, evidence, ladder } = survey;
  const site = [
    `  layout: ${layout}  # told by the names of the files`,
    ...(content.length > 0
      ? [
          '  content:',
          ...content.flatMap(({ folder, url }) => [
            `    - folder: ${quoted(folder)}`,
            `      url: ${quoted(url)}`,
          ]),
        ]
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
    ...(evidence && evidence.lacking.length > 0 ? completeLines(evidence) : []),
    '  # How headings become anchors: gitlab, kramdown, goldmark or github.',
    `  anchors: ${evidence?.anchors.style ?? usualAnchors[layout]}  # ${fitWords(evidence?.anchors)}`,
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

/** Where a page that is missing is missing indeed, and where it is only kept elsewhere. */
function completeLines({ whole, lacking }: NonNullable<Survey['evidence']>): string[] {
  const seen = ({ url, here, named }: SectionSeen) => `${here} of ${named} below ${url}`;
  return [
    `  # Of the pages that links name, only these are here: ${lacking.map(seen).join(', ')}.`,
    '  # So links to missing pages are called broken below these addresses alone:',
    ...(whole.length > 0
      ? ['  complete:', ...whole.map((url) => `    - ${quoted(url)}`)]
      : ['  complete: []']),
  ];
}

function fitWords(fit: AnchorFit | undefined): string {
  return fit === undefined || fit.links === 0
    ? 'usual here; no link told more'
    : `${fit.isUsual ? 'usual here; ' : ''}${fit.fits} of ${fit.links} links to headings fit it`;
}

/** As YAML, in quotation marks where plain text could be read as something else. */
function quoted(text: string): string {
  return /^[A-Za-z/][\w./-]*$/.test(text) || /^https?:\/\/[\w.-]+$/.test(text) ? text : JSON.stringify(text);
}

import type { ArtifactChange, Fix, Result, Suppression } from 'sarif';
import type { JudgedFinding, Silenced } from '../../lint/finding.ts';
import type { Edit } from '../../text/edit.ts';
import type { Span } from '../../text/span.ts';
import type { Place } from '../places.ts';
import { artifact, location, regionOf } from './location.ts';
import { message } from './message.ts';

const levels = { error: 'error', warning: 'warning', info: 'note' } as const;

/** A finding as a SARIF result. @param ruleIndex where its rule stands in the list of rules; undefined where it does not */
export function resultOf(
  finding: JudgedFinding,
  ruleIndex: number | undefined,
  placeOf: (span: Span) => Place,
): Result {
  const { rule, severity, span, why, how, fingerprint, silenced } = finding;
  // What is silenced is to be left as it is.
  const fixes = silenced === null ? fixesOf(finding, placeOf) : [];
  return {
    ruleId: rule,
    ...(ruleIndex !== undefined && { ruleIndex }),
    level: levels[severity],
    message: message(`${finding.message} ${why} ${how}`),
    locations: [location(span.page, regionOf(placeOf(span)))],
    partialFingerprints: { 'jobfamLint/v1': fingerprint },
    ...(finding.related && {
      relatedLocations: finding.related.map((place) => ({
        ...location(place.span.page, regionOf(placeOf(place.span))),
        message: message(place.message),
      })),
    }),
    ...(fixes.length > 0 && { fixes }),
    ...(silenced && { suppressions: [suppressionOf(silenced)], properties: { silenced: silenced.kind } }),
  };
}

/** The fix first, if there is one; then what a person may choose from. */
function fixesOf({ fix, how, suggestions = [] }: JudgedFinding, placeOf: (span: Span) => Place): Fix[] {
  const all = [...(fix ? [{ title: how, edits: fix }] : []), ...suggestions];
  return all.map(({ title, edits }) => ({
    description: message(title),
    artifactChanges: changesOf(edits, placeOf),
  }));
}

function changesOf(edits: readonly Edit[], placeOf: (span: Span) => Place): ArtifactChange[] {
  const pages = [...new Set(edits.map(({ span }) => span.page))];
  return pages.map((page) => ({
    artifactLocation: artifact(page),
    replacements: edits
      .filter(({ span }) => span.page === page)
      .map(({ span, text }) => ({
        deletedRegion: regionOf(placeOf(span)),
        insertedContent: { text },
      })),
  }));
}

/** Comments stand in the page; waivers, baseline and the comparison with an earlier commit are kept elsewhere. */
function suppressionOf({ kind, reason }: Silenced): Suppression {
  return {
    kind: kind === 'suppressed' ? 'inSource' : 'external',
    status: 'accepted',
    ...(reason !== '' && { justification: reason }),
  };
}

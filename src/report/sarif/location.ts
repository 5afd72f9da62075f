import type { ArtifactLocation, Location, Region } from 'sarif';
import type { Place } from '../places.ts';

/** A place in a file of the repository. */
export function location(path: string, region: Region): Location {
  return { physicalLocation: { artifactLocation: artifact(path), region } };
}

/** A path with `/` separators as a relative URI. */
export function artifact(path: string): ArtifactLocation {
  // Halves of surrogate pairs, which some file systems allow in names, have no place in a URI.
  const segments = path.replace(/\p{Cs}/gu, '\ufffd').split('/');
  return { uri: segments.map(encodeURIComponent).join('/'), uriBaseId: '%SRCROOT%' };
}

export function regionOf({ line, column, endLine, endColumn }: Place): Region {
  return { startLine: line, startColumn: column, endLine, endColumn };
}

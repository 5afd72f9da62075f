import type { Position } from '../diff/position.ts';
import type { DiffRefs } from '../diff/version.ts';

/** A position as the API takes it. An added line has no number before the change, so that field is left out. */
export function positionBody(position: Position, { baseSha, startSha, headSha }: DiffRefs): object {
  const common = {
    base_sha: baseSha,
    start_sha: startSha,
    head_sha: headSha,
    old_path: position.oldPath,
    new_path: position.newPath,
  };
  if (position.kind === 'file') return { ...common, position_type: 'file' };
  const { oldLine, newLine } = position;
  return {
    ...common,
    position_type: 'text',
    new_line: newLine,
    ...(oldLine !== null && { old_line: oldLine }),
  };
}

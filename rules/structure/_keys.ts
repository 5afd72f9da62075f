import type { Section } from '../../src/markdown/document.ts';
import { textKey } from '../../src/text/key.ts';

/** The structural address of a section: its heading's words, after those of the heading it stands under. */
export function sectionKey(sections: readonly Section[], index: number): string {
  const section = sections[index];
  const parent = section?.parent == null ? undefined : sections[section.parent];
  return [parent, section].map((one) => textKey(one?.title ?? '')).join('/');
}

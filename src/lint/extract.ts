import { readDocument } from '../markdown/read.ts';
import { familyFacts } from '../model/family.ts';
import type { Vocabulary } from '../model/vocabulary.ts';
import type { PageFacts } from './rule.ts';
import { type Stopwatch, timed } from './stopwatch.ts';
import { readSuppressions } from './suppressions.ts';

/** Reads all facts of one page. The result is plain data and depends on the arguments alone, so it may be cached. */
export function extract(path: string, text: string, vocabulary?: Vocabulary, watch?: Stopwatch): PageFacts {
  const document = timed(watch, 'parsing', () => readDocument(path, text));
  const read = () => ({
    family: familyFacts(document, vocabulary),
    suppressions: readSuppressions(text, document.masks),
  });
  return { ...document, ...timed(watch, 'facts', read), suppressionUse: [] };
}

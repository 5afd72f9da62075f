import { type DiffLine, hunksIn } from '../../test/support/gitlab/diff.ts';
import type { Change } from './changes.ts';
import type { Finding } from './program.ts';

/**
 * Whether a change brought a finding, told without the program's own comparison:
 * - `labelled`: people found the same defect there.
 * - `stood`: the rule found the same words in the page before the change, as often as now without this one. Words that went away with
 *   the section of a level do not count: who writes them anew under another level brings them.
 * - `changed`: it lies on words that the change wrote.
 * - `elsewhere`: it lies on words that stood before, of which nothing was wrong before.
 */
export type Origin = 'labelled' | 'stood' | 'changed' | 'elsewhere';

/**
 * @param was findings of the page before the change, judged alone
 * @param is the same after it
 * @param diff what Git prints for the page
 */
export function judge(
  { path, before, after, labels }: Change,
  was: readonly Finding[],
  is: readonly Finding[],
  diff: string,
): (told: readonly Finding[]) => Origin[] {
  const [old, fresh] = [(before ?? '').split('\n'), after.split('\n')];
  const { lines } = hunksIn(diff);
  const written = lines.flatMap((line) => (line.old === null ? [line.new] : []));
  const isDeleted = deletedSections(old, fresh, lines);
  const isIn =
    ({ line, endLine }: Finding) =>
    (number: number | null) =>
      number !== null && number >= line && number <= endLine;
  const wordsOf = ({ rule, file, line, column, endLine, endColumn }: Finding, text: readonly string[]) => {
    if (file !== path) return null;
    const words = text.slice(line - 1, endLine);
    words.push((words.pop() ?? '').slice(0, endColumn - 1));
    words.unshift((words.shift() ?? '').slice(column - 1));
    return `${rule} ${words.join('\n')}`;
  };
  const count = (all: readonly Finding[], text: readonly string[], words: string | null) =>
    all.filter((one) => wordsOf(one, text) === words).length;
  const staying = was.filter(({ file, line }) => file !== path || !isDeleted(line));
  return (told) => {
    const isWritten = (finding: Finding) => finding.file === path && written.some(isIn(finding));
    const isLabelled = (finding: Finding) =>
      finding.file === path && labels.some(({ rule, line }) => rule === finding.rule && isIn(finding)(line));
    // Of several in the same words, those on unchanged lines are the old ones.
    const stood = new Set(
      [...new Set(told.map((finding) => wordsOf(finding, fresh)))].flatMap((words) => {
        if (words === null) return [];
        const same = told.filter((finding) => wordsOf(finding, fresh) === words);
        const unlabelled = same.filter((finding) => !isLabelled(finding));
        const tooMany = same.length - Math.max(0, count(is, fresh, words) - count(staying, old, words));
        return [...unlabelled.filter((one) => !isWritten(one)), ...unlabelled.filter(isWritten)].slice(
          0,
          Math.max(0, tooMany),
        );
      }),
    );
    return told.map((finding) => {
      if (isLabelled(finding)) return 'labelled';
      if (stood.has(finding)) return 'stood';
      return isWritten(finding) ? 'changed' : 'elsewhere';
    });
  };
}

/**
 * Whether a line before the change went away together with the heading that it stood under: Git took both away, and put no heading in the
 * heading's place, which would be a new name for the same.
 */
function deletedSections(
  old: readonly string[],
  fresh: readonly string[],
  lines: ReturnType<typeof hunksIn>['lines'],
): (line: number) => boolean {
  const isHeading = (text: string | undefined) => /^#{1,6}\s/u.test(text ?? '');
  // Lines that were taken away, each with all that changed around it.
  const blocks = new Map<number, DiffLine[]>();
  let block: DiffLine[] = [];
  for (const line of lines) {
    if (line.old !== null && line.new !== null) block = [];
    else block.push(line);
    if (line.new === null && line.old !== null) blocks.set(line.old, block);
  }
  return (line) => {
    let heading = line;
    while (heading > 0 && !isHeading(old[heading - 1])) heading -= 1;
    const around = blocks.get(heading);
    if (around === undefined || !blocks.has(line)) return false;
    return !around.some((one) => one.new !== null && isHeading(fresh[one.new - 1]));
  };
}

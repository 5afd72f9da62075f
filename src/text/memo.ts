/**
 * A function of words that remembers its answers: a handbook says the same few thousand words over and over. When it holds `most`
 * of them it forgets all and starts anew, so that memory stays bounded whatever the pages hold.
 */
export function memo<Answer>(find: (word: string) => Answer, most = 50_000): (word: string) => Answer {
  const answers = new Map<string, Answer>();
  return (word) => {
    const known = answers.get(word);
    if (known !== undefined) return known;
    if (answers.size >= most) answers.clear();
    const own = copy(word);
    const answer = find(own);
    answers.set(own, answer);
    return answer;
  };
}

/** A part of a page's text may keep the whole page in memory; what is remembered must not. */
const copy = (word: string): string => ` ${word}`.slice(1);

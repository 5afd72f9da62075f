/**
 * A function of objects that remembers its answers for the last ones asked about. Pages are looked at one after the other, and of very many
 * pages nothing more may be held than has to be.
 */
export function recent<Key extends object, Answer>(
  find: (key: Key) => Answer,
  most = 20,
): (key: Key) => Answer {
  const answers = new Map<Key, { readonly answer: Answer }>();
  return (key) => {
    const known = answers.get(key);
    if (known !== undefined) return known.answer;
    const answer = find(key);
    for (const oldest of answers.keys()) {
      if (answers.size < most) break;
      answers.delete(oldest);
    }
    answers.set(key, { answer });
    return answer;
  };
}

/** Gives, for equal texts, one and the same: the first that came. Many equal texts then take the room of one. */
export function sharer(): (text: string) => string {
  const known = new Map<string, string>();
  return (text) => {
    const before = known.get(text);
    if (before === undefined) known.set(text, text);
    return before ?? text;
  };
}

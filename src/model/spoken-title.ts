/** Most words in the brackets of a name: "Baker (Night Shift, North)". */
const mostWords = 3;

/** A level's title as sentences have it: a remark in brackets behind the name, which is longer than names are, is left out. */
export function spokenTitle(title: string): string {
  const found = /\s\(([^()]*)\)\s*$/u.exec(title);
  const words = found?.[1]?.trim().split(/\s+/u) ?? [];
  return found === null || words.length <= mostWords ? title : title.slice(0, found.index).trimEnd();
}

/** A grade as readers see it, without brackets of links: "grade 8" of "grade [8]". */
export function gradeWords(source: string): string {
  return source.replace(/[[\]]/g, '').replace(/\s+/g, ' ').trim();
}

/** An accepted exception: findings of a rule, somewhere, that do not count for a while. At least one of the places is given. */
export interface WrittenWaiver {
  /** A rule (`grade/gap`) or family (`grade/*`). */
  readonly rule: string;
  /** Glob of pages, relative to the folder of the config. */
  readonly page?: string;
  /** A level as its heading names it, or the beginning of the finding's key up to a slash. */
  readonly level?: string;
  /** Words of the finding: of its message, or those of the page that it marks. */
  readonly text?: string;
  readonly fingerprint?: string;
  readonly reason: string;
  readonly owner: string;
  /** Last day on which it holds, `2027-03-31`. */
  readonly until: string;
  readonly link?: string;
}

/** A waiver that was checked, and where it is written. */
export interface Waiver extends WrittenWaiver {
  readonly file: string;
  /** From 1. */
  readonly line: number;
}

/** `grade/gap in legal/** for “Senior Counsel”`: what a waiver is about. */
export function describeWaiver({ rule, page, level, text, fingerprint }: WrittenWaiver): string {
  const where = [
    page === undefined ? '' : ` in ${page}`,
    level === undefined ? '' : ` for “${level}”`,
    text === undefined ? '' : ` with the words “${text}”`,
    fingerprint === undefined ? '' : ` with the fingerprint ${fingerprint}`,
  ];
  return rule + where.join('');
}

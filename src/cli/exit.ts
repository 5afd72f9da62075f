/** Exit status of the program. */
export const exit = {
  /** Nothing at or above the fail level. */
  fine: 0,
  findings: 1,
  /** The tool could not do its work, or a part of it. */
  failed: 2,
} as const;

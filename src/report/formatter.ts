import type { Report } from '../lint/finding.ts';

/** How a report is shown where it goes. */
export interface Display {
  readonly color: boolean;
  /** Whether a terminal will obey what is written. */
  readonly terminal: boolean;
  /** Columns of the terminal; 100 where there is none. */
  readonly width: number;
}

/** Makes the text of a report; reads nothing else. */
export type Formatter = (report: Report, display: Display) => string;

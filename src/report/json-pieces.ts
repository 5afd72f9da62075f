import type { JudgedFinding, Report } from '../lint/finding.ts';
import { findingsText } from './json.ts';
import type { Texts } from './places.ts';
import type { Summary } from './summary.ts';
import { escapeJson } from './visible.ts';

/** A JSON report in which the findings of single pages can be exchanged for others. It relies on how `json` breaks lines. */
export class JsonPieces {
  #bytes: Buffer;

  /** @param bytes what `json` made */
  constructor(bytes: Uint8Array) {
    this.#bytes = bufferOf(bytes);
  }

  get bytes(): Uint8Array {
    return this.#bytes;
  }

  get summary(): Summary {
    return this.#summary().value;
  }

  /**
   * Puts findings in the place of those that the report has of a page, and counts anew.
   * @param report the findings, all in that page, with the texts by which their places are told
   */
  exchange(page: string, report: Pick<Report, 'findings'> & Texts): void {
    const bytes = this.#bytes;
    const list = this.#list();
    const piece = this.#pieceOf(page, list);
    const before = bytes.subarray(list.start, piece.start);
    const after = bytes.subarray(piece.end, list.end);
    const parts = [
      bytes.toString('latin1', piece.start - 1, piece.start) === ',' ? before.subarray(0, -1) : before,
      Buffer.from(findingsText(report)),
      bytes.toString('latin1', piece.end, piece.end + 1) === ',' ? after.subarray(1) : after,
    ].filter(({ length }) => length > 0);
    const written = JSON.parse(`[${bytes.toString('utf8', piece.start, piece.end)}]`) as Counted[];
    const { value, start, end } = this.#summary();
    const summary = JSON.stringify(recounted(value, written, report.findings), null, 2);
    this.#bytes = Buffer.concat([
      bytes.subarray(0, list.start),
      ...parts.flatMap((part, at) => (at === 0 ? [part] : [Buffer.from(','), part])),
      Buffer.from(parts.length > 0 ? lastLine : ''),
      bytes.subarray(list.end + (list.end > list.start ? lastLine.length : 0), start),
      Buffer.from(summary.replaceAll('\n', '\n  ')),
      bytes.subarray(end),
    ]);
  }

  /** From behind the bracket that opens the list of findings to the end of the last. */
  #list(): Stretch {
    const start = this.#bytes.indexOf(opening) + opening.length;
    const isEmpty = this.#bytes.toString('latin1', start, start + 1) === ']';
    return { start, end: isEmpty ? start : this.#bytes.lastIndexOf(closing) };
  }

  /** The findings of a page; where there are none, the place where they would stand. */
  #pieceOf(page: string, list: Stretch): Stretch {
    const file = `${fileStart}${escapeJson(JSON.stringify(page))},\n`;
    const first = this.#bytes.indexOf(file, list.start);
    if (first === -1) {
      const place = this.#placeFor(page, list);
      return { start: place, end: place };
    }
    let last = first;
    for (let at = first; at !== -1; at = this.#bytes.indexOf(file, at + 1)) last = at;
    return {
      start: this.#bytes.lastIndexOf(findingStart, first),
      end: this.#bytes.indexOf(findingEnd, last) + findingEnd.length,
    };
  }

  #placeFor(page: string, list: Stretch): number {
    let at = this.#bytes.indexOf(fileStart, list.start);
    while (at !== -1) {
      const from = at + fileStart.length;
      const other = JSON.parse(
        this.#bytes.toString('utf8', from, this.#bytes.indexOf(',\n', from)),
      ) as string;
      if (other > page) return this.#bytes.lastIndexOf(findingStart, at);
      at = this.#bytes.indexOf(fileStart, from);
    }
    return list.end;
  }

  #summary(): Stretch & { readonly value: Summary } {
    const start = this.#bytes.lastIndexOf(summaryStart) + summaryStart.length;
    const end = this.#bytes.indexOf('}', start) + 1;
    return { start, end, value: JSON.parse(this.#bytes.toString('utf8', start, end)) as Summary };
  }
}

interface Stretch {
  readonly start: number;
  readonly end: number;
}

const opening = '\n  "findings": [';
const closing = '\n  ],\n  "failures": ';
const lastLine = '\n  ';
const findingStart = '\n    {\n';
const findingEnd = '\n    }';
const fileStart = '\n      "file": ';
const summaryStart = '\n  "summary": ';

/** What counts of a finding, written or not. */
interface Counted {
  readonly severity: JudgedFinding['severity'];
  readonly fix?: unknown;
  readonly silenced?: JudgedFinding['silenced'];
}

function recounted(summary: Summary, before: readonly Counted[], after: readonly Counted[]): Summary {
  const counts = { ...summary };
  const add = (findings: readonly Counted[], by: number): void => {
    for (const { severity, fix, silenced } of findings) {
      if (silenced) counts[silenced.kind] += by;
      else {
        counts[`${severity}s`] += by;
        if (fix !== undefined) counts.fixable += by;
      }
    }
  };
  add(before, -1);
  add(after, 1);
  return counts;
}

const bufferOf = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);

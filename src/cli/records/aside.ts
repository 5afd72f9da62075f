import type { Spill } from '../../host/spill.ts';
import { type PackedRecord, type StoredRecord, sharedNames } from '../../lint/records/stored-record.ts';

/** Puts the texts of records out of memory. Of each, hardly more than a number stays. */
export class Aside {
  readonly #spill: Spill;
  /** In bytes, of the segments of all records, one after the other. */
  readonly #lengths: number[] = [];

  constructor(spill: Spill) {
    this.#spill = spill;
  }

  /** From now on, the record reads its text from there; where that fails, the text stays. */
  put(record: StoredRecord, { segments }: PackedRecord): void {
    try {
      const texts = Array.from(segments.values(), (text) => Buffer.from(text));
      const names = sharedNames([...segments.keys()]);
      const first = this.#lengths.length;
      const start = this.#spill.write(Buffer.concat(texts));
      for (const { length } of texts) this.#lengths.push(length);
      record.readFrom((segment) => {
        const at = names.indexOf(segment);
        return at === -1 ? 'null' : this.#read(start, first, at);
      });
    } catch {
      // The disk is full, say.
    }
  }

  #read(start: number, first: number, at: number): string {
    let offset = start;
    for (let place = first; place < first + at; place += 1) offset += this.#lengths[place] ?? 0;
    return Buffer.from(this.#spill.read(offset, this.#lengths[first + at] ?? 0)).toString('utf8');
  }
}

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rules } from '../../rules/index.ts';
import type { Spill } from '../../src/host/spill.ts';
import { FindingsAside } from '../../src/lint/found.ts';
import { runPageStep } from '../../src/lint/records/page-step.ts';
import { Lean, pack, StoredRecord } from '../../src/lint/records/stored-record.ts';
import { type LintResult, lint } from '../../src/lint/run.ts';
import { Aside } from '../../src/site/aside.ts';
import { fixtureSamples, lintSample, type Sample, samplesOf } from '../support/corpus.ts';

/** A disk that is full after so many writes. */
function spill(writes = Number.POSITIVE_INFINITY): Spill {
  let all = Buffer.alloc(0);
  let left = writes;
  return {
    write(bytes) {
      if (left <= 0) throw new Error('ENOSPC');
      left -= 1;
      const start = all.length;
      all = Buffer.concat([all, bytes]);
      return start;
    },
    read: (offset, length) => all.subarray(offset, offset + length),
  };
}

/** Lints as a run over very many pages does. @param held number of pages whose tables are held */
function lintLean(sample: Sample, room: Spill, held = 1): LintResult {
  const shared = new Lean(held);
  return lint({
    pages: Array.from(sample.texts, ([path, text]) => ({ path, text })),
    site: { ...sample.site(sample.texts), spill: room },
    spill: room,
    ...sample.external,
    rules,
    settingsFor: () => sample.settings,
    step(page, task) {
      const record = StoredRecord.of(pack(runPageStep(page, task)));
      record.beLean(shared);
      return record;
    },
  });
}

describe('a run over very many pages', () => {
  const together = rules.filter(({ scope }) => scope === 'corpus');
  it.each(together.map((rule) => [rule.id, rule] as const))('finds the same by %s', (_, rule) => {
    for (const sample of samplesOf(rule, rules)) {
      expect(lintLean(sample, spill()), sample.name).toEqual(lintSample(sample, rules));
    }
  });

  it('finds the same in pages that lie beside each other, also where the disk gets full', () => {
    const samples = fixtureSamples(rules);
    const [first] = samples;
    if (first === undefined) throw new Error('There are no fixtures.');
    const texts = new Map(samples.flatMap((sample) => [...sample.texts]));
    const all = { ...first, texts };
    const plain = lintSample(all, rules);
    expect(plain.findings.length).toBeGreaterThan(10);
    for (const writes of [Number.POSITIVE_INFINITY, 20])
      expect(lintLean(all, spill(writes), 3)).toEqual(plain);
  });
});

describe('what is put aside', () => {
  it('comes back as it was, whichever part of it finds room', () => {
    fc.assert(
      fc.property(fc.array(fc.json(), { maxLength: 20 }), fc.nat(20), (texts, writes) => {
        const aside = new Aside(spill(writes));
        const read = texts.map((text) => aside.put(JSON.parse(text)));
        expect(read.map((one) => one())).toEqual(texts.map((text) => JSON.parse(text)));
      }),
      { numRuns: 50 },
    );
  });

  it('keeps findings in their order, and holds few of them', () => {
    const finding = (at: number) => ({
      rule: 'pier/plank',
      message: `Plank ${at} is loose.`,
      why: 'People fall.',
      how: 'Nail it.',
      span: { page: `piers/${at % 7}.md`, start: at, end: at + 1 },
      key: `plank-${at}`,
    });
    const all = Array.from({ length: 1234 }, (_, at) => finding(at));
    for (const writes of [Number.POSITIVE_INFINITY, 1, 0]) {
      const aside = new FindingsAside(spill(writes));
      for (const one of all) aside.push(one);
      expect([...aside.all()]).toEqual(all);
    }
  });
});

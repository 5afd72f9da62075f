import fc from 'fast-check';
import { expect, it } from 'vitest';
import { rules } from '../../rules/index.ts';
import { movedIn } from '../../src/cli/amend/spans.ts';
import { extract } from '../../src/lint/extract.ts';
import { lookOf, looks, looksAlike } from '../../src/lint/looks/page-look.ts';
import { compareFindings } from '../../src/lint/order.ts';
import type { WordedFinding } from '../../src/lint/raw-finding.ts';
import { Records } from '../../src/lint/records/records.ts';
import { type CorpusWork, lint } from '../../src/lint/run.ts';
import { Shift } from '../../src/text/shift.ts';
import { fixtureSamples, type Sample, samplesOf } from '../support/corpus.ts';
import { anyEdit, edited } from '../support/edits.ts';

const looking = rules.filter(looks);

/** What is left has a reason to be made anew each time. */
it('all rules over all pages say what they read of a page, but for those that ask outside or about a change', () => {
  const silent = rules.filter((rule) => rule.scope === 'corpus' && !looks(rule)).map(({ id }) => id);
  expect(silent).toEqual(['link/external', 'link/inbound']);
});

/** Pages that did not change are not read again. */
const records = new Records();

function workOf(sample: Sample, texts: ReadonlyMap<string, string>): CorpusWork {
  const works: CorpusWork[] = [];
  lint({
    pages: Array.from(texts, ([path, text]) => ({ path, text })),
    site: sample.site(texts),
    rules,
    settingsFor: () => sample.settings,
    step: records.step,
    isLooking: true,
    onCorpus: (work) => works.push(work),
  });
  const [work] = works;
  if (work === undefined) throw new Error('The rules over all pages did not run.');
  return work;
}

const foundBy = (findings: readonly WordedFinding[]): readonly WordedFinding[] =>
  findings.filter(({ rule }) => looking.some(({ id }) => id === rule)).sort(compareFindings);

/** @returns whether the page looks as before */
function holds(sample: Sample, before: CorpusWork, [path, text]: readonly [string, string]): boolean {
  const old = sample.texts.get(path) ?? '';
  const shift = new Shift(old, text);
  const page = extract(path, text);
  const among = (id: string) => looking.flatMap((rule) => (rule.id === id ? before.among(rule) : []));
  const [was, is] = [extract(path, old), page].map((facts) => lookOf(facts, looking));
  if (was === undefined || is === undefined || !looksAlike(was, is, shift, looking, among, page))
    return false;
  const moved = movedIn(foundBy(before.findings), path, shift);
  // Findings that have a part in the change are made anew.
  if (moved === null) return false;
  const after = workOf(sample, new Map([...sample.texts, [path, text]]));
  expect(foundBy(after.findings)).toEqual([...moved].sort(compareFindings));
  return true;
}

const single = fixtureSamples(rules);
const [some] = single;
if (some === undefined) throw new Error('There are no fixtures.');
/** All fixtures as one corpus; some twice, so that pages share wordings and levels. */
const together: Sample = {
  ...some,
  texts: new Map(
    single.flatMap(({ path, texts }, at) =>
      (at % 3 === 0 ? ['one', 'two'] : ['one']).map(
        (folder) => [`${folder}/${path}`, texts.get(path) ?? ''] as const,
      ),
    ),
  ),
};
const examples = looking.flatMap((one) => samplesOf(one, rules));

it('a page that looks as before changes no finding of rules over all pages, on no page, but for its place', () => {
  const works = new Map<Sample, CorpusWork>();
  let alike = 0;
  const one = fc.record({ sample: fc.constantFrom(together, ...examples), edit: anyEdit });
  fc.assert(
    fc.property(fc.oneof(one, fc.record({ sample: fc.constant(together), edit: anyEdit })), (tried) => {
      const { sample, edit } = tried;
      const work = works.get(sample) ?? workOf(sample, sample.texts);
      works.set(sample, work);
      if (holds(sample, work, edited(sample.texts, edit))) alike += 1;
    }),
    { numRuns: 150 },
  );
  // Else nothing was tried.
  expect(alike).toBeGreaterThan(5);
}, 60_000);

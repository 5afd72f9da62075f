import fc from 'fast-check';
import { expect, it } from 'vitest';
import { markerText, readMarker } from '../../../src/gitlab/plan/marker.ts';
import { nextState, readState, stateText } from '../../../src/gitlab/plan/review-state.ts';

const print = fc.nat(12).map((number) => `${number}`.padEnd(16, 'a1'));
const prints = fc.uniqueArray(print);
const there = (present: readonly string[]) => ({ present, silenced: [], renamed: [] });
const commit = fc.constantFrom('1'.repeat(40), '2'.repeat(40));

it('A state is read as it was written, out of the marker of a summary', () => {
  fc.assert(
    fc.property(commit, prints, prints, (head, present, ended) => {
      const state = nextState(null, head, there(present), ended);
      const marker = readMarker(
        `Text.\n\n${markerText({ kind: 'summary', scope: null, digest: '0', state: stateText(state) })}`,
      );
      expect(marker?.kind === 'summary' && readState(marker.state)).toEqual(state);
    }),
  );
});

it('The second review of a commit finds gone what the first one did', () => {
  fc.assert(
    fc.property(prints, commit, prints, commit, prints, (first, one, second, two, ended) => {
      const before = nextState(null, one, there(first), ended);
      const state = nextState(before, two, there(second), ended);
      expect(nextState(state, two, there(second), [])).toEqual(state);
      const left = first.filter((each) => !second.includes(each)).map((each) => each.slice(0, 12));
      if (one !== two) expect(state.gone).toEqual(left);
    }),
  );
});

it('The state of another version counts as none', () => {
  expect(readState('1')).toBe(null);
  expect(readState('3,aaaa,,')).toBe(null);
});

it('A state of very many findings stays short', () => {
  const many = Array.from({ length: 100_000 }, (_, number) => number.toString(16).padStart(16, '0'));
  expect(stateText(nextState(null, '1'.repeat(40), there(many), many)).length).toBeLessThan(20_000);
});

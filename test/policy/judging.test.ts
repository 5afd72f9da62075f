import { describe, expect, it } from 'vitest';
import { dateOf, dayOf } from '../../src/host/calendar.ts';
import type { JudgedFinding } from '../../src/lint/finding.ts';
import { fingerprintOf } from '../../src/lint/fingerprint.ts';
import { type BaselineEntry, baselineText, entryIn, parseBaseline } from '../../src/policy/baseline-file.ts';
import type { Coverage } from '../../src/policy/coverage.ts';
import { judgeWaivers } from '../../src/policy/judge-waivers.ts';
import { type Judging, laterJudge } from '../../src/policy/judging.ts';
import type { Waiver } from '../../src/policy/waiver.ts';

function finding(over: Partial<JudgedFinding> = {}): JudgedFinding {
  const { rule = 'pier/long', key = 'senior-pilot/pier', occurrence = 0 } = over;
  const span = over.span ?? { page: 'roles/pilot.md', start: 0, end: 4 };
  return {
    rule,
    severity: 'warning',
    message: 'The pier of "Senior Pilot" is long.',
    why: 'It matters.',
    how: 'Shorten it.',
    span,
    key,
    occurrence,
    fingerprint: fingerprintOf(rule, span.page, key, occurrence),
    silenced: null,
    ...over,
  };
}

function waiver(over: Partial<Waiver> = {}): Waiver {
  const where = { file: 'config.yaml', line: 3 };
  return { rule: 'pier/long', reason: 'Agreed', owner: 'Harbour', until: '2027-03-31', ...where, ...over };
}

const whole: Coverage = { isWhole: true, pages: new Set(['roles/pilot.md']), unjudged: new Set() };
const about = { failures: [], levelsAt: () => ['Senior Pilot'], wordsAt: () => 'pier and pier' };
const circumstances = {
  today: '2027-03-01',
  fromBase: (path: string) => path,
  printFromBase: ({ fingerprint }: JudgedFinding) => fingerprint,
};

function judge(findings: readonly JudgedFinding[], over: Partial<Judging>, failures = about.failures) {
  const all = { ...circumstances, waivers: [], baseline: null, before: null, coverage: whole };
  return laterJudge({ ...all, ...over })(findings, { ...about, failures });
}

const silencedBy = (over: Partial<Waiver>, one = finding()) =>
  judge([one], { waivers: [waiver(over)] }).findings[0]?.silenced?.kind ?? null;

describe('days', () => {
  it('are those of the calendar', () => {
    expect(dayOf('1970-01-02')).toBe(1);
    expect(Number(dayOf('2028-03-01')) - Number(dayOf('2028-02-29'))).toBe(1);
    for (const wrong of [
      '2027-02-29',
      '2027-13-01',
      '2027-00-10',
      '2027-3-1',
      'soon',
      '',
      '2027-03-31T00:00',
    ])
      expect(dayOf(wrong), wrong).toBe(null);
    expect(dateOf(86_400_000 * 365)).toBe('1971-01-01');
  });
});

describe('a waiver', () => {
  it.each<[string, Partial<Waiver>, 'waived' | null]>([
    ['its rule', { page: 'roles/**' }, 'waived'],
    ['its family of rules', { rule: 'pier/*', page: 'roles/**' }, 'waived'],
    ['no other rule', { rule: 'pier/longer', page: 'roles/**' }, null],
    ['no other page', { page: 'roles/m*.md' }, null],
    ['the level that the place belongs to', { level: 'senior pilot' }, 'waived'],
    ['the first parts of the key', { level: 'senior-pilot' }, 'waived'],
    ['the whole key', { level: 'senior-pilot/pier' }, 'waived'],
    ['no key that only begins so', { level: 'senior-pilot/pi' }, null],
    ['no other level', { level: 'Pilot' }, null],
    ['words of the message', { text: 'pier  of "Senior\nPilot"' }, 'waived'],
    ['words of the page that are marked', { text: 'pier and pier' }, 'waived'],
    ['no other words', { text: 'quay' }, null],
    ['its fingerprint', { fingerprint: finding().fingerprint }, 'waived'],
    ['no other fingerprint', { fingerprint: '0123456789abcdef' }, null],
    ['only what meets all that it says', { page: 'roles/**', level: 'Pilot' }, null],
  ])('covers %s', (_, over, expected) => {
    expect(silencedBy(over)).toBe(expected);
  });

  it('holds through its last day, and not on the next', () => {
    const on = (today: string) =>
      judge([finding()], { today, waivers: [waiver({ page: '**' })] }).findings[0]?.silenced;
    expect(on('2027-03-31')).toEqual({ kind: 'waived', reason: 'Agreed' });
    expect(on('2027-04-01')).toBe(null);
  });

  it('is reported with its owner from two weeks before its end', () => {
    const on = (today: string) => judge([finding()], { today, waivers: [waiver({ page: '**' })] }).notices;
    expect(on('2027-03-16')).toEqual([]);
    expect(on('2027-03-17')).toEqual([
      {
        kind: 'waiver-ending',
        message:
          'The waiver of pier/long in ** ends in 14 days, after 2027-03-31. Mend what it covers, or agree on a later end. Owner: Harbour.',
        file: 'config.yaml',
        line: 3,
      },
    ]);
    expect(on('2027-04-02')).toMatchObject([
      {
        kind: 'waiver-ended',
        message:
          'The waiver of pier/long in ** ended after 2027-03-31, 2 days ago, so its finding counts again. Mend what it covers, or agree on a later end. Owner: Harbour.',
      },
    ]);
  });

  it('is called unused only where all findings that it could cover are known', () => {
    const kinds = (over: Partial<Judging>, failures: readonly { message: string }[] = []) => {
      const all = { waivers: [waiver({ page: 'gone.md' })], ...over };
      return judge([finding()], all, [...failures] as never).notices.map(({ kind }) => kind);
    };
    expect(kinds({})).toEqual(['waiver-unused']);
    expect(kinds({ coverage: { ...whole, isWhole: false } })).toEqual([]);
    expect(kinds({ coverage: { ...whole, unjudged: new Set(['pier/long']) } })).toEqual([]);
    expect(kinds({ coverage: { ...whole, unjudged: new Set(['quay/old']) } })).toEqual(['waiver-unused']);
    expect(kinds({}, [{ message: 'A rule crashed.' }])).toEqual([]);
  });

  it('covers nothing that a comment silences, and is unused where comments silence all', () => {
    const silenced = { kind: 'suppressed', reason: 'old' } as const;
    const { findings, notices } = judge([finding({ silenced })], { waivers: [waiver({ page: '**' })] });
    expect(findings[0]?.silenced).toEqual(silenced);
    expect(notices.map(({ kind }) => kind)).toEqual(['waiver-unused']);
  });

  it('that holds silences where another one has ended; both are used', () => {
    const { findings, standings } = judgeWaivers(
      [finding()],
      [waiver({ page: '**', until: '2027-01-01' }), waiver({ page: 'roles/**', reason: 'New' })],
      { ...circumstances, ...about },
    );
    expect(findings[0]?.silenced).toEqual({ kind: 'waived', reason: 'New' });
    expect(standings.map(({ state, daysLeft, findings: count }) => [state, daysLeft, count])).toEqual([
      ['ended', -59, 1],
      ['holds', 30, 1],
    ]);
  });
});

describe('a baseline', () => {
  const entries = [
    entryIn(finding(), 'roles/pilot.md'),
    entryIn(finding({ occurrence: 1 }), 'roles/pilot.md'),
  ];
  const pageOf = ({ file }: BaselineEntry) => file;
  const baseline = { path: 'known.json', entries, pageOf };

  it('silences what it knows, wherever in the page that is now, and nothing else', () => {
    const moved = finding({ span: { page: 'roles/pilot.md', start: 90, end: 94 } });
    const other = finding({ key: 'pilot/pier' });
    const third = finding({ occurrence: 2 });
    const { findings } = judge([moved, other, third], { baseline });
    expect(findings.map(({ silenced }) => silenced)).toEqual([
      { kind: 'baselined', reason: 'It is known in known.json.' },
      null,
      null,
    ]);
  });

  it('knows a page under its new name', () => {
    const renamed = finding({ span: { page: 'crew/pilot.md', start: 0, end: 4 } });
    const { findings, notices } = judge([renamed, finding()], {
      baseline: { ...baseline, pageOf: () => 'crew/pilot.md' },
      coverage: { ...whole, isWhole: false },
    });
    expect(findings.map(({ silenced }) => silenced?.kind ?? null)).toEqual(['baselined', null]);
    expect(notices).toEqual([]);
  });

  it('has entries reported that are gone, but only of pages and rules that were looked at', () => {
    const said = (coverage: Coverage) => judge([finding()], { baseline, coverage }).notices;
    expect(said(whole)).toEqual([
      {
        kind: 'baseline-gone',
        message:
          'The baseline lists a finding that is no longer there, pier/long in roles/pilot.md. “jobfam-lint baseline --prune” takes it out.',
        file: 'known.json',
      },
    ]);
    expect(said({ ...whole, isWhole: false })).toHaveLength(1);
    expect(said({ ...whole, isWhole: false, pages: new Set(['other.md']) })).toEqual([]);
    expect(said({ ...whole, unjudged: new Set(['pier/long']) })).toEqual([]);
  });

  it('counts as gone what is mended, not what a waiver or comment silences', () => {
    const { notices } = judge([finding(), finding({ occurrence: 1 })], {
      baseline,
      waivers: [waiver({ page: '**' })],
    });
    expect(notices).toEqual([]);
  });
});

describe('a baseline file', () => {
  const entries = ['b.md', 'a.md'].map((file) => entryIn(finding({ message: 'A "long"\nline' }), file));

  it('has one line for each finding, sorted, and can be read back', () => {
    const text = baselineText(entries);
    expect(text.split('\n').slice(0, 5)).toEqual([
      '{',
      '"version": 1,',
      '"findings": [',
      expect.stringContaining('"file":"a.md"'),
      expect.stringContaining('"file":"b.md"'),
    ]);
    expect(parseBaseline('known.json', text)).toEqual({ entries: [...entries].reverse(), failures: [] });
    expect(parseBaseline('known.json', baselineText([])).entries).toEqual([]);
  });

  it.each([
    [
      'another version',
      baselineText(entries).replace('"version": 1', '"version": 2'),
      'known.json:2: This is a baseline of version 2, but this program knows version 1. ',
    ],
    [
      'a conflict that nobody solved',
      baselineText(entries).replace('{"rule"', '<<<<<<< main\n{"rule"'),
      'known.json:4: The baseline is broken here. ',
    ],
    [
      'an end that is missing',
      baselineText(entries).slice(0, -20),
      'known.json:5: The baseline is broken here. ',
    ],
    [
      'an entry without its key',
      baselineText(entries).replace(/("file":"b\.md".*?)"key":"[^"]*",/u, '$1'),
      'known.json:5: Entry 2 of the baseline lacks a part. ',
    ],
    ['something else', '[]', 'known.json:1: This is no baseline. '],
  ])('says where it is wrong: %s', (_, text, expected) => {
    const { entries: read, failures } = parseBaseline('known.json', text);
    expect(read).toEqual([]);
    expect(failures.map(({ message }) => message)).toEqual([expect.stringContaining(expected)]);
  });
});

describe('what is new', () => {
  it('is judged last: what is waived or known stays that', () => {
    const all = [finding(), finding({ key: 'mate/pier' }), finding({ key: 'cook/pier' })];
    const { findings } = judge(all, {
      waivers: [waiver({ level: 'mate' })],
      baseline: { path: 'k', entries: [entryIn(finding(), 'roles/pilot.md')], pageOf: ({ file }) => file },
      before: { reason: 'It was there in main.', oldOf: (all) => new Set(all) },
    });
    expect(findings.map(({ silenced }) => silenced)).toEqual([
      expect.objectContaining({ kind: 'baselined' }),
      expect.objectContaining({ kind: 'waived' }),
      { kind: 'old', reason: 'It was there in main.' },
    ]);
  });
});

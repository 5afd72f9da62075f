import { describe, expect, it } from 'vitest';
import { globalsIn, importCycles, isThere, type SourceFile, sourceFiles } from './support/imports.ts';

/**
 * Which room may import from which, and why. A target is a room or one file of it; what is not here is forbidden.
 * Rooms are the folders of src, `index` for src/index.ts, and `rules` for rules/.
 */
const arrows: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  text: {},
  markdown: { text: 'Facts of a page point into its text by spans.' },
  model: {
    markdown: 'Levels, grades and reporting lines are read from sections, blocks and links.',
    text: 'They point into the text too.',
  },
  site: {
    model: 'The reporting graph is made of levels and reporting lines.',
    markdown: 'Anchors are made of headings and ids.',
    text: 'Did-you-mean, and spans.',
    'src/host/http-client.ts': 'Outside addresses are asked through this interface, which knows no network.',
    'src/host/wall-clock.ts': 'Their hosts are asked at a pace, by a clock that is passed in.',
    'src/host/spill.ts': 'Anchors of very many pages are set aside; this interface knows no files.',
  },
  lint: {
    site: 'Rules over all pages get the site among their facts.',
    model: 'A page’s facts hold those of its family.',
    markdown: 'A page’s facts hold its markdown.',
    text: 'Spans, edits and did-you-mean.',
    'src/host/time-limit.ts': 'A page gets so much time; this interface knows no clock.',
    'src/host/spill.ts': 'Findings on very many pages are set aside; this interface knows no files.',
  },
  host: {
    'src/lint/finding.ts':
      'A file that cannot be read is a failure of the run, and that type is the engine’s.',
  },
  policy: {
    lint: 'Config gives rules their severities and options.',
    site: 'Config says where the site’s pages are.',
    model: 'Config adds to the vocabulary.',
    markdown: 'Policies see sections and links; the text that a policy enforces is a page too.',
    host: 'Config and waivers are files.',
    text: 'Did-you-mean for keys.',
  },
  report: {
    lint: 'A report is made of findings, and a rule’s page of the rule.',
    policy: 'Some formats list the settings that held.',
    text: 'Spans become lines and columns.',
  },
  gitlab: {
    report: 'Comments are worded like reports.',
    policy: 'The review has settings of its own.',
    lint: 'Findings become threads.',
    host: 'Git and clock are passed in as values.',
    text: 'Spans become positions in a diff.',
  },
  cli: {
    rules: 'Here the rules meet the engine; below, nothing knows them.',
    gitlab: 'The command `review`.',
    report: 'Formats.',
    policy: 'Config.',
    lint: 'The engine.',
    site: 'The site that links may reach.',
    model: 'The command `model`.',
    host: 'Node’s file system, git and clock are made here and passed down.',
    text: 'Did-you-mean for arguments.',
  },
  index: {
    rules: 'The library offers the rules,',
    gitlab: 'the review,',
    report: 'the formats,',
    policy: 'the config,',
    lint: 'the engine,',
    site: 'the site,',
    model: 'the vocabulary,',
    host: 'Node’s file system,',
    text: 'and spans, edits and lines.',
  },
  rules: {
    'src/lint/rule.ts': 'A rule knows the shape of a rule, and nothing of how it is run,',
    'src/lint/most-amended.ts': 'but for how many pages may change before it is run again.',
    site: 'Rules on links ask the site where they lead.',
    model: 'Rules compare role names and levels.',
    markdown: 'Rules look at sections, lists and links.',
    text: 'Spans, edits, keys, repeated runs.',
  },
};

/** Rooms, or single files, in which a package may be used: behind these walls it could be exchanged. */
const packages: Readonly<Record<string, readonly string[]>> = {
  '@gitbeaker/rest': ['gitlab'],
  '@eslint-community/regexpp': ['policy'],
  ajv: ['policy'],
  commander: ['cli'],
  'dictionary-en': ['src/text/english-words.ts'],
  diff: ['report', 'gitlab', 'text'],
  'fast-xml-builder': ['src/report/junit/xml.ts'],
  'fastest-levenshtein': ['text', 'model'],
  'ipaddr.js': ['host'],
  mdast: ['markdown'],
  'mdast-util-to-string': ['markdown'],
  'node:buffer': ['host'],
  'node:child_process': ['host'],
  'node:crypto': ['lint', 'host', 'gitlab', 'policy'],
  // The dictionary is data that comes with a package; it is read when a rule first asks for a word.
  'node:fs': ['host', 'src/text/english-words.ts'],
  'node:dns': ['host'],
  'node:module': ['cli', 'src/policy/load-ajv.ts', 'src/text/english-words.ts'],
  'node:net': ['host'],
  'node:tls': ['host'],
  'node:os': ['host'],
  'node:tty': ['cli'],
  'node:v8': ['host'],
  'node:vm': ['host'],
  'node:zlib': ['cli'],
  'node:worker_threads': ['host'],
  'node:path': ['cli', 'host', 'policy', 'src/text/english-words.ts'],
  'node:process': ['cli'],
  'node:readline': ['cli'],
  'node:timers': ['host'],
  'node:url': ['host'],
  nspell: ['src/text/english-words.ts'],
  'p-limit': ['site'],
  picocolors: ['cli', 'report'],
  picomatch: ['policy', 'host'],
  re2js: ['policy'],
  'remark-gfm': ['markdown'],
  'remark-parse': ['markdown'],
  // Types alone.
  sarif: ['report'],
  'string-width': ['report'],
  tinyglobby: ['host'],
  undici: ['host'],
  unified: ['markdown'],
  unist: ['markdown'],
  'write-file-atomic': ['host'],
  yaml: ['markdown', 'policy', 'site', 'report'],
};

/** What changes from run to run is passed in as a value, so that the rest gives the same for the same. */
const globals: Readonly<Record<string, readonly string[]>> = {
  process: ['cli'],
  console: [],
  fetch: ['host'],
  performance: ['host'],
  Date: ['host'],
  setTimeout: ['host'],
};

/** Files that may be longer than 300 lines, and why. Best is none. */
const longFiles: Readonly<Record<string, string>> = {};

const files = sourceFiles('src', 'rules');

function roomOf(path: string): string {
  if (path.startsWith('rules/')) return 'rules';
  return path.split('/').length === 2 ? 'index' : (path.split('/')[1] ?? '');
}

/** Each file beside those of its imports that are not allowed. */
function offences(of: (file: SourceFile) => readonly string[]): string[] {
  return files.flatMap((file) => of(file).map((offence) => `${file.path} → ${offence}`));
}

describe('imports', () => {
  it('are read from every room', () => {
    expect(files.length).toBeGreaterThan(50);
    expect(
      offences(({ files }) => files.filter((path) => !isThere(path) && path !== 'package.json')),
    ).toEqual([]);
    expect(
      [...new Set(files.map(({ path }) => roomOf(path)))].filter((room) => !Object.hasOwn(arrows, room)),
    ).toEqual([]);
  });

  it('go only where an arrow points', () => {
    const refused = offences(({ path, files }) => {
      const from = roomOf(path);
      const allowed = arrows[from] ?? {};
      return files
        .filter((to) => to.endsWith('.ts') && roomOf(to) !== from)
        .filter((to) => !Object.hasOwn(allowed, roomOf(to)) && !Object.hasOwn(allowed, to));
    });
    expect(refused).toEqual([]);
  });

  it('form no circle, types included', () => {
    expect(importCycles(files).map((cycle) => cycle.join(' → '))).toEqual([]);
  });

  it('of a rule stay in its family', () => {
    const familyOf = (path: string): string => path.split('/')[1] ?? '';
    const isOwnHelper = (from: string, to: string): boolean =>
      familyOf(to) === familyOf(from) && /\/_[^/]+$/.test(to);
    const strangers = offences(({ path, files }) =>
      /^rules\/.+\//.test(path)
        ? files.filter((to) => to.startsWith('rules/') && !isOwnHelper(path, to))
        : [],
    );
    expect(strangers).toEqual([]);
  });

  it('of packages keep to their rooms', () => {
    expect(
      offences(({ path, packages: used }) =>
        used.filter((name) => ![path, roomOf(path)].some((place) => packages[name]?.includes(place))),
      ),
    ).toEqual([]);
  });
});

it('clock, network and process are only asked for where they belong', () => {
  const names = new Set(Object.keys(globals));
  expect(
    offences((file) =>
      [...globalsIn(file, names)].filter((name) => !globals[name]?.includes(roomOf(file.path))),
    ),
  ).toEqual([]);
});

it('no file is longer than 300 lines without a reason, and no reason is left over', () => {
  const long = files.filter(({ text }) => text.split('\n').length - 1 > 300).map(({ path }) => path);
  expect(long).toEqual(Object.keys(longFiles));
});

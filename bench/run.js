// Measures jobfam-lint beside other programs: `npm run bench`; `npm run bench -- --help` says what can be asked for.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { familiesOf2022, generated } from './corpora.js';
import { prepare } from './install.js';
import { alternate, peakOf } from './measure.js';
import { named, peerNode } from './peers.js';
import { commands } from './programs.js';
import { exponent, ratio, table } from './tables.js';

const parts = ['start', 'cold', 'warm', 'changed', 'growth'];
const help = `npm run bench -- [options]

--only ${parts.join(',')}
         measure these parts alone:
           start    --version beside node -e 0
           cold     without a cache, beside markdownlint-cli2 and remark-cli with validate-links
           warm     with the cache of the run before, beside rumdl and node -e 0
           changed  with the cache, one page changed, beside warm
           growth   cold over generated sites, with the memory of each
--pages 1000,10000,100000
         sizes of the sites of “growth”, in pages; each is run once
--rounds 5
         rounds of all other parts; one more goes before them and does not count
--peer-node FILE
         run markdownlint-cli2 and remark-cli under this Node; default: the Node that runs this
--json   end with one line of JSON; what was not measured is null in it
--help   say this

The first call installs the other programs below bench/node_modules. bench/README.md says more.`;

const { values } = parseArgs({
  options: {
    only: { type: 'string', default: parts.join(',') },
    pages: { type: 'string', default: '1000,10000,100000' },
    rounds: { type: 'string', default: '5' },
    'peer-node': { type: 'string' },
    json: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});

const print = (line) => process.stdout.write(`${line}\n`);
const asked = values.only.split(',');
const unknown = asked.find((part) => !parts.includes(part));
const sizes = values.pages.split(',').map(Number);
const rounds = Number(values.rounds);
if (values.help) print(help);
else if (unknown !== undefined || [...sizes, rounds].some((count) => !Number.isInteger(count) || count < 1)) {
  process.stderr.write(`bench: It cannot measure that. Ask for it in this way:\n${help}\n`);
  process.exitCode = 2;
} else {
  const folder = mkdtempSync(join(tmpdir(), 'jobfam-lint-bench-'));
  try {
    prepare();
    measureAll(folder);
  } catch (error) {
    process.stderr.write(`bench: ${error instanceof Error ? error.message : error}\n`);
    process.exitCode = 2;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function measureAll(folder) {
  const figures = {
    coldVsMarkdownlint: null,
    coldVsRemark: null,
    warmVsRumdl: null,
    warmVsNode: null,
    changedVsWarm: null,
    versionVsNode: null,
    growthExponent: null,
    peakMiB: null,
    bytesPerPage: null,
  };
  const peer = peerNode(values['peer-node'] ?? null);
  const others = ['markdownlint-cli2', 'remark-cli'].map(named).join(' and ');
  print(`Node ${process.version}; ${others} under Node ${peer.version}; ${named('rumdl')} needs none.`);
  if (['start', 'cold', 'warm', 'changed'].some((part) => asked.includes(part))) {
    const site = familiesOf2022(folder) ?? generated(join(folder, 'families'), 217);
    print(
      `Job families: ${site.pages.length} pages${site.isReal ? '' : ', generated, as the real ones are not here'}. ` +
        `Times of ${rounds} round${rounds === 1 ? '' : 's'}, from start to end of the process.`,
    );
    measureSite(commands(site, peer.node), figures);
  }
  if (asked.includes('growth')) measureGrowth(folder, figures);
  if (values.json) print(JSON.stringify(figures));
}

function measureSite(run, figures) {
  if (asked.includes('start')) {
    const times = compare('start', { '--version': run.version, 'node -e 0': run.node });
    figures.versionVsNode = ratio(times['--version'], times['node -e 0']);
  }
  if (asked.includes('cold')) {
    const times = compare('cold', {
      'jobfam-lint': run.cold,
      'markdownlint-cli2': run.markdownlint,
      'remark-cli': run.remark,
    });
    figures.coldVsMarkdownlint = ratio(times['jobfam-lint'], times['markdownlint-cli2']);
    figures.coldVsRemark = ratio(times['jobfam-lint'], times['remark-cli']);
  }
  if (asked.includes('warm') || asked.includes('changed')) {
    const times = compare('warm', { 'jobfam-lint': run.warm, rumdl: run.rumdl, 'node -e 0': run.node });
    figures.warmVsRumdl = ratio(times['jobfam-lint'], times.rumdl);
    figures.warmVsNode = ratio(times['jobfam-lint'], times['node -e 0']);
    if (!asked.includes('changed')) return;
    const { changed } = compare('one page changed', { changed: run.changed });
    figures.changedVsWarm = ratio(changed, times['jobfam-lint']);
  }
}

/** Prints the times of programs that ran in turn; returns their medians in ms. */
function compare(title, programs) {
  const times = alternate(programs, rounds);
  print(`\n${table(title, times)}`);
  return Object.fromEntries(times.map(({ name, median }) => [name, median]));
}

function measureGrowth(folder, figures) {
  const points = [];
  print('\ngrowth             pages     seconds    peak MiB    bytes a page');
  for (const count of sizes) {
    const site = generated(join(folder, `site-${count}`), count);
    const { ms, peak } = peakOf(commands(site, process.execPath).cold);
    rmSync(site.folder, { recursive: true });
    points.push({ count, ms, peak });
    const row = [count, (ms / 1000).toFixed(1), (peak / 2 ** 20).toFixed(0), Math.round(peak / count)];
    print(`           ${row.map((cell) => String(cell).padStart(12)).join('')}`);
  }
  const last = points.at(-1);
  const first = points[0];
  figures.peakMiB = Math.round(last.peak / 2 ** 20);
  if (points.length < 2) return;
  figures.growthExponent = exponent(points.map(({ count, ms }) => [count, ms]));
  // What the program itself needs is in both.
  figures.bytesPerPage = Math.round((last.peak - first.peak) / (last.count - first.count));
}

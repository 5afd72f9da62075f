// Replays real changes as merge requests: `npm run replay:history`; `-- --help` says what can be asked for.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { listen } from '../../test/support/gitlab/listen.ts';
import { changesIn } from './changes.ts';
import { type Replayed, replay } from './replay.ts';
import { Site } from './site.ts';
import { heading, line, sums } from './table.ts';

const help = `npm run replay:history -- [--only 1,7] [--here] [--list] [--json] [--comments DIR]

Plays each change to a job family as a merge request at a server that answers as GitLab does, and reviews it with the built program:
as it came, again, with its labelled defects mended, and with them back.

--only 1,7  these changes alone, by their numbers
--here      run the program from its sources in this process, which takes less time than dist/cli.js in processes of its own
--list      tell which labelled defects have no thread, and which threads have no label
--json      end with one line of JSON
--comments  write what each review says to a file a change in this folder, to be read by people`;

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    here: { type: 'boolean', default: false },
    list: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    comments: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
});
const print = (text: string): void => void process.stdout.write(`${text}\n`);

const top = join(import.meta.dirname, '../../..');
const shared = join(top, '../shared');
const changes = changesIn(join(shared, 'history'));
const pages = join(shared, 'corpora/www-2022');
if (values.help) print(help);
else if (changes === null || !existsSync(pages))
  print('Skipped: ../shared/history or ../shared/corpora/www-2022 is not here.');
else {
  const numbers = values.only?.split(',').map(Number);
  const asked = changes.filter((_, index) => numbers?.includes(index + 1) ?? true);
  const site = new Site(pages, readFileSync(join(top, 'test/corpora/www-2022.config.yaml'), 'utf8'));
  const running = await listen();
  try {
    const project = running.gitlab.addProject('acme/people/handbook');
    const all: Replayed[] = [];
    print(heading());
    for (const change of asked) {
      const one = await replay({ running, project, site, isHere: values.here }, change);
      all.push(one);
      if (values.comments !== undefined) {
        mkdirSync(values.comments, { recursive: true });
        writeFileSync(join(values.comments, `${one.change}.md`), one.comments);
      }
      print(line(one));
    }
    print(sums(all));
    const faults = all.flatMap((one) => one.faults.map((fault) => `${one.change}: ${fault}`));
    if (values.list) print(listed(all));
    if (faults.length > 0) print(`\n${faults.join('\n')}`);
    if (values.json) print(JSON.stringify(all.map(({ comments, ...rest }) => rest)));
    const isWrong = all.some(
      ({ notBrought, twins, resolved, reopened, mended }) =>
        notBrought > 0 || twins > 0 || resolved < mended || reopened < resolved,
    );
    if (isWrong || faults.length > 0) process.exitCode = 1;
  } finally {
    running.close();
    site.remove();
  }
}

function listed(all: readonly Replayed[]): string {
  return all
    .flatMap(({ change, missed, unlabelled }) => [
      ...missed.map(({ line, rule }) => `${change}:${line} ${rule}: labelled, without a thread`),
      ...unlabelled.map(
        ({ origin, line, rule, message }) => `${change}:${line} ${rule}: ${origin}: ${message}`,
      ),
    ])
    .join('\n');
}

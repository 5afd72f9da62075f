import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { GitRepository } from '../support/git-repository.ts';
import { runIn } from '../support/program.ts';

const made: GitRepository[] = [];
afterEach(() => {
  for (const one of made.splice(0)) one.remove();
});

function repository(...args: ConstructorParameters<typeof GitRepository>): GitRepository {
  const one = new GitRepository(...args);
  made.push(one);
  return one;
}

const config = (more = '') => `extends: none
families: [roles/*.md]
rules: {duplicate/phrase: error, level/duplicate: error, suppression/unused: error}
${more}`;

const family = (title: string, words: string) => `---
title: ${title}
---

# ${title}

${words}

## Responsibilities

- Know the ${title.toLowerCase()}'s duties by heart, in fair weather and in foul.
- Keep the log of the watch, and hand it over at its end.
`;

/** Lints, and gives what counts, what is silenced, and the notices. */
async function lint(repo: GitRepository, ...args: readonly string[]) {
  const { status, stdout, stderr } = await runIn(repo.folder, ['lint', '--format', 'json', ...args]);
  const report: Printed = JSON.parse(stdout === '' ? '{"findings":[],"notices":[]}' : stdout);
  const shown = ({ file, rule, message }: Printed['findings'][number]) =>
    `${file} ${rule} ${/"([^"]*)"/u.exec(message)?.[1]}`;
  return {
    status,
    stderr,
    counting: report.findings.filter(({ silenced }) => !silenced).map(shown),
    silenced: report.findings.flatMap((one) => (one.silenced ? [`${shown(one)}: ${one.silenced.kind}`] : [])),
    notices: report.notices,
  };
}

interface Printed {
  readonly findings: readonly {
    readonly file: string;
    readonly rule: string;
    readonly message: string;
    readonly silenced?: { readonly kind: string };
  }[];
  readonly notices: readonly { readonly kind: string; readonly message: string }[];
}

const slip = (word: string) => `The ship lies ${word} ${word} the harbour.`;

describe('--since', () => {
  it('reports what the branch and the working tree brought, and marks the rest as old', async () => {
    const repo = repository();
    repo.commit({
      'jobfam-lint.config.yaml': config(),
      'roles/pilot.md': family('Pilot', slip('in')),
      'roles/mate.md': family('Mate', slip('at')),
    });
    repo.git('checkout', '-q', '-b', 'change');
    repo.commit({
      'roles/pilot.md': family('Pilot', `Text put before.\n\n${slip('in')}\n\n${slip('of')}`),
    });
    repo.write({ 'roles/cook.md': family('Cook', slip('by')) });
    const found = await lint(repo, '--since', 'main');
    expect(found.counting).toEqual([
      'roles/cook.md duplicate/phrase by',
      'roles/pilot.md duplicate/phrase of',
    ]);
    expect(found.silenced).toEqual([
      'roles/mate.md duplicate/phrase at: old',
      'roles/pilot.md duplicate/phrase in: old',
    ]);
    expect(found.status).toBe(1);
    // Whole run and single page agree.
    expect((await lint(repo, '--since', 'main', 'roles/pilot.md')).counting).toEqual([
      'roles/pilot.md duplicate/phrase of',
    ]);
    expect((await lint(repo, '--since', 'HEAD', 'roles/pilot.md')).status).toBe(0);
  });

  it('leaves alone what stands under a heading that the change rewords', async () => {
    const repo = repository();
    const page = (heading: string, more = '') =>
      `${family('Pilot', `Steers.${more}`)}\n## ${heading}\n\n${slip('in')}\n`;
    repo.commit({ 'jobfam-lint.config.yaml': config(), 'roles/pilot.md': page('Duties') });
    repo.write({ 'roles/pilot.md': page('Pilot duties', `\n\n${slip('of')}`) });
    expect((await lint(repo, '--since', 'HEAD')).counting).toEqual(['roles/pilot.md duplicate/phrase of']);
  });

  it('compares with the commit where the histories part, so that what main mended meanwhile is not blamed on the branch', async () => {
    const repo = repository();
    repo.commit({ 'jobfam-lint.config.yaml': config(), 'roles/pilot.md': family('Pilot', slip('in')) });
    repo.git('checkout', '-q', '-b', 'change');
    repo.commit({ 'roles/mate.md': family('Mate', 'Nothing.') });
    repo.git('checkout', '-q', 'main');
    repo.commit({ 'roles/pilot.md': family('Pilot', 'Mended.') });
    repo.git('checkout', '-q', 'change');
    expect(await lint(repo, '--since', 'main')).toMatchObject({ status: 0, counting: [], notices: [] });
  });

  it('follows a page to its new name, also into the folders of the config', async () => {
    const repo = repository();
    repo.commit({
      'jobfam-lint.config.yaml': config(),
      'drafts/pilot.md': family('Pilot', slip('in')),
      'roles/mate.md': family('Mate', slip('at')),
    });
    repo.git('mv', 'drafts/pilot.md', 'roles/harbour-pilot.md');
    repo.git('mv', 'roles/mate.md', 'roles/first-mate.md');
    repo.write({ 'roles/first-mate.md': family('Mate', `${slip('at')}\n\n${slip('of')}`) });
    expect((await lint(repo, '--since', 'HEAD')).counting).toEqual([
      'roles/first-mate.md duplicate/phrase of',
    ]);
  });

  it('finds in an unchanged page what another page brought about', async () => {
    const repo = repository();
    const keeper =
      '### Lock Keeper\n\nThe Lock Keeper is a grade 5.\n\n- Opens the gates for every ship in turn.\n- Keeps a record of the water levels.\n';
    const page = (title: string) =>
      `---\ntitle: ${title}\n---\n\n${keeper}\n### ${title} Pilot\n\nThe ${title} Pilot is a grade 6.\n`;
    repo.commit({ 'jobfam-lint.config.yaml': config(), 'roles/b.md': page('Harbour') });
    repo.commit({ 'roles/a.md': page('River') });
    const found = await lint(repo, '--since', 'HEAD~1');
    expect(found.counting).toEqual(['roles/b.md level/duplicate Lock Keeper']);
    expect((await lint(repo, '--since', 'HEAD')).counting).toEqual([]);
  });

  it('finds in an unchanged page what stood behind a finding that another page mended', async () => {
    const repo = repository();
    repo.commit({
      'jobfam-lint.config.yaml': `extends: none
site: {layout: hugo, content: [{folder: ., url: /}], origins: [https://harbour.example]}
families: [roles/*.md]
rules: {link/absolute: error, link/broken-path: error}
`,
      'roles/pilot.md': family('Pilot', 'Works with the [Mate](https://harbour.example/roles/mate/).'),
      'roles/cook.md': family('Cook', 'Works with the [Pilot](https://harbour.example/roles/pilot/).'),
    });
    expect((await lint(repo, '--since', 'HEAD')).counting).toEqual([]);
    await runIn(repo.folder, ['baseline']);
    repo.write({ 'roles/mate.md': family('Mate', 'Nothing.') });
    const found = await lint(repo, '--since', 'HEAD', '--no-baseline');
    expect(found.counting).toEqual(['roles/pilot.md link/absolute /roles/mate/']);
    expect((await lint(repo)).counting).toEqual(found.counting);
  });

  it('reports what a removed comment silenced, and a comment that nothing needs any more', async () => {
    const repo = repository();
    const comment = '<!-- jobfam-lint-disable-next-line duplicate/phrase -- a quotation -->\n';
    repo.commit({
      'jobfam-lint.config.yaml': config(),
      'roles/pilot.md': family('Pilot', `${comment}${slip('in')}`),
      'roles/mate.md': family('Mate', `${comment}Nothing.`),
      'roles/cook.md': family('Cook', `${comment}${slip('in')}`),
    });
    repo.write({
      'roles/pilot.md': family('Pilot', slip('in')),
      'roles/cook.md': family('Cook', `${comment}Mended.`),
    });
    const found = await lint(repo, '--since', 'HEAD');
    expect(found.counting.map((one) => one.split(' ').slice(0, 2).join(' '))).toEqual([
      'roles/cook.md suppression/unused',
      'roles/pilot.md duplicate/phrase',
    ]);
  });

  it('works in a subfolder, with the config above', async () => {
    const repo = repository();
    repo.commit({ 'jobfam-lint.config.yaml': config(), 'roles/pilot.md': family('Pilot', slip('in')) });
    repo.write({ 'roles/mate.md': family('Mate', slip('of')) });
    const { stdout } = await runIn(join(repo.folder, 'roles'), ['--since', 'HEAD']);
    expect(stdout).toContain('mate.md\n');
    expect(stdout).toContain('1 error in 2 pages. --fix mends 1 of them. 1 not new.');
  });

  it('mends with --fix only what is new', async () => {
    const repo = repository();
    repo.commit({ 'jobfam-lint.config.yaml': config(), 'roles/pilot.md': family('Pilot', slip('in')) });
    repo.write({ 'roles/pilot.md': family('Pilot', `${slip('in')}\n\n${slip('of')}`) });
    await lint(repo, '--since', 'HEAD', '--fix');
    expect(readFileSync(join(repo.folder, 'roles/pilot.md'), 'utf8')).toBe(
      family('Pilot', `${slip('in')}\n\nThe ship lies of the harbour.`),
    );
  });

  it('compares with the revision itself in a clone that lacks the common commit, and says so', async () => {
    const repo = repository();
    repo.commit({ 'jobfam-lint.config.yaml': config(), 'roles/pilot.md': family('Pilot', slip('in')) });
    repo.git('checkout', '-q', '-b', 'change');
    repo.commit({ 'roles/mate.md': family('Mate', slip('of')) });
    repo.git('checkout', '-q', 'main');
    repo.commit({ 'roles/cook.md': family('Cook', 'Nothing.') });
    const clone = repository({ of: repo, depth: 1 });
    clone.git('fetch', '-q', '--depth', '1', 'origin', 'change:change');
    clone.git('checkout', '-q', 'change');
    const found = await lint(clone, '--since', 'origin/main');
    expect(found.counting).toEqual(['roles/mate.md duplicate/phrase of']);
    expect(found.notices.map(({ kind }) => kind)).toEqual(['since-shallow']);
    expect(found.notices[0]?.message).toContain('compared with “origin/main” itself');

    const unknown = await lint(clone, '--since', 'HEAD~3');
    expect(unknown.counting).toHaveLength(2);
    expect(unknown.notices[0]?.message).toContain('so all findings are reported, old ones too');
    expect(unknown.status).toBe(1);
  });
});

describe('the baseline', () => {
  const withBaseline = config('baseline: known.json\n');

  async function started() {
    const repo = repository();
    repo.write({
      'jobfam-lint.config.yaml': withBaseline,
      'roles/pilot.md': family('Pilot', slip('in')),
      'roles/mate.md': family('Mate', slip('at')),
    });
    await runIn(repo.folder, ['baseline']);
    repo.commit();
    return repo;
  }

  it('hides what is known, on day one all of it', async () => {
    const repo = await started();
    expect(await lint(repo)).toMatchObject({ status: 0, counting: [], notices: [] });
    repo.write({ 'roles/pilot.md': family('Pilot', `New.\n\n${slip('of')}\n\n${slip('in')}`) });
    expect((await lint(repo)).counting).toEqual(['roles/pilot.md duplicate/phrase of']);
  });

  it('follows pages through later commits and the working tree, and writes their new names when it is pruned', async () => {
    const repo = await started();
    repo.git('mv', 'roles/pilot.md', 'roles/harbour-pilot.md');
    repo.commit();
    repo.git('mv', 'roles/harbour-pilot.md', 'roles/sea-pilot.md');
    repo.git('mv', 'roles/mate.md', 'roles/first-mate.md');
    const found = await lint(repo);
    expect(found.counting).toEqual([]);
    expect(found.notices).toMatchObject([{ kind: 'baseline-moved' }]);
    expect((await runIn(repo.folder, ['baseline', '--prune'])).stdout).toBe(
      'known.json: 0 findings taken out, 2 left.\n',
    );
    expect(readFileSync(join(repo.folder, 'known.json'), 'utf8')).toContain('"file":"roles/sea-pilot.md"');
    expect(await lint(repo)).toMatchObject({ counting: [], notices: [] });
  });

  it('says in a clone without the history why renamed pages may seem new', async () => {
    const repo = await started();
    repo.git('mv', 'roles/pilot.md', 'roles/harbour-pilot.md');
    repo.commit();
    const found = await lint(repository({ of: repo, depth: 1 }));
    expect(found.counting).toEqual(['roles/harbour-pilot.md duplicate/phrase in']);
    expect(found.notices.map(({ kind }) => kind)).toContain('baseline-shallow');
  });

  it('gives the same from any folder', async () => {
    const repo = await started();
    const { status, stdout } = await runIn(join(repo.folder, 'roles'), []);
    expect([status, stdout]).toEqual([0, 'Nothing to report in 2 pages. 2 baselined.\n']);
  });

  it('never grows by itself', async () => {
    const repo = await started();
    const before = readFileSync(join(repo.folder, 'known.json'), 'utf8');
    repo.write({
      'roles/pilot.md': family('Pilot', slip('of')),
      'roles/mate.md': family('Mate', `${slip('at')}`),
    });
    const refused = await runIn(repo.folder, ['baseline']);
    expect(refused.status).toBe(2);
    expect(refused.stdout).toMatch(/^- roles\/pilot\.md .*"in".*\n\+ roles\/pilot\.md .*"of".*\n$/u);
    expect(refused.stderr).toContain('was not changed. It lacks the 1 finding listed with +');
    expect(readFileSync(join(repo.folder, 'known.json'), 'utf8')).toBe(before);

    await runIn(repo.folder, ['baseline', '--prune']);
    expect((await lint(repo)).counting).toEqual(['roles/pilot.md duplicate/phrase of']);
    const updated = await runIn(repo.folder, ['baseline', '--update']);
    expect(updated).toMatchObject({ status: 0, stderr: '' });
    expect(await lint(repo)).toMatchObject({ status: 0, counting: [] });
  });

  it('keeps what a run over some pages did not look at', async () => {
    const repo = await started();
    repo.write({ 'roles/pilot.md': family('Pilot', 'Mended.'), 'roles/mate.md': family('Mate', 'Mended.') });
    await runIn(repo.folder, ['baseline', '--prune', 'roles/pilot.md']);
    const left = readFileSync(join(repo.folder, 'known.json'), 'utf8');
    expect(left).not.toContain('roles/pilot.md');
    expect(left).toContain('roles/mate.md');
  });
});

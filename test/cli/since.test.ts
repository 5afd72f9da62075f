import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { GitRepository } from '../support/git-repository.ts';
import { runIn } from '../support/program.ts';

const made: GitRepository[] = [];

afterEach(() => {
  for (const repository of made.splice(0)) repository.remove();
});

const config = `extends: none
site: {layout: hugo, content: [{folder: content, url: /}]}
families: [content/roles/*.md]
rules: {link/inbound: error, level/duplicate: warning}
`;

/** A repository with a config and these pages, all in one commit. */
function repositoryOf(pages: Readonly<Record<string, string>>): GitRepository {
  const repository = repositoryIn(new GitRepository());
  repository.commit({ 'jobfam-lint.config.yaml': config, ...pages });
  return repository;
}

/** Has a repository removed behind the test. */
function repositoryIn(repository: GitRepository): GitRepository {
  made.push(repository);
  return repository;
}

async function lint({ folder }: { readonly folder: string }, args: string) {
  const ran = await runIn(folder, ['lint', '--format', 'json', ...args.split(' ')]);
  const found: readonly Found[] = ran.stdout === '' ? [] : JSON.parse(ran.stdout).findings;
  return { ...ran, found: found.map(shown) };
}

interface Found {
  readonly file: string;
  readonly line: number;
  readonly message: string;
  readonly related?: readonly { readonly file: string; readonly line: number }[];
}

const shown = ({ file, line, message, related = [] }: Found) => ({
  at: `${file}:${line}`,
  message,
  links: related.map((link) => `${link.file}:${link.line}`),
});

const pilot =
  '---\ntitle: Pilot\n---\n\n## Levels\n\n## Wages\n\nTen crowns a day, and a new coat in every third year.\n';

describe('--since', () => {
  it('finds what the branch and the working tree removed, and links of pages that are not linted', async () => {
    const site = repositoryOf({
      'content/roles/pilot.md': pilot,
      'content/roles/mate.md': 'See the [Pilot](../pilot/).\n',
      'content/handbook/pay.md': '\nOn [wages](/roles/pilot/#wages), by [pilots]({{< ref "pilot.md" >}}).\n',
    });
    site.git('checkout', '-q', '-b', 'change');
    site.write({ 'content/roles/pilot.md': pilot.replace('## Wages', '## What they earn') });
    const wages = await lint(site, '--since main');
    expect(wages.found).toEqual([
      {
        at: 'content/roles/pilot.md:7',
        message:
          'This change turns the heading "Wages" into "What they earn", but 1 link still leads to its anchor "#wages".',
        links: ['content/handbook/pay.md:2'],
      },
    ]);
    expect(wages.status).toBe(1);

    site.git('mv', 'content/roles/pilot.md', 'content/roles/harbour-pilot.md');
    site.commit();
    const moved = await lint(site, '--since main');
    expect(moved.found).toEqual([
      {
        at: 'content/roles/harbour-pilot.md:5',
        message:
          'This change moves the page "/roles/pilot/" to "/roles/harbour-pilot/", but 3 links still lead to the old address.',
        links: ['content/handbook/pay.md:2', 'content/handbook/pay.md:2', 'content/roles/mate.md:1'],
      },
    ]);
  });

  it('tells a slip once: at the heading, or at the links where nothing is said of the heading', async () => {
    const site = repositoryOf({
      'content/roles/pilot.md': pilot,
      'content/roles/mate.md': 'On [wages](/roles/pilot/#wages).\n',
      'content/roles/cook.md': 'Paid like a [pilot](../pilot/#wages).\n',
    });
    site.write({ 'content/roles/pilot.md': pilot.replace('## Wages', '## What they earn') });
    const whereWith = async (args: string) =>
      (
        await lint(site, `${args} --rule link/broken-path:error --rule link/broken-anchor:error`.trim())
      ).found.map(({ at, links }) => [at, ...links]);
    const heading = ['content/roles/pilot.md:7', 'content/roles/cook.md:1', 'content/roles/mate.md:1'];
    const links = [['content/roles/cook.md:1'], ['content/roles/mate.md:1']];
    expect(await whereWith('')).toEqual(links);
    expect(await whereWith('--since HEAD')).toEqual([heading]);
    const [told] = JSON.parse((await lint(site, '--since HEAD')).stdout).findings;
    expect(told.suggestions[1]).toMatchObject({
      title: 'Link to “What they earn”',
      edits: [
        { file: 'content/roles/cook.md', text: '#what-they-earn' },
        { file: 'content/roles/mate.md', text: '#what-they-earn' },
      ],
    });
    expect(await whereWith('--since HEAD --rule link/inbound:off')).toEqual(links);
    expect(await whereWith('--since HEAD content/roles/mate.md')).toEqual([['content/roles/mate.md:1']]);

    site.git('mv', 'content/roles/pilot.md', 'content/roles/harbour-pilot.md');
    const all = ['content/roles/cook.md:1', 'content/roles/mate.md:1'];
    expect(await whereWith('--since HEAD')).toEqual([['content/roles/harbour-pilot.md:5', ...all]]);
    expect(await whereWith('--since HEAD content/roles/cook.md')).toEqual([['content/roles/cook.md:1']]);
    site.git('rm', '-q', '-f', 'content/roles/harbour-pilot.md');
    expect(await whereWith('--since HEAD')).toEqual([all]);
  });

  it('does not blame the change for what the main branch did meanwhile', async () => {
    const site = repositoryOf({ 'content/roles/pilot.md': pilot, 'content/roles/mate.md': 'A mate.\n' });
    site.git('checkout', '-q', '-b', 'change');
    site.write({ 'content/roles/mate.md': 'See [wages](/roles/pilot/#tolls).\n' });
    site.commit();
    site.git('checkout', '-q', 'main');
    site.write({ 'content/roles/pilot.md': `${pilot}\n## Tolls\n` });
    site.commit();
    site.git('checkout', '-q', 'change');
    expect((await lint(site, '--since main')).found).toEqual([]);
  });

  it('finds links to a page that is gone where only unlinted pages have them', async () => {
    const site = repositoryOf({
      'content/roles/pilot.md': pilot,
      'content/roles/mate.md': 'A mate.\n',
      'content/handbook/pay.md': 'Pay of [pilots](/roles/pilot#wages).\n',
    });
    site.git('rm', '-q', 'content/roles/pilot.md');
    const { found } = await lint(site, '--since HEAD');
    expect(found.map(({ at }) => at)).toEqual(['content/handbook/pay.md:1']);
  });

  it('is silent where an alias leads on', async () => {
    const site = repositoryOf({
      'content/roles/pilot.md': pilot,
      'content/roles/mate.md': 'See the [Pilot](/roles/pilot/#wages).\n',
    });
    site.git('mv', 'content/roles/pilot.md', 'content/roles/harbour-pilot.md');
    site.write({
      'content/roles/harbour-pilot.md': pilot.replace('---\n', '---\naliases: [/roles/pilot/]\n'),
    });
    expect(await lint(site, '--since HEAD')).toMatchObject({ found: [], status: 0 });
  });

  it('says what is wrong with the commit it is given, and still prints findings; a clone without it is no failure', async () => {
    const site = repositoryOf({ 'content/roles/mate.md': 'See the [Pilot](/roles/pilot/).\n' });
    const unknown = await lint(site, '--since nowhere --rule link/broken-path:error');
    expect(unknown.status).toBe(2);
    expect(unknown.found).toHaveLength(1);
    expect(unknown.stderr).toContain('--since names “nowhere”, but this clone has no such commit.');

    site.write({ 'content/roles/mate.md': 'A mate.\n' });
    site.commit();
    const copy = repositoryIn(new GitRepository({ of: site, depth: 1 }));
    const shallow = await lint(copy, '--since HEAD~1');
    expect(shallow).toMatchObject({ status: 0, stderr: '' });
    expect(JSON.parse(shallow.stdout).notices).toMatchObject([
      {
        kind: 'since-shallow',
        message: expect.stringMatching(/^This clone holds only the end of the history, without “HEAD~1”/u),
      },
    ]);
  });

  it('asks for a repository', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'jobfam-lint-since-'));
    try {
      writeFileSync(join(folder, 'jobfam-lint.config.yaml'), 'extends: none\n');
      writeFileSync(join(folder, 'mate.md'), 'A mate.\n');
      const { stderr, status } = await lint({ folder }, '--since HEAD');
      expect(stderr).toContain('--since HEAD could not be looked up.');
      expect(status).toBe(2);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

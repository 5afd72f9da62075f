import { expect, it, vi } from 'vitest';
import { rules } from '../../../rules/index.ts';
import { run } from '../../../src/cli/run.ts';
import { readMarker } from '../../../src/gitlab/plan/marker.ts';
import { applied, suggestionsIn } from '../../support/gitlab/click.ts';
import { Reviewed } from '../../support/gitlab/reviewed.ts';
import { ioIn } from '../../support/program.ts';
import { pagesOf } from '../../support/rule-tester.ts';

vi.setConfig({ testTimeout: 120_000 });

const config = 'extends: all\nfamilies: [content/**/*.md]\nrules:\n  link/external: off\n';

/** The pages of all examples that the rules repair, each in a folder of its own. */
const pages = Object.fromEntries(
  rules
    .flatMap(({ examples }) => examples.wrong.filter(({ fixed }) => fixed !== undefined))
    .map((example, index) => [`content/${index}/page.md`, pagesOf(example).marked.text]),
);

it('What one click puts in place ends its finding, and leaves none of its rule in its stead', async () => {
  const reviewed = await Reviewed.start({ 'jobfam-lint.config.yaml': config });
  const { folder } = reviewed.repository;
  reviewed.push(pages);
  const { io } = ioIn(folder, 0);
  await run(['review', '--max-threads', '9999', '--fail-on', 'never'], { ...io, env: reviewed.variables });

  /** Fingerprints of what is found, by page. */
  const found = async () => {
    const { io, out } = ioIn(folder, 0);
    await run(['lint', '--format', 'json', '--fail-on', 'never'], io);
    const report: { findings: { file: string; fingerprint: string; rule: string }[] } = JSON.parse(
      out.stdout,
    );
    return new Map(report.findings.map(({ file, fingerprint, rule }) => [fingerprint, `${file} ${rule}`]));
  };
  const before = await found();
  const waiting = reviewed.threads.flatMap(({ body, position }) => {
    const marker = readMarker(body);
    const path = position?.new_path;
    const [suggestion] = suggestionsIn(body, position?.new_line ?? 0);
    if (marker?.kind !== 'thread' || !path || suggestion === undefined) return [];
    return [{ path, suggestion, fingerprints: marker.fingerprints }];
  });
  expect(waiting.length).toBeGreaterThan(30);

  // One click a page and round, on the page as it was reviewed: the last suggestion of each, then the first.
  for (const clicked of [waiting, waiting.toReversed()]) {
    const clicks = new Map(clicked.map((click) => [click.path, click]));
    const now: Record<string, string> = { ...pages };
    for (const { path, suggestion } of clicks.values()) now[path] = applied(pages[path] ?? '', suggestion);
    reviewed.repository.write(now);
    const after = await found();
    for (const { path, fingerprints } of clicks.values()) {
      const left = fingerprints.filter((print) => after.has(print));
      expect(left, path).toEqual([]);
      // A finding that names the mended words has another fingerprint afterwards, so findings are counted by their rules.
      for (const place of new Set(fingerprints.map((print) => before.get(print)))) {
        const count = (all: ReadonlyMap<string, string>) =>
          [...all.values()].filter((one) => one === place).length;
        expect(count(after), place).toBeLessThan(count(before));
      }
    }
  }
});

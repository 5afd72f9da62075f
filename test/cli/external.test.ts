import { describe, expect, it } from 'vitest';
import { run } from '../../src/cli/run.ts';
import type { HttpClientSettings } from '../../src/host/http-client.ts';
import { nodeHttpClient } from '../../src/host/node-http-client.ts';
import { type FakeAnswers, FakeWeb } from '../support/fake-web.ts';
import { loopbackServer, status } from '../support/loopback-server.ts';
import { memoryFiles } from '../support/memory-files.ts';
import { ioWith, nobody } from '../support/program.ts';
import { VirtualClock } from '../support/virtual-clock.ts';

const cacheFile = '/work/.jobfam-lint-cache/external-links.json';
const hour = 3_600_000;

interface Setting {
  readonly files?: Readonly<Record<string, string>>;
  readonly links?: Readonly<Record<string, string>>;
  readonly errors?: Readonly<Record<string, string>>;
  readonly web?: Readonly<Record<string, FakeAnswers>>;
  /** Asks over the network. */
  readonly isReal?: boolean;
}

/** A machine on which the program can be run several times. */
function machine({ files = {}, links = {}, errors = {}, web = {}, isReal = false }: Setting) {
  const clock = new VirtualClock();
  const disk = memoryFiles(files, { links, errors });
  const fake = new FakeWeb(web, clock);
  const clients: HttpClientSettings[] = [];
  const lint = async (...args: string[]) => {
    const { io, out } = ioWith({
      files: disk,
      outside: {
        clock,
        fetch: nobody,
        client: async (settings) => {
          clients.push(settings);
          return isReal ? nodeHttpClient(settings) : fake;
        },
      },
    });
    const code = await run(['lint', '--format', 'json', ...args], io);
    const findings: { rule: string; message: string; line: number }[] = JSON.parse(
      out.stdout || '{"findings":[]}',
    ).findings;
    const found = findings.filter(({ rule }) => rule === 'link/external').map(({ message }) => message);
    return { ...out, code, findings, found };
  };
  return { lint, disk, clock, asked: fake.asked, clients };
}

const config = (external: object = {}, more: object = {}) => ({
  '/work/jobfam-lint.config.yaml': JSON.stringify({ extends: 'none', site: { external }, ...more }),
});
const page = (text: string) => ({ '/work/page.md': `# Pilot\n\n${text}\n` });

describe('--external', () => {
  const files = { ...page('[a](https://a.example/) [b](https://b.example/#x)'), ...config() };
  const web = { 'https://a.example/': 200, 'https://b.example/': 404 };

  it('asks outside addresses and finds what does not open, though the rule is off', async () => {
    const { lint, asked } = machine({ files, web });
    const { found, code, stderr } = await lint('--external');
    expect(found).toEqual([
      'There is nothing at the address "https://b.example/": it answers with status 404.',
    ]);
    expect(code).toBe(0);
    expect(stderr).toBe('jobfam-lint: Outside addresses: 1 open, 1 broken.\n');
    expect(new Set(asked.map(({ url }) => url))).toEqual(new Set(Object.keys(web)));
  });

  it('is what it takes: without it, nobody is asked, though the rule is on', async () => {
    const { lint, asked, clients } = machine({ files, web });
    const { found, stderr } = await lint('--rule', 'link/external:error');
    expect([found, stderr, asked, clients]).toEqual([[], '', [], []]);
  });

  it('takes severity and silence from the command line', async () => {
    expect((await machine({ files, web }).lint('--external', '--rule', 'link/external:error')).code).toBe(1);
    const { lint, asked } = machine({ files, web });
    expect((await lint('--external', '--rule', 'link/external:off')).found).toEqual([]);
    expect((await lint('--external', '--only', 'grade')).found).toEqual([]);
    expect(asked).toEqual([]);
  });

  it('asks for no page on which the rule is off', async () => {
    const overrides = [{ files: ['page.md'], rules: { 'link/external': 'off' } }];
    const { lint, asked } = machine({ files: { ...files, ...config({}, { overrides }) }, web });
    await lint('--external');
    expect(asked).toEqual([]);
  });

  it('asks neither the site itself nor hosts that are to be ignored', async () => {
    const site = { origins: ['https://b.example'], external: { ignore: ['a.example'] } };
    const { lint, asked } = machine({ files: { ...files, ...config({}, { site }) }, web });
    await lint('--external');
    expect(asked).toEqual([]);
  });

  it('tells the client who we are, what is allowed, and how long to wait', async () => {
    const { lint, clients } = machine({
      files: { ...files, ...config({ allow: ['10.0.0.0/8'], timeoutSeconds: 3 }) },
      web,
    });
    await lint('--external');
    expect(clients).toMatchObject([{ allow: ['10.0.0.0/8'], timeout: 3000, connectTimeout: 3000 }]);
    expect(clients[0]?.userAgent).toMatch(/^jobfam-lint\/\d/u);
  });

  it('says what is wrong with an allowance before anybody is asked', async () => {
    const { lint, asked } = machine({
      files: { ...files, ...config({ allow: ['https://x', '10.0.0.0/99'] }) },
      web,
    });
    const { code, stderr } = await lint('--external');
    expect(code).toBe(2);
    expect(stderr).toMatch(/jobfam-lint\.config\.yaml: “https:\/\/x” under site > external > allow/u);
    expect(stderr).toMatch(/“10\.0\.0\.0\/99”/u);
    expect(asked).toEqual([]);
  });

  it('never prints the name and password of an address', async () => {
    const text = '[a](https://anna:secret@b.example/x)';
    const { lint, asked, disk } = machine({
      files: { ...page(text), ...config() },
      web: { 'https://b.example/x': 404 },
    });
    const { stdout, stderr, found } = await lint('--external');
    expect(found).toHaveLength(1);
    expect(stdout + stderr + JSON.stringify(asked) + disk.bytes.get(cacheFile)).not.toMatch(/anna|secret/u);
  });

  it('works over a real connection', async () => {
    const server = await loopbackServer({
      '/ok': status(200),
      '/inside': status(302, { location: 'http://[::1]/' }),
    });
    const text = `[a](${server.origin}/ok) [b](${server.origin}/gone) [c](${server.origin}/inside)`;
    const { lint } = machine({
      files: { ...page(text), ...config({ allow: ['127.0.0.1'], delaySeconds: 0 }) },
      isReal: true,
    });
    const { found, stderr } = await lint('--external');
    expect(found).toEqual([
      `There is nothing at the address "${server.origin}/gone": it answers with status 404.`,
    ]);
    expect(stderr).toMatch(/1 open, 1 broken, 1 not judged/u);
  });

  it('asks no address of this machine over a real connection, unless config names it', async () => {
    const server = await loopbackServer({ '/gone': status(404) });
    const { lint } = machine({ files: { ...page(`[b](${server.origin}/gone)`), ...config() }, isReal: true });
    const { found, stderr } = await lint('--external');
    expect([found, server.requests]).toEqual([[], []]);
    expect(stderr).toMatch(/Not judged: 127\.0\.0\.1:\d+\. .*site > external > allow/u);
  });
});

describe('what is said of the run', () => {
  it('names the hosts that were not judged, and why', async () => {
    const urls = {
      'https://club.example/1': 999,
      'https://club.example/2': 403,
      'https://old.example/': 'certificate',
    } as const;
    const text = Object.keys(urls)
      .map((url) => `<${url}>`)
      .join(' ');
    const { lint } = machine({ files: { ...page(text), ...config() }, web: urls });
    const { found, stderr, code } = await lint('--external');
    expect([found, code]).toEqual([[], 0]);
    expect(stderr.split('\n')).toEqual([
      'jobfam-lint: Outside addresses: 3 not judged.',
      'jobfam-lint: Not judged: club.example (2). There, programs are turned away; only a person can tell.',
      'jobfam-lint: Not judged: old.example. The certificate could not be verified from here.',
      '',
    ]);
    expect((await lint('--external', '--quiet')).stderr).toBe('');
  });

  it('is one sentence and status 2 where the machine has no way out', async () => {
    const text = Array.from({ length: 500 }, (_, index) => `<https://h${index}.example/>`).join('\n\n');
    const { lint, disk } = machine({ files: { ...page(text), ...config() } });
    const { code, findings, stderr } = await lint('--external');
    expect([code, findings]).toEqual([2, []]);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
    expect(stderr).toMatch(/^jobfam-lint: The names of outside hosts could not be looked up/u);
    expect(JSON.parse(String(disk.bytes.get(cacheFile))).answers).toEqual({});
  });

  it('does not call a comment unused that silences an address, whatever it answers today', async () => {
    const text =
      '<!-- jobfam-lint-disable-next-line link/external -- behind a login -->\n<https://b.example/>';
    const files = {
      ...page(text),
      ...config({}, { rules: { 'suppression/unused': 'warning', 'link/external': 'warning' } }),
    };
    for (const answer of [200, 404, 403]) {
      expect(
        (await machine({ files, web: { 'https://b.example/': answer } }).lint('--external')).findings.filter(
          (one) => one.rule === 'suppression/unused',
        ),
      ).toEqual([]);
    }
    expect((await machine({ files }).lint()).findings).toEqual([]);
  });

  it('still calls a comment unused that silences nothing, where nobody outside was asked', async () => {
    const text = '<!-- jobfam-lint-disable-next-line -- why not -->\nShips.';
    const rules = {
      'suppression/unused': 'warning',
      'link/external': 'warning',
      'duplicate/phrase': 'error',
    };
    const { findings } = await machine({ files: { ...page(text), ...config({}, { rules }) } }).lint();
    expect(findings.map(({ rule }) => rule)).toEqual(['suppression/unused']);
  });
});

describe('answers', () => {
  const files = { ...page('<https://a.example/> <https://b.example/>'), ...config() };
  const web = { 'https://a.example/': 200, 'https://b.example/': [404, 404, 200] } as const;

  it('are kept, good ones for a day and bad ones for an hour', async () => {
    const { lint, clock, asked } = machine({ files, web });
    const asks = async () => {
      const before = asked.length;
      const { found } = await lint('--external');
      return [found.length, ...asked.slice(before).map(({ url }) => url.slice(8, 9))].join(' ');
    };
    expect(await asks()).toBe('1 a b b');
    expect(await asks()).toBe('1');
    clock.pass(hour);
    expect(await asks()).toBe('0 b');
    clock.pass(22 * hour);
    expect(await asks()).toBe('0');
    clock.pass(hour);
    expect(await asks()).toBe('0 a');
  });

  it('are neither used nor kept with --no-cache', async () => {
    const { lint, asked, disk } = machine({ files, web });
    await lint('--external', '--no-cache');
    expect(disk.bytes.has(cacheFile)).toBe(false);
    await lint('--external');
    expect(asked.filter(({ url }) => url === 'https://a.example/')).toHaveLength(2);
  });

  it('are kept out of Git', async () => {
    const { lint, disk } = machine({ files, web });
    await lint('--external');
    expect(String(disk.bytes.get('/work/.jobfam-lint-cache/.gitignore'))).toBe('*\n');
  });

  it('that are damaged are asked for again, with a word', async () => {
    for (const damage of ['', '{"version": 1, "answ', '[1]']) {
      const { lint, disk, asked } = machine({ files: { ...files, [cacheFile]: damage }, web });
      const { code, stderr } = await lint('--external');
      expect(code).toBe(0);
      expect(stderr).toMatch(
        /external-links\.json is damaged, so its answers were not used\. It is written anew\./u,
      );
      expect(asked.length).toBeGreaterThan(0);
      expect(Object.keys(JSON.parse(String(disk.bytes.get(cacheFile))).answers)).toHaveLength(2);
    }
  });

  it('that cannot be read or written cost a word, and no more', async () => {
    const { lint } = machine({
      files: { ...files, [cacheFile]: '{}' },
      web,
      errors: { [cacheFile]: 'EACCES' },
    });
    const { code, stderr, found } = await lint('--external');
    expect([code, found.length]).toEqual([0, 1]);
    expect(stderr).toMatch(/could not be read \(EACCES\)/u);
    expect(stderr).toMatch(/could not be written \(EACCES\)/u);
  });

  it.each([
    ['the folder', { '/work/.jobfam-lint-cache': '/home/anna' }, '/home/anna/external-links.json'],
    ['the file', { [cacheFile]: '/home/anna/.profile' }, '/home/anna/.profile'],
    ['the file, to where nothing is', { [cacheFile]: '/home/anna/new' }, '/home/anna/new'],
  ])('are never written through a symbolic link: %s', async (_, links, target) => {
    const own = { '/home/anna/.profile': 'PATH=x', '/home/anna/external-links.json': 'mine' };
    const { lint, disk } = machine({ files: { ...files, ...own }, links, web });
    const { code, stderr } = await lint('--external');
    expect(code).toBe(0);
    expect(stderr).toMatch(/symbolic link, so no answers were kept/u);
    expect(disk.bytes.get(target)?.toString()).toBe(own[target as keyof typeof own]);
  });
});

import { describe, expect, it } from 'vitest';
import type { Answer } from '../../src/site/external/answer.ts';
import { checkAddresses } from '../../src/site/external/check.ts';
import type { Pace } from '../../src/site/external/hosts.ts';
import { type FakeAnswer, type FakeAnswers, FakeWeb } from '../support/fake-web.ts';
import { VirtualClock } from '../support/virtual-clock.ts';

const calm: Pace = { concurrency: 100, perHost: 100, delay: 0 };

/** Asks the addresses (all that the web has, where none are named) and says what each answered, and what was asked. */
async function check(
  answers: Readonly<Record<string, FakeAnswers>>,
  {
    addresses = Object.keys(answers),
    pace = {},
    latency = 0,
  }: { addresses?: readonly string[]; pace?: Partial<Pace>; latency?: number } = {},
) {
  const clock = new VirtualClock();
  const started = clock.now();
  const web = new FakeWeb(answers, clock, latency);
  const result = await checkAddresses({ addresses, http: web, clock, pace: { ...calm, ...pace } });
  return { ...result, web, took: clock.now() - started };
}

/** Asks one address, beside one that answers, so that the machine is not offline. */
async function checkOne(answer: FakeAnswers): Promise<{
  answer: Answer | undefined;
  asked: string[];
  times: number[];
}> {
  const { answers, web } = await check({ 'https://a.example/x': answer, 'https://b.example/': 200 });
  const asked = web.asked.filter(({ url }) => url === 'https://a.example/x');
  return {
    answer: answers.get('https://a.example/x'),
    asked: asked.map(({ method }) => method),
    times: asked.map(({ at }) => at),
  };
}

describe('an address', () => {
  it.each([
    [200, 'found'],
    [204, 'found'],
    [304, 'unclear'],
    [400, 'status'],
    [401, 'refuses'],
    [403, 'refuses'],
    [404, 'missing'],
    [405, 'refuses'],
    [406, 'refuses'],
    [410, 'missing'],
    [429, 'refuses'],
    [451, 'refuses'],
    [500, 'status'],
    [501, 'status'],
    [503, 'status'],
    [999, 'refuses'],
    ['no-host', 'no-host'],
    ['lookup', 'lookup'],
    ['private', 'private'],
    ['connect', 'connect'],
    ['timeout', 'timeout'],
    ['reset', 'reset'],
    ['certificate', 'certificate'],
    ['protocol', 'protocol'],
  ] as const)('that always gives %s is: %s', async (answer, cause) => {
    expect((await checkOne(answer)).answer?.cause).toBe(cause);
  });

  it('is asked by HEAD alone where that is answered well', async () => {
    expect((await checkOne(200)).asked).toEqual(['HEAD']);
  });

  it.each([405, 501, 403, 404, 400, 500, 'timeout', 'reset', 'protocol'] as const)(
    'is asked by GET where HEAD gives %s, and that counts',
    async (head) => {
      const { answer, asked } = await checkOne([head, 200]);
      expect(answer).toMatchObject({ cause: 'found', status: 200 });
      expect(asked).toEqual(['HEAD', 'GET']);
    },
  );

  it.each(['no-host', 'private', 'certificate'] as const)(
    'is not asked again after %s, which no other way of asking changes',
    async (failure) => {
      expect((await checkOne(failure)).asked).toEqual(['HEAD']);
    },
  );

  it.each([404, 403, 999, 501] as const)('is not asked a third time after %s', async (code) => {
    expect((await checkOne(code)).asked).toEqual(['HEAD', 'GET']);
  });

  it('is asked twice more, ever later, where another answer may come', async () => {
    for (const code of [500, 503, 408, 'timeout', 'reset'] as const) {
      const { asked, times } = await checkOne(code);
      expect(asked).toEqual(['HEAD', 'GET', 'GET', 'GET']);
      expect(times).toEqual([0, 0, 1000, 4000]);
    }
  });

  it('counts as found when it answers at last', async () => {
    expect((await checkOne([503, 503, 502, 200])).answer?.cause).toBe('found');
  });

  it('is asked once, however often it is linked', async () => {
    const url = 'https://a.example/';
    const { web, answers } = await check({ [url]: 200 }, { addresses: [url, url, url] });
    expect(web.asked).toHaveLength(1);
    expect([...answers.keys()]).toEqual([url]);
  });
});

describe('Retry-After', () => {
  it('is waited for, by all addresses of the host', async () => {
    const { web, answers } = await check(
      {
        'https://a.example/1': [{ status: 429, retryAfter: 30_000 }, 200],
        'https://a.example/2': 200,
        'https://b.example/': 200,
      },
      { pace: { perHost: 1 } },
    );
    expect(answers.get('https://a.example/1')?.cause).toBe('found');
    const at = (url: string) => web.asked.filter((one) => one.url === url).map((one) => one.at);
    expect(at('https://a.example/1')).toEqual([0, 30_000]);
    expect(at('https://a.example/2')).toEqual([30_000]);
    expect(at('https://b.example/')).toEqual([0]);
  });

  it('of an answer 503 is waited for before GET', async () => {
    const { times, asked } = await checkOne([{ status: 503, retryAfter: 7000 }, 200]);
    expect(asked).toEqual(['HEAD', 'GET']);
    expect(times).toEqual([0, 7000]);
  });

  it('shorter than our own wait does not hurry us', async () => {
    expect((await checkOne([{ status: 429, retryAfter: 0 }, 200])).times).toEqual([0, 1000]);
  });

  it('longer than a minute ends it for the host, whose other addresses are not asked', async () => {
    const { web, answers } = await check(
      {
        'https://a.example/1': { status: 429, retryAfter: 3_600_000 },
        'https://a.example/2': 200,
        'https://a.example/3': 200,
      },
      { pace: { perHost: 1, delay: 100 } },
    );
    expect(answers.get('https://a.example/1')?.cause).toBe('later');
    expect(answers.get('https://a.example/3')?.cause).toBe('later');
    expect(web.asked.filter(({ url }) => url.endsWith('1'))).toHaveLength(1);
    expect(web.asked.at(-1)?.at).toBeLessThan(1000);
  });
});

describe('redirects', () => {
  const at = 'https://a.example/';

  it('are followed, relative ones too, and the end counts', async () => {
    const { answers } = await check({
      [at]: { status: 302, location: '/login?next=1#x' },
      'https://a.example/login?next=1': { status: 307, location: '//b.example/end' },
      'https://b.example/end': 404,
    });
    expect(answers.get(at)).toEqual({
      cause: 'missing',
      status: 404,
      url: 'https://b.example/end',
      movedTo: null,
    });
  });

  it('that are all permanent tell where the address has moved', async () => {
    const { answers } = await check({
      [at]: { status: 301, location: 'https://b.example/' },
      'https://b.example/': { status: 308, location: '/new' },
      'https://b.example/new': 200,
    });
    expect(answers.get(at)?.movedTo).toBe('https://b.example/new');
  });

  it('of which one is not permanent tell nothing of a move', async () => {
    const { answers } = await check({
      [at]: { status: 301, location: '/b' },
      'https://a.example/b': { status: 302, location: '/c' },
      'https://a.example/c': 200,
    });
    expect(answers.get(at)).toMatchObject({ cause: 'found', movedTo: null, url: 'https://a.example/c' });
  });

  it('in a circle are broken', async () => {
    const { answers, web } = await check(
      { [at]: { status: 302, location: '/b' }, 'https://a.example/b': { status: 302, location: '/' } },
      { addresses: [at] },
    );
    expect(answers.get(at)?.cause).toBe('loop');
    // Once by HEAD and once by GET, and each time no second round.
    expect(web.asked.map(({ method, url }) => `${method} ${url}`)).toEqual([
      `HEAD ${at}`,
      `HEAD ${at}b`,
      `GET ${at}`,
      `GET ${at}b`,
    ]);
  });

  it('in a circle that sets a cookie, which a browser would send back, are not judged', async () => {
    const { answers } = await check({ [at]: { status: 302, location: '/', setsCookie: true } });
    expect(answers.get(at)?.cause).toBe('cookies');
  });

  it('without end are given up after 20', async () => {
    const steps = Array.from({ length: 30 }, (_, index): [string, FakeAnswer] => [
      `https://a.example/${index}`,
      { status: 302, location: `/${index + 1}` },
    ]);
    const { answers, web } = await check(Object.fromEntries(steps), { addresses: ['https://a.example/0'] });
    expect(answers.get('https://a.example/0')?.cause).toBe('loop');
    expect(web.asked.filter(({ method }) => method === 'GET')).toHaveLength(21);
  });

  it('to a private address end there, and are not judged', async () => {
    const { answers } = await check({
      [at]: { status: 302, location: 'http://10.0.0.1/admin' },
      'http://10.0.0.1/admin': 'private',
    });
    expect(answers.get(at)?.cause).toBe('private');
  });

  it('to something other than the web are not followed', async () => {
    const { answers, web } = await check({ [at]: { status: 302, location: 'file:///etc/passwd' } });
    expect(answers.get(at)?.cause).toBe('scheme');
    expect(web.asked).toHaveLength(1);
  });

  it('with a name and password are followed without them', async () => {
    const { web } = await check(
      { [at]: { status: 302, location: 'https://anna:secret@b.example/' }, 'https://b.example/': 200 },
      { addresses: [at] },
    );
    expect(web.asked.map(({ url }) => url)).toEqual([at, 'https://b.example/']);
  });
});

describe('pace', () => {
  const many = (host: string, count: number): [string, FakeAnswer][] =>
    Array.from({ length: count }, (_, index) => [`https://${host}/${index}`, 200]);

  it('keeps the delay between two requests to one host, whichever port', async () => {
    const web = Object.fromEntries([
      ...many('a.example', 5),
      ...many('a.example:8443', 5),
      ...many('b.example', 2),
    ]);
    const { web: asked } = await check(web, { pace: { delay: 500 } });
    const times = (host: string) =>
      asked.asked.filter(({ url }) => new URL(url).hostname === host).map(({ at }) => at);
    expect(times('a.example')).toEqual([0, 500, 1000, 1500, 2000, 2500, 3000, 3500, 4000, 4500]);
    expect(times('b.example')).toEqual([0, 500]);
  });

  it('has no more requests under way than allowed, to one host and in all', async () => {
    const hosts = ['a', 'b', 'c', 'd', 'e'].flatMap((host) => many(`${host}.example`, 6));
    const { web, answers } = await check(Object.fromEntries(hosts), {
      pace: { concurrency: 4, perHost: 2 },
      latency: 100,
    });
    expect(web.busiest).toBe(4);
    expect(web.busiestHost).toBe(2);
    expect(answers.size).toBe(30);
  });

  it('asks other hosts while one is slow to be asked', async () => {
    const { web } = await check(Object.fromEntries([...many('a.example', 20), ...many('b.example', 1)]), {
      pace: { concurrency: 2, perHost: 1, delay: 1000 },
    });
    expect(web.asked.find(({ url }) => url.startsWith('https://b.'))?.at).toBe(0);
  });

  it('spares a server that knows no HEAD the question, once that is known', async () => {
    const noHead: FakeAnswers = (method) => (method === 'HEAD' ? 405 : 200);
    const pages = Array.from({ length: 5 }, (_, index) => [`https://a.example/${index}`, noHead] as const);
    const { web, answers } = await check(Object.fromEntries(pages), { pace: { perHost: 1 } });
    expect(web.asked.map(({ method }) => method)).toEqual(['HEAD', 'GET', 'GET', 'GET', 'GET', 'GET']);
    expect([...answers.values()].every(({ cause }) => cause === 'found')).toBe(true);
  });
});

describe('a host that is down', () => {
  const addresses = (count: number, answer: FakeAnswer) =>
    Object.fromEntries(Array.from({ length: count }, (_, index) => [`https://a.example/${index}`, answer]));
  const alive = { 'https://b.example/': 200 } as const;

  it('is not asked for each of its addresses, where it takes no connections', async () => {
    const { web, answers } = await check(
      { ...addresses(100, 'connect'), ...alive },
      { pace: { delay: 500, perHost: 2 } },
    );
    expect([...answers.values()].filter(({ cause }) => cause === 'connect')).toHaveLength(100);
    expect(web.asked.length).toBeLessThan(20);
  });

  it('is not asked for each of its addresses, where it is silent', async () => {
    const { web, answers } = await check(
      { ...addresses(100, 'timeout'), ...alive },
      { pace: { perHost: 2 }, latency: 20_000 },
    );
    expect([...answers.values()].filter(({ cause }) => cause === 'timeout')).toHaveLength(100);
    expect(web.asked.length).toBeLessThan(25);
  });

  it('is looked up once, where its name does not exist', async () => {
    const { web, answers } = await check(
      { ...addresses(100, 'no-host'), ...alive },
      { pace: { perHost: 1 } },
    );
    expect([...answers.values()].filter(({ cause }) => cause === 'no-host')).toHaveLength(100);
    expect(web.asked).toHaveLength(2);
  });

  it('costs no more time, once that is known', async () => {
    const { took } = await check(
      { ...addresses(100, 'connect'), ...alive },
      { pace: { delay: 500, perHost: 2 } },
    );
    expect(took).toBeLessThan(10_000);
  });

  it('is not one that is silent now and then', async () => {
    const answers = Object.fromEntries(
      Array.from({ length: 20 }, (_, index): [string, FakeAnswer] => [
        `https://a.example/${index}`,
        index % 2 === 0 ? 'timeout' : 200,
      ]),
    );
    const { answers: given } = await check({ ...answers, ...alive }, { pace: { perHost: 1 } });
    expect([...given.values()].filter(({ cause }) => cause === 'found')).toHaveLength(11);
  });

  it('does not speak for another port', async () => {
    const { answers } = await check({
      'https://a.example/': 'connect',
      'https://a.example:8443/': 200,
      ...alive,
    });
    expect(answers.get('https://a.example:8443/')?.cause).toBe('found');
  });
});

describe('a machine without a way out', () => {
  const hosts = (count: number, answer: FakeAnswer) =>
    Object.fromEntries(Array.from({ length: count }, (_, index) => [`https://h${index}.example/`, answer]));

  it.each(['no-host', 'lookup', 'network'] as const)(
    'is told by hosts that all give %s, and judges none',
    async (failure) => {
      const { isOffline, answers } = await check(hosts(5, failure));
      expect(isOffline).toBe(true);
      expect(answers.size).toBe(0);
    },
  );

  it('asks no more than a few of 500 hosts', async () => {
    const { isOffline, web } = await check(hosts(500, 'lookup'), { pace: { concurrency: 4 }, latency: 5000 });
    expect(isOffline).toBe(true);
    expect(new Set(web.asked.map(({ url }) => url)).size).toBeLessThan(20);
  });

  it('is told by the only host, where its name could not be looked up', async () => {
    expect((await check(hosts(1, 'lookup'))).isOffline).toBe(true);
  });

  it('is not told by one or two hosts whose names surely do not exist', async () => {
    const { isOffline, answers } = await check(hosts(2, 'no-host'));
    expect(isOffline).toBe(false);
    expect(answers.get('https://h0.example/')?.cause).toBe('no-host');
  });

  it('is not told where another host answers', async () => {
    const { isOffline, answers } = await check({ ...hosts(5, 'no-host'), 'https://b.example/': 404 });
    expect(isOffline).toBe(false);
    expect(answers.get('https://h0.example/')?.cause).toBe('no-host');
  });

  it('is told where nearly all hosts are lost, though one near by answers', async () => {
    const { isOffline, answers } = await check({ ...hosts(50, 'no-host'), 'https://near.example/': 200 });
    expect(isOffline).toBe(true);
    expect([...answers.keys()]).toEqual(['https://near.example/']);
  });
});

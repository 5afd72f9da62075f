import { describe, expect, it } from 'vitest';
import type { Lookup } from '../../src/host/guarded-connector.ts';
import { nodeHttpClient } from '../../src/host/node-http-client.ts';
import type { Answer } from '../../src/site/external/answer.ts';
import { checkAddresses } from '../../src/site/external/check.ts';
import {
  byMethod,
  cut,
  type Handler,
  type LoopbackServer,
  loopbackServer,
  silence,
  status,
} from '../support/loopback-server.ts';
import { VirtualClock } from '../support/virtual-clock.ts';

/** Asks paths of a real server; only the waits between requests are not real. */
async function check(
  server: LoopbackServer,
  paths: readonly string[],
  { lookup, host = '127.0.0.1' }: { lookup?: Lookup; host?: string } = {},
): Promise<Record<string, Answer | undefined>> {
  const clock = new VirtualClock();
  const http = nodeHttpClient(
    { userAgent: 'test', allow: ['127.0.0.1'], connectTimeout: 150, timeout: 150 },
    lookup,
    clock,
  );
  const url = (path: string) => `http://${host}:${server.port}${path}`;
  const { answers } = await checkAddresses({
    addresses: paths.map(url),
    http,
    clock,
    pace: { concurrency: 8, perHost: 8, delay: 10 },
  });
  await http.close();
  return Object.fromEntries(paths.map((path) => [path, answers.get(url(path))]));
}

/** Answers in turn, the last for good. */
const inTurn = (...handlers: readonly Handler[]): Handler => {
  let count = 0;
  return (request, response) => {
    handlers[Math.min(count, handlers.length - 1)]?.(request, response);
    count += 1;
  };
};

describe('a server that', () => {
  it('answers well or says that nothing is there', async () => {
    const server = await loopbackServer({ '/ok': status(200), '/gone': status(410) });
    expect(await check(server, ['/ok', '/gone', '/nothing'])).toMatchObject({
      '/ok': { cause: 'found' },
      '/gone': { cause: 'missing', status: 410 },
      '/nothing': { cause: 'missing', status: 404 },
    });
  });

  it.each([405, 501, 403, 404])('refuses HEAD with %i is asked by GET', async (code) => {
    const server = await loopbackServer({ '/': byMethod(status(code), status(200)) });
    expect(await check(server, ['/'])).toMatchObject({ '/': { cause: 'found' } });
    expect(server.requests.map(({ method }) => method)).toEqual(['HEAD', 'GET']);
  });

  it('cuts the connection at HEAD, or is silent, is asked by GET', async () => {
    const server = await loopbackServer({
      '/cut': byMethod(cut, status(200)),
      '/silent': byMethod(silence, status(200)),
    });
    expect(await check(server, ['/cut', '/silent'])).toMatchObject({
      '/cut': { cause: 'found' },
      '/silent': { cause: 'found' },
    });
  });

  it('never answers, or cuts each connection, or errs each time, was asked often enough', async () => {
    const server = await loopbackServer({ '/silent': silence, '/cut': cut, '/err': status(502) });
    expect(await check(server, ['/silent', '/cut', '/err'])).toMatchObject({
      '/silent': { cause: 'timeout' },
      '/cut': { cause: 'reset' },
      '/err': { cause: 'status', status: 502 },
    });
    const asked = server.requests.map(({ path, method }) => `${method} ${path}`).sort();
    expect(asked.filter((one) => one.endsWith('/err'))).toEqual([
      'GET /err',
      'GET /err',
      'GET /err',
      'HEAD /err',
    ]);
  });

  it('is slow, but in time, answers', async () => {
    const slow: Handler = (_, response) => void setTimeout(() => response.end(), 60);
    const server = await loopbackServer({ '/': slow });
    expect(await check(server, ['/'])).toMatchObject({ '/': { cause: 'found' } });
  });

  it('asks to come back later is asked again then', async () => {
    const server = await loopbackServer({
      '/seconds': inTurn(status(429, { 'retry-after': '20' }), status(200)),
      '/date': inTurn(status(503, { 'retry-after': 'Tue, 01 Jan 2030 00:00:45 GMT' }), status(200)),
    });
    expect(await check(server, ['/seconds', '/date'])).toMatchObject({
      '/seconds': { cause: 'found' },
      '/date': { cause: 'found' },
    });
  });

  it('turns programs away is not judged', async () => {
    const server = await loopbackServer({ '/a': status(403), '/b': status(999), '/c': status(429) });
    expect(await check(server, ['/a', '/b', '/c'])).toMatchObject({
      '/a': { cause: 'refuses' },
      '/b': { cause: 'refuses', status: 999 },
      '/c': { cause: 'refuses' },
    });
  });
});

describe('redirects', () => {
  it('are followed, and told when they are permanent', async () => {
    const server = await loopbackServer({
      '/old': status(301, { location: '/new' }),
      '/for-now': status(302, { location: '/new' }),
      '/new': status(200),
      '/lost': status(308, { location: '/nothing' }),
      '/circle': status(302, { location: '/circle' }),
    });
    expect(await check(server, ['/old', '/for-now', '/lost', '/circle'])).toMatchObject({
      '/old': { cause: 'found', movedTo: `${server.origin}/new` },
      '/for-now': { cause: 'found', movedTo: null },
      '/lost': { cause: 'missing', url: `${server.origin}/nothing`, movedTo: null },
      '/circle': { cause: 'loop' },
    });
  });

  it('lead to no private address, whichever way it is written', async () => {
    const secret = await loopbackServer({ '/': status(200) });
    // The server itself may be asked, as 127.0.0.1; nothing else of this machine.
    const targets = [
      'localhost6.example',
      '127.0.0.2',
      '[::ffff:127.0.0.2]',
      '[::1]',
      '2130706434',
      '0x7f.2',
      '0.0.0.0',
    ];
    const paths = targets.map((_, index) => `/${index}`);
    const server = await loopbackServer(
      Object.fromEntries(
        targets.map((target, index) => [
          `/${index}`,
          status(302, { location: `http://${target}:${secret.port}/` }),
        ]),
      ),
    );
    const lookup: Lookup = async () => [{ address: '::1', family: 6 }];
    const answers = await check(server, paths, { lookup });
    expect(paths.map((path) => answers[path]?.cause)).toEqual(targets.map(() => 'private'));
    expect(secret.requests).toEqual([]);
  });

  it('lead to no private address by a name that has changed meanwhile', async () => {
    let lookups = 0;
    const lookup: Lookup = async () => {
      lookups += 1;
      return [{ address: lookups === 1 ? '127.0.0.1' : '127.0.0.2', family: 4 }];
    };
    const server = await loopbackServer({
      '/': (request, response) =>
        void response
          .writeHead(302, { location: `http://${request.headers.host}/inside`, connection: 'close' })
          .end(),
      '/inside': status(200),
    });
    const answers = await check(server, ['/'], { lookup, host: 'tides.example' });
    expect(answers['/']?.cause).toBe('private');
    expect(server.requests.map(({ path }) => path)).toEqual(['/']);
  });
});

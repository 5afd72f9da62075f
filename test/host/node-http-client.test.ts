import { createServer, type Server } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Lookup } from '../../src/host/guarded-connector.ts';
import type { HttpClient } from '../../src/host/http-client.ts';
import { nodeHttpClient } from '../../src/host/node-http-client.ts';
import { cut, loopbackServer, silence, status } from '../support/loopback-server.ts';
import { VirtualClock } from '../support/virtual-clock.ts';

function client(
  setting: { allow?: string[]; timeout?: number; lookup?: Lookup; clock?: VirtualClock } = {},
): HttpClient {
  const { allow = ['127.0.0.1'], timeout = 5000, lookup, clock } = setting;
  const made = nodeHttpClient(
    { userAgent: 'jobfam-lint/9', allow, connectTimeout: timeout, timeout },
    lookup,
    clock,
  );
  onTestFinished(() => made.close());
  return made;
}

async function rawServer(greeting: (server: Server) => void): Promise<number> {
  const server = createServer();
  greeting(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  return portOf(server);
}

function portOf(server: Server): number {
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

describe('an answer', () => {
  it('gives status, location, wait and cookies, and follows no redirect', async () => {
    const clock = new VirtualClock(Date.UTC(2030, 0, 1));
    const server = await loopbackServer({
      '/a': status(302, {
        location: '/b',
        'retry-after': 'Tue, 01 Jan 2030 00:00:09 GMT',
        'set-cookie': 'x=1',
      }),
    });
    expect(await client({ clock }).ask(`${server.origin}/a`, 'HEAD')).toEqual({
      status: 302,
      location: '/b',
      retryAfter: 9000,
      setsCookie: true,
    });
    expect(server.requests.map(({ path }) => path)).toEqual(['/a']);
  });

  it('is asked for under our name, without the name, password and fragment of the address', async () => {
    const server = await loopbackServer({ '/a?q=1': status(200) });
    await client().ask(`http://anna:secret@127.0.0.1:${server.port}/a?q=1#secret`, 'GET');
    const [request] = server.requests;
    expect(request?.path).toBe('/a?q=1');
    expect(request?.headers['user-agent']).toBe('jobfam-lint/9');
    expect(JSON.stringify(server.requests)).not.toMatch(/authorization|secret|anna/u);
  });

  it('counts also where its body never ends', async () => {
    const server = await loopbackServer({
      '/a': (_, response) => void response.writeHead(200).write('on and '),
    });
    expect(await client().ask(`${server.origin}/a`, 'GET')).toMatchObject({ status: 200 });
  });
});

describe('no answer', () => {
  it('in time, where the server is silent', async () => {
    const server = await loopbackServer({ '/a': silence });
    expect(await client({ timeout: 150 }).ask(`${server.origin}/a`, 'GET')).toEqual({ failure: 'timeout' });
  });

  it('in time, where headers trickle in', async () => {
    const port = await rawServer((server) =>
      server.on('connection', (socket) => {
        socket.on('error', () => {});
        socket.write('HTTP/1.1 200 OK\r\n');
        const timer = setInterval(() => socket.write('x-more: 1\r\n'), 20);
        socket.on('close', () => clearInterval(timer));
      }),
    );
    const answer = await client({ timeout: 200 }).ask(`http://127.0.0.1:${port}/`, 'GET');
    expect(answer).toEqual({ failure: 'timeout' });
  });

  it('where the connection is cut', async () => {
    const server = await loopbackServer({ '/a': cut });
    expect(await client().ask(`${server.origin}/a`, 'GET')).toEqual({ failure: 'reset' });
  });

  it('where nothing listens', async () => {
    const server = createServer();
    const port = await new Promise<number>((resolve) => {
      server.listen(0, '127.0.0.1', () => resolve(portOf(server)));
    });
    await new Promise((resolve) => server.close(resolve));
    expect(await client().ask(`http://127.0.0.1:${port}/`, 'GET')).toEqual({ failure: 'connect' });
  });

  it('where it is no HTTP', async () => {
    const port = await rawServer((server) =>
      server.on('connection', (socket) => socket.end('220 mail ready\r\n')),
    );
    expect(await client().ask(`http://127.0.0.1:${port}/`, 'GET')).toEqual({ failure: 'protocol' });
  });

  it('where the encryption cannot be agreed on', async () => {
    const server = await loopbackServer({});
    const url = `https://127.0.0.1:${server.port}/`;
    expect(await client().ask(url, 'GET')).toEqual({ failure: 'certificate' });
  });

  it.each([
    ['ENOTFOUND', 'no-host'],
    ['EAI_AGAIN', 'lookup'],
  ])('where the lookup says %s', async (code, failure) => {
    const lookup = () => Promise.reject(Object.assign(new Error(code), { code }));
    expect(await client({ lookup }).ask('http://tides.example/', 'GET')).toEqual({ failure });
  });

  it.each(['ftp://127.0.0.1/', 'file:///etc/passwd', 'data:,x', 'no address'])(
    'to what is no address of the web: %s',
    async (url) => {
      expect(await client().ask(url, 'GET')).toEqual({ failure: 'protocol' });
    },
  );
});

describe('addresses that are not public', () => {
  it.each([
    'http://127.0.0.1:PORT/',
    'http://2130706433:PORT/',
    'http://0x7f.0.0.1:PORT/',
    'http://0177.0.0.01:PORT/',
    'http://127.1:PORT/',
    'http://0.0.0.0:PORT/',
    'http://[::ffff:127.0.0.1]:PORT/',
    'http://[::ffff:7f00:1]:PORT/',
    'http://[::1]:PORT/',
    'http://127.0.0.1.:PORT/',
    'http://localhost:PORT/',
    'https://127.0.0.1:PORT/',
  ])('are never asked: %s', async (pattern) => {
    const server = await loopbackServer({ '/': status(200) });
    const url = pattern.replace('PORT', String(server.port));
    expect(await client({ allow: [] }).ask(url, 'GET')).toEqual({ failure: 'private' });
    expect(server.requests).toEqual([]);
  });

  it('are never asked where a public name stands for them', async () => {
    const server = await loopbackServer({ '/': status(200) });
    const lookup: Lookup = async () => [{ address: '127.0.0.1', family: 4 }];
    const url = `http://tides.example:${server.port}/`;
    expect(await client({ allow: [], lookup }).ask(url, 'GET')).toEqual({ failure: 'private' });
    expect(server.requests).toEqual([]);
  });

  it('are left out where a name stands for them and for others', async () => {
    const server = await loopbackServer({ '/': status(200) });
    const lookup: Lookup = async () => [
      { address: '127.0.0.2', family: 4 },
      { address: '::1', family: 6 },
      { address: '127.0.0.1', family: 4 },
    ];
    const url = `http://tides.example:${server.port}/`;
    expect(await client({ lookup }).ask(url, 'GET')).toMatchObject({ status: 200 });
  });

  it('are not reached by a name that changes between two lookups', async () => {
    const server = await loopbackServer({ '/': status(200, { connection: 'close' }) });
    const said: string[] = [];
    // Only 127.0.0.1 may be asked; from the second lookup on, the name stands for another address.
    const lookup: Lookup = async () => {
      const address = said.length === 0 ? '127.0.0.1' : '127.0.0.2';
      said.push(address);
      return [{ address, family: 4 }];
    };
    const http = client({ lookup });
    const url = `http://tides.example:${server.port}/`;
    expect(await http.ask(url, 'GET')).toMatchObject({ status: 200 });
    // One lookup for one connection: there is no second one that could say something else.
    expect(said).toEqual(['127.0.0.1']);
    expect(await http.ask(url, 'GET')).toEqual({ failure: 'private' });
    expect(server.requests).toHaveLength(1);
  });

  it('are asked where their name is allowed', async () => {
    const server = await loopbackServer({ '/': status(200) });
    const lookup: Lookup = async () => [{ address: '127.0.0.1', family: 4 }];
    const http = client({ allow: ['wiki.corp.example'], lookup });
    expect(await http.ask(`http://wiki.corp.example:${server.port}/`, 'GET')).toMatchObject({ status: 200 });
    expect(await http.ask(`http://other.example:${server.port}/`, 'GET')).toEqual({ failure: 'private' });
  });
});

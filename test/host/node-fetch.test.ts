import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import type { FetchSettings } from '../../src/host/fetch.ts';
import { nodeFetch } from '../../src/host/node-fetch.ts';

const direct: FetchSettings = { httpProxy: null, httpsProxy: null, noProxy: null, certificates: null };
const ask = async (url: string, settings: Partial<FetchSettings>) => {
  const answer = await nodeFetch({ ...direct, ...settings })(url, {
    method: 'GET',
    headers: { 'private-token': 'x' },
    redirect: 'manual',
    signal: AbortSignal.timeout(5000),
  });
  return answer.text();
};

async function listening(
  server: Pick<Server, 'listen' | 'address' | 'close' | 'closeAllConnections'>,
): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

/** A proxy that notes where it was asked to connect to, and leads there. */
async function proxy() {
  const asked: string[] = [];
  const server = createServer();
  server.on('connect', (request, client) => {
    asked.push(request.url ?? '');
    const there = connect(Number(request.url?.split(':')[1]), '127.0.0.1', () => {
      client.write('HTTP/1.1 200 Connection established\r\n\r\n');
      client.pipe(there).pipe(client);
    });
    for (const one of [client, there]) one.on('error', () => one.destroy());
    onTestFinished(() => {
      client.destroy();
      there.destroy();
    });
  });
  return { asked, address: `http://127.0.0.1:${await listening(server)}` };
}

it('goes through the proxy that is set, and to hosts that are left out of it at once', async () => {
  const url = `http://127.0.0.1:${await listening(createServer((_, response) => response.end('here')))}/`;
  const { asked, address } = await proxy();
  expect(await ask(url, { httpProxy: address })).toBe('here');
  expect(asked).toEqual([new URL(url).host]);
  expect(await ask(url, { httpProxy: address, noProxy: '10.0.0.1,127.0.0.1' })).toBe('here');
  expect(await ask(url, {})).toBe('here');
  expect(asked).toHaveLength(1);
});

it('looks at no proxy of the environment that it was not given', async () => {
  const url = `http://127.0.0.1:${await listening(createServer((_, response) => response.end('here')))}/`;
  process.env.HTTP_PROXY = 'http://127.0.0.1:1';
  onTestFinished(() => void delete process.env.HTTP_PROXY);
  expect(await ask(url, {})).toBe('here');
});

const openssl = (() => {
  try {
    return execFileSync('openssl', ['version'], { encoding: 'utf8' });
  } catch {
    return null;
  }
})();

it.skipIf(openssl === null)(
  'trusts a certificate that it is given, also through a proxy, and otherwise does not',
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'jobfam-lint-tls-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const [key, certificate] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
    const subject = ['-subj', '/CN=gitlab.example', '-addext', 'subjectAltName=IP:127.0.0.1'];
    const kind = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-days', '2', '-nodes'];
    execFileSync('openssl', ['req', '-x509', ...kind, ...subject, '-keyout', key, '-out', certificate], {
      stdio: 'ignore',
    });
    const certificates = readFileSync(certificate, 'utf8');
    const server = createTlsServer({ key: readFileSync(key), cert: certificates }, (_, response) =>
      response.end('safe'),
    );
    const url = `https://127.0.0.1:${await listening(server)}/`;
    await expect(ask(url, {})).rejects.toThrow();
    expect(await ask(url, { certificates })).toBe('safe');
    const { asked, address } = await proxy();
    expect(await ask(url, { certificates, httpsProxy: address })).toBe('safe');
    expect(asked).toEqual([new URL(url).host]);
  },
);

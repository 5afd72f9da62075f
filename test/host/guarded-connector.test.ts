import { expect, it } from 'vitest';
import { guardedConnector } from '../../src/host/guarded-connector.ts';
import { loopbackServer } from '../support/loopback-server.ts';

it('a connection is dropped where it turns out to lead to an address that is not allowed', async () => {
  const server = await loopbackServer({});
  // As if the system had connected to another address than the one that was judged.
  const judged: string[] = [];
  const policy = { allows: (_: string, address: string) => judged.push(address) === 1 };
  const connect = guardedConnector(policy, 1000, async () => [{ address: '127.0.0.1', family: 4 }]);
  const options = {
    hostname: 'tides.example',
    host: 'tides.example',
    protocol: 'http:',
    port: String(server.port),
  };
  const outcome = await new Promise<unknown>((resolve) =>
    connect(options, (...[error, socket]) => resolve(error ?? socket)),
  );
  expect(outcome).toMatchObject({ name: 'PrivateAddressError' });
  expect(judged).toEqual(['127.0.0.1', '127.0.0.1']);
});

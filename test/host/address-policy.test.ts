import { describe, expect, it } from 'vitest';
import { addressPolicy, isAllowEntry } from '../../src/host/address-policy.ts';

describe('without any allowance', () => {
  const policy = addressPolicy([]);

  it.each([
    ['this machine', '127.0.0.1'],
    ['this machine, elsewhere in the range', '127.8.8.8'],
    ['this machine in IPv6', '::1'],
    ['no address', '0.0.0.0'],
    ['no address in IPv6', '::'],
    ['a private network', '10.0.0.1'],
    ['a private network', '172.31.255.255'],
    ['a private network', '192.168.1.1'],
    ['a network behind a carrier', '100.64.0.1'],
    ['link-local', '169.254.0.1'],
    ['link-local in IPv6', 'fe80::1'],
    ['link-local in IPv6, with a zone', 'fe80::1%eth0'],
    ['the metadata of clouds', '169.254.169.254'],
    ['the metadata of a cloud', '100.100.100.200'],
    ['the metadata of a cloud', '192.0.0.192'],
    ['the metadata of a cloud in IPv6', 'fd00:ec2::254'],
    ['the service of a cloud at a public address', '168.63.129.16'],
    ['unique local', 'fd12:3456::1'],
    ['site-local', 'fec0::1'],
    ['multicast', '224.0.0.251'],
    ['multicast in IPv6', 'ff02::fb'],
    ['broadcast', '255.255.255.255'],
    ['documentation', '203.0.113.5'],
    ['benchmarks', '198.18.0.1'],
    ['reserved', '240.0.0.1'],
    ['IPv4 in IPv6', '::ffff:127.0.0.1'],
    ['IPv4 in IPv6, in hexadecimal', '::ffff:a00:1'],
    ['IPv4 in IPv6, the old way', '::127.0.0.1'],
    ['IPv4 behind a translator', '64:ff9b::10.0.0.1'],
    ['IPv4 behind a local translator', '64:ff9b:1::10.0.0.1'],
    ['IPv4 in a tunnel', '2002:a00:1::1'],
    ['IPv4 in another tunnel', '2001:0:a00:1::1'],
    ['IPv6 that nobody owns', '5f00::1'],
    ['no address at all', 'tides.example'],
    ['nothing', ''],
  ])('%s is refused: %s', (_, address) => {
    expect(policy.allows('tides.example', address)).toBe(false);
  });

  it.each(['8.8.8.8', '172.32.0.1', '2606:4700::1111', '::ffff:8.8.8.8', '64:ff9b::8.8.8.8'])(
    'public addresses are allowed: %s',
    (address) => {
      expect(policy.allows('tides.example', address)).toBe(true);
    },
  );
});

describe('allowed by config', () => {
  it('a range allows its addresses, however they are written, and no others', () => {
    const policy = addressPolicy(['10.1.0.0/16', 'fd00::/8']);
    expect(policy.allows('10.1.2.3', '10.1.2.3')).toBe(true);
    expect(policy.allows('x', '::ffff:10.1.2.3')).toBe(true);
    expect(policy.allows('x', 'fd12::1')).toBe(true);
    expect(policy.allows('x', '10.2.0.1')).toBe(false);
    expect(policy.allows('x', 'fe80::1')).toBe(false);
  });

  it('an address allows itself', () => {
    const policy = addressPolicy(['127.0.0.1', '[::1]']);
    expect(policy.allows('127.0.0.1', '127.0.0.1')).toBe(true);
    expect(policy.allows('::1', '::1')).toBe(true);
    expect(policy.allows('127.0.0.2', '127.0.0.2')).toBe(false);
  });

  it('a name allows private addresses under that name alone', () => {
    const policy = addressPolicy(['Wiki.Corp.example']);
    expect(policy.allows('wiki.corp.example.', '10.0.0.9')).toBe(true);
    expect(policy.allows('evil.example', '10.0.0.9')).toBe(false);
    expect(policy.allows('a.wiki.corp.example', '10.0.0.9')).toBe(false);
  });

  it('a name never allows link-local addresses, where clouds keep secrets', () => {
    const policy = addressPolicy(['wiki.corp.example']);
    expect(policy.allows('wiki.corp.example', '169.254.169.254')).toBe(false);
    expect(addressPolicy(['169.254.169.254']).allows('x', '169.254.169.254')).toBe(true);
  });

  it.each([
    ['wiki.corp.example', true],
    ['localhost', true],
    ['10.0.0.0/8', true],
    ['fd00::/8', true],
    ['10.0.0.0/99', false],
    ['http://wiki.corp.example/', false],
    ['wiki corp', false],
    ['*.corp.example', false],
    ['', false],
  ])('“%s” can be an entry: %s', (entry, expected) => {
    expect(isAllowEntry(entry)).toBe(expected);
  });
});

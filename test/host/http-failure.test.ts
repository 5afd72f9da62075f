import { describe, expect, it } from 'vitest';
import { httpFailure } from '../../src/host/http-failure.ts';

const coded = (code: string, options: ErrorOptions = {}) => Object.assign(new Error(code, options), { code });

describe('of several addresses that were tried', () => {
  it('one that refused says more than one without a way', () => {
    const error = new AggregateError([coded('ENETUNREACH'), coded('ECONNREFUSED')]);
    // Node gives the whole the code of its first part.
    expect(httpFailure(Object.assign(error, { code: 'ENETUNREACH' }))).toBe('connect');
  });

  it('all without a way say that there is none', () => {
    expect(httpFailure(new AggregateError([coded('ENETUNREACH'), coded('EADDRNOTAVAIL')]))).toBe('network');
  });
});

it.each([
  ['CERT_HAS_EXPIRED', 'certificate'],
  ['DEPTH_ZERO_SELF_SIGNED_CERT', 'certificate'],
  ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'certificate'],
  ['ERR_TLS_CERT_ALTNAME_INVALID', 'certificate'],
  ['ERR_SSL_WRONG_VERSION_NUMBER', 'certificate'],
  ['UND_ERR_CONNECT_TIMEOUT', 'connect'],
  ['HPE_INVALID_CONSTANT', 'protocol'],
])('%s is %s, also as the cause of another error', (code, failure) => {
  expect(httpFailure(coded(code))).toBe(failure);
  expect(httpFailure(new TypeError('failed', { cause: coded(code) }))).toBe(failure);
});

it('what is no error at all is no HTTP', () => {
  expect(httpFailure('odd')).toBe('protocol');
});

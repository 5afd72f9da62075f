import { mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { nodeStore } from '../../src/host/node-store.ts';
import type { Store } from '../../src/host/store.ts';

const folder = (): string => mkdtempSync(join(tmpdir(), 'jobfam-store-'));

function textOf(store: Store, name: string): string | null {
  const file = store.open(name);
  return file && Buffer.from(file.read(0, file.size)).toString();
}

it('puts all chunks of a file in its place, one after the other', () => {
  const store = nodeStore(join(folder(), 'kept'));
  store.replace('tides', [Buffer.from('high'), Buffer.from(' and '), Buffer.from('low')]);
  expect(textOf(store, 'tides')).toBe('high and low');
  store.replace('tides', [Buffer.from('slack')]);
  expect(textOf(store, 'tides')).toBe('slack');
});

it('leaves the file as it was, and nothing beside it, where a chunk cannot be made', () => {
  const place = folder();
  const store = nodeStore(place, false);
  store.replace('tides', [Buffer.from('high')]);
  function* broken(): Generator<Uint8Array> {
    yield Buffer.from('low');
    throw new Error('The mast broke.');
  }
  expect(() => store.replace('tides', broken())).toThrow('The mast broke.');
  expect(textOf(store, 'tides')).toBe('high');
  expect(readdirSync(place)).toEqual(['tides']);
});

it('keeps giving the bytes of a file that was opened before another took its place', () => {
  const store = nodeStore(folder(), false);
  store.replace('tides', [Buffer.from('high')]);
  const opened = store.open('tides');
  store.replace('tides', [Buffer.from('low')]);
  expect(Buffer.from(opened?.read(0, opened.size) ?? []).toString()).toBe('high');
});

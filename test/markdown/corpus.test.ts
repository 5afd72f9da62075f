import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readDocument } from '../../src/markdown/read.ts';
import { brokenPromises } from './invariants.ts';

const corpora = fileURLToPath(new URL('../../../shared/corpora', import.meta.url));

describe.skipIf(!existsSync(corpora))('real pages', () => {
  it('keep every promise of a Document', () => {
    const pages = readdirSync(corpora, { recursive: true, encoding: 'utf8' })
      .filter((path) => /\.(?:md|erb)$/.test(path))
      .sort();
    // All pages of job families would take too long; every tenth, and one other page in four hundred.
    const families = pages.filter((path) => path.includes('job-families'));
    const others = pages.filter((path) => !path.includes('job-families'));
    const chosen = [
      ...families.filter((_, at) => at % 10 === 0),
      ...others.filter((_, at) => at % 400 === 0),
    ];
    expect(chosen.length).toBeGreaterThan(40);
    for (const path of chosen) {
      const document = readDocument(path, readFileSync(join(corpora, path), 'utf8'));
      expect(brokenPromises(document), path).toEqual([]);
    }
  }, 60_000);
});

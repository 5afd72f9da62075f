import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Asset } from './asset.ts';

/** What is asked of a file that the bundler is about to write. */
interface Output {
  /** By the paths of modules; chunks of code have them. */
  readonly modules?: Readonly<Record<string, unknown>>;
}

/** Writes the licences of all packages whose code stands in the bundle to a file beside it, as they ask for. */
export const licences = {
  name: 'licences',
  generateBundle(
    this: { emitFile(asset: Asset): void },
    _options: unknown,
    bundle: Readonly<Record<string, Output>>,
  ) {
    const modules = Object.values(bundle).flatMap((output) => Object.keys(output.modules ?? {}));
    const folders = new Set(modules.flatMap((path) => packageFolder(path) ?? []));
    if (folders.size === 0) return;
    const source = [...folders].map(licenceOf).sort().join('\n\n');
    this.emitFile({ type: 'asset', fileName: 'licences.txt', source: `${source}\n` });
  },
};

function packageFolder(module: string): string | null {
  return /^.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+(?=[\\/])/.exec(module)?.[0] ?? null;
}

function licenceOf(folder: string): string {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
  const text = file === undefined ? String(license) : readFileSync(join(folder, file), 'utf8').trim();
  return `## ${name} ${version}\n\n${text}`;
}

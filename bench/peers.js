import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const modules = fileURLToPath(new URL('node_modules', import.meta.url));

function manifestOf(name) {
  const file = join(modules, name, 'package.json');
  return { ...JSON.parse(readFileSync(file, 'utf8')), folder: dirname(file) };
}

/**
 * The Node that programs of other makers run under.
 * @param file its program; null for the Node that runs this
 * @throws Error where a program asks for a later one
 */
export function peerNode(file) {
  const node = file ?? process.execPath;
  const { stdout, error } = spawnSync(node, ['--version'], { encoding: 'utf8' });
  if (error) throw new Error(`${node} could not be run as Node: ${error.message}. Check --peer-node.`);
  const version = stdout.trim();
  for (const name of ['markdownlint-cli2', 'remark-cli']) {
    const { engines } = manifestOf(name);
    const least = Number(/>=\s*(\d+)/.exec(engines?.node ?? '')?.[1] ?? 0);
    if (Number(/\d+/.exec(version)?.[0]) < least) {
      throw new Error(
        `${name} asks for Node ${engines.node}, but this is ${version}. Name a later one with --peer-node.`,
      );
    }
  }
  return { node, version };
}

/** Name and version, as in “remark-cli 12.0.1”. */
export const named = (name) => `${name} ${manifestOf(name).version}`;

/** The file that a package's program starts with. */
export function programOf(name) {
  const { bin, folder } = manifestOf(name);
  return join(folder, typeof bin === 'string' ? bin : (bin[name] ?? Object.values(bin)[0]));
}

/** The folder of an installed package. */
export const folderOf = (name) => manifestOf(name).folder;

/** The program of rumdl itself, without the script that would start it. @throws Error where there is none for this machine */
export function rumdlProgram() {
  const kinds = [`${process.platform}-${process.arch}`, `${process.platform}-${process.arch}-musl`];
  const name = process.platform === 'win32' ? 'rumdl.exe' : 'rumdl';
  const found = kinds
    .map((kind) => join(modules, `@rumdl/cli-${kind}`, name))
    .find((file) => existsSync(file));
  if (found === undefined)
    throw new Error(`rumdl has no program for ${kinds[0]}. Leave “warm” and “changed” out.`);
  return found;
}

import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import process from 'node:process';
import { stripVTControlCharacters } from 'node:util';

/**
 * Pipelines are read and run by gitlab-ci-local, which checks them against GitLab's own JSON Schema first. It needs Node.js 22,
 * rsync and Git; `NODE_FOR_PIPELINES` may name a newer Node.js than the one that runs the tests.
 */
const node = process.env.NODE_FOR_PIPELINES ?? process.execPath;
const program = resolve('node_modules/gitlab-ci-local/dist/index.js');

const answers = (command: string) => spawnSync(command, ['--version'], { encoding: 'utf8' }).stdout ?? '';

/** Why no pipeline can be run here; null where they can. */
export const hindrance = !existsSync(program)
  ? 'gitlab-ci-local is not installed'
  : Number(/^v(\d+)/u.exec(answers(node))?.[1] ?? 0) < 22
    ? 'Node.js 22 or newer is needed: name one in NODE_FOR_PIPELINES'
    : answers('rsync') === ''
      ? 'rsync is not installed'
      : null;
if (hindrance !== null) process.stderr.write(`No pipelines are run: ${hindrance}.\n`);

export interface RanPipeline {
  readonly status: number | null;
  /** Both outputs, without colours. */
  readonly said: string;
}

/** @param variables predefined variables of GitLab, and those of the project */
export async function runPipeline(
  folder: string,
  args: readonly string[],
  variables: Readonly<Record<string, string>> = {},
  path = process.env.PATH ?? '',
): Promise<RanPipeline> {
  const given = [
    ...Object.entries(variables).flatMap(([name, value]) => ['--variable', `${name}=${value}`]),
    '--ignore-predefined-vars',
    Object.keys(variables).join(','),
  ];
  // What this machine's own pipeline has set is not for the pipeline that is tested.
  const env = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(CI|GITLAB|JOBFAM|VITEST|NODE_V8)/u.test(name)),
  );
  const child = spawn(
    node,
    [program, '--force-shell-executor', '--shell-isolation', '--no-artifacts-to-source', ...given, ...args],
    {
      cwd: folder,
      env: { ...env, PATH: path },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
  const status = await new Promise<number | null>((done, fail) => child.on('close', done).on('error', fail));
  return { status, said: stripVTControlCharacters(said) };
}

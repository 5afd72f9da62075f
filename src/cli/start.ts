import process from 'node:process';
import { systemClock } from '../host/clock.ts';
import { compileLate } from '../host/compile-late.ts';
import { nodeFileSystem } from '../host/node-file-system.ts';
import { nodeGit } from '../host/node-git.ts';
import { spareMemory } from '../host/spare-memory.ts';
import { systemWallClock } from '../host/wall-clock.ts';
import { exit } from './exit.ts';
import type { Stream } from './io.ts';
import type { FoundRun } from './replay/replay.ts';
import { run } from './run.ts';

/** Exit status of a program whose reader went away (`| head`), as shells have it: 128 + SIGPIPE. */
const brokenPipe = 141;

const streamOf = (stream: NodeJS.WriteStream): Stream => ({
  write: (text) => void stream.write(text),
  isTerminal: stream.isTTY === true,
  columns: stream.isTTY === true ? stream.columns : undefined,
});

/**
 * Runs the command line in this process.
 * @param program tells this program from all others; null where it is not known, and nothing can be kept
 * @param before a run that was called the same way, and that differs in the contents of some files alone; null where there is none
 */
export async function start(
  args: readonly string[],
  program: string | null,
  before: FoundRun | null,
): Promise<void> {
  compileLate(process.versions.v8);
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      process.exit(error.code === 'EPIPE' ? (process.exitCode ?? brokenPipe) : exit.failed);
    });
  }
  let count = 0;
  process.exitCode = await run(args, {
    files: nodeFileSystem(process.cwd()),
    git: nodeGit(process.cwd()),
    clock: systemClock,
    env: process.env,
    stdout: streamOf(process.stdout),
    stderr: streamOf(process.stderr),
    async stdin() {
      const chunks: Buffer[] = [];
      for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk));
      return Buffer.concat(chunks);
    },
    ...(process.stdin.isTTY === true &&
      process.stdout.isTTY === true && {
        async ask(question: string) {
          const { createInterface } = await import('node:readline/promises');
          const terminal = createInterface({ input: process.stdin, output: process.stdout });
          try {
            return await terminal.question(question);
          } finally {
            terminal.close();
          }
        },
      }),
    async threads() {
      const { nodeThreads } = await import('../host/node-threads.ts');
      return nodeThreads(new URL('./page-thread.js', import.meta.url));
    },
    async timeLimit(milliseconds) {
      const { nodeTimeLimit } = await import('../host/node-time-limit.ts');
      return nodeTimeLimit(milliseconds);
    },
    spareMemory,
    async spill() {
      const { nodeSpill } = await import('../host/node-spill.ts');
      return nodeSpill();
    },
    ...(before && { before }),
    ...(program !== null && {
      keeping: {
        program,
        newName: () =>
          `${systemWallClock.now().toString(36)}-${process.pid.toString(36)}${(count++).toString(36)}`,
        async open(folder, isOwn) {
          const { nodeStore } = await import('../host/node-store.ts');
          return nodeStore(folder, isOwn);
        },
      },
    }),
    outside: {
      clock: systemWallClock,
      async client(settings) {
        const { nodeHttpClient } = await import('../host/node-http-client.ts');
        return nodeHttpClient(settings);
      },
      async fetch(settings) {
        const { nodeFetch } = await import('../host/node-fetch.ts');
        return nodeFetch(settings);
      },
    },
  });
}

import { CommanderError } from 'commander';
import { ConfigError } from '../policy/config-error.ts';
import { visible } from '../report/visible.ts';
import { exit } from './exit.ts';
import type { HowToKeep, Io } from './io.ts';
import { buildProgram } from './program.ts';
import { recordingIo } from './replay/recording-io.ts';
import { UsageError } from './usage-error.ts';
import { usageSentence } from './usage-sentence.ts';

/**
 * Runs the command line. Never throws: whatever goes wrong is a sentence on stderr and exit status 2. A stack trace is shown only
 * where the environment variable `DEBUG` is set.
 * @param args without the names of the interpreter and the script
 */
export async function run(args: readonly string[], io: Io): Promise<number> {
  const { keeping } = io;
  if (!keeping || args.includes('--no-cache')) return runWith(args, io);
  const now = io.outside.clock.now();
  const recorded = recordingIo(io);
  const kept: { how?: HowToKeep } = {};
  const status = await runWith(args, {
    ...recorded.io,
    keepRun(how) {
      kept.how = how;
    },
  });
  if (kept.how) {
    const { callOf, keepRun } = await import('./replay/keep-run.ts');
    keepRun({
      ...kept.how,
      call: callOf(args, keeping.program, io),
      recorded,
      status,
      newName: keeping.newName,
      now,
    });
  }
  return status;
}

async function runWith(args: readonly string[], io: Io): Promise<number> {
  let status: number = exit.fine;
  const program = buildProgram(io, (code) => {
    status = code;
  });
  try {
    await program.parseAsync([...args], { from: 'user' });
    return status;
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return exit.fine;
    for (const sentence of sentencesOf(error)) io.stderr.write(`jobfam-lint: ${visible(sentence)}\n`);
    if (io.env.DEBUG && error instanceof Error) io.stderr.write(`${error.stack}\n`);
    return exit.failed;
  }
}

function sentencesOf(error: unknown): string[] {
  if (error instanceof CommanderError) return [usageSentence(error)];
  if (error instanceof UsageError || error instanceof ConfigError) return error.message.split('\n');
  const reason = error instanceof Error ? error.message : String(error);
  return [
    `Something went wrong that should not: ${reason}. Please report it; with DEBUG=1 in the environment there is more to see.`,
  ];
}

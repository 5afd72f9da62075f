import { resolve } from 'node:path';
import { type RecordingFiles, recordingFiles } from '../../host/seen-files.ts';
import { hashOf } from '../../lint/records/record-file.ts';
import type { Io, Stream } from '../io.ts';

/** An `Io` that notes all that a run asks of it. */
export interface RecordingIo {
  readonly io: Io;
  readonly files: RecordingFiles;
  /** False once the run has asked something whose answer may be another next time. */
  readonly isSame: () => boolean;
  readonly env: ReadonlyMap<string, string | null>;
  readonly stdout: () => string;
  readonly stderr: () => string;
}

export function recordingIo(io: Io): RecordingIo {
  let isSame = true;
  const lost = <Thing extends object>(thing: Thing): Thing =>
    new Proxy(thing, {
      get(target, name, receiver) {
        isSame = false;
        return Reflect.get(target, name, receiver);
      },
    });
  const files = recordingFiles(io.files, {
    absolute: (path) => resolve(io.files.cwd, path),
    hash: hashOf,
    started: io.outside.clock.now(),
  });
  const env = new Map<string, string | null>();
  const recorded = new Proxy(io.env, {
    get(target, name) {
      const value = typeof name === 'string' ? target[name] : undefined;
      if (typeof name === 'string') env.set(name, value ?? null);
      return value;
    },
    has(target, name) {
      isSame = false;
      return Reflect.has(target, name);
    },
    ownKeys(target) {
      isSame = false;
      return Reflect.ownKeys(target);
    },
  });
  const out = recordingStream(io.stdout);
  const err = recordingStream(io.stderr);
  return {
    files,
    env,
    isSame: () => isSame,
    stdout: out.text,
    stderr: err.text,
    io: {
      ...io,
      files,
      git: lost(io.git),
      env: recorded,
      stdout: out.stream,
      stderr: err.stream,
      stdin() {
        isSame = false;
        return io.stdin();
      },
      outside: {
        clock: io.outside.clock,
        client(settings) {
          isSame = false;
          return io.outside.client(settings);
        },
        fetch(settings) {
          isSame = false;
          return io.outside.fetch(settings);
        },
      },
    },
  };
}

function recordingStream(stream: Stream): { readonly stream: Stream; readonly text: () => string } {
  const parts: string[] = [];
  return {
    text: () => parts.join(''),
    stream: {
      isTerminal: stream.isTerminal,
      columns: stream.columns,
      write(text) {
        parts.push(text);
        stream.write(text);
      },
      wipe: (text) => (stream.wipe ?? stream.write).call(stream, text),
    },
  };
}

import { isUtf8 } from 'node:buffer';
import type { Failure } from '../lint/finding.ts';
import type { FileSystem } from './file-system.ts';

/** The text of a page, or why it could not be read. */
export type ReadResult =
  | { readonly text: string; readonly failure?: undefined }
  | { readonly text?: undefined; readonly failure: Failure };

/** `ignoreBOM` keeps a byte order mark in the text, so that writing the page back changes no byte. */
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

const readable = 'Only text in UTF-8 can be linted; the file was left out.';

/** In bytes: a hundred times the largest page of two real handbooks of some 6,000 pages. */
const mostBytes = 20_000_000;

/** Reads a page; see `readText`. A file of more than 20 MB is no page. */
export function readPage(files: FileSystem, path: string): ReadResult {
  const bytes = readBytes(files, path);
  return bytes instanceof Uint8Array ? decodePage(path, bytes) : { failure: bytes };
}

/**
 * Reads a file as strict UTF-8. A file that cannot be read, or is no UTF-8 text, gives a failure that names the file and what
 * to do, never an exception.
 */
export function readText(files: FileSystem, path: string): ReadResult {
  const bytes = readBytes(files, path);
  return bytes instanceof Uint8Array ? decodeText(path, bytes) : { failure: bytes };
}

/** Reads a file that should be a page, or says why it cannot be read. */
export function readBytes(files: FileSystem, path: string): Uint8Array | Failure {
  try {
    const kind = files.kind(path);
    if (kind === 'missing') return missing(files, path);
    if (kind !== 'file')
      return { message: `${path} is no regular file. Name a markdown file or a folder.`, file: path };
    return files.read(path);
  } catch (error) {
    return failureOf(error, path, 'read');
  }
}

/** Decodes a page as strict UTF-8; see `readPage`. */
export function decodePage(path: string, bytes: Uint8Array): ReadResult {
  if (bytes.length > mostBytes) {
    const message = `${path} is larger than ${mostBytes / 1e6} MB, so it was left out. Divide it into smaller pages, or keep it out of the linted folders.`;
    return fail(path, message);
  }
  return decodeText(path, bytes);
}

function decodeText(path: string, bytes: Uint8Array): ReadResult {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) {
    return fail(path, `${path} is saved as UTF-16. ${readable} Save it as UTF-8.`);
  }
  const nul = bytes.indexOf(0);
  if (nul >= 0) {
    const message = `${path} holds a NUL byte at offset ${nul}, so it is a binary file or damaged. ${readable} Remove the byte, or keep the file out of the linted folders.`;
    return fail(path, message, lineAt(bytes, nul));
  }
  if (!isUtf8(bytes)) {
    const line = lineAt(bytes, firstBadByte(bytes));
    return fail(
      path,
      `${path} is not valid UTF-8: line ${line} is in another encoding. ${readable} Save it as UTF-8.`,
      line,
    );
  }
  return { text: decoder.decode(bytes) };
}

/** Makes a failure of an error of the file system: what could not be done, where, and what to do. */
export function failureOf(error: unknown, path: string, verb: string): Failure {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const [reason, remedy] = reasons[code] ?? [
    error instanceof Error ? error.message : String(error),
    'Check the file and the disk.',
  ];
  return { message: `${path} could not be ${participles[verb] ?? verb}: ${reason}. ${remedy}`, file: path };
}

const participles: Readonly<Record<string, string>> = { read: 'read', write: 'written' };

const reasons: Readonly<Record<string, readonly [reason: string, remedy: string]>> = {
  EACCES: ['permission denied', 'Give yourself the right to it, or leave it out.'],
  EPERM: ['permission denied', 'Give yourself the right to it, or leave it out.'],
  EROFS: ['the disk is read-only', 'Copy the folder to a place that can be written.'],
  ENOENT: ['it does not exist', 'Check the spelling of the path.'],
  ENOTDIR: ['a part of its path is a file, not a folder', 'Check the spelling of the path.'],
  EISDIR: ['it is a folder', 'Name a file.'],
  ELOOP: ['it is a symbolic link that leads back to itself', 'Remove or mend the link.'],
  EMFILE: ['too many files are open', 'Raise the limit (ulimit -n) and try again.'],
  ENOSPC: ['the disk is full', 'Free some space and try again.'],
};

/** Why nothing can be seen at a path, where the path comes from a folder's listing. */
function missing(files: FileSystem, path: string): Failure {
  const failure = notFound(files, path);
  if (failure !== null) return failure;
  return {
    message: `${path} could not be read: it does not exist, or is a symbolic link that leads nowhere. Check the path, or remove the link.`,
    file: path,
  };
}

/** Why nothing can be seen at a path, or null where there simply is nothing. */
export function notFound(files: FileSystem, path: string): Failure | null {
  try {
    files.realPath(path);
    return null;
  } catch (error) {
    const isAbsent = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    return isAbsent ? null : failureOf(error, path, 'read');
  }
}

function fail(file: string, message: string, line?: number): ReadResult {
  return { failure: line === undefined ? { message, file } : { message, file, line } };
}

function lineAt(bytes: Uint8Array, offset: number): number {
  let line = 1;
  for (let at = bytes.indexOf(0x0a); at >= 0 && at < offset; at = bytes.indexOf(0x0a, at + 1)) line += 1;
  return line;
}

/** Offset of a byte near the first one that is no UTF-8: halves the stretch until the good part can grow no more. */
function firstBadByte(bytes: Uint8Array): number {
  let good = 0;
  let bad = bytes.length;
  while (bad - good > 1) {
    let middle = (good + bad) >> 1;
    // Never cut a character in two: step back over continuation bytes.
    while (middle > good + 1 && ((bytes[middle] ?? 0) & 0xc0) === 0x80) middle -= 1;
    if (isUtf8(bytes.subarray(good, middle))) {
      if (middle === good) break;
      good = middle;
    } else bad = middle;
  }
  return good;
}

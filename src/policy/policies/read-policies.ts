import { join, resolve } from 'node:path';
import type { BundledFile } from '../../host/bundled-files.ts';
import type { FileSystem } from '../../host/file-system.ts';
import { findPages } from '../../host/find-pages.ts';
import { readText } from '../../host/read-page.ts';
import { relativePath } from '../../host/relative-path.ts';
import type { Failure } from '../../lint/finding.ts';
import { type ParsedConfig, parseConfig } from '../parse-config.ts';

/** What one config says under `policies`. */
export interface PolicyEntries {
  /** As reports name it. */
  readonly file: string;
  readonly config: ParsedConfig;
  /** Texts are files, folders or globs; mappings are policies. */
  readonly entries: readonly unknown[];
  /** Absolute folder that the files are relative to. */
  readonly folder: string;
}

/** A policy somewhere in a file, not looked at yet. */
export interface FoundPolicy {
  readonly data: unknown;
  readonly file: string;
  /** Absolute folder of the file. */
  readonly folder: string;
  readonly isBundled: boolean;
  /** Whether it stands in a config, and not in a file of policies. */
  readonly isInline: boolean;
  /** Line (from 1) of what stands at a path inside of the policy, or of its key. */
  lineOf(path: readonly string[], ofKey: boolean): number;
}

/** Finds all policies that configs and presets name; what is wrong with the files is added to the failures. */
export function readPolicies(
  files: FileSystem,
  configs: readonly PolicyEntries[],
  bundled: readonly BundledFile[],
  failures: Failure[],
): FoundPolicy[] {
  const known = new Set<string>();
  const read = (path: string): FoundPolicy[] => {
    const absolute = resolve(files.cwd, path);
    if (known.has(absolute)) return [];
    known.add(absolute);
    const { text, failure } = readText(files, path);
    if (failure) failures.push(failure);
    return text === undefined ? [] : inFile(path, text, join(absolute, '..'), false, failures);
  };
  return [
    ...bundled.flatMap(({ path, text }) => inFile(path, text, '', true, failures)),
    ...configs.flatMap(({ file, config, entries, folder }) =>
      entries.flatMap((entry, index): FoundPolicy[] => {
        const at = ['policies', String(index)];
        if (typeof entry !== 'string')
          return [{ ...found(entry, file, folder, false, config, at), isInline: true }];
        const { paths, sentence } = named(files, entry, folder);
        const line = config.lineOf(at, false);
        if (sentence !== null) failures.push({ file, line, message: `${file}:${line}: ${sentence}` });
        return paths.flatMap(read);
      }),
    ),
  ];
}

/** The files that an entry means, relative to the working directory, or what is wrong with it. */
function named(
  files: FileSystem,
  entry: string,
  folder: string,
): { readonly paths: readonly string[]; readonly sentence: string | null } {
  const absolute = resolve(folder, entry);
  const kind = files.kind(absolute);
  if (kind === 'file') return { paths: [relativePath(files.cwd, absolute)], sentence: null };
  const glob = kind === 'folder' ? `${entry.replace(/\/$/, '')}/**/*.{yaml,yml,json}` : entry;
  const isPlain = kind !== 'folder' && !/[*?{[]/.test(entry);
  if (isPlain)
    return {
      paths: [],
      sentence: `There is no file of policies “${entry}”. Check the spelling of the path.`,
    };
  const paths = findPages(files, [glob], folder).pages.map(({ path }) => path);
  const sentence =
    paths.length === 0 ? `No file of policies fits “${entry}”. Correct it, or take it out.` : null;
  return { paths, sentence };
}

/** A file holds one policy, a list of them, or a list under `policies`. */
function inFile(
  file: string,
  text: string,
  folder: string,
  isBundled: boolean,
  failures: Failure[],
): FoundPolicy[] {
  const parsed = parseConfig(file, text, 'file');
  if (parsed.failures.length > 0) {
    failures.push(...parsed.failures);
    return [];
  }
  const { data } = parsed;
  const all = (list: readonly unknown[], path: readonly string[]) =>
    list.map((one, index) => found(one, file, folder, isBundled, parsed, [...path, String(index)]));
  if (Array.isArray(data)) return all(data, []);
  const isList = typeof data === 'object' && data !== null && 'policies' in data;
  if (!isList) return data === null ? [] : [found(data, file, folder, isBundled, parsed, [])];
  for (const key of Object.keys(data).filter((one) => one !== 'policies' && one !== '$schema')) {
    const line = parsed.lineOf([key], true);
    failures.push({
      file,
      line,
      message: `${file}:${line}: The file has no key “${key}” beside “policies”. Remove it, or move it into a policy.`,
    });
  }
  if (Array.isArray(data.policies)) return all(data.policies, ['policies']);
  const line = parsed.lineOf(['policies'], true);
  failures.push({
    file,
    line,
    message: `${file}:${line}: “policies” should be a list. Put a hyphen before each policy.`,
  });
  return [];
}

function found(
  data: unknown,
  file: string,
  folder: string,
  isBundled: boolean,
  parsed: ParsedConfig,
  at: readonly string[],
): FoundPolicy {
  const lineOf = (path: readonly string[], ofKey: boolean) => parsed.lineOf([...at, ...path], ofKey);
  return { data, file, folder, isBundled, isInline: false, lineOf };
}

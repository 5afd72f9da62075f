import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** One source file and what it imports, types included. */
export interface SourceFile {
  /** Path from the root of the project, with `/`. */
  readonly path: string;
  readonly text: string;
  /** Files of the project. */
  readonly files: readonly string[];
  /** Packages and Node modules, by the name one would install: `@gitbeaker/rest`, `node:fs`. */
  readonly packages: readonly string[];
}

/** Reads the TypeScript files below some folders. */
export function sourceFiles(...folders: readonly string[]): SourceFile[] {
  return folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .map((file) => `${folder}/${file.replaceAll('\\', '/')}`)
      .filter((path) => path.endsWith('.ts'))
      .sort()
      .map(sourceFile),
  );
}

function sourceFile(path: string): SourceFile {
  const text = readFileSync(join(root, path), 'utf8');
  const names = ts.preProcessFile(text, true, true).importedFiles.map(({ fileName }) => fileName);
  const isOurs = (name: string): boolean => name.startsWith('.');
  return {
    path,
    text,
    files: names.filter(isOurs).map((name) => posix.join(dirname(path), name)),
    packages: names.filter((name) => !isOurs(name)).map(packageOf),
  };
}

function packageOf(name: string): string {
  const [first = '', second = ''] = name.split('/');
  if (first.startsWith('node:')) return name.replace(/\/promises$/, '');
  return first.startsWith('@') ? `${first}/${second}` : first;
}

/** Whether an imported file is there. */
export const isThere = (path: string): boolean => existsSync(join(root, path));

/** Global names such as `process` that a file speaks of; names of properties and declarations do not count. */
export function globalsIn({ path, text }: SourceFile, globals: ReadonlySet<string>): Set<string> {
  const found = new Set<string>();
  if (![...globals].some((name) => text.includes(name))) return found;
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node) && globals.has(node.text) && isReference(node)) found.add(node.text);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true));
  return found;
}

function isReference(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) {
    return (
      parent.expression === node ||
      (ts.isIdentifier(parent.expression) && parent.expression.text === 'globalThis')
    );
  }
  return (
    !ts.isTypeReferenceNode(parent) &&
    (ts.isExpression(parent) || ts.isVariableDeclaration(parent) || ts.isStatement(parent))
  );
}

/** One circle of imports for each group of files that reach each other, as paths; empty where there is none. */
export function importCycles(files: readonly SourceFile[]): string[][] {
  const imports = new Map(files.map((file) => [file.path, file.files]));
  const cycles: string[][] = [];
  const done = new Set<string>();
  const visit = (path: string, trail: readonly string[]): void => {
    const at = trail.indexOf(path);
    if (at !== -1) cycles.push([...trail.slice(at), path]);
    if (done.has(path) || at !== -1) return;
    for (const next of imports.get(path) ?? []) visit(next, [...trail, path]);
    done.add(path);
  };
  for (const { path } of files) visit(path, []);
  return cycles;
}

import { readFileSync } from 'node:fs';
import { runInNewContext } from 'node:vm';
import { Ajv, type ErrorObject } from 'ajv';
import ts from 'typescript';

/** GitLab's JSON Schema of `.gitlab-ci.yml`, as gitlab-ci-local holds it: a literal in its program. */
function readSchema(): object {
  const program = readFileSync('node_modules/gitlab-ci-local/dist/index.js', 'utf8');
  const mark = '{$schema:"http://json-schema.org/draft-07/schema#",$id:"https://gitlab.com/.gitlab-ci.yml"';
  const start = program.indexOf(mark);
  if (start < 0) throw new Error('gitlab-ci-local holds no schema where it did. Look for it anew.');
  const scanner = ts.createScanner(ts.ScriptTarget.Latest, true, ts.LanguageVariant.Standard, program);
  scanner.resetTokenState(start);
  let depth = 0;
  do {
    const token = scanner.scan();
    if (token === ts.SyntaxKind.OpenBraceToken) depth += 1;
    if (token === ts.SyntaxKind.CloseBraceToken) depth -= 1;
  } while (depth > 0);
  return runInNewContext(`JSON.parse(JSON.stringify(${program.slice(start, scanner.getTokenEnd())}))`);
}

const isValid = new Ajv({ strict: false, allErrors: true, validateFormats: false }).compile(readSchema());

/** What GitLab's schema has against a pipeline or the head of a component; empty where it is valid. */
export function schemaErrors(config: unknown): string[] {
  isValid(config);
  return (isValid.errors ?? []).map(
    ({ instancePath, message }: ErrorObject) => `${instancePath || '/'}: ${message}`,
  );
}

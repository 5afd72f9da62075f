// Writes what is made of the rules: docs/rules/ and schema/. With --check, writes nothing and fails where a file is out of date.
// Needs dist/ (npm run build).
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import {
  configSchema,
  policyFileSchema,
  policyViewPage,
  policyViewSchema,
  reportSchema,
  rulePage,
  rules,
  severityIn,
} from '../dist/index.js';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const isCheck = process.argv.includes('--check');

const json = (value) => `${JSON.stringify(value, null, 2)}\n`;
const presets = ['recommended', 'gitlab'];
const rows = rules.map(
  ({ id, summary }) =>
    `| [${id}](${id}.md) | ${presets.map((preset) => severityIn(preset, id)).join(' | ')} | ${summary.replaceAll('|', '\\|')} |`,
);
const list = `# Rules

Each page says what a rule finds and what not, how to set it, and shows examples.

| rule | ${presets.join(' | ')} | what it finds |
|---|---|---|---|
${rows.join('\n')}
`;

const wanted = new Map([
  ['schema/config.schema.json', json(configSchema(rules))],
  ['schema/report.schema.json', json(reportSchema)],
  ['schema/policy.schema.json', json(policyFileSchema)],
  ['schema/policy-view.schema.json', json(policyViewSchema)],
  ['docs/policy-view.md', policyViewPage()],
  ['docs/rules/README.md', list],
  ...rules.map((rule) => [
    `docs/rules/${rule.id}.md`,
    rulePage(rule, Object.fromEntries(presets.map((preset) => [preset, severityIn(preset, rule.id)]))),
  ]),
]);

const stale = [...wanted].filter(([path, text]) => read(path) !== text).map(([path]) => path);
const orphans = filesBelow('docs/rules').filter((path) => !wanted.has(path));

if (isCheck) {
  for (const path of stale) process.stderr.write(`${path} is out of date. Run “npm run docs”.\n`);
  for (const path of orphans) process.stderr.write(`${path} belongs to no rule. Run “npm run docs”.\n`);
  process.exitCode = stale.length + orphans.length > 0 ? 1 : 0;
} else {
  for (const path of stale) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), wanted.get(path));
  }
  for (const path of orphans) rmSync(join(root, path));
  process.stdout.write(`${stale.length} files written, ${orphans.length} removed, of ${wanted.size}.\n`);
}

function read(path) {
  try {
    return readFileSync(join(root, path), 'utf8');
  } catch {
    return null;
  }
}

function filesBelow(folder) {
  try {
    const entries = readdirSync(join(root, folder), { recursive: true, withFileTypes: true });
    return entries
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
      .map((path) => path.slice(root.length + 1).replaceAll('\\', '/'))
      .sort();
  } catch {
    return [];
  }
}

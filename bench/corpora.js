import { cpSync, existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { familyPage } from './family-page.js';

const root = fileURLToPath(new URL('..', import.meta.url));

/** A copy of a real handbook of 2022 with its whole site, where one lies beside this folder; else null. */
export function familiesOf2022(folder) {
  const source = join(root, '../shared/corpora/www-2022');
  if (!existsSync(source)) return null;
  const site = join(folder, 'www-2022');
  cpSync(source, site, { recursive: true });
  const config = join(root, 'test/corpora/www-2022.config.yaml');
  return {
    folder: site,
    config,
    pages: markdownIn(site, 'sites/uncategorized/source/job-families'),
    isReal: true,
  };
}

/** Generated families, the same for the same count: pages that link to each other, with the slips that copying leaves behind. */
export function generated(folder, count) {
  const families = join(folder, 'content/job-families');
  for (let number = 0; number < count; number += 1) {
    const { path, text } = familyPage(number, count);
    const file = join(families, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  const config = join(folder, 'jobfam-lint.config.yaml');
  writeFileSync(
    config,
    'extends: recommended\nsite:\n  layout: hugo\n  content:\n    - {folder: content, url: /}\n  anchors: goldmark\n' +
      'families:\n  - content/job-families/**/*.md\n',
  );
  return { folder, config, pages: markdownIn(folder, 'content/job-families'), isReal: false };
}

/** Paths from the site's folder, sorted. */
function markdownIn(site, folder) {
  return readdirSync(join(site, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.md(?:\.erb)?$/.test(entry.name))
    .map((entry) => relative(site, join(entry.parentPath ?? entry.path, entry.name)))
    .sort();
}

// One line a rule, sorted by path. To add a rule, add its line; index.ts makes the list.
export { rule as duplicateHeading } from './duplicate/heading.ts';
export { rule as duplicateListItem } from './duplicate/list-item.ts';
export { rule as duplicateParagraph } from './duplicate/paragraph.ts';
export { rule as duplicatePhrase } from './duplicate/phrase.ts';
export { rule as languageMisspelled } from './language/misspelled.ts';
export { rule as languagePronoun } from './language/pronoun.ts';
export { rule as languageVacancy } from './language/vacancy.ts';
export { rule as languageYears } from './language/years.ts';
export { rule as structureEmpty } from './structure/empty.ts';
export { rule as structureFrontMatter } from './structure/front-matter.ts';
export { rule as structurePlaceholder } from './structure/placeholder.ts';
export { rule as structureStray } from './structure/stray.ts';
export { rule as suppressionReason } from './suppression/reason.ts';
export { rule as suppressionUnused } from './suppression/unused.ts';

// One line a rule, sorted by path. To add a rule, add its line; index.ts makes the list.
export { rule as suppressionReason } from './suppression/reason.ts';
export { rule as suppressionUnused } from './suppression/unused.ts';

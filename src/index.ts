/**
 * jobfam-lint as a library.
 *
 * @example
 * import { lint, loadConfig, rules, settingsFor } from 'jobfam-lint';
 *
 * @packageDocumentation
 */
export { rules } from '../rules/index.ts';
export type { FileSystem } from './host/file-system.ts';
export { nodeFileSystem } from './host/node-file-system.ts';
export { extract } from './lint/extract.ts';
export type { Failure, Finding, JudgedFinding, Notice, Report, Severity, Silenced } from './lint/finding.ts';
export { type FixResult, fixAll } from './lint/fix.ts';
export type { About, Judgement, LaterJudge } from './lint/later-judge.ts';
export type { OptionSchema, Options, OptionsSchema } from './lint/options.ts';
export {
  type CorpusFacts,
  type CorpusRule,
  corpusRule,
  type DocumentRule,
  documentRule,
  type Example,
  type Message,
  type PageFacts,
  type Rule,
  type RuleFinding,
} from './lint/rule.ts';
export { type LintInput, type LintResult, lint } from './lint/run.ts';
export type { LintSettings, RuleSetting } from './lint/settings.ts';
export type { Vocabulary } from './model/vocabulary.ts';
export type { Config } from './policy/config.ts';
export { ConfigError } from './policy/config-error.ts';
export { configSchema } from './policy/config-schema.ts';
export { findConfig } from './policy/find-config.ts';
export { type Judging, laterJudge } from './policy/judging.ts';
export { loadConfig } from './policy/load-config.ts';
export { policyFileSchema } from './policy/policies/written-policy.ts';
export { presetNames, severityIn } from './policy/presets.ts';
export { settingsFor } from './policy/settings.ts';
export { viewSchema as policyViewSchema } from './policy/view/view-schema.ts';
export { vocabularyOf } from './policy/vocabulary.ts';
export { policyViewPage } from './report/policy-view-page.ts';
export { reportSchema } from './report/report-schema.ts';
export { rulePage } from './report/rule-page.ts';
export type { Answer, Answers } from './site/external/answer.ts';
export type { SiteFacts } from './site/facts.ts';
export type { SiteFile, SiteInput, SiteSettings } from './site/settings.ts';
export type { Edit } from './text/edit.ts';
export { LineIndex } from './text/line-index.ts';
export type { Span } from './text/span.ts';

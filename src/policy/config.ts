import type { Source } from '../lint/check.ts';
import type { Rule } from '../lint/rule.ts';
import type { Seniority } from '../model/facts.ts';
import type { AnchorStyleName } from '../site/anchors/styles.ts';
import type { LayoutName } from '../site/settings.ts';
import type { ExternalConfig } from './external.ts';
import type { Ladder, WrittenLadder } from './ladder/ladder.ts';
import type { RuleEntry, WrittenEntry } from './layer.ts';
import type { ParsedConfig } from './parse-config.ts';
import type { Policy } from './policies/policy.ts';
import type { WrittenPolicy } from './policies/written-policy.ts';
import type { Waiver, WrittenWaiver } from './waiver.ts';

/** A config file as people write it, after validation; schema/config.schema.json describes every key. */
export interface WrittenConfig {
  readonly extends?: string | readonly string[];
  readonly site?: Site;
  readonly families?: readonly string[];
  readonly ladder?: WrittenLadder;
  readonly vocabulary?: ConfigVocabulary;
  readonly rules?: Readonly<Record<string, WrittenEntry>>;
  readonly overrides?: readonly {
    readonly files: readonly string[];
    readonly rules: Readonly<Record<string, WrittenEntry>>;
  }[];
  /** A text is a file, a folder or a glob. */
  readonly policies?: readonly (string | WrittenPolicy)[];
  /** A text is a file with a list of waivers. */
  readonly waivers?: string | readonly (string | WrittenWaiver)[];
  /** A file that `jobfam-lint baseline` writes. */
  readonly baseline?: string;
}

/** What one file says, as far as it can be told without knowing all policies. */
export interface WrittenFile {
  readonly written: WrittenConfig;
  readonly file: string;
  readonly config: ParsedConfig;
  readonly preset?: undefined;
}

/** A folder and the address under which what it holds is published. */
export interface ContentFolder {
  readonly folder: string;
  /** With a leading slash: `/`, `/handbook`. */
  readonly url: string;
}

/** How the site's addresses and the files belong together. Folders are relative to the config's `base`. */
interface Site {
  readonly layout?: LayoutName;
  readonly content?: readonly ContentFolder[];
  readonly assets?: readonly ContentFolder[];
  /** Addresses that are the site itself: `https://handbook.example.com`. */
  readonly origins?: readonly string[];
  /** YAML or Netlify's `_redirects`; see src/site/redirects. */
  readonly redirects?: string | readonly string[];
  readonly anchors?: AnchorStyleName;
  /** How outside addresses are asked; see external.ts. */
  readonly external?: ExternalConfig;
  readonly complete?: readonly string[];
}

export interface ConfigVocabulary {
  readonly seniority?: Readonly<Record<string, Seniority>>;
  readonly abbreviations?: Readonly<Record<string, string>>;
  readonly roleNouns?: readonly string[];
  /** Words that are spelled right, whatever a dictionary says. */
  readonly words?: readonly string[];
}

/** Config files put together with what they extend; without any file, the `recommended` preset alone. */
export interface Config {
  /** The file as reports name it, or null where there is none. */
  readonly file: string | null;
  /** Absolute folder that globs and folders in the config are relative to. */
  readonly base: string;
  readonly site: Site;
  readonly families: readonly string[];
  readonly ladder: Ladder | null;
  readonly vocabulary: ConfigVocabulary;
  /** Entry of each rule for all pages. */
  readonly rules: ReadonlyMap<string, RuleEntry>;
  /** Later ones win. */
  readonly overrides: readonly Override[];
  readonly policies: readonly Policy[];
  /** The rules that the policies are; they run beside those of the program. */
  readonly policyRules: readonly Rule[];
  /** Files of policies that findings may point to: those whose text has changed. */
  readonly policySources: readonly Source[];
  readonly waivers: readonly Waiver[];
  readonly baseline: BaselinePlace | null;
  /** What the files say, each by itself, in the order in which later ones win. */
  readonly sources: readonly WrittenFile[];
}

/** Where a config says that the baseline is. */
export interface BaselinePlace {
  /** As reports name it. */
  readonly path: string;
  /** The config that says so, and its line (from 1). */
  readonly file: string;
  readonly line: number;
}

export interface Override {
  readonly files: readonly string[];
  readonly rules: ReadonlyMap<string, RuleEntry>;
}

import type { Document } from '../markdown/document.ts';
import type { FamilyFacts } from '../model/facts.ts';
import type { Answer, Answers } from '../site/external/answer.ts';
import type { SiteFacts } from '../site/facts.ts';
import type { SiteSettings } from '../site/settings.ts';
import type { Edit } from '../text/edit.ts';
import type { Span } from '../text/span.ts';
import type { Options, OptionsSchema } from './options.ts';
import type { SuppressionUse } from './suppression-use.ts';
import type { SuppressionComment } from './suppressions.ts';

/** All facts of one page: what rules may ask of it. */
export interface PageFacts extends Document {
  readonly family: FamilyFacts;
  readonly suppressions: readonly SuppressionComment[];
  /**
   * What became of each suppression comment, in the order of `suppressions`. Rules that need it run when the findings of all
   * other rules have been judged; for all others it is empty.
   */
  readonly suppressionUse: readonly SuppressionUse[];
}

/** Facts of all pages that are linted: the tables that are asked for. */
export interface CorpusFacts<Need extends keyof PageFacts = keyof PageFacts> {
  /** Sorted by path. */
  readonly pages: readonly Pick<PageFacts, Need | 'path'>[];
  /** Where their links lead. */
  readonly site: SiteFacts;
  /** What outside addresses answered; absent where none was asked. */
  readonly external?: Answers;
}

/** What a rule over all pages reads of one page. */
export interface Look {
  /** Plain data, without places. */
  readonly data: unknown;
  /** Where it stands, in one order. */
  readonly places: readonly Span[];
}

/** The look for rules that read nothing but what is watched for all. */
export const nothingElse = { of: (): Look => ({ data: null, places: [] }) };

/** How the look of a page became another. */
export interface ChangedLook<Page> {
  /** The data of both looks. */
  readonly before: unknown;
  readonly after: unknown;
  /** The page as it is now. */
  readonly page: Page;
  /** Where a stretch of the page stands now; null where it has a part in the change. */
  moved(start: number, end: number): readonly [start: number, end: number] | null;
}

/** A message in three parts. Words in braces (`{level}`) are placeholders, filled in by the finding. */
export interface Message {
  /** What is wrong, as a full sentence that names the words of the page. */
  readonly what: string;
  /** Why it matters to a reader of the page. */
  readonly why: string;
  /** What to do, as an instruction. */
  readonly how: string;
}

type PlaceholdersIn<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | PlaceholdersIn<Rest>
  : never;

type Placeholders<M extends Message> =
  | PlaceholdersIn<M['what']>
  | PlaceholdersIn<M['why']>
  | PlaceholdersIn<M['how']>;

/** A change for a person to choose: right in itself, but not the only right one. */
export interface Suggestion {
  /** An instruction in a few words: "Say grade 7". */
  readonly title: string;
  readonly edits: readonly Edit[];
}

export interface Related {
  readonly span: Span;
  readonly message: string;
}

/** What a rule yields. It knows neither severity nor line numbers. */
export type RuleFinding<Messages extends Readonly<Record<string, Message>>> = {
  [Id in keyof Messages & string]: {
    readonly message: Id;
    readonly span: Span;
    /** Structural address inside the page: level, part, what. Never a line; see `levelKey` and `textKey`. */
    readonly key: string;
    /** The one right edit, safe to make unasked; all edits or none. */
    readonly fix?: readonly Edit[];
    readonly suggestions?: readonly Suggestion[];
    readonly related?: readonly Related[];
  } & ([Placeholders<Messages[Id]>] extends [never]
    ? { readonly data?: undefined }
    : { readonly data: Readonly<Record<Placeholders<Messages[Id]>, string | number>> });
}[keyof Messages & string];

/** A page that a rule judges, with the words it must point at marked by ⟦ and ⟧. */
export interface Example {
  /** One sentence: what the example shows. */
  readonly caption: string;
  /** Markdown; ⟦…⟧ marks each span that must be found. A page without marks must give no finding. */
  readonly text: string;
  /** The text after `--fix`, without marks; required where a finding has a fix. */
  readonly fixed?: string;
  /** Path of the page, where the rule looks at it. Default: `job-families/example/index.md`. */
  readonly path?: string;
  /** Other pages of the corpus by path, for corpus rules. They must give no finding. */
  readonly others?: Readonly<Record<string, string>>;
  /**
   * What the site of these pages is like, for corpus rules, where it is not a Hugo site whose content stands at the top: there
   * `job-families/example/index.md` is `/job-families/example/`.
   */
  readonly site?: Partial<SiteSettings>;
  /** Pages as they were before a change, by the path they had; with their new path, where they were renamed. */
  readonly former?: Readonly<Record<string, string | { readonly text: string; readonly renamedTo: string }>>;
  /** What outside addresses answered, by address, for rules that ask outside. */
  readonly external?: Readonly<Record<string, Answer>>;
  /** Options other than the defaults. */
  readonly options?: Readonly<Record<string, unknown>>;
  /** Ids of the messages expected, in the order of the marks, where the rule has more than one message. */
  readonly messages?: readonly string[];
}

interface RuleCommon<Schema extends OptionsSchema, Messages extends Readonly<Record<string, Message>>> {
  /** `family/name`, as in the file name rules/family/name.ts. */
  readonly id: string;
  /** One sentence for lists: what the rule finds. */
  readonly summary: string;
  /** Markdown for the documentation page: what counts as a finding, what does not, and why. Two to six sentences. */
  readonly details: string;
  /** The policy sentence it enforces, where there is one. */
  readonly policy?: { readonly page: string; readonly anchor: string; readonly sentence: string };
  readonly messages: Messages;
  readonly options: Schema;
  /** Where it is written down, where that is not the rule's own page of the documentation. */
  readonly url?: string;
  /** Findings of this rule are dropped where a finding of one of these rules overlaps them: one slip, one finding. */
  readonly yieldsTo?: readonly string[];
  /** True where the related places show the very same slip: what yields to the rule yields there, too. */
  readonly speaksForRelated?: true;
  /**
   * True where the finding says that the words at its related places are those of its span: where all of these stood before a change, so did
   * the finding, whatever the headings above them say now.
   */
  readonly tellsRepetition?: true;
  readonly examples: { readonly wrong: readonly Example[]; readonly right: readonly Example[] };
}

export interface DocumentRule<
  Need extends keyof PageFacts = keyof PageFacts,
  Schema extends OptionsSchema = OptionsSchema,
  Messages extends Readonly<Record<string, Message>> = Readonly<Record<string, Message>>,
> extends RuleCommon<Schema, Messages> {
  readonly scope: 'document';
  /** The fact tables that `check` reads; it gets no others. */
  readonly needs: readonly Need[];
  check(facts: Pick<PageFacts, Need | 'path'>, options: Options<Schema>): Iterable<RuleFinding<Messages>>;
}

export interface CorpusRule<
  Need extends keyof PageFacts = keyof PageFacts,
  Schema extends OptionsSchema = OptionsSchema,
  Messages extends Readonly<Record<string, Message>> = Readonly<Record<string, Message>>,
> extends RuleCommon<Schema, Messages> {
  readonly scope: 'corpus';
  /**
   * The fact tables of each page that `check` reads; it gets no others. They are kept until all pages are read, so fewer are better; `text` is
   * read again from the file where it is asked for, so it is meant for pages with a finding only.
   */
  readonly needs: readonly Need[];
  /**
   * True where the rule reads `external`. Without that it does not run; and as hosts answer differently from day to day, no comment
   * that silences it is called unused.
   */
  readonly asksOutside?: true;
  /** True where the rule speaks of a change. Without one it does not run; and no comment that silences it is called unused. */
  readonly asksHistory?: true;
  check(facts: CorpusFacts<Need>, options: Options<Schema>): Iterable<RuleFinding<Messages>>;
  /**
   * What `check` finds in one page, for rules that judge page by page. Then it is called in place of `check`, with one page after the other for
   * all such rules, so that what they make of a page can be forgotten before the next.
   */
  checkEach?(
    page: CorpusFacts<Need>['pages'][number],
    facts: CorpusFacts<Need>,
    options: Options<Schema>,
  ): Iterable<RuleFinding<Messages>>;
  /**
   * How a change of one page is seen to leave all findings of `check` as they are, on all pages, but for their places. What it reads of a page's
   * family, headings, links and ids is watched anyway. Without it, every change counts.
   */
  readonly look?: {
    /** All else that it reads of a page. */
    of(page: CorpusFacts<Need>['pages'][number]): Look;
    /** What decides, of all pages together, whether a change of a look counts; plain data. */
    among?(facts: CorpusFacts<Need>, options: Options<Schema>): unknown;
    /** Whether a page's look may have changed so, by what `among` gave when up to `mostAmended` other pages were as they are not any more. */
    allows?(among: unknown, change: ChangedLook<CorpusFacts<Need>['pages'][number]>): boolean;
  };
}

/** A rule whose types are forgotten, as the runner sees it. */
// biome-ignore lint/suspicious/noExplicitAny: `check` is contravariant in its needs and options; the runner passes all facts and validated options.
export type Rule = DocumentRule<any, any, any> | CorpusRule<any, any, any>;

/** Declares a rule that needs one page; the compiler checks placeholders, needs and options. */
export function documentRule<
  const Need extends keyof PageFacts,
  const Schema extends OptionsSchema,
  const Messages extends Readonly<Record<string, Message>>,
>(rule: Omit<DocumentRule<Need, Schema, Messages>, 'scope'>): DocumentRule<Need, Schema, Messages> {
  return { scope: 'document', ...rule };
}

/** Declares a rule that needs other pages too. */
export function corpusRule<
  const Need extends keyof PageFacts,
  const Schema extends OptionsSchema,
  const Messages extends Readonly<Record<string, Message>>,
>(rule: Omit<CorpusRule<Need, Schema, Messages>, 'scope'>): CorpusRule<Need, Schema, Messages> {
  return { scope: 'corpus', ...rule };
}

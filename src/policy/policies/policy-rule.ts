import type { RawFinding } from '../../lint/raw-finding.ts';
import { corpusRule, type Message, type Rule, type RuleFinding } from '../../lint/rule.ts';
import { textKey } from '../../text/key.ts';
import { type Subject, type ViewedPage, viewNeeds } from '../view/around.ts';
import { type KeptAround, viewAround } from '../view/kept-around.ts';
import { corpusView, type ViewFacts } from '../view/view.ts';
import { type Judge, judgeOf, type Problem } from './judge.ts';
import { filledIn, placeholdersIn, shown } from './placeholders.ts';
import { type Policy, ruleIdOf } from './policy.ts';

/** A message whose placeholders were checked when the policy was loaded: the compiler cannot know them. */
type Broken = Message & { readonly what: `${string}{${string}}${string}` };
type Found = RuleFinding<Readonly<Record<'broken', Broken>>>;

/**
 * The rule that a policy is. Its findings are judged, silenced and told apart like those of any other rule.
 * @throws Error where one of the schemas cannot be used
 */
export function policyRule(policy: Policy): Rule {
  const { title, description, appliesTo, owner, link } = policy;
  const judge = judgeOf(policy.when, policy.schema);
  const broken = messageOf(policy);
  return corpusRule({
    id: ruleIdOf(policy),
    summary: title,
    details: `${description} It is about each ${appliesTo}; ${owner} decides on it.`,
    ...(link && { url: link.shown }),
    messages: { broken },
    needs: viewNeeds,
    options: {},
    examples: { wrong: [], right: [] },
    check: (corpus) => findings({ owner, broken }, judge, corpusView(corpus).subjects(appliesTo)),
    checkEach: (page, corpus) =>
      findings({ owner, broken }, judge, corpusView(corpus).subjectsOf(page.path, appliesTo)),
  });
}

/** What policies find on one page of which it is known what is around it; by the id of the rule that the policy is. */
export function findingsAround(
  policies: readonly Policy[],
  page: ViewedPage,
  around: KeptAround,
): readonly (readonly [rule: string, findings: readonly RawFinding[]])[] {
  const view = viewAround(page, around);
  return policies.map((policy) => {
    const { owner, appliesTo, when, schema } = policy;
    const subjects = view.subjects(appliesTo);
    return [
      ruleIdOf(policy),
      [
        ...(findings(
          { owner, broken: messageOf(policy) },
          judgeOf(when, schema),
          subjects,
        ) as Iterable<RawFinding>),
      ],
    ];
  });
}

/** What a policy finds by itself, without severities and comments. */
export function findingsOf(policy: Policy, corpus: ViewFacts): Iterable<Found> {
  const { owner, appliesTo, when, schema } = policy;
  const subjects = corpusView(corpus).subjects(appliesTo);
  return findings({ owner, broken: messageOf(policy) }, judgeOf(when, schema), subjects);
}

function messageOf({ message, description, how }: Policy): Broken {
  return { what: message, why: description, how } as Broken;
}

interface Wording {
  readonly owner: string;
  readonly broken: Broken;
}

function* findings({ owner, broken }: Wording, judge: Judge, subjects: Iterable<Subject>): Generator<Found> {
  const names = placeholdersIn(`${broken.what} ${broken.how}`);
  for (const subject of subjects) {
    for (const problem of judge(subject.data)) {
      const span = problem.span ?? subject.head;
      const elsewhere = problem.value?.elsewhere;
      yield {
        message: 'broken',
        span,
        key: keyOf(subject, problem),
        data: Object.fromEntries(names.map((name) => [name, wordFor(name, owner, subject, problem)])),
        ...(elsewhere && { related: [{ span: elsewhere, message: 'This is what the other page says.' }] }),
      };
    }
  }
}

function wordFor(name: string, owner: string, subject: Subject, { reasons, value }: Problem): string {
  if (name === 'owner') return owner;
  if (name === 'reason') return `It ${reasons.join(', and ')}`;
  return name === 'value' ? shown(value) : filledIn(name, subject.data);
}

/** Names and keys on the way, but no numbers: what is added in front of a list must not change it. */
function keyOf({ kind, name }: Subject, { path }: Problem): string {
  const steps = path.filter((step) => !/^\d+$/.test(step));
  return [textKey(name) || kind, ...steps].join('/');
}

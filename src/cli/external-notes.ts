import { type Answers, type Cause, verdictOf } from '../site/external/answer.ts';

/** Most hosts that a sentence names. */
const mostNamed = 5;

/** What came of asking outside, as sentences: how many addresses open, and which were not judged, and why. */
export function externalNotes(answers: Answers): string[] {
  if (answers.size === 0) return [];
  const all = [...answers];
  const count = (verdict: string) => all.filter(([, { cause }]) => verdictOf[cause] === verdict).length;
  const counts = [
    `${count('found')} open`,
    `${count('broken')} broken`,
    `${count('unanswered')} without a good answer`,
    `${count('unjudged')} not judged`,
  ].filter((words) => !words.startsWith('0 '));
  const moved = all.filter(([, { movedTo }]) => movedTo !== null).length;
  const hint =
    moved === 0 ? '' : ` Moved for good: ${moved}; the option “moved” of link/external lists them.`;
  return [
    `Outside addresses: ${counts.join(', ')}.${hint}`,
    ...reasons.flatMap(({ causes, sentence }) => {
      const hosts = hostsOf(all.filter(([, { cause }]) => causes.includes(cause)).map(([url]) => url));
      return hosts === '' ? [] : [`Not judged: ${hosts}. ${sentence}`];
    }),
  ];
}

const reasons: readonly { readonly causes: readonly Cause[]; readonly sentence: string }[] = [
  { causes: ['refuses'], sentence: 'There, programs are turned away; only a person can tell.' },
  { causes: ['later'], sentence: 'There, programs are asked to come back later.' },
  {
    causes: ['private'],
    sentence:
      'That is or leads to no public address. Name it under site > external > allow to have it asked.',
  },
  { causes: ['certificate'], sentence: 'The certificate could not be verified from here.' },
  { causes: ['cookies', 'scheme', 'unclear'], sentence: 'The answers say neither yes nor no.' },
];

/** `a.example (3), b.example and 4 more hosts`, those with most addresses first. */
function hostsOf(urls: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const url of urls) {
    const { host } = new URL(url);
    counts.set(host, (counts.get(host) ?? 0) + 1);
  }
  const sorted = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  const named = sorted.slice(0, mostNamed).map(([host, n]) => (n > 1 ? `${host} (${n})` : host));
  const rest = sorted.length - named.length;
  return [...named, ...(rest > 0 ? [`${rest} more`] : [])].join(', ');
}

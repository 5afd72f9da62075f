import type { Seniority } from './facts.ts';

/** The words by which role names are taken apart. A company adds its own under `vocabulary` in the config. */
export interface Vocabulary {
  /** Seniority words, lower case, to the rung they mean. Words of the management track need a discipline beside them. */
  readonly seniority: Readonly<Record<string, Seniority>>;
  /** Abbreviations, lower case and without full stops, to the words they stand for. */
  readonly abbreviations: Readonly<Record<string, string>>;
  /** Nouns that make a phrase a role: "engineer", "analyst"; lower case, singular. */
  readonly roleNouns: readonly string[];
}

export const defaultVocabulary: Vocabulary = {
  seniority: {
    intern: 'intern',
    internship: 'intern',
    apprentice: 'intern',
    junior: 'junior',
    associate: 'associate',
    intermediate: 'intermediate',
    senior: 'senior',
    lead: 'lead',
    staff: 'staff',
    principal: 'principal',
    distinguished: 'distinguished',
    fellow: 'fellow',
  },
  abbreviations: {
    sr: 'senior',
    snr: 'senior',
    jr: 'junior',
    int: 'intermediate',
    vp: 'vice president',
    evp: 'executive vice president',
    svp: 'senior vice president',
    avp: 'area vice president',
    mgr: 'manager',
    dir: 'director',
    ceo: 'chief executive officer',
    cto: 'chief technology officer',
    cfo: 'chief financial officer',
    coo: 'chief operating officer',
    cmo: 'chief marketing officer',
    cro: 'chief revenue officer',
    cpo: 'chief product officer',
    clo: 'chief legal officer',
    cio: 'chief information officer',
    ciso: 'chief information security officer',
    chro: 'chief human resources officer',
    pao: 'principal accounting officer',
  },
  roleNouns: [
    'accountant',
    'administrator',
    'advisor',
    'adviser',
    'advocate',
    'agent',
    'ambassador',
    'analyst',
    'architect',
    'artist',
    'assistant',
    'associate',
    'attorney',
    'auditor',
    'bookkeeper',
    'buyer',
    'captain',
    'chief',
    'clerk',
    'coach',
    'consultant',
    'controller',
    'coordinator',
    'copywriter',
    'counsel',
    'designer',
    'developer',
    'director',
    'editor',
    'engineer',
    'evangelist',
    'executive',
    'expert',
    'facilitator',
    'fellow',
    'generalist',
    'head',
    'instructor',
    'intern',
    'lawyer',
    'lead',
    'leader',
    'liaison',
    'librarian',
    'manager',
    'marketer',
    'mentor',
    'officer',
    'operator',
    'owner',
    'paralegal',
    'partner',
    'planner',
    'president',
    'producer',
    'programmer',
    'receptionist',
    'recruiter',
    'rep',
    'representative',
    'researcher',
    'scientist',
    'scheduler',
    'secretary',
    'seller',
    'sourcer',
    'specialist',
    'strategist',
    'supervisor',
    'support',
    'teacher',
    'technician',
    'technologist',
    'tester',
    'trainer',
    'translator',
    'treasurer',
    'videographer',
    'writer',
  ],
};

/** All rungs from the most junior up; the index says which of two is senior within one track. */
export const ladderOrder: readonly Seniority[] = [
  'intern',
  'junior',
  'associate',
  'intermediate',
  'senior',
  'lead',
  'staff',
  'principal',
  'distinguished',
  'fellow',
  'manager',
  'senior-manager',
  'director',
  'senior-director',
  'vp',
  'senior-vp',
  'executive',
];

const order = new Map(ladderOrder.map((seniority, index) => [seniority, index]));

/**
 * Below 0 where `a` is junior to `b`, 0 where no order can be told, above 0 where it is senior. "Junior" beside "associate", and
 * "lead" beside "senior" or "staff", stand in another order from house to house and count as level.
 */
export function compareSeniority(a: Seniority, b: Seniority): number {
  if (debatable.has(`${a} ${b}`) || debatable.has(`${b} ${a}`)) return 0;
  return (order.get(a) ?? 0) - (order.get(b) ?? 0);
}

const debatable = new Set(['junior associate', 'senior lead', 'lead staff', 'lead principal']);

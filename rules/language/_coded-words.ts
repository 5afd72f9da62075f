/*
 * Words that research found to be read as masculine or feminine, as stems: D. Gaucher, J. Friesen, A. C. Kay, "Evidence that gendered
 * wording in job advertisements exists and sustains gender inequality", Journal of Personality and Social Psychology 101 (2011),
 * Appendix A. Stems that meet ordinary words of role pages are written out ("leader*", not "lead*"; "decisive*", not "decision*").
 */
export const masculine: readonly string[] = words(`
  active, adventurous*, aggress*, ambitio*, analy*, assert*, athlet*, autonom*, battle*, boast*, challeng*, champion*, compet*, confident*,
  courag*, decide*, decision*, decisive*, defend*, determin*, domina*, driven, fearless*, fight*, force, forceful*, greedy, head-strong, headstrong,
  hierarch*, hostil*, impulsive*, independen*, individual*, intellect*, leader*, logic*, objective*, opinion*, outspoken, persist*,
  principle*, reckless*, self-confiden*, self-relian*, self-sufficien*, stubborn*, superior*, unreasonab*`);

export const feminine: readonly string[] = words(`
  affectionate*, agree*, cheer*, child, collab*, commit*, communal*, compassion*, connect*, considerate*, cooperat*, co-operat*,
  depend*, emotion*, empath*, enthusias*, feel*, flatterable, gentle*, honest*, inclusive*, interdependen*, interpersonal*,
  inter-personal*, kind, kindly, kindness, kinship, loyal*, modest*, nag, nurtur*, pleasant*, polite*, quiet*, respon*, sensitiv*, share*,
  sharin*, submissive*, support*, sympath*, tender*, together*, trust*, understand*, warm*, whin*, yield*`);

/*
 * Words that present ability as a gift, and words that present it as something to be learned, after the two mindsets of C. S. Dweck,
 * "Mindset" (2006); that the first kind keeps people away was shown by S.-J. Leslie, A. Cimpian, M. Meyer, E. Freeland, "Expectations
 * of brilliance underlie gender distributions across academic disciplines", Science 347 (2015).
 */
export const fixed: readonly string[] = words(`
  A-player*, best of the best, brainiac*, brilliant*, brilliance, elite, flawless*, genius*, gifted, guru*, hot shot*, inborn, innate,
  intelligen* people, natural talent, naturally talented, ninja*, overachiev*, perfectionis*, prodig*, rock star*, rockstar*, smart*, superstar*,
  top performer*, top talent, top-notch, unicorn*, virtuoso*, whiz*, wizard*, world-class`);

export const growth: readonly string[] = words(`
  adapt*, coach*, curio*, develop*, effort*, evolv*, experiment*, explor*, feedback, grow*, hard work*, hardworking, improv*, iterat*, learn*,
  mentor*, motivat*, open-minded*, persever*, practice*, progress*, resilien*, strive*, thoughtful*, train*, willing*`);

/** Words and phrases that leave people out, each with better ones; an empty list means that the sentence has to be written anew. */
export const excluding: Readonly<Record<string, readonly string[]>> = {
  blacklist: ['blocklist', 'denylist'],
  blacklisted: ['blocked', 'denied'],
  'black hat': ['malicious', 'unethical'],
  'brown bag': ['lunch and learn'],
  chairman: ['chair', 'chairperson'],
  chairmen: ['chairs', 'chairpersons'],
  crippled: ['broken', 'hampered'],
  'cultural fit': ['values fit', 'culture add'],
  'culture fit': ['values fit', 'culture add'],
  'digital native': ['at ease with digital tools'],
  foreman: ['supervisor'],
  freshman: ['first-year student'],
  'girl friday': ['assistant'],
  'grandfather clause': ['legacy clause'],
  grandfathered: ['exempted', 'legacy'],
  "gentleman's agreement": ['unwritten agreement'],
  guys: ['everyone', 'team', 'folks'],
  gypped: ['cheated'],
  handicapped: ['disabled', 'with a disability'],
  'he-man': [],
  housekeeping: ['upkeep', 'cleanup'],
  lame: ['weak', 'unconvincing'],
  'low man on the totem pole': ['most junior'],
  'man-day': ['person-day'],
  'man-days': ['person-days'],
  'man-hour': ['person-hour'],
  'man-hours': ['person-hours'],
  mankind: ['humanity', 'people'],
  manpower: ['workforce', 'staff'],
  manned: ['staffed'],
  'man-made': ['artificial', 'synthetic'],
  'master/slave': ['primary/secondary', 'leader/follower'],
  'mother tongue': ['first language'],
  'native speaker': ['fluent speaker'],
  'native english': ['fluent English'],
  'off the reservation': [],
  'peanut gallery': ['audience'],
  powwow: ['meeting', 'gathering'],
  'recent graduate': ['early-career'],
  salesman: ['salesperson', 'sales representative'],
  salesmen: ['salespeople', 'sales representatives'],
  saleswoman: ['salesperson', 'sales representative'],
  'sanity check': ['quick check', 'confidence check'],
  slave: ['secondary', 'replica'],
  'spirit animal': [],
  spokesman: ['spokesperson'],
  spokeswoman: ['spokesperson'],
  'tone deaf': ['insensitive'],
  'tone-deaf': ['insensitive'],
  'tribal knowledge': ['institutional knowledge'],
  'white hat': ['ethical'],
  whitelist: ['allowlist'],
  whitelisted: ['allowed'],
  workmanship: ['craft', 'quality of work'],
  'young and energetic': ['energetic'],
  youthful: ['energetic'],
};

function words(list: string): readonly string[] {
  return list.split(',').map((word) => word.replace(/\s+/g, ' ').trim());
}

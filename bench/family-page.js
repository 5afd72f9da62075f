const areas =
  'harbour ferry bridge lock tide cargo pilot timetable ticket rescue dredging lighthouse canal crane quay'.split(
    ' ',
  );
const crafts =
  'Engineer Analyst Planner Designer Advisor Coordinator Researcher Writer Surveyor Inspector'.split(' ');
const verbs =
  'Plans Keeps Measures Improves Explains Reviews Tests Documents Orders Maintains Compares Trains'.split(
    ' ',
  );
const things =
  'the timetable|the boats of the winter season|reports on delays|the tide tables|tickets and their prices|the safety drills|the log of repairs|spare parts|the maps of the river|signals at night'.split(
    '|',
  );
const ways =
  'with the towns on both banks|before each season|in writing, so that others can find it|for new colleagues|with few words|together with the captains|from what passengers say|and shares what was learnt'.split(
    '|',
  );
const rungs = [
  ['', 6],
  ['Senior ', 7],
  ['Staff ', 8],
  ['Principal ', 9],
];

/** Numbers from 0 to 1 that look thrown by dice: the same for the same seed (mulberry32 by T. Ettinger, in the public domain). */
function dice(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const capital = (word) => word.charAt(0).toUpperCase() + word.slice(1);
const slug = (text) => text.toLowerCase().replaceAll(' ', '-');

/** A name for each number, made of words and, in large sites, of a number in letters. */
function roleOf(number) {
  const area = capital(areas[number % areas.length]);
  const craft = crafts[Math.floor(number / areas.length) % crafts.length];
  const rest = Math.floor(number / (areas.length * crafts.length));
  const branch = rest === 0 ? '' : `${capital(lettersOf(rest))} `;
  return {
    name: `${branch}${area} ${craft}`,
    path: `${slug(area)}-${rest % 100}/${slug(`${branch}${area} ${craft}`)}.md`,
  };
}

/** "bado", "lemi": syllables in place of digits. */
function lettersOf(number) {
  const syllables = 'ba de fi go lu ma ne pi ro su'.split(' ');
  return Array.from(String(number + 10), (digit) => syllables[Number(digit)]).join('');
}

/** One family of a site of `count` pages, with its path below the folder of families. */
export function familyPage(number, count) {
  const throwDice = dice(number + 1);
  const one = (list) => list[Math.floor(throwDice() * list.length)];
  const maybe = (share) => throwDice() < share;
  const { name, path } = roleOf(number);
  const manager = roleOf(Math.floor(throwDice() * count));
  const sentence = () => `${one(verbs)} ${one(things)} ${one(ways)}`;
  const bullets = (least) =>
    Array.from({ length: least + Math.floor(throwDice() * 4) }, () => `- ${sentence()}`);
  const levels = rungs.flatMap(([rung, grade], at) => {
    const before = rungs[Math.max(0, at - 1)][0];
    // What a copied level keeps of the one before it.
    const subject = maybe(0.03) ? before : rung;
    const extended = maybe(0.02) ? rung : before;
    return [
      `### ${rung}${name}`,
      '',
      `The ${subject}${name} reports to the [${manager.name}](/job-families/${manager.path.replace(/\.md$/, '/')}${maybe(0.02) ? '#gone' : ''}).`,
      '',
      `#### ${rung}${name} Job Grade`,
      '',
      `The ${rung}${name} is a [grade ${maybe(0.02) ? grade - 1 : grade}](/job-families/#grades).`,
      '',
      `#### ${rung}${name} Responsibilities`,
      '',
      ...(at > 0 && maybe(0.7) ? [`- Extends the ${extended}${name} responsibilities`] : []),
      ...bullets(6),
      '',
      `#### ${rung}${name} Requirements`,
      '',
      ...bullets(4),
      ...(maybe(0.02) ? ['- 5+ years of experience with boats'] : []),
      '',
    ];
  });
  const text = [
    '---',
    `title: ${name}`,
    '---',
    '',
    `The ${name} team works on the river. It ${sentence().toLowerCase()}${maybe(0.02) ? ' and and' : ''} and more.`,
    '',
    '## Levels',
    '',
    ...levels,
    '## Career Ladder',
    '',
    `The next step in the ${name} job family is not yet defined.`,
    '',
    '## Performance Indicators',
    '',
    ...bullets(2),
    '',
  ].join('\n');
  return { path, text };
}

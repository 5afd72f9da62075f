/**
 * Words that headings and role names are made of, lower case, of seven letters or more: a shorter word has too many neighbours for
 * a slip to be told from another word.
 */
export const headingWords: readonly string[] = `
  academic account accountant accountants accounting accounts acquisition additional administration administrative administrator
  advertising advisor advocate advocacy affairs alliance alliances analysis analyst analysts analytics application applications
  architect architecture assistant associate assurance attorney automation
  backend benefits billing brand business
  candidate capture career certification channel commercial communication communications community compensation competencies
  competitive compliance consultant consulting content contract contracts controller coordinator copywriter corporate counsel
  culture customer customers
  database delivery department deployment description designer designers developer development digital director directors
  distinguished distribution diversity
  ecosystem editorial education enablement engagement engineer engineering engineers enterprise environmental evangelist executive
  executives expansion expectations experience expertise external
  facilities finance financial frontend fulfillment fullstack functional
  generalist governance government graphic
  incident inclusion indicator indicators individual industry information infrastructure innovation instructional integration
  integrations intelligence interim intermediate internal international internship interview investor
  knowledge
  leadership learning lifecycle localization logistics
  maintenance management manager managers marketing measurement monetization
  onboarding operational operations optimization organization organizational
  paralegal partner partners partnership partnerships payments payroll performance planning platform portfolio position preferred
  president pricing principal privacy process procurement product production productivity products professional program programs
  progression project projects purchasing
  qualifications quality
  recruiter recruiters recruiting recruitment regional relations relationship release reliability remuneration renewals reporting
  representative requirement requirements research researcher resilience response responsibilities responsibility revenue
  scientist secretary security segment senior service services software solution solutions sourcing specialist specialists specialties
  specialty strategic strategist strategy success supervisor support sustainability systems
  technical technician technology training transformation treasury
  translator
  vice vulnerability
  workforce workplace writer
`
  .trim()
  .split(/\s+/)
  .filter((word) => word.length >= 7);

/** Right words that look like slips of one above; test/rules/level/misspelled.test.ts holds this list to the dictionary. */
export const lookalikes: ReadonlySet<string> = new Set(
  `
  automaton backed balling belling bilking braining bulling bushiness busyness cervices chancel chanel
  commendation competences consent contact contacts context contrast contrasts convent dalliance
  dalliances deporting deportment diversify draining duality earning enrolment equality eternal expedience
  fiance filling fronted fulfilment infernal intentional interactions interval inventor killing leaning
  localisation manger mangers milling monetisation offboarding optimisation organisation organisational
  outboarding panning pardner pardners pilling planing planking planting positron pricking priding primacy
  priming prizing processional produces productively profess programme programmes protect protects prowess
  qualify raining rapture readership referred reflations resident resorting retorting revenge ricing
  secretory servile souring specialisms specialities speciality straining tanager tanagers tilling
  trailing transportation vindicator vindicators vocalization vulture willing yearning
  `
    .trim()
    .split(/\s+/),
);

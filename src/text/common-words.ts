/**
 * Words that pages about roles use all the time, lower case. They are what a mistyped word most likely stands for; a word that is
 * missing here is not held to be wrong.
 */
export const commonWords: ReadonlySet<string> = new Set(
  `
  ability able about above acceptance accept access accessibility accomplish accomplished according account accountability
  accountable accountant accounting accounts accuracy accurate accurately achieve achieved achievement achieving acquire acquisition
  across action actionable actions active actively activities activity actual adapt adaptability add added adding addition additional
  additionally address administer administration administrative administrator adopt adoption advance advanced advancement advantage
  advertising advice advise advisor advocacy advocate affairs affect after again against agenda agile agree agreed agreement
  agreements align aligned aligning alignment allocate allocation allow along alongside also alternative although always among amount
  analyses analysis analyst analysts analytical analytics analyze analyzing annual annually another answer anticipate apply
  application applications applying appropriate appropriately approval approvals approve approach approaches architect architecture
  area areas around articulate aspect aspects assess assessing assessment assessments asset assets assign assigned assignment assist
  assistance assistant assisting associate associated associates asynchronous asynchronously attainment attend attention attract
  attrition audience audiences audit auditing auditor audits authentic automate automated automation autonomously availability
  available average award awareness
  background balance based basic basis become been before behalf behavior behind being belief believe belonging benchmark benefit
  benefits best better between beyond bias billing board bonus both brand break bring bringing broad build building built business
  calendar calls campaign campaigns candidate candidates capabilities capability capable capacity career careers carefully carry
  cause center central certification certifications certified chain challenge challenges challenging change changes changing channel
  channels charge check choose clarity clear clearly client clients close closely closing cloud coach coaching code collaborate
  collaborating collaboration collaborative collaboratively collateral colleague colleagues collect collection combination comfortable
  coming commercial commitment commitments committee common communicate communicated communicating communication communications
  communicator community companies company compare comparable compensation competencies competency competing competitive competitor
  competitors complete completed completely completing completion complex complexities complexity compliance compliant component
  components comprehensive comprehension concept concepts concern concerns concise conduct conducting conference conferences confidence
  confident confidential confidentiality configuration connect connection consider considerations consistency consistent consistently
  constraints construct consult consultant consulting consumer contact content context continue continued continuing continuous
  continuously contract contracting contractor contractors contracts contribute contributes contributing contribution contributions
  contributor contributors control controller controls convert convey coordinate coordinated coordinating coordination coordinator
  core corporate correct cost costs could counsel counterparts country coverage create created creates creating creation creative
  creativity criteria critical cross culture current currently customer customers customization cycle cycles
  daily data database deadline deadlines deal dealing deals debt decide decision decisions dedicated deep define defined defining
  definition degree deliver deliverables delivered delivering delivers delivery demand demands demonstrate demonstrated demonstrates
  demonstrating demonstration department departments dependencies deploy deployment deployments depth describe description design
  designed designer designers designing designs desire detail detailed details detection determine determining develop developed
  developer developers developing development develops difference different difficult digital direct directing direction directly
  director directors discipline discover discovery discuss discussion discussions distinguished distributed distribution diverse
  diversity division document documentation documented documenting documents does doing domain domains done down draft drafting drive
  driven drivers drives driving during duties
  each early ease easily easy ecosystem edit editing editor education educational effective effectively effectiveness efficiencies
  efficiency efficient efficiently effort efforts either elements email emerging emphasis employee employees employment empower enable
  enablement enabling encourage encouraging engage engaged engagement engagements engaging engineer engineering engineers enhance
  enhancement enhancements ensure ensures ensuring enterprise enthusiasm enthusiastic entire entry environment environments equipment
  equity equivalent escalate escalation escalations especially essential establish established establishing estimate ethics evaluate
  evaluating evaluation even event events every everyone evidence evolve evolving example examples excel excellence excellent exceptional
  execute executes executing execution executive executives exercise existing expand expansion expect expectation expectations expected
  expense expenses experience experienced experiences experiment expert expertise experts explain exposure extend extends extensive
  external externally
  facilitate facilitating familiar familiarity fast feature features feedback fellow field file filing final finance finances financial
  find finding first fiscal fixing flexibility flexible focus focused follow followed following follows forecast forecasting forecasts
  form formal forward foster foundation framework frameworks frequent friendly from front full fully function functional functionality
  functions fundamental further future
  gain gather gathering general generate generation give given global globally goal goals good governance government grade graduate
  great group groups grow growing growth guidance guide guidelines guiding
  handbook handle handling hands have having head health healthy help helping helps high higher highest highly hire hiring hold human
  ideal ideally ideas identified identify identifying impact impacts implement implementation implementations implementing implements
  importance important improve improved improvement improvements improving incentive incident incidents include includes including
  inclusion inclusive increase increasing increasingly independent independently indicator indicators individual individually
  individuals industry influence influencing inform information infrastructure initial initiate initiative initiatives innovation
  innovative input insight insights inspire instead integral integrate integrated integration integrations integrity intelligence
  intellectual interact interacting interaction interactions interest interested interface intermediate intern internal internally
  international internship interpersonal interpret interview interviewing interviews into introduce inventory invest investigate
  investigation investment investor investors invited involve involved involving issue issues iterate iteration iterations iterative
  join journey judgment junior justification
  keep keeping know knowledge known
  language languages large launch law lead leader leaders leadership leading leads learn learned learning least legal less level levels
  leverage leveraging liaison life lifecycle like limited line link linked list listed listening live local logical long
  maintain maintained maintaining maintains maintenance major make makes making manage managed management manager managers manages
  managing manner manual many mapping market marketing markets material materials matter maturity maximize measure measured
  measurement measures measuring mechanisms media meet meeting meetings meets member members mentor mentoring mentorship message
  messaging method methodologies methodology methods metrics might milestones minimal minimum mission mitigate mitigation model modeling
  models modern monitor monitoring month monthly more most motivate motivated moving multiple must mutual
  name national native necessary need needed needs negotiate negotiating negotiation negotiations network networks next notes number
  object objective objectives occasionally offer offering offerings offers office officer often onboarding once ongoing online only
  open operate operating operation operational operationally operations opportunities opportunity optimization optimize options oral order
  organization organizational organizations organize organized orientation oriented other others outcome outcomes outreach outside
  over overall oversee overseeing oversight owner ownership own
  pace paid participant participants participate participating participation particular particularly partner partnering partners
  partnership partnerships part passion passionate path paths pattern patterns payment payroll people percentage perform performance
  performed performing performs period person personal personnel perspective perspectives pipeline place plan planned planning plans
  platform platforms play please plus point points policies policy portfolio position positioning positions positive possess possible
  post potential power powerful practical practice practices practitioners pragmatic prefer preference preferred preferably preparation
  prepare prepared preparing present presentation presentations presenting president previous pricing primarily primary principal
  principles prior priorities prioritization prioritize prioritizing privacy proactive proactively problem problems procedure procedures
  process processes processing procurement produce producing product production productivity products professional professionally
  professionals proficiency proficient profile profit program programming programs progress progressive project projects promote
  promoting promotion proper properly proposal proposals propose protect protection proven provide provided provides providing public
  publish published purchase purchasing purpose
  qualified qualitative quality quantitative quarter quarterly query question questions quick quickly quota
  range rapid rapidly rate rather reach read ready real recognition recognize recognized recommend recommendation recommendations
  reconcile reconciliation reconciliations record records recruit recruiter recruiters recruiting recruitment reduce reducing reference
  refine reflect region regional regions regular regularly regulation regulations regulatory related relations relationship
  relationships release releases relevant reliability reliable remediation remote remotely renewal renewals report reporting reports
  represent representative representatives request requests require required requirement requirements requires requiring research
  researcher resilience resolution resolve resolved resolving resource resources respect respectful respond responding response
  responses responsibilities responsibility responsible result results resume retain retention return revenue review reviewing reviews
  right risk risks roadmap role roles root rules
  salary sales same satisfaction save scale scaling schedule scheduling science scientist scope screen screening secretary section
  security segment select selection self selling senior separate serve serves service services serving session sessions setting several
  shape share shared sharing short should show similar simple single site situation situations skill skilled skills social software
  solid solution solutions solve solving some source sources sourcing space speak specialist specialists specialized specialties specialty
  specific specifically specification specifications speed staff staffing stage stages stakeholder stakeholders standard standardize
  standards start state statements statistical status stay step steps stock storage store story strategic strategically strategies
  strategist strategy streamline strength strengths strong structure structured structures study style subject submit succeed success
  successful successfully such suggest summary supervise supervision supervisor supplier support supported supporting supports sure
  survey sustainable synthesize system systems
  tactical tactics take takes taking talent target targeted targets task tasks tax team teams teamwork technical technically technician
  technique techniques technologies technology templates term terms territories territory test testing tests than that their them themes
  then there these they thing things think thinking this those thought thoughtful thoughts threat three thrive through throughout tickets
  time timelines timely title together tool tooling tools topics total toward towards track tracking trade train trained training
  transaction transactions transfer transform transformation transition transparency transparent travel trends triage triaging
  troubleshoot troubleshooting trust trusted trustworthy turn type typical typically
  ultimately under understand understanding understands unique unit university until update updated updates upon usability usage used
  user users using utilization utilize
  validate validation valuable value values variety various vendor vendors verbal version very vice video virtual visibility visible
  vision visual volatility volume vulnerability vulnerabilities
  want ways website weekly well were what when where whether which while will willing willingness with within without work worked
  workflow workflows working works workshops would write writer writing written
  year years you your yourself
  `
    .trim()
    .split(/\s+/),
);

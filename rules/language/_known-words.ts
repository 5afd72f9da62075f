/**
 * Ordinary words of software and business English that the general dictionary lacks, lower case. Inflected forms are found from these;
 * names of products and companies belong to the option `names`.
 */
export const knownWords: ReadonlySet<string> = new Set(
  `
  accruals addon agentic aggregator allowlist alterative amongst anonymization anonymize app approver appsec
  architected architecting aromantic artboard artefact asdf assignee assignor async asynchronicity attendee
  auditable auditee autocomplete autofill automation autosave autoscale autoscaling autoscroll backend
  backfill backlink backlog backout backport backtest bashrc bene benefitted bigdata biweekly blockchain
  blocklist blockout blogpost bono bookable bookings bot bugcrowd bugfix bundler burndown burnup buyout
  bylined callout cancelation canonicalization carryover cashflow catalogued centric centricity cetera
  cgroup chan changelog changeset chargeback chatbot checkbox checkboxes checkin checklist cisgender
  clarifier clawback clickstream cloud coachee codebase codec codegen coder cofounder colocated comarketing
  combinator comms compliancy composability config configurational containerization containerize
  contextualize contrib controllership cookbooks copyedit copywriter copywriting councillor counterparty
  coworker coworkers coworking crosslink crowdfunding crowdsource cryptocurrency cryptographic curation
  cutover cyber cyberattack cybersecurity dashboard datacenter dataflow datapoint dataset datasheet
  datastore decile deduplicate deduplication deliverable denylist depositary deprecate deprecated
  deprioritize deprovision deprovisioning designee dev devfile devops devsecops differentiator digitization
  discoverability discoverable disproven distro docs documentarian dogfood dogfooding dotfiles downmarket
  doxxing dreamt dropdown dropship ebook ecommerce effectivity elearning email emojis empathetically
  empathic emptive emptively enablement endpoint engrained enquire enquirer enquiry enum escrow esports
  evangelization evangelize executional expectancies explainability explainer explainers extensibility
  externality failover fanout favicon featureset fide filesystem findability fintech firefighting firewall
  fishbone flagger fluentd followup followups foreach formatter freelancer frictionless frontend frontline
  fsync fullstack fulltime functionality fundraise fundraising gamification gamified gamify gcloud gdrive
  geolocation geospatial getter gig globbing golang golive goto gradle grantee granularity groupwide
  guestimate gzip gzipped hackathon hackathons handoff handover hardcode hardcoded headcount healthcare
  healthcheck helpdesk heterogenous homogenous hostname hotfix hotline hotspot huddle hypergrowth hyperlink
  hyperparameter hyperscale hyperscaler ideate ideation identifiably iframe impactful inbound inbox
  incentivization incentivize inclusivity incubator indemnitee inflight influencer infographic informatics
  infosec infra infradev init inline insightful instrumented integrations integrator intercompany interdependency
  internationalization interop interoperability interoperable intranet intrapreneurial iterable iteratively
  jamstack jsonnet judgement jupyter kanban keycard keynote keyring keyword kickoff killchain knowledgebase
  labelled lang leadgen learner learners learnings learnt lessee lessor libs licencing lifecycle linter
  listicle livestream localization locational lockbox lockfile logfile login logon lookbook lookup lossless
  macroeconomic mailer mainframe malware mapper marketer marketplace martech materiality matplotlib matrixed
  mentee mentorship meta metadata metagame methodic methodologist microcopy microlearning microservice
  microsite middleware midmarket milestone mindset mindshare minified misconfiguration mitigations
  mitigative mobileapp mockup modeller monetization monetize monorepo monte moonshot mortem multichannel
  multicloud multidisciplinary multifaceted multifactor multinational multitask multitenancy namespace
  natively nearshore neurodiverse neurodiversity newsjacking newsroom nodejs nonconformity nonprofit
  nontechnical numpy observability offboard offboarding offshore offsite offsites omnichannel onboard
  onboarding ongoing online onsite opensource operationalization operationalize opex opinionate optionee
  orchestrator organizational ourself outage outbound outlier outperform outreach outsized overachieve
  overachiever overarching overindex paginate paralegal parallelize parser parte participative passthrough
  passwordless payee payload payor paywall peer pentest perf performant persona personalization personas
  phishing pinboard pixel plaintext planful playbook plugin plusses podcast polymorphism positivity
  postmortem preboarding preconfigured predeployment prem prepaid preparer presales presentational
  prioritization proactivity procs productivity productize proficiencies programmatic programmatically
  provision proxied proxies proxying pseudonymization pylint quant quantifiably quartile querier queryable
  queueing quickstart quishing ramped ransomware rata ratable readme reallocation realtime rebrand
  rebranding recency reclass recordkeeping recoverability redline redlined redlines redmine refactor
  refactoring referenceability referenceable regex reimagine reimagining relatable reliant remediate
  replatform replicable repo reporting reputational requester resilient reskill resourced resync retainment
  retarget retrospective reusability reusable rightsizing roadblock roadmap roadmapping roadshow rollback
  rollforward rollout rollup roundtable ruleset runbook runit runtime sandboxed scalability scalable
  scalably scannable schema schemas scorecard screencast screener screenshare screenshot scriptwriting
  secops sectoral selfie sellable sellout semver serverless setter setup sexism shareable shortcode
  shortlist shoutout showstopper showup sidecar signup siloed skillset smartphone smishing snowpack socio
  solopreneur solutioning sourcer spearphishing specced spend splitter spreadsheet sprint stakeholder
  standalone standup startup storyboarding storyline storytelling strace strategize streamlined streamlit
  struct subdomain subnet subprocessor substack supportability swag swapper swimlane syllabi symlink sync
  synched syncs sysadmin systemd takeaway takeover talkdesk tasker tastemaker teambuilding telecommute
  teleconference telegraf telehealth templated templating templatize testability testbed thanos thinkers
  threading throughput thumbdrive ticketing timebox timeboxed timeframe timeline timesheet timesheets
  timestamp timezone toolchain toolkit toolset tooltip topline tortious touchpoint tradeoff transcreation
  transgender transpilation transpile triage triaged triaging troubleshoot turnkey typeahead typeface typo
  uber unboxing underperformance underserved unicode uniq unsync unvested upfront upgradable uplevel uplift
  uplifting upmarket upsell upsert upskill upskilling uptime usability userbase userflow userid username
  util validator vendored verifiably verifier versioning vesting videoconference videoconferencing
  videographer videography viewport virality virtualization vishing vlog vlookup vs walkback walkthrough
  walkthru watchlist wayfinding webcast webform webhook webinar webpack webpage website wellbeing whatsoever
  whilst whistleblower whistleblowing whiteboard whiteboarding whitebox whitelabel whitepaper whitespace
  widget wiki wireframe wireframing workaround workback workflow workload workpaper workplan workspace
  workstream worktree writeup yaml zeroday
  `
    .trim()
    .split(/\s+/),
);

/** Names of products, companies and formats as their owners write them: the default of the option `names`. */
export const defaultNames: readonly string[] = `
  Adobe Airtable Akamai Alibaba Anaplan Ansible Asana Atlassian Autodesk Avalara Azure
  BambooHR BigQuery Bitbucket Bloomberg Boomi Buildkite
  Calendly Camunda Capybara CircleCI Clearbit CloudFormation CloudFront Cloudflare CloudWatch Codecov Coupa Couchbase
  Cypress Databricks Datadog Deloitte DevOps DevSecOps Dynatrace
  Django DocuSign Docker Dropbox
  Elasticsearch Excel Expensify ExpressJS
  Facebook Figma Fivetran FloQast Freshdesk Freshservice
  Gainsight Gartner Gemnasium Gerrit Gitaly Gitea GitHub GitLab Gitter Glassdoor Gmail  Google Grafana GraphQL Greenhouse
  HackerOne Hadoop HAProxy HashiCorp Heroku Hootsuite HubSpot
  IntelliJ Instagram Instruqt Intacct Intercom
   JavaScript Jenkins JetBrains Jira jQuery Jupyter
  Kafka Kibana Kubernetes
  Laravel LaTeX Lightroom LinkedIn Linux Looker LucidChart
  Mailchimp MariaDB Marketo Mavenlink Meetup Meltano Microsoft Mixpanel MongoDB MuleSoft MySQL
  Netflix NetSuite Nginx Nokogiri NumPy
  Okta OneLogin OneTrust OpenAI OpenShift OpenStack OpenTelemetry Oracle Outlook
  PagerDuty Pardot PayPal Phabricator Photoshop Plotly PostgreSQL Postgres PowerPoint PowerShell Prometheus PyTorch Python
  Qualtrics Qualys QuickBooks
  RabbitMQ Redis Redshift RedHat RSpec RuboCop
  Salesforce Salesloft SaaS SAML Sarbanes Oxley Scikit Selenium ServiceNow SharePoint Shopify Sidekiq Sisense Skype Snowflake Snowplow
  Spotify Splunk SQLite Stripe SurveyMonkey
  Tableau Taleo TensorFlow Terraform TikTok Totango Trello Tripwire Twilio Twitter TypeScript
  Ubuntu Unix
  Vagrant Vercel Vimeo VMware Visio
  Watir WebEx WebKit  WhatsApp Wikipedia Wireshark WordPress Workato Workday Workiva
  Xactly Xero
  YouTube Zapier Zendesk ZoomInfo Zuora
`
  .trim()
  .split(/\s+/)
  .filter((name) => /^\p{L}+$/u.test(name));

import { Command } from 'commander';
import type { Io } from './io.ts';
import { tool } from './tool.ts';

const collect = (value: string, before: readonly string[] | undefined): string[] => [
  ...(before ?? []),
  value,
];

/**
 * The commands and their options. Each command is loaded when it is called.
 * @param done takes the exit status of the command
 */
export function buildProgram(io: Io, done: (status: number) => void): Command {
  const program = new Command('jobfam-lint')
    .description(
      'Lints job families in a handbook: levels, grades, reporting lines, and the slips that copying leaves behind.',
    )
    .version(tool.version, '-v, --version', 'say the version')
    .helpOption('-h, --help', 'show this help')
    .exitOverride()
    .configureOutput({ writeOut: (text) => io.stdout.write(text), writeErr: () => {} });
  const withConfig = (command: Command) =>
    command
      .option(
        '--config <file>',
        'use this config; its globs and folders are relative to the working directory',
      )
      .option('--no-config', 'use no config');

  const withLinting = (command: Command) =>
    withConfig(command)
      .option(
        '--format <name[:file]>',
        'stylish, json, sarif, junit, codequality or markdown; may repeat; “json:report.json” writes a file',
        collect,
      )
      .option(
        '--preset <name>',
        'recommended, gitlab, all or none, in place of the presets that the config extends',
      )
      .option('--rule <id:severity>', 'set a rule to off, error, warning or info; may repeat', collect)
      .option(
        '--only <ids>',
        'run these rules or families of rules alone; commas between; may repeat',
        collect,
      )
      .option(
        '--fail-on <severity>',
        'error, warning, info or never: from where on the exit status is 1',
        'error',
      )
      .option('--max-warnings <number>', 'exit with 1 when there are more warnings')
      .option('--external', 'ask outside addresses whether they open (the rule link/external)')
      .option('--no-cache', 'neither use nor keep what earlier runs learnt')
      .option('--cache-location <folder>', 'keep it here; default: .jobfam-lint-cache beside the config')
      .option(
        '--cache-strategy <name>',
        'metadata or content: whether a file is known again by its size and times, or by what it holds',
      )
      .option('--concurrency <number>', 'read pages in so many threads; default: as many as pays')
      .option('--page-timeout <seconds>', 'give up a page that takes longer; default: 10')
      .option(
        '--since <rev>',
        'report only what is new since the history of this branch or commit and yours parted, broken links to what went away included',
      )
      .option(
        '--merge <file>',
        'take pages from this file, which “lint --shard” has written, instead of reading them again; may repeat',
        collect,
      )
      .option('--no-baseline', 'report what the baseline knows, too')
      .option('--today <date>', 'judge waivers as on this day, such as 2027-03-31')
      .option('--quiet', 'report errors only')
      .option('--color', 'use colours')
      .option('--no-color', 'use no colours');

  withLinting(program.command('lint', { isDefault: true }))
    .description('lint pages (this is the command where none is named)')
    .argument(
      '[paths...]',
      'files, folders, globs; default: the families of the config, else all markdown below the folder',
    )
    .option('--fix', 'mend what has one right answer')
    .option('--fix-dry-run', 'show what --fix would do, as a diff, and change nothing')
    .option('--stdin', 'lint the text on standard input; with --fix, print it mended')
    .option('--stdin-path <path>', 'the path that the text on standard input belongs to')
    .option(
      '--policy-ref <rev>',
      'read config, policies, waivers and baseline as this commit has them; default: as they are',
    )
    .option('--timing', 'say on standard error where the time went, by phase and by rule')
    .option('--shard <part>', 'read one part of the pages, such as 2/5, and write down what “merge” needs')
    .option('--shard-file <file>', 'write it here; default: jobfam-lint-shard-2-of-5, for instance')
    .action(async (paths: string[], options) => {
      const { lintCommand } = await import('./commands/lint.ts');
      done(await lintCommand(paths, options, io));
    });

  withLinting(program.command('merge'))
    .description(
      'lint, with the parts of the pages that several runs of “lint --shard” have read; as “lint --merge FILE” for each file',
    )
    .argument('<files...>', 'the files that they have written')
    .action(async (files: string[], options) => {
      const { lintCommand } = await import('./commands/lint.ts');
      done(await lintCommand([], { ...options, merge: [...(options.merge ?? []), ...files] }, io));
    });

  program
    .command('init')
    .description('look at the repository and write a first config for it')
    .option('--dry-run', 'print the config, and write nothing')
    .option('--baseline', 'write a baseline too, so that only what is new counts')
    .option('--no-baseline', 'do not ask for one')
    .action(async (options) => {
      const { initCommand } = await import('./commands/init.ts');
      done(await initCommand(options, io));
    });

  withLinting(program.command('review'))
    .description(
      'lint what a GitLab merge request brings, and comment on it; run it in merge-request pipelines',
    )
    .argument('[paths...]', 'files, folders, globs; default: as for lint')
    .option('--dry-run', 'say what would be done, and do nothing; --format json says it as JSON')
    .option('--project <project>', 'number or path of the project; default: that of the pipeline')
    .option('--merge-request <number>', 'number of the merge request; default: that of the pipeline')
    .option('--url <address>', 'address of GitLab; default: that of the pipeline')
    .option(
      '--token-variable <name>',
      'take the token from this environment variable alone; default: JOBFAM_LINT_TOKEN, else GITLAB_TOKEN',
    )
    .option('--max-threads <number>', 'open so many threads at most; the summary takes the rest', '25')
    .option(
      '--docs-url <address>',
      'where rules can be read about: a folder with link/broken-anchor.md in it, or an address with {rule} in it',
    )
    .option(
      '--scope <name>',
      'tells the comments of this review from those of another one in the same merge request; default: by folder and --config',
    )
    .option(
      '--policy-ref <rev>',
      'read config, policies, waivers and baseline as this commit has them; default: the target branch',
    )
    .action(async (paths: string[], options) => {
      const { reviewCommand } = await import('./commands/review.ts');
      done(await reviewCommand(paths, options, io));
    });

  withConfig(program.command('model'))
    .description('show what is known of pages, as JSON: levels, grades, reporting lines')
    .argument('<paths...>', 'files, folders, globs')
    .action(async (paths: string[], options) => {
      const { modelCommand } = await import('./commands/model.ts');
      done(await modelCommand(paths, options, io));
    });

  withConfig(program.command('graph'))
    .description('show who reports to whom, as a picture or as JSON')
    .argument('[paths...]', 'files, folders, globs; default: as for lint')
    .option('--format <name>', 'json, dot (for Graphviz) or mermaid (for markdown)', 'json')
    .action(async (paths: string[], options) => {
      const { graphCommand } = await import('./commands/graph.ts');
      done(await graphCommand(paths, options, io));
    });

  withConfig(program.command('baseline'))
    .description('write down the findings that there are, so that only others count')
    .argument('[paths...]', 'files, folders, globs; default: as for lint')
    .option(
      '--file <file>',
      'the baseline; default: that of the config, else jobfam-lint.baseline.json beside it',
    )
    .option('--update', 'add findings to a baseline that is there, and take out those that are gone')
    .option('--prune', 'take out the findings that are gone, and add none')
    .option('--today <date>', 'judge waivers as on this day, such as 2027-03-31')
    .action(async (paths: string[], options) => {
      const { baselineCommand } = await import('./commands/baseline.ts');
      done(await baselineCommand(paths, options, io));
    });

  withConfig(program.command('ladder'))
    .description('show the grades of all families, rung by rung, beside the ladder of the config')
    .argument('[paths...]', 'files, folders, globs; default: as for lint')
    .option('--format <name>', 'text, csv, markdown or json', 'text')
    .option('--inferred', 'print the ladder that most families agree on instead, ready to go into a config')
    .option('--color', 'use colours')
    .option('--no-color', 'use no colours')
    .action(async (paths: string[], options) => {
      const { ladderCommand } = await import('./commands/ladder.ts');
      done(await ladderCommand(paths, options, io));
    });

  withConfig(program.command('config'))
    .description('say what is set, for a page or in general, and where each setting comes from')
    .argument('[page]', 'a page; default: none in particular')
    .option('--format <name>', 'stylish or json', 'stylish')
    .option('--preset <name>', 'as for lint')
    .option('--rule <id:severity>', 'as for lint; may repeat', collect)
    .option('--color', 'use colours')
    .option('--no-color', 'use no colours')
    .action(async (page: string | undefined, options) => {
      const { configCommand } = await import('./commands/config.ts');
      done(await configCommand(page ?? null, options, io));
    });

  withConfig(program.command('waivers'))
    .description('list all waivers: what they cover, how long they hold, and who answers for them')
    .option('--format <name>', 'stylish or json', 'stylish')
    .option('--today <date>', 'judge them as on this day, such as 2027-03-31')
    .action(async (options) => {
      const { waiversCommand } = await import('./commands/waivers.ts');
      done(await waiversCommand(options, io));
    });

  const policy = program.command('policy').description('try, list and count the policies of the company');
  const policyCommand = (name: string, formats: string) =>
    withConfig(policy.command(name))
      .argument('[files...]', 'files, folders or globs of policies; default: those of the config')
      .option(
        '--preset <name>',
        'take the policies of this preset, in place of those that the config extends',
      )
      .option('--format <name>', formats, 'stylish')
      .option('--color', 'use colours')
      .option('--no-color', 'use no colours');
  policyCommand('test', 'stylish or junit')
    .description('try policies on their examples')
    .action(async (paths: string[], options) => {
      const { policyTestCommand } = await import('./commands/policy.ts');
      done(await policyTestCommand(paths, options, io));
    });
  policyCommand('list', 'stylish or json')
    .description('list policies with their owners, and where they are written down')
    .action(async (paths: string[], options) => {
      const { policyListCommand } = await import('./commands/policy.ts');
      done(await policyListCommand(paths, options, io));
    });
  policyCommand('coverage', 'stylish or json')
    .description('say which policies have no valid or no invalid example')
    .action(async (paths: string[], options) => {
      const { policyCoverageCommand } = await import('./commands/policy.ts');
      done(await policyCoverageCommand(paths, options, io));
    });

  withConfig(program.command('explain'))
    .description('say what a rule or policy finds, why, and how to set it')
    .argument('<rule>')
    .action(async (rule: string, options) => {
      const { explainCommand } = await import('./commands/explain.ts');
      done(await explainCommand(rule, options, io));
    });

  program
    .command('rules')
    .description('list all rules')
    .option('--format <name>', 'stylish or json', 'stylish')
    .action(async (options) => {
      const { rulesCommand } = await import('./commands/rules.ts');
      done(rulesCommand(options, io));
    });

  return program;
}

import type { MergeRequestRef } from '../../gitlab/merge-request.ts';
import type { Io } from '../io.ts';
import type { WrittenLintOptions } from '../lint-options.ts';
import { UsageError } from '../usage-error.ts';

/** The options of `review` as commander gives them. */
export interface WrittenReviewOptions extends WrittenLintOptions {
  readonly dryRun?: boolean;
  readonly project?: string;
  readonly mergeRequest?: string;
  readonly url?: string;
  readonly maxThreads: string;
  readonly tokenVariable?: string;
  readonly scope?: string;
  readonly docsUrl?: string;
}

/** What is reviewed, and with what right. */
export interface ReviewContext {
  readonly ref: MergeRequestRef;
  /** Null where there is none; `why` says what to do. */
  readonly token: string | null;
  readonly why: string;
  readonly limit: number;
  /** The last commit of the source branch; null for the one that is checked out. */
  readonly head: string | null;
  /** Where the merge request starts from, as the pipeline knows it; null by hand. */
  readonly base: string | null;
  /** The target branch's last commit and its name, as the pipeline knows them; null by hand. */
  readonly target: string | null;
  readonly targetBranch: string | null;
  /** Whether this is a merge-request pipeline. */
  readonly isPipeline: boolean;
}

const usualToken = 'JOBFAM_LINT_TOKEN';

/** A token that is put into the fork could comment in the name of whoever owns it, so nobody is told to make one there. */
const inFork =
  'This pipeline runs in a fork, where the token of the merge request’s project is not to be had, so this is a report without comments. A member of that project can get them: read the change to .gitlab-ci.yml, then choose “Run pipeline” in the Pipelines tab of the merge request.';

function isInFork({ CI_PROJECT_ID: here, CI_MERGE_REQUEST_PROJECT_ID: there }: Io['env']): boolean {
  return Boolean(here && there) && here !== there;
}

/** Reads the options and the variables of the pipeline. @throws UsageError that says all mistakes at once */
export function reviewContext(written: WrittenReviewOptions, { env }: Io): ReviewContext {
  const mistakes: string[] = [];
  const { maxThreads } = written;
  if (!/^\d{1,4}$/u.test(maxThreads))
    mistakes.push(`--max-threads is “${maxThreads}”, but should be a whole number from 0 to 9999.`);
  const project = written.project ?? env.CI_MERGE_REQUEST_PROJECT_ID;
  const iid = written.mergeRequest ?? env.CI_MERGE_REQUEST_IID;
  const url = written.url ?? env.CI_API_V4_URL ?? env.CI_SERVER_URL;
  const missing = [
    ...(project ? [] : ['--project']),
    ...(iid ? [] : ['--merge-request']),
    ...(url ? [] : ['--url']),
  ];
  if (missing.length > 0)
    mistakes.push(
      `This is no merge-request pipeline, so nothing says which merge request to review. Add ${missing.join(', ')}.`,
    );
  if (iid && !/^[1-9]\d{0,9}$/u.test(iid))
    mistakes.push(`--merge-request is “${iid}”, but should be a number, such as 7.`);
  if (url && !/^https?:\/\/[^\s@]+$/u.test(url))
    mistakes.push('--url is no address of a GitLab. It looks like https://gitlab.example.com.');
  const { tokenVariable } = written;
  if (tokenVariable !== undefined && !/^[A-Za-z_]\w{0,254}$/u.test(tokenVariable))
    mistakes.push(
      '--token-variable takes the name of a variable, such as JOBFAM_LINT_TOKEN, and never the token itself.',
    );
  if (written.scope !== undefined && !/^[\p{L}\p{N}][\p{L}\p{N} ._/-]{0,59}$/u.test(written.scope))
    mistakes.push(
      `--scope is “${written.scope}”, but should be a short name of letters, digits, blanks, dots, slashes and hyphens.`,
    );
  const { docsUrl } = written;
  if (docsUrl !== undefined && !(/^https?:\/\/[^\s@]+$/u.test(docsUrl) && URL.canParse(docsUrl)))
    mistakes.push(
      '--docs-url is no address. It looks like https://docs.example.com/rules, or https://docs.example.com/{rule}.html.',
    );
  if (mistakes.length > 0) throw new UsageError(mistakes);
  const address = (url ?? '').replace(/(?<!\/)\/+$/u, '');
  const token =
    (tokenVariable === undefined ? env[usualToken] || env.GITLAB_TOKEN : env[tokenVariable]) || null;
  const grant = `Make a project access token (Settings > Access tokens, role Developer, scope api), and store it as the CI/CD variable ${tokenVariable ?? usualToken}, masked and not protected.`;
  return {
    ref: {
      apiUrl: address.endsWith('/api/v4') ? address : `${address}/api/v4`,
      project: project ?? '',
      iid: Number(iid),
    },
    token,
    why: isInFork(env)
      ? inFork
      : env.CI_JOB_TOKEN
        ? `There is only the CI_JOB_TOKEN, which GitLab does not let comment, so this is a report without comments. ${grant}`
        : `There is no token, so this is a report without comments. ${grant}`,
    limit: Number(maxThreads),
    head: env.CI_MERGE_REQUEST_SOURCE_BRANCH_SHA || null,
    base: env.CI_MERGE_REQUEST_DIFF_BASE_SHA || null,
    target: env.CI_MERGE_REQUEST_TARGET_BRANCH_SHA || null,
    targetBranch: env.CI_MERGE_REQUEST_TARGET_BRANCH_NAME || null,
    isPipeline: Boolean(env.CI_MERGE_REQUEST_IID),
  };
}

import type { Caller } from './access.ts';
import type { Answer } from './answer.ts';
import type { GitLab } from './gitlab.ts';
import type { MergeRequest } from './model.ts';
import type { ApiRequest } from './request.ts';

/** What a route gets. */
export interface Context {
  readonly gitlab: GitLab;
  readonly request: ApiRequest;
  readonly caller: Caller;
  readonly mergeRequest: MergeRequest;
  /** What stood in the path at `:name`. */
  readonly at: Readonly<Record<string, string>>;
}

/** One path below a merge request and what its methods do. */
export interface Route {
  /** `discussions/:discussion/notes` */
  readonly path: string;
  readonly methods: Readonly<Record<string, (context: Context) => Answer>>;
  /** Whether `JOB-TOKEN` counts on it; where not, such a request is anonymous. */
  readonly takesJobTokens?: boolean;
  /** Whether nobody in particular may read it in a public project; else 401. */
  readonly isPublic?: boolean;
}

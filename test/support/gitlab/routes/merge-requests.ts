import { notFound, ok } from '../answer.ts';
import { pageOf } from '../pages.ts';
import { refsOf } from '../position.ts';
import type { Route } from '../route.ts';
import { showMergeRequest } from '../show.ts';
import { fileJson, type Version } from '../version.ts';

export const mergeRequestRoutes: readonly Route[] = [
  {
    path: '',
    takesJobTokens: true,
    isPublic: true,
    methods: { GET: ({ mergeRequest }) => ok(showMergeRequest(mergeRequest)) },
  },
  {
    path: 'versions',
    methods: {
      GET: ({ mergeRequest, request }) => pageOf([...mergeRequest.versions].reverse(), request, showHead),
    },
  },
  {
    path: 'versions/:version',
    methods: {
      GET({ mergeRequest, at }) {
        const version = mergeRequest.versions.find(({ id }) => `${id}` === at.version);
        if (version === undefined) throw notFound();
        return ok({ ...showHead(version), commits: [], diffs: version.files.map(fileJson) });
      },
    },
  },
  {
    path: 'diffs',
    isPublic: true,
    methods: {
      GET: ({ mergeRequest, request }) =>
        pageOf(mergeRequest.versions.at(-1)?.files ?? [], request, fileJson),
    },
  },
];

function showHead(version: Version): Record<string, unknown> {
  const { base_sha, start_sha, head_sha } = refsOf(version);
  return {
    id: version.id,
    base_commit_sha: base_sha,
    start_commit_sha: start_sha,
    head_commit_sha: head_sha,
    created_at: version.createdAt,
    state: version.isOverflow ? 'overflow' : version.files.length === 0 ? 'empty' : 'collected',
    real_size: `${version.files.length}`,
  };
}

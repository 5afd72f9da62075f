import type { IncomingMessage } from 'node:http';
import { badParams, Refusal } from './answer.ts';

/** A request, read. */
export interface ApiRequest {
  readonly method: string;
  /** Below `/api/v4/`, without the query, split at slashes, then decoded. */
  readonly path: readonly string[];
  /** Of the query and the body together, as GitLab takes them. */
  readonly params: Readonly<Record<string, unknown>>;
  readonly headers: IncomingMessage['headers'];
  /** As it came: path and query. */
  readonly url: string;
}

/** @param prefix where the API stands, such as `/api/v4` or `/gitlab/api/v4` */
export async function readRequest(incoming: IncomingMessage, prefix: string): Promise<ApiRequest> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(Buffer.from(chunk));
  const url = incoming.url ?? '/';
  const [path = '', query = ''] = url.split('?');
  const parts = path.startsWith(`${prefix}/`) ? path.slice(prefix.length + 1).split('/') : [];
  return {
    method: incoming.method ?? 'GET',
    path: parts.map(decodeURIComponent),
    params: {
      ...formOf(query),
      ...bodyOf(Buffer.concat(chunks).toString('utf8'), incoming.headers['content-type'] ?? ''),
    },
    headers: incoming.headers,
    url,
  };
}

function bodyOf(text: string, type: string): Record<string, unknown> {
  if (text === '') return {};
  if (type.startsWith('application/x-www-form-urlencoded')) return formOf(text);
  if (!type.startsWith('application/json'))
    throw new Refusal(415, { error: 'The provided content-type is not supported.' });
  try {
    return JSON.parse(text);
  } catch {
    throw badParams('Problem while parsing request body');
  }
}

/** Reads `a=1&position[b]=2`. */
function formOf(text: string): Record<string, unknown> {
  const found: Record<string, unknown> = {};
  for (const [key, value] of new URLSearchParams(text)) {
    const [, outer = key, inner] = /^([^[]+)\[([^\]]+)\]$/u.exec(key) ?? [];
    if (inner === undefined) found[outer] = value;
    else found[outer] = { ...(found[outer] as Record<string, unknown> | undefined), [inner]: value };
  }
  return found;
}

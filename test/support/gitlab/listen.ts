import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { WallClock } from '../../../src/host/wall-clock.ts';
import { type Answer, Refusal } from './answer.ts';
import type { AnyFault, Spoilt } from './faults.ts';
import { GitLab } from './gitlab.ts';
import { type ApiRequest, readRequest } from './request.ts';
import { answer } from './routes.ts';

export interface RunningGitLab {
  readonly gitlab: GitLab;
  /** `http://127.0.0.1:PORT/api/v4`, a relative root before `/api` included. */
  readonly apiUrl: string;
  readonly close: () => void;
}

/**
 * Starts a GitLab server at 127.0.0.1.
 * @param root relative root of its addresses, such as `/gitlab`
 */
export async function listen(clock?: WallClock, root = ''): Promise<RunningGitLab> {
  const gitlab = new GitLab(clock);
  const prefix = `${root}/api/v4`;
  const server = createServer((incoming, response) => {
    void handle(gitlab, prefix, incoming, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const close = () => {
    server.closeAllConnections();
    server.close();
  };
  return { gitlab, apiUrl: `http://127.0.0.1:${port}${prefix}`, close };
}

async function handle(
  gitlab: GitLab,
  prefix: string,
  incoming: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const logged = { method: incoming.method ?? '', url: incoming.url ?? '', status: null as number | null };
  gitlab.log.push(logged);
  const fault = gitlab.faults.next(logged.method, logged.url);
  let request: ApiRequest;
  try {
    request = await readRequest(incoming, prefix);
  } catch (error) {
    if (error instanceof Refusal) send(response, error.answer);
    else response.destroy();
    return;
  }
  const work = () => answerOf(gitlab, request);
  const late = gitlab.faults.takeLate();
  const result = await meet(gitlab, fault, work, response);
  late();
  if (result === null) return;
  logged.status = result.status;
  if (fault?.when === 'spoilt') sendSpoilt(response, result, fault.how);
  else send(response, result);
}

/** Does the work, or not, and answers as the fault has it; null where there is no answer to send. */
async function meet(
  gitlab: GitLab,
  fault: AnyFault | null,
  work: () => Answer,
  response: ServerResponse,
): Promise<Answer | null> {
  if (fault === null) return work();
  if (fault.when === 'slow') {
    await sleep(fault.milliseconds);
    return work();
  }
  if (fault.when === 'spoilt') return work();
  if (fault.when === 'twice') {
    work();
    return work();
  }
  if (fault.when === 'after') work();
  if (fault.when === 'later') gitlab.faults.postpone(() => void work());
  if (fault.how === 'silence') {
    gitlab.faults.onSilence();
    return null;
  }
  if (fault.how === 'reset' || fault.how === 'kill') {
    if (fault.how === 'kill') gitlab.faults.onKill();
    response.socket?.destroy();
    return null;
  }
  return failure(fault.how, fault.headers ?? {});
}

/** Proxies answer in HTML, GitLab in JSON. */
function failure(status: number, headers: Readonly<Record<string, string>>): Answer {
  if (status === 429) return { status, body: 'Retry later\n', headers };
  if (status === 500) return { status, body: { message: '500 Internal Server Error' }, headers };
  const title = status < 300 ? 'Please sign in' : `${status} Bad Gateway`;
  const page = `<html><head><title>${title}</title></head><body><center>nginx</center></body></html>`;
  return { status, body: page, headers: { 'content-type': 'text/html', ...headers } };
}

function answerOf(gitlab: GitLab, request: ApiRequest): Answer {
  try {
    const { headers } = request;
    gitlab.limits.checkGeneral(`${headers['private-token'] ?? headers.authorization ?? 'nobody'}`);
    return answer(gitlab, request);
  } catch (error) {
    if (error instanceof Refusal) return error.answer;
    return { status: 500, body: { message: '500 Internal Server Error', cause: `${error}` } };
  }
}

function send(response: ServerResponse, answer: Answer): void {
  response.writeHead(answer.status, headersOf(answer));
  response.end(textOf(answer));
}

function sendSpoilt(response: ServerResponse, answer: Answer, how: Spoilt['how']): void {
  const { status, body, headers = {} } = answer;
  if (how === 'short') {
    const isList = Array.isArray(body);
    const { link: _, 'x-next-page': __, ...others } = headers;
    send(response, isList ? { status, body: body.slice(0, body.length / 2), headers: others } : answer);
    return;
  }
  const text = textOf(answer) ?? '';
  const half = text.slice(0, text.length / 2);
  const length = Buffer.byteLength(how === 'cut' ? half : text);
  response.writeHead(status, { ...headersOf(answer), ...(text !== '' && { 'content-length': length }) });
  if (how === 'cut') response.end(half);
  else response.write(half, () => response.socket?.destroy());
}

function headersOf({ body, headers = {} }: Answer): Record<string, string> {
  const type = typeof body === 'string' ? 'text/plain' : 'application/json';
  return { ...(body !== undefined && { 'content-type': type }), ...headers };
}

function textOf({ body }: Answer): string | undefined {
  return body === undefined || typeof body === 'string' ? body : JSON.stringify(body);
}

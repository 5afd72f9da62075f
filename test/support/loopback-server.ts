import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { onTestFinished } from 'vitest';

export interface Request {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
}

export interface LoopbackServer {
  /** `http://127.0.0.1:PORT` */
  readonly origin: string;
  readonly port: number;
  /** What was asked, in order. */
  readonly requests: readonly Request[];
}

export type Handler = (request: Request, response: ServerResponse) => void;

/** A real HTTP server at 127.0.0.1, closed when the test ends. Paths without a handler answer with 404. */
export async function loopbackServer(handlers: Readonly<Record<string, Handler>>): Promise<LoopbackServer> {
  const requests: Request[] = [];
  const server = createServer((incoming, response) => {
    const request = { method: incoming.method ?? '', path: incoming.url ?? '', headers: incoming.headers };
    requests.push(request);
    const handler = handlers[request.path];
    if (handler) handler(request, response);
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return { origin: `http://127.0.0.1:${port}`, port, requests };
}

/** Answers with a status and headers. */
export const status =
  (code: number, headers: Readonly<Record<string, string>> = {}): Handler =>
  (_, response) =>
    void response.writeHead(code, headers).end();

/** Takes the request and never answers. */
export const silence: Handler = () => {};

/** Cuts the connection. */
export const cut: Handler = (_, response) => void response.socket?.destroy();

/** Answers requests by HEAD in one way, and all others in another. */
export const byMethod =
  (head: Handler, other: Handler): Handler =>
  (request, response) =>
    (request.method === 'HEAD' ? head : other)(request, response);

/** An answer to a request. */
export interface Answer {
  readonly status: number;
  /** Sent as JSON, or as it is where it is text. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Ends a request early; what was written before stays written. */
export class Refusal extends Error {
  readonly answer: Answer;

  constructor(status: number, body: unknown, headers: Readonly<Record<string, string>> = {}) {
    super(`${status} ${JSON.stringify(body)}`);
    this.answer = { status, body, headers };
  }
}

export const ok = (body: unknown): Answer => ({ status: 200, body });
export const created = (body: unknown): Answer => ({ status: 201, body });
export const noContent: Answer = { status: 204 };

export const unauthorized = () => new Refusal(401, { message: '401 Unauthorized' });
export const forbidden = () => new Refusal(403, { message: '403 Forbidden' });
export const notFound = (what?: string) =>
  new Refusal(404, { message: what === undefined ? '404 Not found' : `404 ${what} Not Found` });
export const badRequest = (message: string) => new Refusal(400, { message: `400 Bad request - ${message}` });
/** Missing or mistyped parameters, of which Grape speaks in another shape. */
export const badParams = (error: string) => new Refusal(400, { error });
export const serverError = () => new Refusal(500, { message: '500 Internal Server Error' });

/** A Ruby hash of errors, printed as Ruby did before 3.4. */
export function noteErrors(errors: Readonly<Record<string, readonly string[]>>): Refusal {
  const parts = Object.entries(errors).map(
    ([key, texts]) => `:${key}=>[${texts.map((text) => JSON.stringify(text)).join(', ')}]`,
  );
  return badRequest(`Note {${parts.join(', ')}}`);
}

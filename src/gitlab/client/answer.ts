/** An answer of the API. */
export interface ApiAnswer {
  readonly status: number;
  /** By name in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** What the JSON says; null for an empty or an unreadable body, text where it is no JSON. */
  readonly body: unknown;
}

/** What came of a request that changes something. */
export type Written =
  | { readonly kind: 'done'; readonly answer: ApiAnswer }
  /** GitLab said no, so that nothing was changed. */
  | { readonly kind: 'refused'; readonly answer: ApiAnswer }
  /** No answer came, or one that does not tell: the change may have been made, and may yet be made. */
  | { readonly kind: 'unknown'; readonly why: string };

/** The fields of a JSON object; none where it is something else. */
export function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

/**
 * What an answer says went wrong. Bodies come in two shapes, `message` (text or an object) and `error`; proxies send pages of HTML, which
 * nobody wants to read.
 */
export function reasonIn({ status, headers, body }: ApiAnswer): string {
  const { error, error_description: description, message } = fieldsOf(body);
  const said = description ?? error ?? message;
  if (typeof said === 'string') return shortened(said);
  if (said !== undefined) return shortened(JSON.stringify(said));
  const isHtml = headers['content-type']?.includes('html') ?? false;
  return typeof body === 'string' && !isHtml && body.trim() !== ''
    ? shortened(body.trim())
    : `status ${status}`;
}

const longest = 300;

function shortened(text: string): string {
  return text.length <= longest ? text : `${text.slice(0, longest)} …`;
}

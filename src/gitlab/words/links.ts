import { codeSpan } from '../../report/markdown/quote.ts';

/** Makes the addresses that notes link to. */
export class Links {
  readonly #project: string;
  readonly #head: string;
  readonly #docs: string | null;

  /**
   * @param mergeRequest address of the merge request's page
   * @param head the commit that lines are counted in
   * @param docs where the documentation of the rules can be read: a folder with `link/anchor.md` in it, or an address with `{rule}` in the
   * place of `link/anchor`; null where nobody knows
   */
  constructor(mergeRequest: string, head: string, docs: string | null) {
    this.#project = mergeRequest.replace(/\/-\/merge_requests\/\d+\/?$/u, '');
    this.#head = head;
    this.#docs = docs;
  }

  /** A page, or a line of it, as a link with the words `path:line`; the words alone where it lies outside of the repository. */
  place(path: string, line: number | null = null): string {
    if (/^(?:\.\.\/|[a-z]:\/|\/)/iu.test(path)) return codeSpan(path);
    return link(codeSpan(line === null ? path : `${path}:${line}`), this.#blob(path, line));
  }

  /** The same for the cell of a table. Readers do not agree on bars in code, so another sign stands for them; the address is right. */
  cell(path: string): string {
    return link(codeSpan(path.replaceAll('|', '¦')), this.#blob(path, null));
  }

  /** A line of a page as a link with its number alone. */
  line(path: string, line: number): string {
    return link(String(line), this.#blob(path, line));
  }

  /** A rule as a link to its documentation, where that is known. @param url where it is written down, if not there */
  rule(id: string, url: string | undefined): string {
    const address = url ?? this.#pageOf(id);
    return address === null ? codeSpan(id) : link(codeSpan(id), address);
  }

  /** A commit by the first digits of its id. */
  commit(id: string): string {
    return link(codeSpan(id.slice(0, 8)), `${this.#project}/-/commit/${encoded(id)}`);
  }

  /** Policies of the company have no page there. */
  #pageOf(id: string): string | null {
    if (this.#docs === null || id.startsWith('policy/')) return null;
    if (this.#docs.includes('{rule}')) return this.#docs.replaceAll('{rule}', id);
    return `${this.#docs.replace(/(?<!\/)\/+$/u, '')}/${id}.md`;
  }

  #blob(path: string, line: number | null): string {
    const place = line === null ? '' : `#L${line}`;
    return `${this.#project}/-/blob/${encoded(this.#head)}/${encoded(path)}${place}`;
  }
}

/** A link, or its words alone where the address is none that a browser should open. */
function link(words: string, address: string): string {
  if (!/^https?:\/\//iu.test(address)) return words;
  try {
    return `[${words}](${new URL(address).href.replace(/[()*!'~`\\[\]|<>@]/gu, percent)})`;
  } catch {
    return words;
  }
}

function encoded(path: string): string {
  return path
    .split('/')
    .map((part) => encodeURIComponent(part.replace(/\p{Cs}/gu, '\uFFFD')))
    .join('/');
}

function percent(sign: string): string {
  return `%${sign.charCodeAt(0).toString(16).toUpperCase()}`;
}

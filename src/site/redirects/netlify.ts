import type { ParsedRedirects } from './parsed.ts';
import type { Redirect } from './redirect.ts';

/**
 * Reads Netlify's `_redirects`, which GitLab Pages and Cloudflare take too: one redirect a line, `from to [status]`. Status 200
 * shows the other page at this path; lines that only say that nothing is there (404, 410), and lines that cannot be read, are left
 * out. https://docs.netlify.com/routing/redirects/
 */
export function netlifyRedirects(text: string): ParsedRedirects {
  const redirects: Redirect[] = [];
  for (const line of text.split(/\r\n|\n|\r/)) {
    const words = line
      .replace(/(?:^|\s)#.*$/, '')
      .split(/\s+/)
      .filter((word) => word !== '');
    const [from = '', ...rest] = words;
    if (from === '') continue;
    // `/from name=:name /to` takes the name from the query.
    const to = rest.find((word) => /^(?:\/|https?:\/\/)/.test(word));
    if (to === undefined) continue;
    const [status = '301', ...conditions] = rest.slice(rest.indexOf(to) + 1);
    const [, code = '', mark] = /^(\d{3})(!?)$/.exec(status) ?? [];
    if (/^4/.test(code)) continue;
    const path = from.replace(/^https?:\/\/[^/]+/, '');
    const isPlain = rest[0] === to && conditions.length === 0 && /^(?:200|30[12378])$/.test(code);
    redirects.push({
      match: /[*]|\/:/.test(path) ? 'splat' : 'exact',
      from: path === '' ? '/' : path,
      to: isPlain ? to : null,
      force: mark === '!',
      isRewrite: code === '200',
    });
  }
  return { redirects, problems: [] };
}

import { netlifyRedirects } from './netlify.ts';
import type { ParsedRedirects } from './parsed.ts';
import { yamlRedirects } from './yaml.ts';

/** Reads a file of redirects: YAML by its ending, else Netlify's `_redirects`. */
export function parseRedirects(path: string, text: string): ParsedRedirects {
  return /\.ya?ml$/i.test(path) ? yamlRedirects(text) : netlifyRedirects(text);
}

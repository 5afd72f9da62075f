import { resolve } from 'node:path';
import type { Fetch } from '../../host/fetch.ts';
import { readText } from '../../host/read-page.ts';
import type { Io } from '../io.ts';

/**
 * The way to GitLab: through the proxies that the environment names, and trusting the certificates that a runner was given for its server.
 * @param say takes a sentence where these cannot be read
 */
export function wayOut({ env, files, outside }: Io, say: (sentence: string) => void): Promise<Fetch> {
  const file = env.CI_SERVER_TLS_CA_FILE || null;
  const read = file === null ? null : readText(files, resolve(files.cwd, file));
  if (read?.failure)
    say(
      `The certificates of the GitLab server (CI_SERVER_TLS_CA_FILE) cannot be read, so only the usual ones are trusted. ${read.failure.message}`,
    );
  return outside.fetch({
    httpProxy: env.http_proxy || env.HTTP_PROXY || null,
    httpsProxy: env.https_proxy || env.HTTPS_PROXY || null,
    noProxy: env.no_proxy || env.NO_PROXY || null,
    certificates: read?.text ?? null,
  });
}

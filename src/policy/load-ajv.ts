import { createRequire } from 'node:module';
import type { Ajv } from 'ajv';

/** The class of validators. It is asked for here, not imported: most runs need none but those that the build has made. */
export function loadAjv(): typeof Ajv {
  return (createRequire(import.meta.url)('ajv') as typeof import('ajv')).Ajv;
}

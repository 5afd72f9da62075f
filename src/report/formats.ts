import type { Formatter } from './formatter.ts';

/** The formats by name; each is loaded when it is asked for. */
export const formats: Readonly<Record<string, () => Promise<Formatter>>> = {
  stylish: async () => (await import('./stylish.ts')).stylish,
  json: async () => (await import('./json.ts')).json,
};

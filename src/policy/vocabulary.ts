import { defaultVocabulary, type Vocabulary } from '../model/vocabulary.ts';
import type { ConfigVocabulary } from './config.ts';

/** The words that are known anyway, and those of the company; hers win. */
export function vocabularyOf(config: ConfigVocabulary): Vocabulary {
  return {
    seniority: { ...defaultVocabulary.seniority, ...lowerKeys(config.seniority ?? {}) },
    abbreviations: { ...defaultVocabulary.abbreviations, ...lowerKeys(config.abbreviations ?? {}) },
    roleNouns: [
      ...defaultVocabulary.roleNouns,
      ...(config.roleNouns ?? []).map((noun) => noun.toLowerCase()),
    ],
  };
}

function lowerKeys<Value>(record: Readonly<Record<string, Value>>): Record<string, Value> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key.toLowerCase(), value]));
}

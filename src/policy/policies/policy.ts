import type { Severity } from '../../lint/finding.ts';
import type { SubjectKind } from '../view/subjects.ts';
import type { Schema, WrittenExample } from './written-policy.ts';

/** Where a policy is written down for people. */
export interface PolicyLink {
  /** As reports give it: an address, or page#anchor. */
  readonly shown: string;
  /** Absolute path of a file, or the path of a page of the site with a leading slash; null for an address. */
  readonly page: string | null;
  readonly anchor: string | null;
  /** The sentence that is enforced, or null. */
  readonly sentence: string | null;
  /** Hexadecimal digits that its hash starts with, or null. */
  readonly hash: string | null;
  /** Line (from 1) of the sentence or its hash in the file of the policy. */
  readonly line: number;
}

/** A place in the file that holds a policy. */
export interface PolicySource {
  /** As reports name it. */
  readonly file: string;
  /** From 1. */
  readonly line: number;
}

/** A policy that has been read and found good. */
export interface Policy {
  /** Without `policy/`. */
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly severity: Severity;
  readonly owner: string;
  readonly link: PolicyLink | null;
  readonly appliesTo: SubjectKind;
  readonly when: Schema;
  readonly schema: Schema;
  readonly message: string;
  readonly how: string;
  readonly examples: { readonly valid: readonly PolicyExample[]; readonly invalid: readonly PolicyExample[] };
  readonly source: PolicySource;
  /** Whether it comes with a preset. */
  readonly isBundled: boolean;
}

export interface PolicyExample extends WrittenExample {
  readonly source: PolicySource;
}

/** Id of the rule on policies whose text has changed, which no policy may have. */
export const changedTextId = 'policy/changed-text';

/** Id of the rule that a policy is. */
export const ruleIdOf = ({ id }: Pick<Policy, 'id'>): string => `policy/${id}`;

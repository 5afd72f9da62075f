/** Where a rule's documentation stands, relative to the project's root. */
export function ruleUrl(rule: string): string {
  return `docs/rules/${rule}.md`;
}

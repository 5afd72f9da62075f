import { describe, expect, it } from 'vitest';
import { rules } from '../../rules/index.ts';
import { catalogue } from '../../src/policy/catalogue.ts';
import { preset, presetNames, severityIn } from '../../src/policy/presets.ts';

describe('presets', () => {
  it('know every rule', () => {
    const unknown = rules.map(({ id }) => id).filter((id) => !(id in catalogue));
    expect(unknown).toEqual([]);
  });

  it('have no entry without a rule', () => {
    const known = new Set(rules.map(({ id }) => id));
    expect(Object.keys(catalogue).filter((id) => !known.has(id))).toEqual([]);
  });

  it.each(presetNames)('%s sets every rule, and only options that the rule has', (name) => {
    const entries = preset(name, rules, null);
    expect([...entries.keys()]).toEqual(rules.map(({ id }) => id));
    for (const rule of rules) {
      const strange = Object.keys(entries.get(rule.id)?.options ?? {}).filter(
        (option) => !(option in rule.options),
      );
      expect(strange, rule.id).toEqual([]);
    }
  });

  it('are ordered: what is on in recommended is on in gitlab, and all is on in all', () => {
    for (const { id } of rules) {
      if (severityIn('recommended', id) !== 'off') expect(severityIn('gitlab', id), id).not.toBe('off');
      expect(severityIn('all', id), id).not.toBe('off');
      expect(severityIn('none', id), id).toBe('off');
    }
  });
});

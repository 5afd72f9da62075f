import type { Suggestion } from '../../src/lint/rule.ts';
import { documentRule } from '../../src/lint/rule.ts';
import type { ReportingLine } from '../../src/model/facts.ts';
import { textKey } from '../../src/text/key.ts';
import { slice } from '../../src/text/span.ts';

export const rule = documentRule({
  id: 'reports-to/malformed',
  summary: 'The sentence on who a level reports to is broken.',
  details:
    'Finds what hasty typing leaves: "reports the Director", "report to directly to", "reports to the a Director", a sentence that ends ' +
    'after "reports to". Sentences that are merely unusual ("reports into", "will report to") are no findings.',
  needs: ['text', 'family'],
  options: {},
  messages: {
    'no-to': {
      what: 'The word "to" is missing in "{words}".',
      why: 'The sentence no longer says who reports to whom, and tools that read reporting lines miss it.',
      how: 'Write "reports to the …".',
    },
    'doubled-to': {
      what: '"{words}" says "to" twice.',
      why: 'Readers stumble, and cannot tell whether a name is missing between the two.',
      how: 'Keep one of the two: "reports directly to".',
    },
    'no-manager': {
      what: 'Nobody is named after "{words}".',
      why: 'Readers cannot tell whom the role reports to.',
      how: 'Name the role after "to", with a link to its page.',
    },
    'stray-article': {
      what: 'There is a word too many, or a wrong one, before the manager: "{words}".',
      why: 'The sentence looks unfinished, as if a name had been taken out.',
      how: 'Keep one "the" or "a" before the name.',
    },
    other: {
      what: 'The words "{words}" do not make a sentence on who reports to whom.',
      why: 'Readers have to guess whom the role reports to.',
      how: 'Write "The … reports to the …".',
    },
  },
  yieldsTo: ['structure/placeholder'],
  examples: {
    wrong: [
      {
        caption: 'The word "to" is missing.',
        text: '### Cake Designer\n\nThe Cake Designer ⟦reports the Head Designer⟧. The Cake Designer is a grade 6.\n',
        messages: ['no-to'],
      },
      {
        caption: 'A word typed twice, and an article too many.',
        text: '### Cake Designer\n\nThe Cake Designer ⟦reports to directly to⟧ the Head Designer.\n\n### Senior Cake Designer\n\nThe Senior Cake Designer ⟦reports to the a Head Designer⟧.\n',
        messages: ['doubled-to', 'stray-article'],
      },
      {
        caption: 'The name is missing.',
        text: '### Cake Designer\n\nThe Cake Designer is a grade 6. The Cake Designer ⟦reports to⟧\n\n#### Responsibilities\n\n- Draw cakes\n',
        messages: ['no-manager'],
      },
      {
        caption: 'Two ways to say it, half of each.',
        text: '### Cake Designer\n\nThe Cake Designer is a grade 6. The Cake Designer will work with and ⟦reporting to⟧ the Head Designer.\n',
        messages: ['other'],
      },
    ],
    right: [
      {
        caption: 'Unusual, but whole.',
        text: '### Cake Designer\n\nThe Cake Designer will report into the Head Designer.\n\n### Senior Cake Designer\n\nReporting directly to the Head Designer, the Senior Cake Designer runs the kitchen.\n',
      },
      {
        caption: 'Reports of another kind.',
        text: '### Cake Designer\n\nThe Cake Designer is a grade 6.\n\n#### Responsibilities\n\n- Reports the daily sales\n',
      },
    ],
  },
  *check({ text, family, path }) {
    if (!family.isFamily) return;
    for (const line of family.reportingLines) {
      if (line.broken === null || isFilledByCode(line, text)) continue;
      const level = line.level === null ? undefined : family.levels[line.level];
      const span = brokenSpan(line);
      const rest = text.slice(line.verbSpan.end, line.span.end);
      const suggestion = mend(line, slice(text, line.verbSpan), rest, path);
      yield {
        message: line.broken,
        span,
        key: `${textKey(level?.title ?? 'family')}/${line.broken}`,
        data: { words: shown(slice(text, span)) },
        ...(suggestion !== null && { suggestions: [suggestion] }),
      };
    }
  },
});

/** From the verb to the manager's name, where the slip lies between them. */
function brokenSpan({ broken, verbSpan, managers }: ReportingLine) {
  const first = managers[0];
  const reachesOn = broken === 'no-to' || broken === 'stray-article';
  return reachesOn && first !== undefined ? { ...verbSpan, end: first.span.end } : verbSpan;
}

/** Link brackets do not belong into a message. */
const shown = (words: string): string => words.replace(/[[\]]/g, '').replace(/\s+/g, ' ').trim();

/** "reports to {{< manager >}}": the site's template code brings the name. */
function isFilledByCode({ broken, verbSpan }: ReportingLine, text: string): boolean {
  return broken === 'no-manager' && /^[ \t]*[[{<]/.test(text.slice(verbSpan.end, verbSpan.end + 20));
}

/** The sentence mended in the one way that is likely; a person must look, because the slip may hide another. */
function mend(
  { broken, verbSpan }: ReportingLine,
  verb: string,
  rest: string,
  page: string,
): Suggestion | null {
  const once = /^(\S+)\s+(?:in)?to\s+(\S.*)$/is.exec(verb);
  if (broken === 'doubled-to' && once !== null) {
    const words = once[2] === 'to' ? `${once[1]} to` : `${once[1]} ${once[2]}`;
    return { title: `Write "${words}"`, edits: [{ span: verbSpan, text: words }] };
  }
  const at = (start: number, end: number) => ({ page, start: verbSpan.end + start, end: verbSpan.end + end });
  const articles = /^\s+(?<kept>(?:(?:the|an?)\s+)+)(?=\S)/i.exec(rest);
  const last = articles?.groups?.kept?.trim().split(/\s+/).at(-1)?.toLowerCase();
  if (articles === null || last === undefined || (broken !== 'no-to' && broken !== 'stray-article'))
    return null;
  const right = `${broken === 'no-to' ? ' to' : ''} ${last} `;
  const edits = [{ span: at(0, articles[0].length), text: right }];
  return { title: broken === 'no-to' ? `Write "to ${last} …"` : `Write "${last} …"`, edits };
}

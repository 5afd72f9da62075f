import { documentRule } from '../../src/lint/rule.ts';
import type { Span } from '../../src/text/span.ts';
import { removeComment, removeName } from './_remove.ts';

export const rule = documentRule({
  id: 'suppression/unused',
  summary: 'A suppression comment, or a rule named in one, silences nothing.',
  details:
    'When the slip is mended, the comment that silenced it stays behind and would hide the next one. ' +
    'A comment counts as used when a finding of a rule it names starts in the lines it speaks of. ' +
    'Rules that are turned off are not judged, because another configuration may need the comment. ' +
    'Names that are no rule or family are reported too, since such a comment does not do what its writer wanted. ' +
    'A comment that speaks of all rules does not silence this one.',
  messages: {
    comment: {
      what: 'The comment “{word}” silences nothing.',
      why: 'It is left over, and would hide the next slip in its place.',
      how: 'Remove the comment.',
    },
    name: {
      what: 'The comment “{word}” names {name}, but silences no finding of it.',
      why: 'It is left over, and would hide the next slip in its place.',
      how: 'Remove {name} from the comment.',
    },
    enable: {
      what: '“{words}” ends nothing: no comment before it silences a finding.',
      why: 'A reader looks in vain for the comment that it belongs to.',
      how: 'Remove it.',
    },
    unknownRule: {
      what: '“{name}” in this comment is neither a rule nor a family of rules.',
      why: 'The comment does not silence what it was written for.',
      how: 'Name a rule from the list of rules, or remove the name.',
    },
    misspelledRule: {
      what: '“{name}” in this comment is neither a rule nor a family of rules; perhaps “{nearest}” is meant.',
      why: 'The comment does not silence what it was written for.',
      how: 'Write “{nearest}”, or remove the name.',
    },
    noDashes: {
      what: 'The words “{words}” stand where this comment names rules.',
      why: 'A reason is only read as one behind two dashes.',
      how: 'Put “--” before the reason.',
    },
    unknownWord: {
      what: '“{word}” is not a comment that the linter knows.',
      why: 'The comment does nothing, although its writer wanted to silence something.',
      how: 'Write jobfam-lint-disable-next-line, -disable-line, -disable-file, -disable or -enable.',
    },
  },
  options: {},
  needs: ['text', 'suppressions', 'suppressionUse'],
  *check({ text, suppressions, suppressionUse }) {
    for (const [index, comment] of suppressions.entries()) {
      const use = suppressionUse[index];
      const { word, names, span } = comment;
      if (!use) continue;
      if (comment.kind === null) {
        const suggestions = use.nearest.map((nearest) => say(comment.wordSpan, nearest));
        yield { message: 'unknownWord', span: comment.wordSpan, key: word, data: { word }, suggestions };
        continue;
      }
      const removed = use.names.map((name) => name.use === 'unused');
      if (use.use === 'unused' && removed.every(Boolean)) {
        const key = [word, ...names.map(({ name }) => name)].join(' ');
        const fix = [removeComment(text, span)];
        yield comment.kind === 'enable'
          ? { message: 'enable', span, key, data: { words: word }, fix }
          : { message: 'comment', span, key, data: { word }, fix };
        continue;
      }
      const sentence = comment.reason === null ? sentenceAmong(names, use.names) : null;
      if (sentence) {
        const suggestions = [{ title: 'Put “--” before the reason', edits: [insert(sentence, '-- ')] }];
        const data = { words: text.slice(sentence.start, sentence.end) };
        yield { message: 'noDashes', span: sentence, key: `${word} words`, data, suggestions };
      }
      for (const [at, { name, span }] of names.entries()) {
        const key = `${word} ${name}`;
        const nameUse = use.names[at];
        if (nameUse?.use === 'unknown' && !(sentence && span.start >= sentence.start)) {
          const nearest = nameUse.nearest[0];
          const suggestions = nameUse.nearest.map((candidate) => say(span, candidate));
          yield nearest === undefined
            ? { message: 'unknownRule', span, key, data: { name } }
            : { message: 'misspelledRule', span, key, data: { name, nearest }, suggestions };
        }
        const edit = removed[at] ? removeName(names, removed, at) : null;
        if (!edit) continue;
        yield comment.kind === 'enable'
          ? { message: 'enable', span, key, data: { words: name }, fix: [edit] }
          : { message: 'name', span, key, data: { word, name }, fix: [edit] };
      }
    }
  },
  examples: {
    wrong: [
      {
        caption: 'The slip was mended, and the comment stayed.',
        text: `# Harbour Pilot

⟦<!-- jobfam-lint-disable-next-line duplicate/phrase -- an old exception -->⟧
Pilots guide ships.
`,
        fixed: `# Harbour Pilot

Pilots guide ships.
`,
        messages: ['comment'],
      },
      {
        caption: 'Of two rules, only one is still needed; the comment itself lacks a reason.',
        text: `# Tram Driver

<!-- jobfam-lint-disable-line ⟦duplicate/phrase⟧, suppression/reason -->

Drives trams.
`,
        fixed: `# Tram Driver

<!-- jobfam-lint-disable-line suppression/reason -->

Drives trams.
`,
        messages: ['name'],
      },
      {
        caption: 'A comment ends what no comment began.',
        text: `# Tram Driver

Drives trams.

⟦<!-- jobfam-lint-enable -->⟧
`,
        fixed: `# Tram Driver

Drives trams.

`,
        messages: ['enable'],
      },
      {
        caption: 'One rule is misspelled, another name stands for nothing.',
        text: `<!-- jobfam-lint-disable-file ⟦suppression/reasons⟧, ⟦tram/bell⟧ -- the bell is being replaced -->

# Tram Driver
`,
        messages: ['misspelledRule', 'unknownRule'],
      },
      {
        caption: 'The reason is taken for rules, because the dashes are missing.',
        text: `# Baker

<!-- jobfam-lint-disable-line suppression/reason ⟦agreed with the bakery⟧ -->
`,
        messages: ['noDashes'],
      },
      {
        caption: 'The opening word is misspelled.',
        text: `# Baker

<!-- ⟦jobfam-lint-disable-nextline⟧ suppression/reason -- agreed with the bakery -->
Bakes bread.
`,
        messages: ['unknownWord'],
      },
    ],
    right: [
      {
        caption: 'The comment silences a finding of the rule that it names.',
        text: `# Tram Driver

<!-- jobfam-lint-disable-line suppression/reason -->

Drives trams.
`,
      },
      {
        caption: 'A stretch without findings of a rule that judges comments, begun and ended.',
        text: `# Tram Driver

<!-- jobfam-lint-disable suppression/reason -- the reasons follow next week -->

<!-- jobfam-lint-disable-line suppression/reason -->

<!-- jobfam-lint-enable suppression/reason -->
`,
      },
    ],
  },
});

const say = (span: Span, text: string) => ({ title: `Say ${text}`, edits: [{ span, text }] });
const insert = (span: Span, text: string) => ({ span: { ...span, end: span.start }, text });

/** The first two or more unknown words in a row that cannot be rule ids: most likely a reason without its dashes. */
function sentenceAmong(
  names: readonly { readonly name: string; readonly span: Span }[],
  uses: readonly { readonly use: string; readonly nearest: readonly string[] }[],
): Span | null {
  const isWord = (at: number): boolean =>
    uses[at]?.use === 'unknown' && uses[at]?.nearest.length === 0 && !names[at]?.name.includes('/');
  const first = names.find((_, at) => isWord(at) && isWord(at + 1));
  const last = names.at(-1);
  return first && last ? { ...first.span, end: last.span.end } : null;
}

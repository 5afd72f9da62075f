import type { CommanderError } from 'commander';

const help = '“jobfam-lint --help” lists what there is.';

/** Says in a sentence what commander found wrong with the arguments. */
export function usageSentence({ code, message }: CommanderError): string {
  const [, word = ''] = /'([^']*)'/u.exec(message) ?? [];
  const [, near = ''] = /\(Did you mean (?:one of )?(.*)\?\)/u.exec(message) ?? [];
  const hint = near === '' ? help : `Did you mean ${near}?`;
  switch (code) {
    case 'commander.unknownOption':
      return `There is no option “${word}” here. ${hint}`;
    case 'commander.unknownCommand':
      return `There is no command “${word}”. ${hint}`;
    case 'commander.optionMissingArgument':
      return `The option “${word}” needs a value after it. ${help}`;
    case 'commander.missingArgument':
      return `The argument <${word}> is missing. ${help}`;
    case 'commander.excessArguments':
      return `There are more arguments than the command takes. ${help}`;
    default:
      return `${message
        .replace(/^error: /u, '')
        .split('\n')
        .join(' ')}. ${help}`;
  }
}

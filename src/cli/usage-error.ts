/** The program was called in a way it does not understand; the message is sentences that say so, and what to do. */
export class UsageError extends Error {
  constructor(sentences: readonly string[]) {
    super(sentences.join('\n'));
    this.name = 'UsageError';
  }
}

// A failure of start-up that one plain sentence explains; shown without a stack, ends the process with code 1.

/** What went wrong and what to do about it, for the person at the terminal. */
export class SentenceError extends Error {
  override readonly name = 'SentenceError';
}

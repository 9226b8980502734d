// Stops a reader from inside a parser's callback and carries the refusal out; caught where the reader began.
import type { Refusal, Result } from '#kernel/result.ts';

export class Stop extends Error {
  readonly refusal: Refusal;
  constructor(result: Result<never>) {
    super('stopped');
    if (result.ok) throw new Error('a refusal is needed');
    this.refusal = result.refusal;
  }
}

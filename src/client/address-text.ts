/** A word that an address says beside its path, of 120 characters at most; the router reads one of digits alone as a number. Empty for anything else. */
export const textIn = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value).slice(0, 120) : '';

/** An address says a word that its page does not know: told as it tells a word that the server refuses. */
export class NotUnderstood extends Error {
  override readonly name = 'NotUnderstood';
  readonly status = 422;
}

// What the toasts say and in which order; apart from how they are drawn.

interface Keyed {
  readonly key: number | string;
  readonly undo?: unknown;
}

/** More would hide the page; the oldest makes room. */
const MOST = 2;

/**
 * The toasts with one more, or with another text where the toast still stands: news is never lost with a toast that has gone. What can be taken back
 * stays beside the next; what is only said makes room for it.
 */
export const withToast = <T extends Keyed>(before: readonly T[], toast: T): readonly T[] =>
  before.some(({ key }) => key === toast.key)
    ? before.map((other) => (other.key === toast.key ? toast : other))
    : [...before.filter(({ undo }) => undo), toast].slice(-MOST);

/** Takes back what was done and answers what to say of it, which an undo may know better; a refusal becomes a sentence and never more than that. */
export async function sayOfUndo(
  undo: () => unknown,
  words: { readonly undone: string; readonly failed: (error: unknown) => string },
): Promise<string> {
  try {
    const said = await undo();
    return typeof said === 'string' ? said : words.undone;
  } catch (error) {
    return words.failed(error);
  }
}

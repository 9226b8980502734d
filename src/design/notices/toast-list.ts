// What the toasts say and in which order; apart from how they are drawn.
import type { ReactNode } from 'react';

interface Keyed {
  readonly key: number | string;
  readonly undo?: unknown;
  readonly redo?: unknown;
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
    : [...before.filter(({ undo, redo }) => undo ?? redo), toast].slice(-MOST);

/** What an undo may answer: how what was undone is done once more, which answers what to say of that and the way back. */
export interface Undone {
  readonly redo: () => Promise<{ readonly text: ReactNode; readonly undo?: () => unknown }>;
}

const isUndone = (answer: unknown): answer is Undone =>
  typeof answer === 'object' && answer !== null && 'redo' in answer && typeof answer.redo === 'function';

/**
 * Takes back what was done and answers what to say of it, which an undo may know better, and the way forward again where it has one; a refusal
 * becomes a sentence and never more than that.
 */
export async function sayOfUndo(
  undo: () => unknown,
  words: { readonly undone: string; readonly failed: (error: unknown) => string },
): Promise<{ readonly text: string } & Partial<Undone>> {
  try {
    const said = await undo();
    return { text: typeof said === 'string' ? said : words.undone, ...(isUndone(said) ? { redo: said.redo } : {}) };
  } catch (error) {
    return { text: words.failed(error) };
  }
}

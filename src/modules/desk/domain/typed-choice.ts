// A word typed into a cell that holds one of a few choices: the one it means, or none; never one that merely comes next in a list.
import { readCell } from './cell-reading.ts';
import { foldWord } from '#reading/words.ts';
import type { OwnClass } from '#modules/ties/domain/tie-words.ts';

interface Choices {
  /** As the reader sees them. */
  readonly options: readonly { readonly value: string; readonly text: string }[];
  readonly classes: readonly OwnClass[];
}

/** The choice by its whole word, in any language and by its other names, or by a beginning that it alone has; null for anything else. */
export function readChoice(attribute: 'class' | 'status', typed: string, { options, classes }: Choices): string | null {
  const word = foldWord(typed);
  if (word === '') return null;
  const read = readCell(attribute, typed, { classes, order: null });
  if (read.state === 'read' && typeof read.value.value === 'string') return read.value.value;
  const begun = options.filter(({ text }) => foldWord(text).startsWith(word));
  return begun.length === 1 ? (begun[0]?.value ?? null) : null;
}

// What is asked again and again, as pages do that look whether something has changed: where the database says all of it as before, to the same asker on the
// same day, the answer is the one that was given before (a cache that the database itself confirms).
import { createShelf } from '#kernel/memory/shelf.ts';
import type { Heard } from '../postgres/heard.ts';

/** An answer, and what it was made of; null where it was given once only. */
interface Given {
  readonly text: string;
  readonly version: number | undefined;
  readonly nextCursor: string | null | undefined;
  readonly heard: Heard | null;
}

const mostCharacters = 16_000_000;
/** A larger one is made each time. */
const longest = 400_000;

export interface SameAnswers {
  /** The answer given before, if `isSaid` finds that the database says the same. */
  readonly again: (key: string, isSaid: (heard: Heard) => Promise<boolean>) => Promise<Given | null>;
  /** What was answered last, to be looked at before an answer is made: what is made at the same time may be made in a longer way, since nothing is known yet. */
  readonly lastText: (key: string) => string | null;
  /** An answer was made. One that came twice in a row is likely to come a third time: until then only its text is kept. */
  readonly keep: (key: string, made: Given & { readonly heard: Heard }, before: string | null) => void;
}

export function createSameAnswers(): SameAnswers {
  const shelf = createShelf<{ readonly given: Given; readonly size: number }>(mostCharacters, ({ size }) => size);
  const put = (key: string, given: Given, size: number): void => shelf.put(key, { given, size });
  return {
    again: async (key, isSaid) => {
      const known = shelf.get(key);
      if (known === undefined || known.given.heard === null) return null;
      const { given, size } = known;
      const isSame = await isSaid(known.given.heard);
      put(key, isSame ? given : { ...given, heard: null }, isSame ? size : key.length + given.text.length);
      return isSame ? given : null;
    },
    lastText: (key) => shelf.get(key)?.given.text ?? null,
    keep: (key, made, before) => {
      const isSame = made.heard.isWhole && before === made.text;
      const size = key.length + made.text.length + (isSame ? made.heard.sizeUpTo(longest) : 0);
      if (size <= longest) put(key, isSame ? made : { ...made, heard: null }, size);
      // Too large to be asked once more: forgotten, so that its size is not counted each time, and looked at again at its next two answers.
      else shelf.drop(key);
    },
  };
}

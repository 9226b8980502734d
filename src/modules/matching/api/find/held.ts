// What the thread that compares holds ready: the last that were asked for (an LRU cache), each read with the words of all, or with an office's own as well.
import { Latest } from '#kernel/memory/latest.ts';
import type { Lexicon } from '#matcher/core/lexicon.ts';
import { withOwnWords, type WordPair } from '#matcher/core/own-words.ts';

export interface Held<Made> {
  readonly lexicon: Lexicon;
  readonly made: Made;
}

interface Wanted {
  /** Of what: an edition, a pool. */
  readonly name: string;
  /** By what it is known: another as soon as something else is read of it. */
  readonly stamp: string;
  readonly ownWords: readonly WordPair[];
}

/**
 * Holds `most` of them; several of one name only where its readers may know different things, or have words of their own. What is made anew is handed what
 * was made before of the same name and words; null: it is not held, and there is nothing to make it of.
 */
export function holder<Made>(most: number) {
  const held = new Latest<string, Held<Made>>(most);
  return (
    words: Lexicon,
    { name, stamp, ownWords }: Wanted,
    make: ((lexicon: Lexicon, before: Made | null) => Made) | null,
  ): Held<Made> | null => {
    // What was read by other words is of no use.
    const read = JSON.stringify([name, ownWords]);
    const key = `${read} ${stamp}`;
    const known = held.get(key);
    if (known === undefined && make === null) return null;
    const before = [...held].findLast(([other]) => other.startsWith(`${read} `))?.[1];
    const lexicon = known?.lexicon ?? before?.lexicon ?? withOwnWords(words, ownWords);
    const ready = known ?? (make === null ? null : { lexicon, made: make(lexicon, before?.made ?? null) });
    if (ready === null) return null;
    held.set(key, ready);
    return ready;
  };
}

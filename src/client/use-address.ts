// What an address says beside its path, as its page reads it: a word that the page does not know is told, and never left out in silence.
import { useSearch } from '@tanstack/react-router';
import { NotUnderstood, textIn } from './address-text.ts';

type Search = Readonly<Record<string, unknown>>;

/** Whatever else an address says is none of its page's words, and means nothing to it. */
export function readAddress<Found extends object>(search: Search, read: (search: Search) => Found): Found {
  const words = new Set<string>();
  const watched = new Proxy(search, {
    get: (of, key): unknown => {
      if (typeof key === 'string') words.add(key);
      return Reflect.get(of, key);
    },
  });
  const found = read(watched);
  for (const word of words) if (textIn(search[word]).trim() !== '' && !(word in found)) throw new NotUnderstood(word);
  return found;
}

export const useAddress = <Found extends object>(read: (search: Search) => Found): Found => readAddress(useSearch({ strict: false }), read);

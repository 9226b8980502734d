// What the parts of a screen in the hall share: the answer that they draw, and words in every language at once.
import { languages } from '#kernel/language.ts';
import type { meetingsApi } from '../client.ts';
import { wallPlace, wallWords, type WallWord } from './wall-words.ts';

export type Wall = Awaited<ReturnType<typeof meetingsApi.getWall>>;

/** The same word in every language of the product. */
export function Both({ word }: { readonly word: WallWord }) {
  return (
    <span className="bothlang">
      {languages.map((language) => (
        <span key={language} lang={language}>
          {wallWords[word][language]}
        </span>
      ))}
    </span>
  );
}

/** Table 6 6号桌 */
export function PlaceInBoth({ code }: { readonly code: string }) {
  return (
    <span className="bothlang">
      {wallPlace(code).map(({ language, text }) => (
        <span key={language} lang={language}>
          {text}
        </span>
      ))}
    </span>
  );
}

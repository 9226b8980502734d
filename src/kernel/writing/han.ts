// One way of writing for Chinese characters: who writes 广岛 means what is also written 廣島 and 広島.
import shinjitai from 'opencc-js/dict/JPShinjitaiCharacters';
import traditional from 'opencc-js/dict/TSCharacters';

/** `'萬 万|與 与'`: each character and what stands for it, the likeliest first. */
const pairs = (dictionary: string): readonly (readonly [string, string])[] =>
  dictionary.split('|').flatMap((line) => {
    const [from = '', to = ''] = line.split(' ');
    return from === '' || to === '' ? [] : [[from, to] as const];
  });

let simpler: ReadonlyMap<string, string> | null = null;

/** Characters of traditional Chinese, and of Japanese since 1946, with the simplified one. */
function simplerCharacters(): ReadonlyMap<string, string> {
  const simple = new Map(pairs(traditional));
  const japanese = pairs(shinjitai).flatMap(([now, before]): (readonly [string, string])[] => {
    const found = simple.get(before) ?? before;
    return found === now || simple.has(now) ? [] : [[now, found]];
  });
  return new Map([...simple, ...japanese]);
}

const HAN = /\p{Script=Han}/u;

/**
 * The text in simplified characters, one for one: `'廣島'` and `'広島'` give `'广岛'`. For comparing, never for showing: where one
 * simplified character stands for several (干 for 乾 and 幹), which of them was meant is lost.
 */
export function simplified(text: string): string {
  if (!HAN.test(text)) return text;
  simpler ??= simplerCharacters();
  const known = simpler;
  return [...text].map((character) => known.get(character) ?? character).join('');
}

// Reads a city as people write it in a list, its country often beside it: "Liverpool, UK", "Cork (Ireland)", "英国利物浦".
import { countryOfWord } from './words.ts';

export interface WrittenPlace {
  readonly name: string;
  /** ISO 3166-1 alpha-2; null where none is written. */
  readonly country: string | null;
}

const HAN = /^\p{Script=Han}+$/u;

/** The longest name of a country that a Chinese text begins with, when a place follows it. */
function chinesePrefix(text: string): WrittenPlace | null {
  const characters = [...text];
  for (let length = Math.min(characters.length - 2, 8); length >= 2; length--) {
    const country = countryOfWord(characters.slice(0, length).join(''));
    if (country !== null) return { name: characters.slice(length).join(''), country };
  }
  return null;
}

/**
 * All ways to read the text, the plainest first: as one name, then as a name with its country.
 * What follows a comma or stands in brackets counts as a country only where it is one.
 */
export function readPlace(typed: string): readonly WrittenPlace[] {
  const text = typed.normalize('NFKC').trim().replace(/\s+/g, ' ');
  if (text === '') return [];
  const readings: WrittenPlace[] = [{ name: text, country: null }];
  const parts = /^(.+?)\s*(?:[,;/·、]|\()\s*([^,;/·、()]+?)\s*\)?$/.exec(text);
  const [, before = '', after = ''] = parts ?? [];
  if (parts !== null) {
    const [behind, infront] = [countryOfWord(after.trim()), countryOfWord(before.trim())];
    if (behind !== null) readings.push({ name: before.trim(), country: behind });
    else if (infront !== null) readings.push({ name: after.trim(), country: infront });
    else readings.push({ name: before.trim(), country: null });
  }
  if (HAN.test(text)) {
    const prefixed = chinesePrefix(text);
    if (prefixed !== null) readings.push(prefixed);
    if (text.length > 2 && text.endsWith('市')) readings.push({ name: text.slice(0, -1), country: null });
    if (prefixed !== null && prefixed.name.length > 2 && prefixed.name.endsWith('市'))
      readings.push({ ...prefixed, name: prefixed.name.slice(0, -1) });
  }
  return readings;
}

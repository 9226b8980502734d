// What an agenda says in the same way on its page and in its calendar file.
import { type Language, writing } from '#kernel/language.ts';
import { inLanguage } from '#kernel/written-language.ts';
import { hallForm } from '#modules/expos/domain/hall.ts';

/** The key of the sentence that puts a place into its hall. */
export const placeInHall = (hall: string) => `meetings.place_in_hall_${hallForm(hall)}` as const;

interface Person {
  readonly surname: string;
  readonly givenName: string;
  readonly post: string;
}

const hasHan = (text: string): boolean => /\p{Script=Han}/u.test(text);

/**
 * A person with their post: `Anne Moreau, Sales`, `申玉兰，采购部经理`; the name of who writes it in Han characters begins with the surname.
 * What they gave in both tongues, as `Shen | 申`, stands as its reader reads it; nothing is transcribed that they did not write.
 */
export function personWords({ surname, givenName, post }: Person, language: Language): string {
  const [family, given] = [inLanguage(surname, language), inLanguage(givenName, language)];
  const inOrder = hasHan(surname + givenName) ? [family, given] : [given, family];
  const name = inOrder.join(hasHan(family + given) ? '' : ' ').trim();
  return [name, inLanguage(post, language)].filter((part) => part !== '').join(writing[language].comma);
}

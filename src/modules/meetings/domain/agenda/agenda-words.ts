// What an agenda says in the same way on its page and in its calendar file.
import { type Language, writing } from '#kernel/language.ts';
import { inLanguage } from '#kernel/written-language.ts';
import { hallForm } from '#modules/expos/domain/hall.ts';
import { nameOfContact } from '#modules/expos/domain/letters/letters.ts';

/** The key of the sentence that puts a place into its hall. */
export const placeInHall = (hall: string) => `meetings.place_in_hall_${hallForm(hall)}` as const;

interface Person {
  readonly surname: string;
  readonly givenName: string;
  readonly post: string;
}

/** A person with their post, both as their reader reads them: `Anne Moreau, Sales`, `申玉兰，采购部经理`. */
export function personWords({ surname, givenName, post }: Person, language: Language): string {
  const isHan = /\p{Script=Han}/u.test(surname + givenName);
  const name = nameOfContact({ surname, givenName, nameOrder: isHan ? 'surname_first' : 'given_first' }, language);
  return [name, inLanguage(post, language)].filter((part) => part !== '').join(writing[language].comma);
}

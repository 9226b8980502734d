// What an agenda says in the same way on its page and in its calendar file.
import { type Language, writing } from '#kernel/language.ts';
import { inLanguage } from '#kernel/written-language.ts';
import { hallForm } from '#modules/expos/domain/hall.ts';
import { nameOfContact } from '#modules/expos/domain/letters/letters.ts';
import type { Person } from '../edition-facts.ts';

/** The key of the sentence that puts a place into its hall. */
export const placeInHall = (hall: string) => `meetings.place_in_hall_${hallForm(hall)}` as const;

/** A person with their post, both as their reader reads them: `Anne Moreau, Sales`, `申玉兰，采购部经理`; who reads no Chinese reads how the name is said, too: `Shen Yulan 申玉兰`. */
export function personWords({ surname, givenName, nameOrder = 'given_first', post, spoken }: Person, language: Language): string {
  // Who has a name in Han characters, too, keeps their surname in front where it is read in letters.
  const order = /\p{Script=Han}/u.test(surname + givenName) ? 'surname_first' : nameOrder;
  const name = nameOfContact({ surname, givenName, nameOrder: order }, language);
  const said = spoken === undefined || writing[language].readsHan ? name : `${spoken} ${name}`;
  return [said, inLanguage(post, language)].filter((part) => part !== '').join(writing[language].comma);
}

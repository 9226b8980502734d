// What an agenda says in the same way on its page and in its calendar file.
import { type Language, writing } from '#kernel/language.ts';
import { hallForm } from '#modules/expos/domain/hall.ts';

/** The key of the sentence that puts a place into its hall. */
export const placeInHall = (hall: string) => `meetings.place_in_hall_${hallForm(hall)}` as const;

interface Person {
  readonly surname: string;
  readonly givenName: string;
  readonly post: string;
}

/** A person with their post: `Yulan Shen, Purchasing manager`, `申玉兰，采购部经理`; a name in Han characters begins with the surname. */
export function personWords({ surname, givenName, post }: Person, language: Language): string {
  const name = /\p{Script=Han}/u.test(surname + givenName) ? surname + givenName : `${givenName} ${surname}`.trim();
  return [name, post].filter((part) => part !== '').join(writing[language].comma);
}

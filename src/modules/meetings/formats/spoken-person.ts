// A person with how their name is said, where it is written in Chinese characters: for readers of another script.
import { partedSurely } from '#modules/organisations/domain/person-name.ts';
import { spokenName } from '#platform/search/spoken-name.ts';
import type { Person } from '../domain/edition-facts.ts';

/** Elsewhere than on the mainland the same characters are said otherwise, or spelt otherwise. */
const spokenIn = 'CN';

export function withSound<P extends Person>(person: P, country: string | null): P {
  if (country !== spokenIn) return person;
  const whole = person.givenName === '' ? partedSurely(person.surname) : null;
  const { surname, givenName } = whole ?? person;
  const spoken = spokenName(surname, givenName);
  return spoken === null ? person : { ...person, spoken };
}

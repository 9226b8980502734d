// What the address of the list says: the words searched for and the filters.
import { textIn } from '#client/address-text.ts';
import { isCountry } from '#kernel/codes.ts';
import { organisationKinds, type OrganisationKind } from '../domain/organisation.ts';

export interface OrganisationSearch {
  readonly q?: string;
  readonly country?: string;
  readonly kind?: OrganisationKind;
}

/** Reads the address; what makes no sense is left out. */
export function organisationSearch(search: Readonly<Record<string, unknown>>): OrganisationSearch {
  const [q, country] = [textIn(search['q']), textIn(search['country'])];
  const kind = organisationKinds.find((known) => known === search['kind']);
  return { ...(q === '' ? {} : { q }), ...(isCountry(country) ? { country } : {}), ...(kind === undefined ? {} : { kind }) };
}

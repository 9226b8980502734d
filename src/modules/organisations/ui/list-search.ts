// What the address of the list says: the words searched for and the filters.
import { isCountry } from '#kernel/codes.ts';
import { organisationKinds, type OrganisationKind } from '../domain/organisation.ts';

export interface OrganisationSearch {
  readonly q?: string;
  readonly country?: string;
  readonly kind?: OrganisationKind;
}

const asText = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? String(value).slice(0, 120) : '');

/** Reads the address; what makes no sense is left out. */
export function organisationSearch(search: Readonly<Record<string, unknown>>): OrganisationSearch {
  const [q, country] = [asText(search['q']), asText(search['country'])];
  const kind = organisationKinds.find((known) => known === search['kind']);
  return { ...(q === '' ? {} : { q }), ...(isCountry(country) ? { country } : {}), ...(kind === undefined ? {} : { kind }) };
}

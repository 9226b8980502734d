// What an organisation is, and when two names mean the same one.
import { fold } from '#kernel/fold.ts';
import type { Id, OfficeId } from '#kernel/ids.ts';
import type { MultilingualText } from '#kernel/language.ts';

export type OrganisationId = Id<'Organisation'>;

export const organisationKinds = ['company', 'chamber', 'institute', 'university', 'club', 'authority', 'other'] as const;
export type OrganisationKind = (typeof organisationKinds)[number];

export type Visibility = 'private' | 'shared' | 'public';

/** What is said of an organisation. */
export interface OrganisationFacts {
  readonly kind: OrganisationKind;
  readonly name: MultilingualText;
  /** ISO 3166-1 alpha-2; null where not known. */
  readonly country: string | null;
  readonly city: string | null;
  readonly website: string | null;
  /** The office that is this organisation, if it works in Hansa. */
  readonly officeId: OfficeId | null;
}

/** An organisation on record. */
export interface OrganisationRecord extends OrganisationFacts {
  readonly id: OrganisationId;
  readonly version: number;
  readonly ownerOffice: OfficeId;
  readonly visibility: Visibility;
  readonly sharedWith: readonly OfficeId[];
  readonly updatedAt: Date;
}

/** An organisation that is named but may be on record already. */
export type NamedOrganisation = Pick<OrganisationFacts, 'name' | 'country' | 'city'>;

/** What is already known under a name: the id, all folded names, the country. */
export interface KnownOrganisation {
  readonly id: OrganisationId;
  readonly names: readonly string[];
  readonly country: string | null;
}

const keysOf = (names: readonly string[], country: string | null): string[] => names.map((name) => JSON.stringify([name, country]));

/**
 * Finds for each named organisation the one on record, or tells which of the named ones is the same and comes first.
 * Two are the same when they share a folded name in any language and the country (unknown equals only unknown).
 * @returns for each `named`, in order: the id on record, or the index of the first named one that is the same (often its own)
 */
export function matchOrganisations(
  named: readonly NamedOrganisation[],
  known: readonly KnownOrganisation[],
): readonly ({ readonly known: OrganisationId } | { readonly firstNamed: number })[] {
  const found = new Map<string, { readonly known: OrganisationId } | { readonly firstNamed: number }>();
  const remember = (keys: readonly string[], meaning: { readonly known: OrganisationId } | { readonly firstNamed: number }): void => {
    for (const key of keys) if (!found.has(key)) found.set(key, meaning);
  };
  for (const { id, names, country } of known) remember(keysOf(names, country), { known: id });
  return named.map(({ name, country }, index) => {
    const folded = Object.values(name).map(({ text }) => fold(text));
    const keys = keysOf(folded, country);
    const meaning = keys.map((key) => found.get(key)).find((match) => match !== undefined) ?? { firstNamed: index };
    remember(keys, meaning);
    return meaning;
  });
}

// Who travels in a visit: posts and organisations as they were on those days, in order of rank, one of them leading; names apart.
import type { Id } from '#kernel/ids.ts';
import type { MultilingualText } from '#kernel/language.ts';
import type { Problem } from '#kernel/result.ts';
import type { NameOrder } from '#modules/organisations/domain/contact.ts';
import type { ExchangeId } from '../happenings.ts';
import type { Owned } from '../records.ts';

export type TravellerId = Id<'Traveller'>;

/** Somebody who travels, without their name: the post they were in, and for whom. */
export interface Traveller {
  readonly id: TravellerId;
  readonly leads: boolean;
  readonly post: MultilingualText | null;
  /** The organisation as it was called; one on record besides, where it is known. */
  readonly organisation: MultilingualText | null;
  readonly organisationId: string | null;
}

export interface PersonName {
  readonly surname: string;
  readonly givenName: string;
  readonly nameOrder: NameOrder;
  /** The contact of an organisation who it is, where that is known. */
  readonly contactId: string | null;
}

export interface TravellerName extends PersonName {
  readonly travellerId: TravellerId;
}

export interface Delegation extends Owned {
  readonly visitId: ExchangeId;
  readonly version: number;
  readonly travellers: readonly Traveller[];
}

/** The names of a delegation, with the last day (ISO) on which they are kept. */
export interface DelegationNames extends Owned {
  readonly visitId: ExchangeId;
  readonly names: readonly TravellerName[];
  readonly keepUntil: string;
}

/** As it is entered: a new one has no id yet, one of whom no name is known or kept has none. */
export interface EnteredTraveller extends Omit<Traveller, 'id'> {
  readonly id: TravellerId | null;
  readonly name: PersonName | null;
}

const folded = (text: string): string => text.normalize('NFKC').toLocaleLowerCase().replace(/\s+/g, '');

/** What two entries of one person have in common: the name and, as they are written, the organisation. */
const personKey = ({ name, organisation, organisationId }: EnteredTraveller): string | null =>
  name === null
    ? null
    : [
        folded(name.surname),
        folded(name.givenName),
        organisationId ??
          Object.values(organisation ?? {})
            .map(({ text }) => folded(text))
            .sort()
            .join('|'),
      ].join('\n');

/** All that cannot be of a delegation: nobody, two who lead, one person twice, an entry that is not of this visit. */
export function delegationProblems(travellers: readonly EnteredTraveller[], known: readonly Traveller[]): readonly Problem[] {
  const at = (index: number, field: string, code: string, params?: Problem['params']): Problem => ({
    path: ['travellers', index, ...(field === 'name' ? ['name', 'surname'] : [field])],
    code,
    ...(params === undefined ? {} : { params }),
  });
  const leader = travellers.findIndex(({ leads }) => leads);
  const seen = new Map<string, number>();
  return travellers.flatMap((one, index): readonly Problem[] => {
    const isEmpty = one.name === null && one.post === null && one.organisation === null && one.organisationId === null;
    const key = personKey(one);
    const before = key === null ? undefined : seen.get(key);
    if (key !== null && before === undefined) seen.set(key, index);
    const again = one.id !== null && travellers.findIndex(({ id }) => id === one.id) < index;
    const isForeign = one.id !== null && !known.some(({ id }) => id === one.id);
    return [
      ...(isEmpty ? [at(index, 'name', 'ties.traveller_empty')] : []),
      ...(one.leads && leader < index ? [at(index, 'leads', 'ties.two_leaders', { line: leader + 1 })] : []),
      ...(before === undefined ? [] : [at(index, 'name', 'ties.traveller_twice', { line: before + 1 })]),
      ...(again || isForeign ? [at(index, 'id', 'ties.traveller_unknown')] : []),
    ];
  });
}

/** The organisations that take part in a delegation, each once, in the order of rank of whoever comes for them. */
export function organisationsIn<T extends Pick<Traveller, 'organisation' | 'organisationId'>>(
  travellers: readonly T[],
): readonly { readonly first: T; readonly people: number; readonly all: readonly T[] }[] {
  const keyOf = ({ organisation, organisationId }: T): string | null =>
    organisationId ??
    (organisation === null
      ? null
      : Object.values(organisation)
          .map(({ text }) => folded(text))
          .sort()
          .join('|'));
  const by = Map.groupBy(travellers, keyOf);
  by.delete(null);
  return [...by.values()].flatMap((of) => (of[0] === undefined ? [] : [{ first: of[0], people: of.length, all: of }]));
}

// A visit with who travels and what is done, as this actor reads it.
import { holds } from '#kernel/actor.ts';
import { notFound, ok, type Result } from '#kernel/result.ts';
import { nameOf, nameOffices, type OfficeNames } from '#modules/accounts/api/name-offices.ts';
import { contactsById } from '#modules/organisations/api/contacts-by-id.ts';
import { nameOrganisations } from '#modules/organisations/api/name-organisations.ts';
import type { Work } from '#platform/work.ts';
import type { Answer, Asked } from '../../contract.ts';
import type { VisitShown } from '../../contract/visits.ts';
import type { Exchange, Owned } from '../../domain/records.ts';
import type { Delegation, DelegationNames } from '../../domain/visit/delegation.ts';
import { inOrder, isOutside, type Itinerary } from '../../domain/visit/itinerary.ts';
import { visibleAgreements } from '../../store/agreements.ts';
import { findExchange } from '../../store/exchanges.ts';
import { findDelegation, findItinerary, findNames } from '../../store/visits.ts';
import { partiesOf } from '../exchange/show-happenings.ts';

/** Whom it is shared with is the owner's business alone. */
const seenBy = (work: Work, names: OfficeNames, { office, visibility, sharedWith }: Owned) => ({
  visibility,
  sharedWith: holds(work.actor, office, 'viewer') ? sharedWith.map((id) => ({ id, name: nameOf(names, id) ?? {} })) : [],
});

type SeenBy = (row: Owned) => ReturnType<typeof seenBy>;

async function showDelegation(
  work: Work,
  { travellers, version, ...row }: Delegation,
  { names, seen }: { readonly names: DelegationNames | null; readonly seen: SeenBy },
): Promise<VisitShown['delegation']> {
  const organisations = await nameOrganisations(
    work,
    travellers.flatMap(({ organisationId }) => organisationId ?? []),
  );
  const contacts = await contactsById(work, names?.names.flatMap(({ contactId }) => contactId ?? []) ?? []);
  return {
    ...seen(row),
    version,
    travellers: travellers.map(({ id, leads, post, organisation, organisationId }) => {
      const name = names?.names.find(({ travellerId }) => travellerId === id);
      const { surname = '', givenName = '', nameOrder = 'given_first', contactId = null } = name ?? {};
      return {
        ...{ id, leads, post: post === null ? null : { ...post }, organisation: organisation === null ? null : { ...organisation } },
        organisationId: organisationId !== null && organisations.has(organisationId) ? organisationId : null,
        name:
          name === undefined
            ? null
            : { surname, givenName, nameOrder, contactId: contactId !== null && contacts.has(contactId) ? contactId : null },
      };
    }),
    names: names === null ? null : { ...seen(names), keepUntil: names.keepUntil },
  };
}

async function showItinerary(
  work: Work,
  { stops, timeZone, version, ...row }: Itinerary,
  { visit, seen }: { readonly visit: Exchange; readonly seen: SeenBy },
): Promise<VisitShown['itinerary']> {
  const ids = stops.flatMap(({ agreementId }) => agreementId ?? []);
  const [partyOf, agreements] = await Promise.all([partiesOf(work, stops), visibleAgreements(work.tx, ids)]);
  return {
    ...{ ...seen(row), version, timeZone },
    stops: inOrder(stops).map(({ title, place, parties, travellerIds, agreementId, ...stop }) => ({
      ...stop,
      title: { ...title },
      place: place === null ? null : { ...place },
      parties: parties.map(partyOf),
      travellerIds: [...travellerIds],
      agreementId: agreementId !== null && agreements.has(agreementId) ? agreementId : null,
      outside: isOutside(stop, visit),
    })),
  };
}

/** A visit, as far as the actor may see who travels and what is done. */
export async function showVisit(work: Work, visit: Exchange): Promise<Answer<'getVisit'>> {
  const [delegation, names, itinerary] = await Promise.all([
    findDelegation(work.tx, visit.id),
    findNames(work.tx, visit.id),
    findItinerary(work.tx, visit.id),
  ]);
  const offices = await nameOffices(
    work,
    [delegation, names, itinerary].flatMap((row) => row?.sharedWith ?? []),
  );
  const seen: SeenBy = (row) => seenBy(work, offices, row);
  return {
    visitId: visit.id,
    mayEdit: holds(work.actor, visit.office, 'editor'),
    delegation: delegation === null ? null : await showDelegation(work, delegation, { names, seen }),
    itinerary: itinerary === null ? null : await showItinerary(work, itinerary, { visit, seen }),
  };
}

/** Refuses `ties.exchange_not_found`, also of an exchange in which nobody travels. */
export async function getVisit(work: Work, input: Asked<'getVisit'>): Promise<Result<Answer<'getVisit'>>> {
  const visit = await findExchange(work.tx, input.visitId);
  return visit === null || visit.kind !== 'visit' ? notFound('ties.exchange_not_found') : ok(await showVisit(work, visit));
}

// Who travels in a visit, what is done there, and who may see each of these.
import { askFirst, notFound, ok, readAtOnce, refuse, refuseInput, stale, type Problem, type Result } from '#kernel/result.ts';
import { nameOffices } from '#modules/accounts/api/name-offices.ts';
import { audit } from '#modules/accounts/api/record-audit.ts';
import { contactsById } from '#modules/organisations/api/contacts-by-id.ts';
import { nameOrganisations } from '#modules/organisations/api/name-organisations.ts';
import type { Database } from '#platform/postgres/database.ts';
import { inWork, nobody, type Work } from '#platform/work.ts';
import type { Answer, Asked } from '../../contract.ts';
import { keepUntilProblems } from '../../domain/carriers.ts';
import type { ExchangeId } from '../../domain/happenings.ts';
import type { Exchange } from '../../domain/records.ts';
import type { RegisterScope } from '../../domain/scope.ts';
import { isWithin, within, type Audience, type VisitPart } from '../../domain/visit/audience.ts';
import { delegationProblems, type EnteredTraveller, type Traveller, type TravellerName } from '../../domain/visit/delegation.ts';
import { itineraryProblems, type Stop, type StopId } from '../../domain/visit/itinerary.ts';
import { mayWrite } from '../../policy.ts';
import { loadAgreements } from '../../store/agreements.ts';
import { findExchange } from '../../store/exchanges.ts';
import {
  eraseNames,
  eraseOverdueNames,
  findDelegation,
  findItinerary,
  findNames,
  openPart,
  saveDelegation,
  saveItinerary,
  saveNames,
} from '../../store/visits.ts';
import { showVisit } from './show-visit.ts';

type Shown = Result<Answer<'getVisit'>>;

/** The visit with the proof that the actor may change it. Refuses `ties.exchange_not_found`, `ties.not_a_visit`, `kernel.forbidden`. */
async function openVisit(work: Work, id: ExchangeId): Promise<Result<{ readonly visit: Exchange; readonly scope: RegisterScope }>> {
  const visit = await findExchange(work.tx, id);
  if (visit === null) return notFound('ties.exchange_not_found');
  const scope = mayWrite(work.actor, visit.office);
  if (!scope.ok) return scope;
  return visit.kind === 'visit' ? ok({ visit, scope: scope.value }) : refuse({ kind: 'conflict', code: 'ties.not_a_visit' });
}

/** Organisations and contacts that the actor does not see, and a contact of another organisation. */
async function unknownProblems(work: Work, travellers: readonly EnteredTraveller[]): Promise<readonly Problem[]> {
  const organisations = await nameOrganisations(
    work,
    travellers.flatMap(({ organisationId }) => organisationId ?? []),
  );
  const contacts = await contactsById(
    work,
    travellers.flatMap(({ name }) => name?.contactId ?? []),
  );
  return travellers.flatMap(({ organisationId, name }, at): readonly Problem[] => {
    const contactId = name?.contactId ?? null;
    return [
      ...(organisationId === null || organisations.has(organisationId)
        ? []
        : [{ path: ['travellers', at, 'organisationId'], code: 'organisations.not_found' }]),
      ...(contactId === null || (contacts.has(contactId) && contacts.get(contactId) === organisationId)
        ? []
        : [{ path: ['travellers', at, 'name', 'contactId'], code: 'organisations.contact_not_found' }]),
    ];
  });
}

/** Everybody with an id, and as their organisation was called where its record alone is given: later it may be called otherwise. */
async function settled(work: Work, entered: readonly EnteredTraveller[]) {
  const organisations = await nameOrganisations(
    work,
    entered.flatMap(({ organisationId }) => organisationId ?? []),
  );
  const all = entered.map(({ id, name, organisation, organisationId, leads, post }) => {
    const called = organisation ?? (organisationId === null ? null : (organisations.get(organisationId) ?? null));
    const traveller: Traveller = { id: id ?? work.newId<'Traveller'>(), leads, post, organisationId, organisation: called };
    return { traveller, name };
  });
  return {
    travellers: all.map(({ traveller }) => traveller),
    names: all.flatMap(({ traveller, name }): readonly TravellerName[] => (name === null ? [] : [{ ...name, travellerId: traveller.id }])),
  };
}

/** Sets who travels, in order of rank. Refuses `kernel.stale` and all that cannot be, at each line. */
export async function setDelegation(work: Work, input: Asked<'setDelegation'>): Promise<Shown> {
  const opened = await openVisit(work, input.visitId);
  if (!opened.ok) return opened;
  const { visit, scope } = opened.value;
  const { travellers: entered, keepUntil } = input;
  const before = await findDelegation(work.tx, visit.id);
  const hasNames = entered.some(({ name }) => name !== null);
  const problems = [
    ...delegationProblems(entered, before?.travellers ?? []),
    ...(await unknownProblems(work, entered)),
    ...(!hasNames ? [] : keepUntilProblems(keepUntil, work.now.toISOString().slice(0, 10))),
  ];
  if (problems.length > 0) return refuseInput(problems);
  const { travellers, names } = await settled(work, entered);
  if (!(await saveDelegation(work.tx, scope, { visit: visit.id, version: work.expectedVersion, facts: travellers }))) return refuse(stale);
  await saveNames(work.tx, scope, { visit: visit.id, names, keepUntil: keepUntil ?? '' });
  await forgetTravellers(work, scope, visit.id, travellers);
  const fields = ['travellers', ...(hasNames ? ['names', 'keepUntil'] : [])];
  await audit(work, { useCase: 'set-delegation', office: scope.office, subjects: [visit.id], fields });
  return ok(await showVisit(work, visit));
}

/** Whoever no longer travels takes part in nothing. */
async function forgetTravellers(work: Work, scope: RegisterScope, visit: ExchangeId, travellers: readonly Traveller[]): Promise<void> {
  const itinerary = await findItinerary(work.tx, visit);
  if (itinerary === null) return;
  const isGone = (id: string): boolean => !travellers.some((one) => one.id === id);
  if (!itinerary.stops.some(({ travellerIds }) => travellerIds.some(isGone))) return;
  const stops = itinerary.stops.map((stop) => ({ ...stop, travellerIds: stop.travellerIds.filter((id) => !isGone(id)) }));
  await saveItinerary(work.tx, scope, { visit, version: null, facts: { timeZone: itinerary.timeZone, stops } });
}

/** Parties and papers that the actor does not see, each at its stop; a paper is one of the same tie. */
async function unseenProblems(work: Work, visit: Exchange, stops: Asked<'setItinerary'>['stops']): Promise<readonly Problem[]> {
  const idsOf = stops.flatMap(({ parties }) => parties.flatMap((party) => (party.kind === 'organisation' ? [party.id] : [])));
  const organisations = await nameOrganisations(work, idsOf);
  const papers = (await loadAgreements(work.tx, [visit.tieId])).map(({ id }) => id);
  return stops.flatMap(({ parties, agreementId }, at): readonly Problem[] => [
    ...parties.flatMap((party, index) =>
      party.kind === 'organisation' && !organisations.has(party.id)
        ? [{ path: ['stops', at, 'parties', index], code: 'organisations.not_found' }]
        : [],
    ),
    ...(agreementId === null || papers.includes(agreementId)
      ? []
      : [{ path: ['stops', at, 'agreementId'], code: 'ties.agreement_not_found' }]),
  ]);
}

/** Sets what is done. Refuses `kernel.stale` and all that cannot be, at each entry; asks `kernel.read_at_once` of what is new. */
export async function setItinerary(work: Work, input: Asked<'setItinerary'>): Promise<Shown> {
  const opened = await openVisit(work, input.visitId);
  if (!opened.ok) return opened;
  const { visit, scope } = opened.value;
  const [before, delegation] = [await findItinerary(work.tx, visit.id), await findDelegation(work.tx, visit.id)];
  const known = { stops: before?.stops ?? [], travellers: delegation?.travellers ?? [] };
  const problems = [...itineraryProblems(input.stops, known), ...(await unseenProblems(work, visit, input.stops))];
  if (problems.length > 0) return refuseInput(problems);
  const isAdded = input.stops.some(({ id }) => id === null);
  const asks = askFirst(before !== null && isAdded ? readAtOnce(before) : [], input.confirmed);
  if (asks !== null) return asks;
  const stops = input.stops.map(({ id, ...facts }): Stop => ({ ...facts, id: id ?? (work.newId<'Stop'>() satisfies StopId) }));
  const written = { visit: visit.id, version: work.expectedVersion, facts: { timeZone: input.timeZone, stops } };
  if (!(await saveItinerary(work.tx, scope, written))) return refuse(stale);
  await audit(work, { useCase: 'set-itinerary', office: scope.office, subjects: [visit.id], fields: ['timeZone', 'stops'] });
  return ok(await showVisit(work, visit));
}

type Rows = Readonly<Record<VisitPart, (Audience & { readonly version?: number }) | null>>;

const partsOf = async (work: Work, visit: ExchangeId): Promise<Rows> => ({
  delegation: await findDelegation(work.tx, visit),
  names: await findNames(work.tx, visit),
  itinerary: await findItinerary(work.tx, visit),
});

async function audienceProblems(work: Work, input: Asked<'setVisitAudience'>, whole: Audience & Pick<Exchange, 'office'>) {
  const offices = await nameOffices(work, input.sharedWith);
  const sharedWith = [...new Set(input.sharedWith)].filter((office) => office !== whole.office);
  const wanted: Audience = { visibility: input.visibility, sharedWith: input.visibility === 'shared' ? sharedWith : [] };
  const problems: readonly Problem[] = [
    ...input.sharedWith.flatMap((office, at) =>
      offices.has(office) ? [] : [{ path: ['sharedWith', at], code: 'organisations.office_unknown' }],
    ),
    ...(input.visibility === 'shared' && sharedWith.length === 0 ? [{ path: ['sharedWith'], code: 'organisations.share_with_whom' }] : []),
    ...(isWithin(wanted, whole) ? [] : [{ path: ['visibility'], code: 'ties.part_wider_than_visit' }]),
  ];
  return { wanted, problems };
}

/**
 * Sets who may see a part of a visit; names are seen by nobody who does not see the delegation. Refuses `kernel.stale`,
 * `ties.part_wider_than_visit`, `ties.nothing_to_show`.
 */
export async function setVisitAudience(work: Work, input: Asked<'setVisitAudience'>): Promise<Shown> {
  const opened = await openVisit(work, input.visitId);
  if (!opened.ok) return opened;
  const { visit, scope } = opened.value;
  const rows = await partsOf(work, visit.id);
  const row = rows[input.part];
  const version = (input.part === 'itinerary' ? rows.itinerary : rows.delegation)?.version ?? 0;
  if (row === null) return refuse({ kind: 'conflict', code: 'ties.nothing_to_show' });
  if (work.expectedVersion !== null && work.expectedVersion !== version) return refuse(stale);
  const whole = input.part === 'names' ? { ...visit, ...within(rows.delegation ?? visit, visit) } : visit;
  const { wanted, problems } = await audienceProblems(work, input, whole);
  if (problems.length > 0) return refuseInput(problems);
  await openPart(work.tx, scope, { visit: visit.id, part: input.part, ...wanted });
  if (input.part === 'delegation') await narrow(work, scope, visit.id, { names: rows.names }, wanted);
  await audit(work, { useCase: 'set-visit-audience', office: scope.office, subjects: [visit.id], fields: ['visibility', 'sharedWith'] });
  return ok(await showVisit(work, visit));
}

async function narrow(work: Work, scope: RegisterScope, visit: ExchangeId, rows: Partial<Rows>, whole: Audience): Promise<void> {
  for (const part of ['delegation', 'names', 'itinerary'] as const) {
    const row = rows[part] ?? null;
    if (row !== null && !isWithin(row, whole)) await openPart(work.tx, scope, { visit, part, ...within(row, whole) });
  }
}

/** Parts of a visit that is now seen by fewer are seen by no more than it is; as part of a use case that writes the audit entry. */
export async function narrowVisit(work: Work, scope: RegisterScope, visit: ExchangeId, whole: Audience): Promise<void> {
  await narrow(work, scope, visit, await partsOf(work, visit), whole);
}

/** Nobody else sees anything of a visit that is withdrawn, and the names kept with it are erased. */
export async function closeVisit(work: Work, scope: RegisterScope, visit: ExchangeId): Promise<void> {
  await narrowVisit(work, scope, visit, { visibility: 'private', sharedWith: [] });
  await eraseNames(work.tx, scope, visit);
}

/** Whether who travels or what is done was entered. */
export const isFilled = async (work: Work, visit: ExchangeId): Promise<boolean> =>
  Object.values(await partsOf(work, visit)).some((row) => row !== null);

/** Erases the names of delegations whose day has come, and says so in the log of each office. @returns of how many visits */
export async function eraseOverdueTravellers(database: Database): Promise<number> {
  const erased = await inWork(database, nobody(), async (work) => {
    const gone = await eraseOverdueNames(work.tx, work.now);
    for (const [office, visits] of Map.groupBy(gone, (one) => one.office))
      await audit(work, { useCase: 'erase-delegation-names', office, subjects: visits.map(({ visit }) => visit), fields: ['names'] });
    return ok(gone.length);
  });
  return erased.ok ? erased.value : 0;
}

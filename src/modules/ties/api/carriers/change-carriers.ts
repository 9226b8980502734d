// Organisations and posts that carry a tie: entered, corrected, withdrawn.
import { askFirst, notFound, ok, readByOthers, refuse, stale, type Problem, type Result } from '#kernel/result.ts';
import { audit } from '#modules/accounts/api/record-audit.ts';
import { nameOrganisations } from '#modules/organisations/api/name-organisations.ts';
import type { Work } from '#platform/work.ts';
import type { Answer, Asked } from '../../contract.ts';
import { carrierProblems, type Carrier, type CarrierFacts, type CarrierId } from '../../domain/carriers.ts';
import type { RegisterScope } from '../../domain/scope.ts';
import { mayWrite } from '../../policy.ts';
import { findCarrier, insertCarrier, updateCarrier as saveCarrier, withdrawCarrier as saveWithdrawal } from '../../store/carriers.ts';
import { closePapers, settlePapers } from '../cite-papers.ts';
import { openForEntry } from '../open-tie.ts';
import { showCarriers } from './show-carriers.ts';

/** What is missing or misfits, and an organisation that the actor does not see; all at once. */
async function problemsOf(work: Work, facts: Omit<CarrierFacts, 'sourceId'>): Promise<readonly Problem[]> {
  const { organisationId } = facts;
  const known = organisationId === null || (await nameOrganisations(work, [organisationId])).has(organisationId);
  return [...carrierProblems(facts), ...(known ? [] : [{ path: ['organisationId'], code: 'organisations.not_found' }])];
}

async function shown(work: Work, id: CarrierId): Promise<Result<Answer<'addCarrier'>>> {
  const carrier = await findCarrier(work.tx, id);
  const [first] = carrier === null ? [] : await showCarriers(work, [carrier]);
  return first === undefined ? notFound('ties.carrier_not_found') : ok(first);
}

/** Enters who carries a tie that the office keeps; private until decided otherwise. */
export async function addCarrier(work: Work, input: Asked<'addCarrier'>): Promise<Result<Answer<'addCarrier'>>> {
  const opened = await openForEntry(work, input.tieId, input.office);
  if (!opened.ok) return opened;
  const { tie, scope } = opened.value;
  const { tieId: _tie, office: _office, ...given } = input;
  const { source = null, ...facts } = given;
  const id = work.newId<'Carrier'>();
  const row = { id, office: scope.office, visibility: 'private', sharedWith: [] } as const;
  const problems = await problemsOf(work, facts);
  const sourceId = await settlePapers(work, row, { asked: { source }, before: { sourceId: null }, problems });
  if (!sourceId.ok) return sourceId;
  await insertCarrier(work.tx, scope, { id, tieId: tie.tieId, facts: { ...facts, sourceId: sourceId.value } });
  await audit(work, { useCase: 'add-carrier', office: scope.office, subjects: [id, tie.tieId], fields: Object.keys(given) });
  return shown(work, id);
}

/** The carrier with the proof that the actor may change it. Refuses `ties.carrier_not_found`, `kernel.forbidden`. */
async function openCarrier(work: Work, id: CarrierId): Promise<Result<{ readonly carrier: Carrier; readonly scope: RegisterScope }>> {
  const carrier = await findCarrier(work.tx, id);
  if (carrier === null) return notFound('ties.carrier_not_found');
  const scope = mayWrite(work.actor, carrier.office);
  return scope.ok ? ok({ carrier, scope: scope.value }) : scope;
}

/** Sets the fields that are given; the others stay. */
export async function updateCarrier(work: Work, input: Asked<'updateCarrier'>): Promise<Result<Answer<'updateCarrier'>>> {
  const opened = await openCarrier(work, input.carrierId);
  if (!opened.ok) return opened;
  const { carrier, scope } = opened.value;
  const { carrierId: _id, ...given } = input;
  const kept = <K extends Exclude<keyof CarrierFacts, 'sourceId'>>(field: K): CarrierFacts[K] => {
    const value = given[field] as CarrierFacts[K] | undefined;
    return value === undefined ? carrier[field] : value;
  };
  const stated = {
    ...{ kind: kept('kind'), side: kept('side'), organisationId: kept('organisationId'), name: kept('name') },
    ...{ body: kept('body'), role: kept('role'), starts: kept('starts'), ends: kept('ends') },
  };
  const problems = await problemsOf(work, stated);
  const sourceId = await settlePapers(work, carrier, { asked: { source: given.source }, before: carrier, problems });
  if (!sourceId.ok) return sourceId;
  const facts: CarrierFacts = { ...stated, sourceId: sourceId.value };
  if (!(await saveCarrier(work.tx, scope, { id: carrier.id, facts, version: work.expectedVersion }))) return refuse(stale);
  await audit(work, { useCase: 'update-carrier', office: scope.office, subjects: [carrier.id], fields: Object.keys(given) });
  return shown(work, carrier.id);
}

/** Withdraws it; it stays on record, the names that its office kept with it are erased. Refuses `kernel.stale`. */
export async function withdrawCarrier(work: Work, input: Asked<'withdrawCarrier'>): Promise<Result<Answer<'withdrawCarrier'>>> {
  const opened = await openCarrier(work, input.carrierId);
  if (!opened.ok) return opened;
  const { carrier, scope } = opened.value;
  const asks = askFirst(readByOthers(carrier), input.confirmed);
  if (asks !== null) return asks;
  if (!(await saveWithdrawal(work.tx, scope, { id: carrier.id, version: work.expectedVersion, now: work.now }))) return refuse(stale);
  const closed = await closePapers(work, carrier, carrier);
  if (!closed.ok) return closed;
  await audit(work, { useCase: 'withdraw-carrier', office: scope.office, subjects: [carrier.id, carrier.tieId], fields: [] });
  return ok({ carrierId: carrier.id });
}

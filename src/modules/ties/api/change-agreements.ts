// Agreements of a tie, what they foresee, and what each side says of it.
import type { Id, OfficeId } from '#kernel/ids.ts';
import { notFound, ok, refuse, type Problem, type Refusal, type Result } from '#kernel/result.ts';
import { boundsOf } from '#kernel/flex-date.ts';
import { audit } from '#modules/accounts/api/record-audit.ts';
import { citiesByIds } from '#modules/cities/api/open-city.ts';
import { nameOrganisations } from '#modules/organisations/api/name-organisations.ts';
import type { Work } from '#platform/work.ts';
import type { TieCityId } from '../domain/tie.ts';
import type { Answer, Asked } from '../contract.ts';
import type { AgreedItemId, AgreementId } from '../domain/happenings.ts';
import type { Agreement, AgreementFacts, ItemFacts } from '../domain/records.ts';
import type { RegisterScope } from '../domain/scope.ts';
import { mayWrite } from '../policy.ts';
import {
  agreementOfItem,
  findAgreement,
  insertAgreement,
  insertItem,
  loadItems,
  saveItemState,
  updateAgreement as saveAgreement,
  updateItem,
  withdrawAgreement as saveWithdrawal,
} from '../store/agreements.ts';
import { closePapers, settlePapers } from './cite-papers.ts';
import { findTie, officesOf, openForEntry, type OpenTie } from './open-tie.ts';
import { showAgreements, showItem } from './show-happenings.ts';

type AgreementShown = Answer<'addAgreement'>;
type ItemShown = Answer<'addAgreedItem'>;

const stale: Refusal = { kind: 'stale', code: 'kernel.stale' };

type Stated = Omit<AgreementFacts, 'sourceId' | 'documentId'>;

/** A title missing, cities and organisations that do not exist for the actor, an end before the beginning; all at once. */
async function problemsOf(work: Work, facts: Stated): Promise<readonly Problem[]> {
  const ids = (kind: string): string[] => facts.parties.flatMap((party) => (party.kind === kind && 'id' in party ? [party.id] : []));
  const cities = await citiesByIds(work, ids('city') as TieCityId[]);
  const organisations = await nameOrganisations(work, ids('organisation'));
  const [begins, ends] = [
    facts.validFrom === null ? null : boundsOf(facts.validFrom),
    facts.validTo === null ? null : boundsOf(facts.validTo),
  ];
  return [
    ...(Object.keys(facts.title).length === 0 ? [{ path: ['title'], code: 'kernel.required' }] : []),
    ...facts.parties.flatMap((party, at) => {
      if (party.kind === 'city' && !cities.has(party.id as TieCityId)) return [{ path: ['parties', at, 'id'], code: 'cities.not_found' }];
      if (party.kind === 'organisation' && !organisations.has(party.id))
        return [{ path: ['parties', at, 'id'], code: 'organisations.not_found' }];
      return [];
    }),
    ...((begins?.from ?? '') > (ends?.to ?? '9999') ? [{ path: ['validTo'], code: 'ties.ends_before_begins' }] : []),
  ];
}

async function shown(work: Work, id: AgreementId): Promise<Result<AgreementShown>> {
  const agreement = await findAgreement(work.tx, id);
  if (agreement === null) return notFound('ties.agreement_not_found');
  const tie = await findTie(work, agreement.tieId);
  const sides = tie.ok ? officesOf(tie.value) : { a: null, b: null };
  const [first] = await showAgreements(work, [agreement], { items: await loadItems(work.tx, [id]), sides });
  return first === undefined ? notFound('ties.agreement_not_found') : ok(first);
}

/** Enters an agreement of a tie that the office keeps; private until decided otherwise. */
export async function addAgreement(work: Work, input: Asked<'addAgreement'>): Promise<Result<AgreementShown>> {
  const opened = await openForEntry(work, input.tieId, input.office);
  if (!opened.ok) return opened;
  const { tie, scope } = opened.value;
  const { tieId: _tie, office: _office, ...given } = input;
  const { source, documentId: document, ...stated } = given;
  const documentId = document as Id<'Document'> | null;
  const id = work.newId<'Agreement'>();
  const row = { id, office: scope.office, visibility: 'private', sharedWith: [] } as const;
  const sourceId = await settlePapers(work, row, {
    asked: { source, documentId },
    before: { sourceId: null },
    problems: await problemsOf(work, stated),
  });
  if (!sourceId.ok) return sourceId;
  await insertAgreement(work.tx, scope, { id, tieId: tie.tieId, facts: { ...stated, sourceId: sourceId.value, documentId } });
  await audit(work, { useCase: 'add-agreement', office: scope.office, subjects: [id, tie.tieId], fields: Object.keys(given) });
  return shown(work, id);
}

/** The agreement with the proof that the actor may change it. Refuses `ties.agreement_not_found`, `kernel.forbidden`. */
async function openAgreement(work: Work, id: string): Promise<Result<{ readonly agreement: Agreement; readonly scope: RegisterScope }>> {
  const agreement = await findAgreement(work.tx, id as AgreementId);
  if (agreement === null) return notFound('ties.agreement_not_found');
  const scope = mayWrite(work.actor, agreement.office);
  return scope.ok ? ok({ agreement, scope: scope.value }) : scope;
}

/** Sets the fields that are given; the others stay. */
export async function updateAgreement(work: Work, input: Asked<'updateAgreement'>): Promise<Result<AgreementShown>> {
  const opened = await openAgreement(work, input.agreementId);
  if (!opened.ok) return opened;
  const { agreement, scope } = opened.value;
  const { agreementId: _id, ...given } = input;
  const documentId = given.documentId === undefined ? agreement.documentId : (given.documentId as Id<'Document'> | null);
  const stated: Stated = {
    kind: given.kind ?? agreement.kind,
    title: given.title ?? agreement.title,
    parties: given.parties ?? agreement.parties,
    signedOn: given.signedOn === undefined ? agreement.signedOn : given.signedOn,
    validFrom: given.validFrom === undefined ? agreement.validFrom : given.validFrom,
    validTo: given.validTo === undefined ? agreement.validTo : given.validTo,
  };
  const sourceId = await settlePapers(work, agreement, {
    asked: { source: given.source, documentId },
    before: agreement,
    problems: await problemsOf(work, stated),
  });
  if (!sourceId.ok) return sourceId;
  const facts: AgreementFacts = { ...stated, sourceId: sourceId.value, documentId };
  if (!(await saveAgreement(work.tx, scope, { id: agreement.id, facts, version: work.expectedVersion }))) return refuse(stale);
  await audit(work, { useCase: 'update-agreement', office: scope.office, subjects: [agreement.id], fields: Object.keys(given) });
  return shown(work, agreement.id);
}

/** Withdraws an agreement with its items; it stays on record. Refuses `kernel.stale`. */
export async function withdrawAgreement(work: Work, input: Asked<'withdrawAgreement'>): Promise<Result<Asked<'withdrawAgreement'>>> {
  const opened = await openAgreement(work, input.agreementId);
  if (!opened.ok) return opened;
  const { agreement, scope } = opened.value;
  const { expectedVersion: version, now } = work;
  if (!(await saveWithdrawal(work.tx, scope, { id: agreement.id, version, now }))) return refuse(stale);
  const closed = await closePapers(work, agreement, agreement);
  if (!closed.ok) return closed;
  await audit(work, { useCase: 'withdraw-agreement', office: scope.office, subjects: [agreement.id, agreement.tieId], fields: [] });
  return ok({ agreementId: agreement.id });
}

/** An item as the actor reads it, with the states of both sides. */
async function shownItem(work: Work, agreement: Agreement, id: AgreedItemId): Promise<Result<ItemShown>> {
  const item = (await loadItems(work.tx, [agreement.id])).find((known) => known.id === id);
  if (item === undefined) return notFound('ties.item_not_found');
  const tie = await findTie(work, agreement.tieId);
  return ok(showItem(item, tie.ok ? officesOf(tie.value) : { a: null, b: null }));
}

/** Adds one thing that an agreement of the office foresees. */
export async function addAgreedItem(work: Work, input: Asked<'addAgreedItem'>): Promise<Result<ItemShown>> {
  const opened = await openAgreement(work, input.agreementId);
  if (!opened.ok) return opened;
  const { agreement, scope } = opened.value;
  const { agreementId: _id, ...facts } = input;
  const id = work.newId<'AgreedItem'>();
  await insertItem(work.tx, scope, { id, agreement, facts });
  await audit(work, { useCase: 'add-agreed-item', office: scope.office, subjects: [id, agreement.id], fields: Object.keys(facts) });
  return shownItem(work, agreement, id);
}

async function openItem(work: Work, itemId: string) {
  const agreementId = await agreementOfItem(work.tx, itemId as AgreedItemId);
  const agreement = agreementId === null ? null : await findAgreement(work.tx, agreementId);
  if (agreement === null) return notFound('ties.item_not_found');
  const item = (await loadItems(work.tx, [agreement.id])).find(({ id }) => id === itemId);
  return item === undefined ? notFound('ties.item_not_found') : ok({ agreement, item });
}

/** Sets the fields that are given; the others stay. Refuses `kernel.forbidden` to whoever did not enter it. */
export async function updateAgreedItem(work: Work, input: Asked<'updateAgreedItem'>): Promise<Result<ItemShown>> {
  const opened = await openItem(work, input.itemId);
  if (!opened.ok) return opened;
  const { agreement, item } = opened.value;
  const scope = mayWrite(work.actor, agreement.office);
  if (!scope.ok) return scope;
  const { itemId: _id, ...given } = input;
  const facts: ItemFacts = {
    text: given.text ?? item.text,
    domain: given.domain === undefined ? item.domain : given.domain,
    aOwner: given.aOwner === undefined ? item.aOwner : given.aOwner,
    bOwner: given.bOwner === undefined ? item.bOwner : given.bOwner,
    due: given.due === undefined ? item.due : given.due,
  };
  if (!(await updateItem(work.tx, scope.value, { id: item.id, facts, version: work.expectedVersion }))) return refuse(stale);
  await audit(work, { useCase: 'update-agreed-item', office: agreement.office, subjects: [item.id], fields: Object.keys(given) });
  return shownItem(work, agreement, item.id);
}

/** Who hears a side's word on an item: the readers of one's own agreement, else the office that entered it. */
const listeners = (agreement: Agreement, office: OfficeId): Pick<Agreement, 'visibility' | 'sharedWith'> =>
  agreement.office === office
    ? { visibility: agreement.visibility, sharedWith: agreement.sharedWith }
    : { visibility: 'shared', sharedWith: [agreement.office] };

/** Says how an item stands on one's own side; the other side's word is never touched. Refuses `ties.not_your_side`. */
export async function sayItemState(work: Work, input: Asked<'sayItemState'>): Promise<Result<ItemShown>> {
  const opened = await openItem(work, input.itemId);
  if (!opened.ok) return opened;
  const { agreement, item } = opened.value;
  const office = input.office as OfficeId;
  const scope = mayWrite(work.actor, office);
  if (!scope.ok) return scope;
  const tie = await findTie(work, agreement.tieId);
  if (!isSide(tie, office) && agreement.office !== office) return refuse({ kind: 'forbidden', code: 'ties.not_your_side' });
  await saveItemState(work.tx, scope.value, { itemId: item.id, state: input.state, now: work.now, ...listeners(agreement, office) });
  await audit(work, { useCase: 'say-item-state', office, subjects: [item.id], fields: ['state'] });
  return shownItem(work, agreement, item.id);
}

const isSide = (tie: Result<OpenTie>, office: OfficeId): boolean => tie.ok && Object.values(officesOf(tie.value)).includes(office);

// What an agreement foresees, what each side says of it with its proof, and what a later agreement takes over.
import { withGiven } from '#kernel/given.ts';
import type { Id, OfficeId } from '#kernel/ids.ts';
import { askFirst, notFound, ok, refuse, refuseInput, stale, type Result } from '#kernel/result.ts';
import { audit } from '#modules/accounts/api/record-audit.ts';
import type { Work } from '#platform/work.ts';
import type { Answer, Asked } from '../../contract.ts';
import { nearness } from '../../domain/endings.ts';
import { DUE_HAS_PASSED, type AgreedItemId } from '../../domain/happenings.ts';
import { isAsTakenOver } from '../../domain/memoranda.ts';
import type { AgreedItem, Agreement, ItemFacts } from '../../domain/records.ts';
import { mayWrite } from '../../policy.ts';
import {
  agreementOfItem,
  carriedFurther,
  carriedInto,
  deleteItems,
  insertItem,
  loadItems,
  ownItems,
  saveItemState,
  takeItemStateBack,
  updateItem,
} from '../../store/agreed-items.ts';
import { findAgreement, loadAgreements } from '../../store/agreements.ts';
import { matchProblems } from '../begun-from.ts';
import { settlePapers } from '../cite-papers.ts';
import { openAgreement } from './open-agreement.ts';
import { findTie, officesOf, type OpenTie } from '../open-tie.ts';
import { showItems } from '../exchange/show-happenings.ts';

type ItemShown = Answer<'addAgreedItem'>;

/** Items of an agreement as the actor reads them, with the states of both sides. */
async function shownItems(work: Work, agreement: Agreement, ids: readonly AgreedItemId[]): Promise<readonly ItemShown[]> {
  const items = (await loadItems(work.tx, [agreement.id])).filter(({ id }) => ids.includes(id));
  const tie = await findTie(work, agreement.tieId);
  return showItems(work, items, tie.ok ? officesOf(tie.value) : { a: null, b: null });
}

export async function shownItem(work: Work, agreement: Agreement, id: AgreedItemId): Promise<Result<ItemShown>> {
  const [item] = await shownItems(work, agreement, [id]);
  return item === undefined ? notFound('ties.item_not_found') : ok(item);
}

/** Asks `ties.due_has_passed` of a day that was not there before. */
function askOfDue(work: Work, due: ItemFacts['due'] | undefined, before: ItemFacts['due'], confirmed: readonly string[] | undefined) {
  const isNew = due !== undefined && due !== null && (due.text !== before?.text || due.qualifier !== before.qualifier);
  const isPast = isNew && nearness(due, work.now.toISOString().slice(0, 10)) === 'late';
  return askFirst(isPast ? [{ code: DUE_HAS_PASSED, like: [] }] : [], confirmed);
}

/** Adds one thing that an agreement of the office foresees; it stays with the office until it is shown. Asks `ties.due_has_passed`. */
export async function addAgreedItem(work: Work, input: Asked<'addAgreedItem'>): Promise<Result<ItemShown>> {
  const opened = await openAgreement(work, input.agreementId);
  if (!opened.ok) return opened;
  const { agreement, scope } = opened.value;
  const { agreementId: _id, confirmed, begunFrom, ...facts } = input;
  const problems = await matchProblems(work, begunFrom);
  if (problems.length > 0) return refuseInput(problems);
  const asks = askOfDue(work, facts.due, null, confirmed);
  if (asks !== null) return asks;
  const id = work.newId<'AgreedItem'>();
  await insertItem(work.tx, scope, { id, agreement, facts, begunFrom });
  await audit(work, { useCase: 'add-agreed-item', office: scope.office, subjects: [id, agreement.id], fields: Object.keys(facts) });
  return shownItem(work, agreement, id);
}

/** An item that may be seen, with its agreement. Refuses `ties.item_not_found`. */
export async function openItem(work: Work, itemId: string) {
  const agreementId = await agreementOfItem(work.tx, itemId as AgreedItemId);
  const agreement = agreementId === null ? null : await findAgreement(work.tx, agreementId);
  if (agreement === null) return notFound('ties.item_not_found');
  const item = (await loadItems(work.tx, [agreement.id])).find(({ id }) => id === itemId);
  return item === undefined ? notFound('ties.item_not_found') : ok({ agreement, item });
}

/** Sets the fields that are given; the others stay. Refuses `kernel.forbidden` to whoever did not enter it; asks `ties.due_has_passed`. */
export async function updateAgreedItem(work: Work, input: Asked<'updateAgreedItem'>): Promise<Result<ItemShown>> {
  const opened = await openItem(work, input.itemId);
  if (!opened.ok) return opened;
  const { agreement, item } = opened.value;
  const scope = mayWrite(work.actor, agreement.office);
  if (!scope.ok) return scope;
  const { itemId: _id, confirmed, ...given } = input;
  const asks = askOfDue(work, given.due, item.due, confirmed);
  if (asks !== null) return asks;
  const facts = withGiven<ItemFacts>(item, given);
  if (!(await updateItem(work.tx, scope.value, { id: item.id, facts, version: work.expectedVersion }))) return refuse(stale);
  await audit(work, { useCase: 'update-agreed-item', office: agreement.office, subjects: [item.id], fields: Object.keys(given) });
  return shownItem(work, agreement, item.id);
}

/** Who hears a side's word on an item: the readers of one's own item, else the office that entered it. */
const listeners = (
  { agreement, item }: { readonly agreement: Agreement; readonly item: AgreedItem },
  office: OfficeId,
): Pick<Agreement, 'visibility' | 'sharedWith'> =>
  agreement.office === office
    ? { visibility: item.visibility, sharedWith: item.sharedWith }
    : { visibility: 'shared', sharedWith: [agreement.office] };

/** Says how an item stands on one's own side, or takes one's last word back; the other side's is never touched. Refuses `ties.not_your_side`. */
export async function sayItemState(work: Work, input: Asked<'sayItemState'>): Promise<Result<ItemShown>> {
  const opened = await openItem(work, input.itemId);
  if (!opened.ok) return opened;
  const { agreement, item } = opened.value;
  const office = input.office;
  const scope = mayWrite(work.actor, office);
  if (!scope.ok) return scope;
  const tie = await findTie(work, agreement.tieId);
  if (!isSide(tie, office) && agreement.office !== office) return refuse({ kind: 'forbidden', code: 'ties.not_your_side' });
  const said = item.states.find((one) => one.office === office) ?? { sourceId: null, documentId: null };
  const { state } = input;
  // What proves a word goes with it.
  const given = state === null ? { source: null, documentId: null } : input;
  const documentId = given.documentId === undefined ? said.documentId : (given.documentId as Id<'Document'> | null);
  const row = { id: item.id, office, ...listeners(opened.value, office) };
  const sourceId = await settlePapers(work, row, { asked: { source: given.source, documentId }, before: said, problems: [] });
  if (!sourceId.ok) return sourceId;
  const { visibility, sharedWith } = row;
  const proof = { sourceId: sourceId.value, documentId };
  if (state === null) await takeItemStateBack(work.tx, scope.value, item.id);
  else await saveItemState(work.tx, scope.value, { itemId: item.id, state, ...proof, now: work.now, visibility, sharedWith });
  const fields = Object.keys({ ...input }).filter((field) => field === 'state' || field === 'source' || field === 'documentId');
  await audit(work, { useCase: 'say-item-state', office, subjects: [item.id], fields });
  return shownItem(work, agreement, item.id);
}

/**
 * Takes items of earlier agreements of the same tie and office over, each with what it says, who sees to it, and the item it goes on
 * with; the day it was due by is past and stays behind. One taken over before is left out. Refuses `ties.item_not_found` at each item
 * that is not one of these.
 */
export async function carryItemsOver(work: Work, input: Asked<'carryItemsOver'>): Promise<Result<Answer<'carryItemsOver'>>> {
  const opened = await openAgreement(work, input.agreementId);
  if (!opened.ok) return opened;
  const { agreement, scope } = opened.value;
  const asked = [...new Set(input.itemIds as AgreedItemId[])];
  const ofTie = (await loadAgreements(work.tx, [agreement.tieId])).map(({ id }) => id).filter((id) => id !== agreement.id);
  const items = (await ownItems(work.tx, agreement.office, asked)).filter(({ agreementId }) => ofTie.includes(agreementId));
  const missing = input.itemIds.flatMap((id, at) =>
    items.some((item) => item.id === id) ? [] : [{ path: ['itemIds', at], code: 'ties.item_not_found' }],
  );
  if (missing.length > 0) return refuseInput(missing);
  const before = await carriedInto(work.tx, agreement.id);
  const made: AgreedItemId[] = [];
  for (const { id: carriedFrom, text, domain, aOwner, bOwner } of items.filter(({ id }) => !before.has(id))) {
    const id = work.newId<'AgreedItem'>();
    await insertItem(work.tx, scope, { id, agreement, carriedFrom, facts: { text, domain, aOwner, bOwner, due: null } });
    made.push(id);
  }
  await audit(work, { useCase: 'carry-items-over', office: agreement.office, subjects: [agreement.id, ...made], fields: ['carriedFrom'] });
  return ok({ entries: [...(await shownItems(work, agreement, made))] });
}

/**
 * Undoes that an agreement has taken items over: those that stand as they were taken over go, those worked on since stay and are answered.
 * Refuses `ties.item_not_found` at each that it has not taken over.
 */
export async function takeItemsBack(work: Work, input: Asked<'takeItemsBack'>): Promise<Result<Answer<'takeItemsBack'>>> {
  const opened = await openAgreement(work, input.agreementId);
  if (!opened.ok) return opened;
  const { agreement, scope } = opened.value;
  const carried = (await loadItems(work.tx, [agreement.id])).filter(({ carriedFrom }) => carriedFrom !== null);
  const asked = input.itemIds ?? carried.map(({ id }) => id);
  const missing = asked.flatMap((id, at) =>
    carried.some((item) => item.id === id) ? [] : [{ path: ['itemIds', at], code: 'ties.item_not_found' }],
  );
  if (missing.length > 0) return refuseInput(missing);
  const items = carried.filter(({ id }) => asked.includes(id));
  const goneOn = await carriedFurther(
    work.tx,
    items.map(({ id }) => id),
  );
  const taken = items.filter((item) => isAsTakenOver(item, goneOn)).map(({ id }) => id);
  await deleteItems(work.tx, scope, taken);
  await audit(work, { useCase: 'take-items-back', office: agreement.office, subjects: [agreement.id, ...taken], fields: ['carriedFrom'] });
  const left = items.filter(({ id }) => !taken.includes(id)).map(({ id }) => id);
  return ok({ taken, stayed: [...(await shownItems(work, agreement, left))] });
}

const isSide = (tie: Result<OpenTie>, office: OfficeId): boolean => tie.ok && Object.values(officesOf(tie.value)).includes(office);

// Who sees an agreed item: its office alone, or those who see its agreement; and its withdrawal.
import { askFirst, ok, readByOthers, refuse, stale, type Result } from '#kernel/result.ts';
import { audit } from '#modules/accounts/api/record-audit.ts';
import type { Work } from '#platform/work.ts';
import type { Answer, Asked } from '../../contract.ts';
import { mayWrite } from '../../policy.ts';
import { closeOrOpenItem } from '../../store/agreed-items.ts';
import { openItem, shownItem } from './change-items.ts';
import { citeEvidence, closeEvidence } from './cite-evidence.ts';

const ours = { visibility: 'private' as const, sharedWith: [] };

async function openOwn(work: Work, itemId: string) {
  const opened = await openItem(work, itemId);
  if (!opened.ok) return opened;
  const scope = mayWrite(work.actor, opened.value.agreement.office);
  return scope.ok ? ok({ ...opened.value, scope: scope.value }) : scope;
}

/** Shows an item of the office to the readers of its agreement, or keeps it to the office. Refuses `kernel.stale`; asks `kernel.read_by_others`. */
export async function setItemAudience(work: Work, input: Asked<'setItemAudience'>): Promise<Result<Answer<'setItemAudience'>>> {
  const opened = await openOwn(work, input.itemId);
  if (!opened.ok) return opened;
  const { agreement, item, scope } = opened.value;
  const isShown = input.visibility === 'agreement';
  const asks = isShown ? null : askFirst(readByOthers(item), input.confirmed);
  if (asks !== null) return asks;
  const audience = isShown ? { visibility: agreement.visibility, sharedWith: agreement.sharedWith } : ours;
  if (!(await closeOrOpenItem(work.tx, scope, { id: item.id, version: work.expectedVersion, ...audience }))) return refuse(stale);
  const cited = await citeEvidence(work, scope.office, [item], audience);
  if (!cited.ok) return cited;
  await audit(work, { useCase: 'set-item-audience', office: scope.office, subjects: [item.id], fields: ['visibility', 'sharedWith'] });
  return shownItem(work, agreement, item.id);
}

/** Withdraws an item; it stays on record. Refuses `kernel.stale`; asks `kernel.read_by_others`. */
export async function withdrawAgreedItem(work: Work, input: Asked<'withdrawAgreedItem'>): Promise<Result<Answer<'withdrawAgreedItem'>>> {
  const opened = await openOwn(work, input.itemId);
  if (!opened.ok) return opened;
  const { item, scope } = opened.value;
  const asks = askFirst(readByOthers(item), input.confirmed);
  if (asks !== null) return asks;
  const { expectedVersion: version, now: withdrawnAt } = work;
  if (!(await closeOrOpenItem(work.tx, scope, { id: item.id, version, withdrawnAt, ...ours }))) return refuse(stale);
  const closed = await closeEvidence(work, scope.office, [item]);
  if (!closed.ok) return closed;
  await audit(work, { useCase: 'withdraw-agreed-item', office: scope.office, subjects: [item.id], fields: [] });
  return ok({ itemId: item.id });
}

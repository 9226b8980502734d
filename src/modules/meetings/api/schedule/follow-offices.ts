// What belongs to a participant's side follows the offices that act for it; subscribed in app to expos's word of a change, in the same transaction.
import type { Work } from '#platform/work.ts';
import { mayOrganise } from '../../policy.ts';
import { reshareEntries } from '../../store/agendas.ts';
import { reshareSides } from '../../store/requests.ts';
import { loadEditionHead } from '../edition-facts.ts';

/**
 * Other offices act for these participants now: agendas, requests, absences and feedback become theirs to see, and no
 * longer the former ones'. Runs in the organiser's own change, which has locked the edition.
 */
export async function followOffices(
  work: Work,
  change: { readonly editionId: string; readonly participants: readonly { readonly id: string }[] },
): Promise<void> {
  const head = await loadEditionHead(work, change.editionId);
  const scope = head === null ? null : mayOrganise(work.actor, head);
  if (scope === null || !scope.ok) return;
  const ids = change.participants.map((p) => p.id);
  await reshareEntries(work.tx, scope.value, ids);
  await reshareSides(work.tx, scope.value, ids);
}

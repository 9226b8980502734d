// Agendas and requests follow the offices that act for a participant; subscribed in app to expos's word of a change, in the same transaction.
import type { Work } from '#platform/work.ts';
import { mayOrganise } from '../policy.ts';
import { reshareEntries } from '../store/agendas.ts';
import { reshareRequests } from '../store/requests.ts';
import { loadEditionHead } from './edition-facts.ts';

/** Other offices act for these participants now: agendas and requests become theirs to see, and no longer the former ones'. Runs in the organiser's own change. */
export async function followOffices(
  work: Work,
  change: { readonly editionId: string; readonly participants: readonly { readonly id: string; readonly offices: readonly string[] }[] },
): Promise<void> {
  const head = await loadEditionHead(work, change.editionId);
  const scope = head === null ? null : mayOrganise(work.actor, head);
  if (scope === null || !scope.ok) return;
  for (const { id, offices } of change.participants) {
    await reshareEntries(work.tx, scope.value, id, offices);
    await reshareRequests(work.tx, scope.value, id, offices);
  }
}

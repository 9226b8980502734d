// Whom a letter to an organisation can go to: people in their posts with an address.
import type { Work } from '#platform/work.ts';
import { loadReachable, type ReachableContact } from '../store/contacts.ts';

export type { ReachableContact };

/** Contacts with an address that the actor's offices keep and that are in their post on this day, of each organisation in the order of recording. */
export async function reachContacts(
  { tx }: Work,
  organisations: readonly string[],
  day: string,
): Promise<ReadonlyMap<string, readonly ReachableContact[]>> {
  return Map.groupBy(organisations.length === 0 ? [] : await loadReachable(tx, organisations, day), ({ organisationId }) => organisationId);
}

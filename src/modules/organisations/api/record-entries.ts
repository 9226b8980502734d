import type { OfficeId } from '#kernel/ids.ts';
import { ok, type Result } from '#kernel/result.ts';
import type { Work } from '#platform/work.ts';
import type { Entry, EntryKind } from '../domain/entry.ts';
import type { OrganisationId } from '../domain/organisation.ts';
import { mayRecord } from '../policy.ts';
import { latestEntries, latestEntriesOf, saveEntries, type Said } from '../store/entries.ts';

/** Records what organisations of the office bring and seek. Part of a larger use case, which writes the audit entry. Refuses `kernel.forbidden`. */
export async function recordEntries(
  work: Work,
  { office, entries }: { readonly office: OfficeId; readonly entries: readonly Entry[] },
): Promise<Result<void>> {
  const scope = mayRecord(work.actor, office);
  if (!scope.ok) return scope;
  if (entries.length > 0) await saveEntries(work.tx, scope.value, { entries, now: work.now, newId: () => work.newId<'Entry'>() });
  return ok(undefined);
}

/** What the organisation brought and sought last, as far as the actor's offices recorded it. */
export const knownEntries = ({ tx }: Work, organisationId: OrganisationId): Promise<ReadonlyMap<EntryKind, Said>> =>
  latestEntries(tx, organisationId);

/** The same of many organisations, by their ids; one without any is left out. */
export const knownEntriesOf = (
  { tx }: Work,
  organisationIds: readonly string[],
): Promise<ReadonlyMap<string, ReadonlyMap<EntryKind, Said>>> => latestEntriesOf(tx, organisationIds as readonly OrganisationId[]);

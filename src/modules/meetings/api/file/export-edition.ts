// The facts of an edition as a file: what the organiser takes home, and what an import reads back unchanged.
import { notFound, ok, type Result } from '#kernel/result.ts';
import type { Transact, Work } from '#platform/work.ts';
import type { Asked } from '../../contract.ts';
import type { EventFile } from '../../domain/file/edition-file.ts';
import { eventOfRoster, written } from '../../domain/file/roster.ts';
import type { OrganiserScope, OverviewScope } from '../../domain/scopes.ts';
import { writeEventFile } from '../../formats/edition-files.ts';
import { loadEditionRoster, loadSettled, loadStandingRequests, type StandingRow } from '../../store/edition-facts.ts';
import { oversee } from '../open-edition.ts';

export interface EditionEvent {
  readonly event: EventFile;
  readonly standing: readonly StandingRow[];
}

/** An edition's facts, rows in order of number, code or entry. Refuses `meetings.edition_unknown`. */
export async function eventOfEdition(work: Work, scope: OverviewScope | OrganiserScope): Promise<Result<EditionEvent>> {
  const found = await loadEditionRoster(work.tx, scope);
  if (found === null) return notFound('meetings.edition_unknown');
  const { roster, name, venue, timeZone, firstDay, lastDay } = found;
  const standing = await loadStandingRequests(work.tx, scope);
  const facts = eventOfRoster({ name: written(name), venue: written(venue), timeZone, firstDay, lastDay }, roster);
  const requests = standing.map(({ from, to, wish, session, note, meeting }) => ({ from, to, wish, session, note, meeting }));
  return ok({ event: { ...facts, requests, ...(await loadSettled(work.tx, scope)) }, standing });
}

/** Writes the edition as a file for its organiser, outside the transaction that reads it. Refuses `meetings.edition_unknown`, `meetings.organiser_only`. */
export async function exportEvent(transact: Transact, input: Asked<'exportEvent'>): Promise<Result<File>> {
  const read = await transact(async (work) => {
    const opened = await oversee(work, input.editionId);
    if (!opened.ok) return opened;
    const facts = await eventOfEdition(work, opened.value.scope);
    if (!facts.ok) return facts;
    return ok({ event: facts.value.event, language: input.language ?? work.actor.language, firstDay: opened.value.head.firstDay });
  });
  if (!read.ok) return read;
  const { event, language, firstDay } = read.value;
  const written = await writeEventFile({ event, format: input.format, language, table: input.table ?? null });
  if (!written.ok) return written;
  const { bytes, mediaType, extension } = written.value;
  return ok(new File([new Uint8Array(bytes)], `${input.table ?? 'event'}-${firstDay}.${extension}`, { type: mediaType }));
}

// Importing an event file into an edition: first what it would do, then all of it or nothing. The file is read before the transaction.
import { createHash } from 'node:crypto';
import { ok, refuse, type Result } from '#kernel/result.ts';
import { audit } from '#modules/accounts/api/record-audit.ts';
import { setEditionDays } from '#modules/expos/api/change-edition.ts';
import { replaceRoster } from '#modules/expos/api/replace-roster.ts';
import type { Transact, Work } from '#platform/work.ts';
import type { Answer, Asked } from '../contract.ts';
import type { EventFile } from '../domain/event-file.ts';
import { meetingsWanted, requestChanges } from '../domain/event-requests.ts';
import { saysTheSame } from '../domain/event-same.ts';
import { rosterOfEvent, type Roster } from '../domain/event-roster.ts';
import type { OrganiserScope } from '../domain/scopes.ts';
import type { ReadEvent } from '../formats/event-bytes.ts';
import { readEventFile } from '../formats/event-files.ts';
import { clearSettled } from '../store/event-facts.ts';
import { lockSchedule } from '../store/meetings.ts';
import { loadNotice } from '../store/releases.ts';
import { eventOfEdition, type EditionEvent } from './export-event.ts';
import { organise } from './open-edition.ts';
import { replaceRequests, standingFor } from './replace-requests.ts';

type Preview = Answer<'previewImport'>;

/** A file as it was read, and the facts of the edition that it was read against. */
export interface ReadImport {
  readonly before: EditionEvent;
  readonly read: ReadEvent;
  readonly roster: Roster;
}

const countsOf = (event: EventFile): Preview['before'] => ({
  slots: event.slots.length,
  tables: event.tables.length,
  stands: event.stands.length,
  groups: event.groups.length,
  participants: event.participants.length,
  interpreters: event.interpreters.length,
  requests: event.requests.length,
  meetings: meetingsWanted(event),
});

/** Of the facts before and after: who confirms a preview confirms this change and no other. */
const digestOf = (before: EventFile, after: EventFile): string =>
  createHash('sha256')
    .update(JSON.stringify([before, after]))
    .digest('base64url');

const daysOf = ({ edition }: EventFile): string => `${edition.firstDay} ${edition.lastDay}`;

const isEmpty = (event: EventFile): boolean =>
  Object.entries(event).every(([table, rows]) => table === 'edition' || (Array.isArray(rows) && rows.length === 0));

async function stateOf(work: Work, editionId: string, before: EventFile): Promise<Preview['state']> {
  if ((await loadNotice(work.tx, editionId)) !== null) return 'released';
  return isEmpty(before) ? 'empty' : 'filled';
}

/** Reads the file in a thread, outside any transaction. Refuses a file with every problem at once, each with its place. */
export async function readImport(transact: Transact, input: Asked<'previewImport'>): Promise<Result<ReadImport>> {
  const found = await transact(async (work) => {
    const opened = await organise(work, input.editionId);
    if (!opened.ok) return opened;
    const before = await eventOfEdition(work, opened.value.scope);
    return before.ok ? ok({ before: before.value, firstDay: opened.value.head.firstDay }) : before;
  });
  if (!found.ok) return found;
  const { before, firstDay } = found.value;
  const read = await readEventFile({
    bytes: new Uint8Array(await input.file.arrayBuffer()),
    fileName: input.file.name,
    existing: before.event,
    editionOf: 'existing',
    day: { date: input.date ?? firstDay, firstStart: input.firstStart, minutes: input.minutes },
  });
  if (!read.ok) return read;
  const roster = rosterOfEvent(read.value.event);
  return roster.ok ? ok({ before, read: read.value, roster: roster.value }) : roster;
}

async function previewOf(work: Work, scope: OrganiserScope, { before, read }: ReadImport): Promise<Preview> {
  const changes = requestChanges(standingFor(before.standing, scope.office), read.event.requests);
  const { added, changed, withdrawn, kept } = changes;
  return {
    format: read.format,
    digest: digestOf(before.event, read.event),
    tables: [...read.tables],
    ignored: read.ignored.map((part) => ({ ...part })),
    before: countsOf(before.event),
    after: countsOf(read.event),
    requests: { added: added.length, changed: changed.length, withdrawn: withdrawn.length, kept: kept.length },
    days:
      daysOf(read.event) === daysOf(before.event) ? null : { firstDay: read.event.edition.firstDay, lastDay: read.event.edition.lastDay },
    changes: !saysTheSame(before.event, read.event),
    state: await stateOf(work, scope.editionId, before.event),
  };
}

/** What an import of the file would do; changes nothing. */
export async function previewImport(work: Work, input: Asked<'previewImport'>, file: ReadImport): Promise<Result<Preview>> {
  const opened = await organise(work, input.editionId);
  return opened.ok ? ok(await previewOf(work, opened.value.scope, file)) : opened;
}

/** Whether the edition still holds what the file was read against. */
const unchanged = (then: EditionEvent, now: EditionEvent): boolean => JSON.stringify(then) === JSON.stringify(now);

/**
 * Imports the file, all or nothing. Refuses `meetings.import_preview_outdated` when file or edition are no longer what was seen;
 * `meetings.import_needs_confirmation` and `meetings.import_released` for what `confirm` does not allow.
 */
export async function importEvent(work: Work, input: Asked<'importEvent'>, file: ReadImport): Promise<Result<Preview>> {
  const opened = await organise(work, input.editionId);
  if (!opened.ok) return opened;
  const { scope } = opened.value;
  await lockSchedule(work.tx, scope);
  const now = await eventOfEdition(work, scope);
  if (!now.ok) return now;
  if (!unchanged(file.before, now.value)) return refuse({ kind: 'conflict', code: 'meetings.import_preview_outdated' });
  const preview = await previewOf(work, scope, file);
  if (preview.digest !== input.digest) return refuse({ kind: 'conflict', code: 'meetings.import_preview_outdated' });
  if (preview.state === 'released' && input.confirm !== 'replace_although_released')
    return refuse({ kind: 'conflict', code: 'meetings.import_released' });
  if (preview.state === 'filled' && input.confirm === 'empty_only')
    return refuse({ kind: 'conflict', code: 'meetings.import_needs_confirmation' });
  // A file that says what the edition holds already is done with: not even versions are counted on.
  if (!preview.changes) return ok(preview);
  const written = await writeEvent(work, scope, file);
  if (!written.ok) return written;
  await audit(work, {
    useCase: 'import-event',
    office: scope.office,
    subjects: [scope.editionId, ...written.value],
    fields: preview.tables,
    digest: preview.digest,
  });
  return ok(preview);
}

/** Writes all facts of a checked event into the edition; answers the organisations recorded anew. Refuses slots and places that a plan or the schedule still uses. */
async function writeEvent(work: Work, scope: OrganiserScope, { before, read, roster }: ReadImport): Promise<Result<readonly string[]>> {
  const { firstDay, lastDay } = read.event.edition;
  const moved =
    daysOf(before.event) === daysOf(read.event) ? ok(undefined) : await setEditionDays(work, scope.editionId, { firstDay, lastDay });
  if (!moved.ok) return moved;
  await clearSettled(work.tx, scope);
  const replaced = await replaceRoster(work, scope.editionId, roster);
  if (!replaced.ok) return replaced;
  await replaceRequests(work, scope, read.event);
  return ok(replaced.value.createdOrganisations);
}

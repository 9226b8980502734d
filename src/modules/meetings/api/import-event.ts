// Importing an event file into an edition: first what it would do, then all of it or nothing.
import { createHash } from 'node:crypto';
import { ok, refuse, type Result } from '#kernel/result.ts';
import { audit } from '#modules/accounts/api/record-audit.ts';
import { replaceRoster } from '#modules/expos/api/replace-roster.ts';
import type { Work } from '#platform/work.ts';
import type { Answer, Asked } from '../contract.ts';
import type { EventFile } from '../domain/event-file.ts';
import { requestChanges } from '../domain/event-requests.ts';
import { rosterOfEvent, type Roster } from '../domain/event-roster.ts';
import type { OrganiserScope } from '../domain/scopes.ts';
import type { ReadEvent } from '../formats/event-bytes.ts';
import { readEventFile } from '../formats/event-files.ts';
import { clearSettled } from '../store/event-facts.ts';
import { loadNotice } from '../store/releases.ts';
import { eventOfEdition } from './export-event.ts';
import { organise } from './open-edition.ts';
import { replaceRequests, standingFor } from './replace-requests.ts';

type Preview = Answer<'previewImport'>;

interface Prepared {
  readonly scope: OrganiserScope;
  readonly event: EventFile;
  readonly roster: Roster;
  readonly preview: Preview;
}

const countsOf = (event: EventFile): Preview['before'] => ({
  slots: event.slots.length,
  tables: event.tables.length,
  stands: event.stands.length,
  groups: event.groups.length,
  participants: event.participants.length,
  interpreters: event.interpreters.length,
  requests: event.requests.length,
  meetings: new Set(event.requests.flatMap((r) => r.meeting ?? [])).size,
});

/** Of the facts before and after: who confirms a preview confirms this change and no other. */
const digestOf = (before: EventFile, after: EventFile): string =>
  createHash('sha256')
    .update(JSON.stringify([before, after]))
    .digest('base64url');

const isEmpty = (event: EventFile): boolean =>
  Object.entries(event).every(([table, rows]) => table === 'edition' || (Array.isArray(rows) && rows.length === 0));

async function stateOf(work: Work, editionId: string, before: EventFile): Promise<Preview['state']> {
  if ((await loadNotice(work.tx, editionId)) !== null) return 'released';
  return isEmpty(before) ? 'empty' : 'filled';
}

async function prepare(work: Work, input: Asked<'previewImport'>): Promise<Result<Prepared>> {
  const opened = await organise(work, input.editionId);
  if (!opened.ok) return opened;
  const { head, scope } = opened.value;
  const before = await eventOfEdition(work, scope);
  if (!before.ok) return before;
  const read = await readEventFile({
    bytes: new Uint8Array(await input.file.arrayBuffer()),
    fileName: input.file.name,
    existing: before.value.event,
    editionOf: 'existing',
    day: { date: input.date ?? head.firstDay, firstStart: input.firstStart, minutes: input.minutes },
  });
  if (!read.ok) return read;
  const roster = rosterOfEvent(read.value.event);
  if (!roster.ok) return roster;
  return ok({
    scope,
    event: read.value.event,
    roster: roster.value,
    preview: await previewOf(work, scope, { before: before.value, read: read.value }),
  });
}

async function previewOf(
  work: Work,
  scope: OrganiserScope,
  {
    before,
    read,
  }: { readonly before: { readonly event: EventFile; readonly standing: Parameters<typeof standingFor>[0] }; readonly read: ReadEvent },
): Promise<Preview> {
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
    state: await stateOf(work, scope.editionId, before.event),
  };
}

/** What an import of the file would do; changes nothing. Refuses a file with every problem at once, each with its place. */
export async function previewImport(work: Work, input: Asked<'previewImport'>): Promise<Result<Preview>> {
  const prepared = await prepare(work, input);
  return prepared.ok ? ok(prepared.value.preview) : prepared;
}

/**
 * Imports the file, all or nothing. Refuses what `previewImport` refuses; `meetings.import_preview_outdated` when file or edition
 * are no longer what was seen; `meetings.import_needs_confirmation` and `meetings.import_released` for what `confirm` does not allow.
 */
export async function importEvent(work: Work, input: Asked<'importEvent'>): Promise<Result<Preview>> {
  const prepared = await prepare(work, input);
  if (!prepared.ok) return prepared;
  const { scope, preview } = prepared.value;
  if (preview.digest !== input.digest) return refuse({ kind: 'conflict', code: 'meetings.import_preview_outdated' });
  if (preview.state === 'released' && input.confirm !== 'replace_although_released')
    return refuse({ kind: 'conflict', code: 'meetings.import_released' });
  if (preview.state === 'filled' && input.confirm === 'empty_only')
    return refuse({ kind: 'conflict', code: 'meetings.import_needs_confirmation' });
  const written = await writeEvent(work, prepared.value);
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
async function writeEvent(work: Work, { scope, event, roster }: Prepared): Promise<Result<readonly string[]>> {
  await clearSettled(work.tx, scope);
  const replaced = await replaceRoster(work, scope.editionId, roster);
  if (!replaced.ok) return replaced;
  await replaceRequests(work, scope, event);
  return ok(replaced.value.createdOrganisations);
}

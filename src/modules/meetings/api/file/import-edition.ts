// Importing an event file into an edition: first what it would do, then all of it or nothing. The file is read before the transaction.
import { createHash } from 'node:crypto';
import { ok, refuse, type Result } from '#kernel/result.ts';
import { audit } from '#modules/accounts/api/record-audit.ts';
import { setEditionDays } from '#modules/expos/api/change-edition.ts';
import { replaceRoster } from '#modules/expos/api/replace-roster.ts';
import type { Transact, Work } from '#platform/work.ts';
import type { Answer, Asked } from '../../contract.ts';
import type { EventFile } from '../../domain/file/edition-file.ts';
import { peopleChanges } from '../../domain/file/same-people.ts';
import { meetingsWanted, requestChanges } from '../../domain/file/requests.ts';
import { saysTheSame } from '../../domain/file/same.ts';
import { rosterOfEvent } from '../../domain/file/roster.ts';
import type { Roster } from '#modules/expos/domain/roster.ts';
import type { OrganiserScope } from '../../domain/scopes.ts';
import type { ReadEvent } from '../../formats/edition-bytes.ts';
import { readEventFile } from '../../formats/edition-files.ts';
import { clearSettled } from '../../store/edition-facts.ts';
import { lockSchedule } from '../../store/meetings.ts';
import { loadNotice } from '../../store/releases.ts';
import { eventOfEdition, type EditionEvent } from './export-edition.ts';
import { organise } from '../open-edition.ts';
import { replaceRequests, standingFor } from '../requests/replace-requests.ts';

type Preview = Answer<'previewImport'>;
type Way = Preview['ways'][number];

/** What comes of a file in one way of reading it in. */
interface ReadWay {
  readonly way: Way['way'];
  readonly read: ReadEvent;
  readonly roster: Roster;
}

/** A file as it was read, and the facts of the edition that it was read against. */
export interface ReadImport {
  readonly before: EditionEvent;
  /** The ways that hold together and differ, at least one. */
  readonly ways: readonly [ReadWay, ...ReadWay[]];
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
  const bytes = new Uint8Array(await input.file.arrayBuffer());
  const readIn = async (way: Way['way']): Promise<Result<ReadWay>> => {
    const read = await readEventFile({
      bytes,
      fileName: input.file.name,
      existing: before.event,
      editionOf: 'existing',
      way,
      day: { date: input.date ?? firstDay, firstStart: input.firstStart, minutes: input.minutes },
    });
    if (!read.ok) return read;
    const roster = rosterOfEvent(read.value.event);
    return roster.ok ? ok({ way, read: read.value, roster: roster.value }) : roster;
  };
  const replacing = await readIn('replace');
  // A planner's file is an edition as a whole, and to an empty one everything is added.
  if (isEmpty(before.event) || (replacing.ok && replacing.value.read.format === 'dzn'))
    return replacing.ok ? ok({ before, ways: [replacing.value] }) : replacing;
  const adding = await readIn('add');
  if (!adding.ok) return replacing.ok ? ok({ before, ways: [replacing.value] }) : fewerProblems(replacing, adding);
  if (!replacing.ok) return ok({ before, ways: [adding.value] });
  const alike = saysTheSame(adding.value.read.event, replacing.value.read.event);
  return ok({ before, ways: alike ? [replacing.value] : [adding.value, replacing.value] });
}

type Refused = Extract<Result<never>, { readonly ok: false }>;

/** Of two refusals of one file the one that says less of what the edition holds. */
const fewerProblems = (one: Refused, other: Refused): Refused =>
  (other.refusal.problems?.length ?? 0) < (one.refusal.problems?.length ?? 0) ? other : one;

/** The way that loses nobody; requests in a file without participants are somebody's as well. */
function presetOf(ways: readonly Way[], tables: Preview['tables']): Way | undefined {
  const replace = ways.find(({ way }) => way === 'replace');
  const add = ways.find(({ way }) => way === 'add');
  if (replace === undefined || add === undefined) return replace ?? add;
  const loses = replace.people.gone > 0 || (!tables.includes('participants') && replace.requests.withdrawn > 0);
  return loses ? add : replace;
}

function wayOf(scope: OrganiserScope, before: EditionEvent, { way, read }: ReadWay): Way {
  const changes = requestChanges(standingFor(before.standing, scope.office), read.event.requests);
  const { added, changed, withdrawn, kept } = changes;
  return {
    way,
    digest: digestOf(before.event, read.event),
    after: countsOf(read.event),
    people: peopleChanges(before.event.participants, read.event.participants, way === 'add'),
    requests: { added: added.length, changed: changed.length, withdrawn: withdrawn.length, kept: kept.length },
    days:
      daysOf(read.event) === daysOf(before.event) ? null : { firstDay: read.event.edition.firstDay, lastDay: read.event.edition.lastDay },
    changes: !saysTheSame(before.event, read.event),
  };
}

async function previewOf(work: Work, scope: OrganiserScope, { before, ways }: ReadImport): Promise<Preview> {
  const [{ read }] = ways;
  const all = ways.map((one) => wayOf(scope, before, one));
  const tables = [...read.tables];
  return {
    ...(presetOf(all, tables) ?? wayOf(scope, before, ways[0])),
    ways: all,
    format: read.format,
    tables,
    ignored: read.ignored.map((part) => ({ ...part })),
    doubled: read.doubled.map(({ name, places }) => ({ name, places: places.map(({ sheet, row }) => ({ sheet, row })) })),
    before: countsOf(before.event),
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
  const seen = await previewOf(work, scope, file);
  const at = seen.ways.findIndex(({ digest }) => digest === input.digest);
  const [chosen, way] = [seen.ways[at], file.ways[at]];
  if (chosen === undefined || way === undefined) return refuse({ kind: 'conflict', code: 'meetings.import_preview_outdated' });
  const preview = { ...seen, ...chosen };
  if (preview.state === 'released' && input.confirm !== 'replace_although_released')
    return refuse({ kind: 'conflict', code: 'meetings.import_released' });
  if (preview.state === 'filled' && input.confirm === 'empty_only')
    return refuse({ kind: 'conflict', code: 'meetings.import_needs_confirmation' });
  // A file that says what the edition holds already is done with: not even versions are counted on.
  if (!preview.changes) return ok(preview);
  const written = await writeEvent(work, scope, file.before, way);
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
async function writeEvent(
  work: Work,
  scope: OrganiserScope,
  before: EditionEvent,
  { read, roster }: ReadWay,
): Promise<Result<readonly string[]>> {
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

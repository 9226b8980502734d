// Slots and tables of an edition, set as a whole, and the slots in which a place cannot be used.
import { notFound, ok, refuseInput, type Problem, type Result } from '#kernel/result.ts';
import { audit, type AuditedChange } from '#modules/accounts/api/record-audit.ts';
import type { Work } from '#platform/work.ts';
import type { Asked } from '../contract.ts';
import type { Setup } from '../contract/edition.ts';
import type { EditionRecord, PlaceId, SlotId, SlotRecord } from '../domain/edition.ts';
import { limits } from '../domain/limits.ts';
import { movedFromPlan } from '../domain/floor/problems.ts';
import { slotChanges, tableChanges } from '../domain/setup.ts';
import type { RosterSlot } from '../domain/roster.ts';
import { slotProblems } from '../domain/slots.ts';
import { editionSpan } from '../domain/venue-time.ts';
import { countChange } from '../store/editions.ts';
import { deleting } from '../store/faults.ts';
import { listDrawnHalls } from '../store/floor.ts';
import { listPlaces, listSlots, writeClosed, writeSlots, writeTables } from '../store/setup.ts';
import { instantOf, instantText } from './instant.ts';
import { findEdition, openCurrent, type OpenEdition } from './edition/open-edition.ts';
import { settleAudience } from './settle-audience.ts';

async function showSetup(work: Work, { id, version }: EditionRecord): Promise<Setup> {
  const slots = await listSlots(work.tx, id);
  const places = await listPlaces(work.tx, id);
  return {
    editionId: id,
    version,
    slots: slots.map(({ start, end, ...slot }) => ({ ...slot, startsAt: instantText(start), endsAt: instantText(end) })),
    places: places.map((place) => ({ ...place, closedSlots: [...place.closedSlots] })),
  };
}

/** Slots in order of time and places, tables first. Refuses `expos.not_found`. */
export async function getSetup(work: Work, input: Asked<'getSetup'>): Promise<Result<Setup>> {
  const found = await findEdition(work, input.editionId);
  return found.ok ? ok(await showSetup(work, found.value)) : found;
}

async function finish(
  work: Work,
  { scope, record }: OpenEdition,
  change: { readonly useCase: AuditedChange['useCase']; readonly fields: readonly string[] },
): Promise<Result<Setup>> {
  await settleAudience(work, scope);
  const counted = await countChange(work.tx, scope, work.now);
  await audit(work, { ...change, office: scope.office, subjects: [record.id] });
  return ok(await showSetup(work, counted));
}

/** The same as part of a larger use case, which counts the change and writes the audit entry. */
export async function setSlots(work: Work, { record, scope }: OpenEdition, wanted: readonly RosterSlot[]): Promise<Result<unknown>> {
  const problems = slotProblems(wanted, editionSpan(record));
  if (problems.length > 0) return refuseInput(problems);
  const changes = slotChanges(await listSlots(work.tx, record.id), wanted);
  return deleting(() => writeSlots(work.tx, scope, changes, () => work.newId<'Slot'>()));
}

/**
 * Sets all slots. Those whose span stays keep their identity and what is planned in them.
 * Refuses every wrong slot at once; `expos.slot_in_use` where a plan or the schedule uses one that would vanish.
 */
export async function replaceSlots(work: Work, input: Asked<'replaceSlots'>): Promise<Result<Setup>> {
  const opened = await openCurrent(work, input.editionId);
  if (!opened.ok) return opened;
  const wanted = input.slots.map(({ startsAt, endsAt, session }) => ({ start: instantOf(startsAt), end: instantOf(endsAt), session }));
  const written = await setSlots(work, opened.value, wanted);
  if (!written.ok) return written;
  return finish(work, opened.value, { useCase: 'replace-slots', fields: ['slots'] });
}

type Tables = Asked<'replaceTables'>['tables'];

const unknownSlots = (closed: readonly string[], slots: readonly SlotRecord[], path: readonly (string | number)[]): readonly Problem[] => {
  const known = new Set<string>(slots.map(({ id }) => id));
  return closed.flatMap((id, index) => (known.has(id) ? [] : [{ path: [...path, 'closedSlots', index], code: 'expos.slot_unknown' }]));
};

function tableProblems(tables: Tables, slots: readonly SlotRecord[]): readonly Problem[] {
  if (tables.length > limits.tables) return [{ path: ['tables'], code: 'expos.too_many_tables', params: { max: limits.tables } }];
  const seen = new Set<number>();
  return tables.flatMap(({ number, closedSlots }, index): readonly Problem[] => {
    const again = seen.has(number);
    seen.add(number);
    const taken = again ? [{ path: ['tables', index, 'number'], code: 'expos.table_number_taken', params: { number } }] : [];
    return [...taken, ...unknownSlots(closedSlots, slots, ['tables', index])];
  });
}

/** The same as part of a larger use case, which counts the change and writes the audit entry. */
export async function setTables(work: Work, { record, scope }: OpenEdition, tables: Tables): Promise<Result<unknown>> {
  const drawn = await listDrawnHalls(work.tx, record.id);
  const problems = [...tableProblems(tables, await listSlots(work.tx, record.id)), ...movedFromPlan({ tables, stands: [] }, drawn)];
  if (problems.length > 0) return refuseInput(problems);
  const changes = tableChanges(await listPlaces(work.tx, record.id), tables);
  const written = await deleting(() => writeTables(work.tx, scope, changes, () => work.newId<'Place'>()));
  if (!written.ok) return written;
  const placeOf = new Map((await listPlaces(work.tx, record.id)).map(({ number, id }) => [number, id]));
  const closed = tables.flatMap(({ number, closedSlots }) => {
    const placeId = placeOf.get(number);
    return placeId === undefined ? [] : [{ placeId, closedSlots: closedSlots as SlotId[] }];
  });
  await writeClosed(work.tx, scope, closed);
  return ok(null);
}

/**
 * Sets all tables; a table is its number. Stands are not touched.
 * Refuses every wrong table at once; `expos.place_in_use` where a plan or the schedule uses one that would vanish.
 */
export async function replaceTables(work: Work, input: Asked<'replaceTables'>): Promise<Result<Setup>> {
  const opened = await openCurrent(work, input.editionId);
  if (!opened.ok) return opened;
  const written = await setTables(work, opened.value, input.tables);
  return written.ok ? finish(work, opened.value, { useCase: 'replace-tables', fields: ['tables'] }) : written;
}

/** Sets the slots in which one table or stand cannot be used. Refuses `expos.place_not_found` and unknown slots. */
export async function closePlace(work: Work, input: Asked<'closePlace'>): Promise<Result<Setup>> {
  const opened = await openCurrent(work, input.editionId);
  if (!opened.ok) return opened;
  const { record, scope } = opened.value;
  const place = (await listPlaces(work.tx, record.id)).find(({ id }) => id === input.placeId);
  if (place === undefined) return notFound('expos.place_not_found');
  const problems = unknownSlots(input.closedSlots, await listSlots(work.tx, record.id), []);
  if (problems.length > 0) return refuseInput(problems);
  await writeClosed(work.tx, scope, [{ placeId: input.placeId as PlaceId, closedSlots: input.closedSlots as SlotId[] }]);
  return finish(work, opened.value, { useCase: 'close-place', fields: ['closedSlots'] });
}

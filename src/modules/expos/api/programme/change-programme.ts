// Changing the draft of a programme, and keeping a release of it.
import { notFound, ok, refuse, refuseInput, type Problem, type Result } from '#kernel/result.ts';
import { audit, type AuditedChange } from '#modules/accounts/api/record-audit.ts';
import { citiesByIds } from '#modules/cities/api/open-city.ts';
import type { Work } from '#platform/work.ts';
import type { Answer, Asked } from '../../contract.ts';
import type { ProgrammeItemShown } from '../../contract/programme.ts';
import { itemProblems, type ProgrammeItem, type ProgrammeItemFacts, type ProgrammeItemId } from '../../domain/programme/programme.ts';
import { deleting, removing } from '../../store/faults.ts';
import { readPlanningFacts } from '../../store/planning-facts.ts';
import { countChange } from '../../store/editions.ts';
import { deleteItem, findItem, insertProgrammeRelease, listRooms, replaceRooms, saveItem } from '../../store/programme.ts';
import { instantOf } from '../instant.ts';
import { current, openCurrent, openForChange, type OpenEdition } from '../edition/open-edition.ts';
import { settleAudience } from '../settle-audience.ts';
import { addressProblems, reachSpeakers, type EnteredSpeaker } from './reach-speakers.ts';
import { loadProgrammeDraft, loadReached, showItem, toRelease } from './show-programme.ts';

/** Sets all rooms in their order. Refuses `expos.room_in_use` where something is held in one that would go. */
export async function replaceProgrammeRooms(
  work: Work,
  input: Asked<'replaceProgrammeRooms'>,
): Promise<Result<Answer<'replaceProgrammeRooms'>>> {
  const opened = await openCurrent(work, input.editionId);
  if (!opened.ok) return opened;
  const { scope, record } = opened.value;
  const known = new Set((await listRooms(work.tx, record.id)).map(({ id }) => id));
  const strange = input.rooms.flatMap(({ id }, at): readonly Problem[] =>
    id === undefined || known.has(id) ? [] : [{ path: ['rooms', at, 'id'], code: 'expos.room_unknown' }],
  );
  if (strange.length > 0) return refuseInput(strange);
  const rooms = input.rooms.map((room) => ({ ...room, id: room.id ?? work.newId<'ProgrammeRoom'>() }));
  const written = await deleting(() => removing('room', () => replaceRooms(work.tx, scope, rooms)));
  if (!written.ok) return written;
  const { version } = await countChange(work.tx, scope, work.now);
  await audit(work, { useCase: 'replace-programme-rooms', office: scope.office, subjects: [record.id], fields: ['rooms'] });
  return ok({ version, rooms });
}

type ItemInput = Omit<Asked<'createProgrammeItem'>, 'editionId'>;

/** What is entered of an item: its facts, but for which of those reached by mail its speakers are. */
type Entered = Omit<ProgrammeItemFacts, 'speakers'> & { readonly speakers: readonly EnteredSpeaker[] };

const factsOf = ({ startsAt, endsAt, ...rest }: ItemInput): Entered => ({
  ...rest,
  start: startsAt === null ? null : instantOf(startsAt),
  end: endsAt === null ? null : instantOf(endsAt),
});

/** Everything that an item names and that is not there, at once. */
async function unknownProblems(work: Work, { record }: OpenEdition, facts: Entered): Promise<readonly Problem[]> {
  const roster = await readPlanningFacts(work.tx, record.id);
  const cities = await citiesByIds(work, facts.cities);
  const rooms = new Set((await listRooms(work.tx, record.id)).map(({ id }) => id));
  const has = <T extends { readonly id: string }>(list: readonly T[] | undefined, id: string): boolean =>
    list?.some((one) => one.id === id) === true;
  return [
    ...(facts.roomId === null || rooms.has(facts.roomId) ? [] : [{ path: ['roomId'], code: 'expos.room_unknown' }]),
    ...(facts.standId === null || has(roster?.stands, facts.standId) ? [] : [{ path: ['standId'], code: 'expos.stand_not_found' }]),
    ...facts.interpreters.flatMap((id, at) =>
      has(roster?.interpreters, id) ? [] : [{ path: ['interpreters', at], code: 'expos.interpreter_not_found' }],
    ),
    ...facts.cities.flatMap((id, at) => (cities.has(id) ? [] : [{ path: ['cities', at], code: 'expos.programme_city_unknown' }])),
    ...facts.speakers.flatMap(({ participantId }, at) =>
      participantId === null || has(roster?.participants, participantId)
        ? []
        : [{ path: ['speakers', at, 'participantId'], code: 'expos.programme_participant_unknown' }],
    ),
  ];
}

async function save(
  work: Work,
  opened: OpenEdition,
  change: { readonly id: ProgrammeItemId; readonly facts: Entered; readonly useCase: AuditedChange['useCase'] },
): Promise<Result<ProgrammeItemShown>> {
  const { scope, record } = opened;
  const { id, facts, useCase } = change;
  const problems = [...itemProblems(facts, record), ...(await unknownProblems(work, opened, facts)), ...addressProblems(facts.speakers)];
  if (problems.length > 0) return refuseInput(problems);
  await saveItem(work.tx, scope, { ...facts, id, speakers: await reachSpeakers(work, scope, facts.speakers) });
  const { start: _start, end: _end, ...fields } = facts;
  await audit(work, { useCase, office: scope.office, subjects: [record.id, id], fields: [...Object.keys(fields), 'startsAt', 'endsAt'] });
  const item = await findItem(work.tx, record.id, id);
  return item === null ? notFound('expos.programme_item_unknown') : ok(showItem(item, await loadReached(work, record.id)));
}

/** Adds an item to the draft. Refuses days and times outside the edition, and whatever it names that is not there. */
export async function createProgrammeItem(work: Work, input: Asked<'createProgrammeItem'>): Promise<Result<ProgrammeItemShown>> {
  const opened = await openForChange(work, input.editionId);
  if (!opened.ok) return opened;
  const { editionId: _, ...item } = input;
  return save(work, opened.value, { id: work.newId<'ProgrammeItem'>(), facts: factsOf(item), useCase: 'create-programme-item' });
}

async function openItem(
  work: Work,
  input: { readonly editionId: string; readonly itemId: ProgrammeItemId },
): Promise<Result<OpenEdition & { readonly item: ProgrammeItem }>> {
  const opened = await openForChange(work, input.editionId);
  if (!opened.ok) return opened;
  const item = await findItem(work.tx, opened.value.record.id, input.itemId);
  if (item === null) return notFound('expos.programme_item_unknown');
  const fresh = current(work, item);
  return fresh.ok ? ok({ ...opened.value, item }) : fresh;
}

/** Sets the item as a whole. */
export async function updateProgrammeItem(work: Work, input: Asked<'updateProgrammeItem'>): Promise<Result<ProgrammeItemShown>> {
  const opened = await openItem(work, input);
  if (!opened.ok) return opened;
  const { editionId: _, itemId: id, ...item } = input;
  return save(work, opened.value, { id, facts: factsOf(item), useCase: 'update-programme-item' });
}

/** Takes an item out of the draft; what was released stays released until the next release. */
export async function removeProgrammeItem(work: Work, input: Asked<'removeProgrammeItem'>): Promise<Result<{ id: string }>> {
  const opened = await openItem(work, input);
  if (!opened.ok) return opened;
  const { scope, record, item } = opened.value;
  await deleteItem(work.tx, scope, item.id);
  await audit(work, { useCase: 'remove-programme-item', office: scope.office, subjects: [record.id, item.id], fields: [] });
  return ok({ id: item.id });
}

/** Keeps the draft as the next release, for whoever sees the edition. Whether it clashes is judged by the caller. Refuses an empty first one. */
export async function keepProgrammeRelease(
  work: Work,
  editionId: string,
): Promise<Result<{ readonly number: number; readonly items: number }>> {
  const opened = await openForChange(work, editionId);
  if (!opened.ok) return opened;
  const { scope, record } = opened.value;
  const draft = await loadProgrammeDraft(work, record.id);
  if (draft.items.length === 0 && draft.release === null) return refuse({ kind: 'conflict', code: 'expos.programme_empty' });
  const number = (draft.release?.number ?? 0) + 1;
  await insertProgrammeRelease(work.tx, scope, { number, publishedAt: work.now, content: toRelease(draft) });
  await settleAudience(work, scope);
  await audit(work, { useCase: 'release-programme', office: scope.office, subjects: [record.id], fields: ['programme'] });
  return ok({ number, items: draft.items.length });
}

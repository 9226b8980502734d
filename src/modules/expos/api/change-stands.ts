// Stands of an edition; who stands there is said at the participant.
import { withGiven } from '#kernel/given.ts';
import { notFound, ok, refuse, refuseInput, type Problem, type Result } from '#kernel/result.ts';
import { audit } from '#modules/accounts/api/record-audit.ts';
import { byId, cutPage, readCursor } from '#kernel/pages.ts';
import type { Work } from '#platform/work.ts';
import type { Asked } from '../contract.ts';
import type { Stand } from '../contract/roster.ts';
import type { EditionId, StandId } from '../domain/edition.ts';
import { drawnElsewhere } from '../domain/floor/problems.ts';
import { blankStand, type FilledStand, type StandFacts, type StandRecord } from '../domain/stand.ts';
import { deleting } from '../store/faults.ts';
import { listDrawnHalls } from '../store/floor.ts';
import { findListings } from '../store/listings.ts';
import { matchStandPlaces } from '../store/setup.ts';
import {
  countAtStand,
  deleteStand,
  findStandRecord,
  insertStand,
  listStandRecords,
  standCodeTaken,
  updateStandRecord,
} from '../store/stands.ts';
import { current, findEdition, openForChange, type OpenEdition } from './edition/open-edition.ts';
import { settleAudience } from './settle-audience.ts';

const showStand = ({ exhibitors, ...stand }: FilledStand): Stand => ({
  ...stand,
  exhibitors: exhibitors.map(({ participantId, code, name, leadsStand }) => ({
    participantId,
    code,
    name: { ...name },
    isLead: leadsStand,
  })),
});

async function fill(work: Work, editionId: EditionId, stands: readonly StandRecord[]): Promise<readonly FilledStand[]> {
  const exhibitors = await findListings(work.tx, editionId, { stands: stands.map(({ id }) => id) });
  return stands.map((stand) => ({ ...stand, exhibitors: exhibitors.filter(({ standId }) => standId === stand.id) }));
}

/** Stands by code, with those exhibitors the actor may know of. */
export async function listStands(work: Work, input: Asked<'listStands'>): Promise<Result<{ entries: Stand[]; nextCursor: string | null }>> {
  const after = readCursor<'Stand'>(input.cursor);
  if (!after.ok) return after;
  const edition = await findEdition(work, input.editionId);
  if (!edition.ok) return edition;
  const { q = '', limit } = input;
  const editionId = edition.value.id;
  const rows = await listStandRecords(work.tx, { editionId, q, after: after.value, limit });
  const page = cutPage(await fill(work, editionId, rows), limit, byId);
  return ok({ ...page, entries: page.entries.map(showStand) });
}

async function readBack(work: Work, { scope }: OpenEdition, id: StandId): Promise<Result<Stand>> {
  const record = await findStandRecord(work.tx, scope.editionId, id);
  const [stand] = record === null ? [] : await fill(work, scope.editionId, [record]);
  return stand === undefined ? notFound('expos.stand_not_found') : ok(showStand(stand));
}

const codeProblems = async (work: Work, editionId: EditionId, code: string, except: StandId | null): Promise<readonly Problem[]> =>
  (await standCodeTaken(work.tx, editionId, { code, except })) ? [{ path: ['code'], code: 'expos.code_taken', params: { code } }] : [];

/** Adds a stand; with seats it is also a place of meetings. */
export async function createStand(work: Work, input: Asked<'createStand'>): Promise<Result<Stand>> {
  const opened = await openForChange(work, input.editionId);
  if (!opened.ok) return opened;
  const { scope } = opened.value;
  const problems = await codeProblems(work, scope.editionId, input.code, null);
  if (problems.length > 0) return refuseInput(problems);
  const id = work.newId<'Stand'>();
  const facts = withGiven(blankStand, input);
  await insertStand(work.tx, scope, { id, ...facts });
  await matchStandPlaces(work.tx, scope, () => work.newId<'Place'>());
  await settleAudience(work, scope);
  await audit(work, {
    useCase: 'create-stand',
    office: scope.office,
    subjects: [scope.editionId, id],
    fields: Object.keys(facts),
  });
  return readBack(work, opened.value, id);
}

async function openStand(
  work: Work,
  input: { readonly editionId: string; readonly standId: StandId },
): Promise<Result<OpenEdition & { readonly stand: StandRecord }>> {
  const opened = await openForChange(work, input.editionId);
  if (!opened.ok) return opened;
  const stand = await findStandRecord(work.tx, opened.value.scope.editionId, input.standId);
  if (stand === null) return notFound('expos.stand_not_found');
  const fresh = current(work, stand);
  return fresh.ok ? ok({ ...opened.value, stand }) : fresh;
}

/** Sets the fields that are given. Refuses `expos.place_in_use` when seats fall to 0 while a plan or the schedule meets there. */
export async function updateStand(work: Work, input: Asked<'updateStand'>): Promise<Result<Stand>> {
  const opened = await openStand(work, input);
  if (!opened.ok) return opened;
  const { scope, stand } = opened.value;
  const { editionId: _edition, standId: _stand, ...change } = input;
  const facts = withGiven<StandFacts>(stand, change);
  const drawnIn = (await listDrawnHalls(work.tx, scope.editionId)).stands.get(stand.code);
  const problems = [...(await codeProblems(work, scope.editionId, facts.code, stand.id)), ...drawnElsewhere(facts.hall, drawnIn, ['hall'])];
  if (problems.length > 0) return refuseInput(problems);
  const written = await deleting(async () => {
    await updateStandRecord(work.tx, scope, { ...facts, id: stand.id });
    await matchStandPlaces(work.tx, scope, () => work.newId<'Place'>());
  });
  if (!written.ok) return written;
  await settleAudience(work, scope);
  await audit(work, { useCase: 'update-stand', office: scope.office, subjects: [scope.editionId, stand.id], fields: Object.keys(change) });
  return readBack(work, opened.value, stand.id);
}

/** Removes a stand nobody stands at. Refuses `expos.stand_has_exhibitors`, `expos.stand_drawn`, `expos.place_in_use`. */
export async function removeStand(work: Work, input: Asked<'removeStand'>): Promise<Result<{ id: string }>> {
  const opened = await openStand(work, input);
  if (!opened.ok) return opened;
  const { scope, stand } = opened.value;
  const count = await countAtStand(work.tx, scope.editionId, stand.id);
  if (count > 0) return refuse({ kind: 'conflict', code: 'expos.stand_has_exhibitors', params: { count } });
  // Put back it would not be drawn any more: so it leaves the plan first, by a step of its own.
  const drawnIn = (await listDrawnHalls(work.tx, scope.editionId)).stands.get(stand.code);
  if (drawnIn !== undefined) return refuse({ kind: 'conflict', code: 'expos.stand_drawn', params: { hall: drawnIn } });
  const removed = await deleting(() => deleteStand(work.tx, scope, stand.id));
  if (!removed.ok) return removed;
  await settleAudience(work, scope);
  await audit(work, { useCase: 'remove-stand', office: scope.office, subjects: [scope.editionId, stand.id], fields: [] });
  return ok({ id: stand.id });
}

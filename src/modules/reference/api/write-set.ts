// The second half of an import and its way back: what was planned becomes what the set holds, all in one transaction.
import { ok, refuse, type Refusal, type Result } from '#kernel/result.ts';
import { forgetItems, keepItems, nameSetCities, recordReferenceCities } from '#modules/cities/api/record-reference-cities.ts';
import { standingOf } from '#modules/cities/api/merging.ts';
import { enterStatements } from '#modules/evidence/api/enter-statements.ts';
import { withdrawStatements } from '#modules/evidence/api/set-audiences.ts';
import { changeListings, listingsOfSet } from '#modules/ties/api/set-listings.ts';
import { tieIdOf } from '#modules/ties/api/tie-id.ts';
import type { Pair, TieCityId } from '#modules/ties/domain/tie.ts';
import type { Work } from '#platform/work.ts';
import type { Listed, PlannedTie } from '../domain/plan-import.ts';
import { changesBack, changesOf, type SetChanges } from '../domain/set-changes.ts';
import { takenTies } from '../domain/said-otherwise.ts';
import type { ImportScope } from '../domain/scope.ts';
import type { ImportRecord, SetRecord } from '../domain/set.ts';
import { saysTheSame } from '../domain/written.ts';
import { loadPlan, moveImport } from '../store/imports.ts';
import { loadSayings, putSayings, type Saying } from '../store/findings.ts';
import { lockSet, setCurrentImport } from '../store/sets.ts';
import { openImportForChange } from './find-set.ts';
import type { AtWork } from './plan-set.ts';
import { statementsOfSaid } from './said-statements.ts';
import { unpackPlan, type StoredPlan } from './stored-plan.ts';

const pairOf = ({ a, b }: Pick<Listed, 'a' | 'b'>): Pair => ({ a: a as TieCityId, b: b as TieCityId });

interface Writing {
  readonly found: ImportRecord;
  readonly set: SetRecord;
  readonly scope: ImportScope;
  readonly plan: StoredPlan;
  readonly tell: AtWork['tell'];
}

const stopped = refuse<Refusal>({ kind: 'conflict', code: 'reference.import_stopped' });

const STATEMENTS_AT_ONCE = 1000;

/** Enters what ties say from now on; answers each with its statements. */
async function enterSayings(
  work: Work,
  { set, found }: Writing,
  said: readonly Omit<Saying, 'statements'>[],
): Promise<Result<readonly Saying[]>> {
  const flat = said.flatMap((saying) =>
    statementsOfSaid(saying.tieId, saying.said, { source: { sourceId: set.sourceId }, terms: set }).map((entry) => ({
      tieId: saying.tieId,
      entry,
    })),
  );
  const ids = new Map<string, string[]>();
  for (let from = 0; from < flat.length; from += STATEMENTS_AT_ONCE) {
    const chunk = flat.slice(from, from + STATEMENTS_AT_ONCE);
    const entries = chunk.map(({ entry }) => entry);
    const entered = await enterStatements(work, { office: set.office, entries, batchId: found.id });
    if (!entered.ok) return entered;
    entered.value.forEach(({ id }, at) => {
      const tieId = chunk[at]?.tieId ?? '';
      ids.set(tieId, [...(ids.get(tieId) ?? []), id]);
    });
  }
  return ok(said.map((saying) => ({ ...saying, statements: ids.get(saying.tieId) ?? [] })));
}

/** Ties of which the set says something else than before; `to` is what it says from now on. */
function changedSayings(ties: readonly PlannedTie[], to: 'after' | 'before'): readonly Omit<Saying, 'statements'>[] {
  return ties.flatMap(({ after, before }) => {
    const [was, is] = to === 'after' ? [before, after] : [after, before];
    const pair = is ?? was;
    if (pair === null || saysTheSame(was?.said ?? [], is?.said ?? [])) return [];
    return [{ tieId: tieIdOf(pairOf(pair)), said: is?.said ?? [] }];
  });
}

/** Statements of what the set says no more are withdrawn, those of what it says now entered. */
async function writeSayings(work: Work, writing: Writing, to: 'after' | 'before'): Promise<Result<null>> {
  const { set, scope, plan } = writing;
  const said = changedSayings(plan.ties, to);
  if (said.length === 0) return ok(null);
  const known = await loadSayings(
    work.tx,
    set.id,
    said.map(({ tieId }) => tieId),
  );
  const statementIds = [...known.values()].flatMap(({ statements }) => statements);
  const reason = to === 'after' ? 'No longer in the set' : 'The import was undone';
  const withdrawn = statementIds.length === 0 ? ok(null) : await withdrawStatements(work, { office: set.office, statementIds, reason });
  if (!withdrawn.ok) return withdrawn;
  const entered = await enterSayings(work, writing, said);
  if (!entered.ok) return entered;
  await putSayings(work.tx, scope, set.id, entered.value);
  return ok(null);
}

/** Listings as they are from now on, and the cities that they name. */
type Far = NonNullable<StoredPlan['far']>;

async function writeTies(work: Work, { set, found, tell }: Writing, changes: SetChanges, far: Far): Promise<Result<null>> {
  const { office, id: setId, visibility } = set;
  const puts = changes.puts.map(({ listedBy, rows, importId, ...pair }) => ({ pair: pairOf(pair), listedBy, rows, importId }));
  const listed = { office, setId, visibility, importId: found.id, puts, withdrawals: changes.withdrawals.map(pairOf) };
  const changed = await changeListings(work, listed);
  if (!changed.ok) return changed;
  if (!(await tell('ties', puts.length, puts.length))) return stopped;
  const cities = [...new Set((await listingsOfSet(work, setId)).flatMap(({ pair }) => [pair.a, pair.b]))];
  return nameSetCities(work, {
    office,
    setId,
    visibility,
    cities,
    far: far.map(([city, position]) => [city as TieCityId, position] as const),
  });
}

const itemsOf = ({ set, plan }: Writing) => ({
  office: set.office,
  items: (plan.items ?? []).map(([city, item]) => [city as TieCityId, item] as const),
});

async function write(work: Work, writing: Writing): Promise<Result<null>> {
  const { found, set, scope, plan, tell } = writing;
  const recorded = await recordReferenceCities(work, { office: set.office, places: plan.places, written: plan.written });
  if (!recorded.ok) return recorded;
  if (!(await tell('ties', 0, plan.ties.length))) return stopped;
  const tied = await writeTies(work, writing, changesOf(plan.ties, found.id), plan.far ?? []);
  if (!tied.ok) return tied;
  const identified = await keepItems(work, itemsOf(writing));
  if (!identified.ok) return identified;
  if (!(await tell('statements'))) return stopped;
  const said = await writeSayings(work, writing, 'after');
  if (!said.ok) return said;
  await setCurrentImport(work.tx, scope, set.id, found.id);
  const moved = await moveImport(work.tx, scope, found.id, { from: ['writing'], to: 'done', endedAt: work.now });
  return moved ? ok(null) : refuse({ kind: 'conflict', code: 'reference.import_moved_on' });
}

async function writeBack(work: Work, writing: Writing): Promise<Result<null>> {
  const { found, set, scope, plan } = writing;
  const forgotten = await forgetItems(work, itemsOf(writing));
  if (!forgotten.ok) return forgotten;
  // Where the set put them is told by what it holds: after the way back by the next import.
  const unsaid = (plan.far ?? []).map(([city]) => [city, null] as const);
  const tied = await writeTies(work, writing, changesBack(plan.ties), unsaid);
  if (!tied.ok) return tied;
  const said = await writeSayings(work, writing, 'before');
  if (!said.ok) return said;
  await setCurrentImport(work.tx, scope, set.id, found.plannedOn);
  const moved = await moveImport(work.tx, scope, found.id, { from: ['undoing'], to: 'undone' });
  return moved ? ok(null) : refuse({ kind: 'conflict', code: 'reference.import_moved_on' });
}

/** The plan with the cities that stand for those that have gone into another since it was made; itself where none has. */
async function standingPlan(work: Work, plan: StoredPlan): Promise<StoredPlan> {
  const ends = plan.ties.flatMap(({ before, after }) => [before, after].flatMap((listed) => (listed === null ? [] : [listed.a, listed.b])));
  const standing = await standingOf(work, [...new Set(ends)] as TieCityId[]);
  if (standing.size === 0) return plan;
  const moved = <T extends Listed>(listed: T | null): T | null => {
    if (listed === null) return null;
    const [a, b] = [listed.a, listed.b].map((id) => standing.get(id as TieCityId) ?? id) as [string, string];
    return a < b ? { ...listed, a, b } : { ...listed, a: b, b: a, listedBy: turned(listed.listedBy) };
  };
  return {
    ...plan,
    // A tie of the two with each other was never carried over.
    ties: plan.ties
      .map((tie) => ({ ...tie, before: moved(tie.before), after: moved(tie.after) }))
      .filter(({ before, after }) => (before ?? after)?.a !== (before ?? after)?.b),
  };
}

const turned = (by: Listed['listedBy']): Listed['listedBy'] => (by === 'a' ? 'b' : by === 'b' ? 'a' : by);

/** Does what was planned: everything or, with a refusal, nothing. Refuses `reference.plan_outdated` where the set is not what it was. */
export async function writeSet({ transact, tell }: AtWork, importId: string, back: 'forth' | 'back'): Promise<Result<null>> {
  const packed = await transact(async (work) => {
    const opened = await openImportForChange(work, importId);
    return opened.ok ? ok(await loadPlan(work.tx, opened.value.found.id)) : opened;
  });
  if (!packed.ok) return packed;
  const plan = await unpackPlan(packed.value);
  if (!plan.ok) return plan;
  if (!(await tell('places', 0, plan.value.places.length + plan.value.written.length))) return stopped;
  return transact(async (work) => {
    const opened = await openImportForChange(work, importId);
    if (!opened.ok) return opened;
    const { found, scope } = opened.value;
    const set = await lockSet(work.tx, scope, found.setId);
    const holds = back === 'forth' ? found.plannedOn : found.id;
    if (set === null || set.currentImport !== holds) return refuse({ kind: 'conflict', code: 'reference.plan_outdated' });
    const taken = { ...plan.value, ties: takenTies(plan.value.ties, found.samples ?? []) };
    const now = await standingPlan(work, taken);
    // What the preview showed is not what would be written: a city has gone into another since.
    if (back === 'forth' && now !== taken) return refuse({ kind: 'conflict', code: 'reference.plan_outdated' });
    const writing = { found, set, scope, plan: now, tell };
    return back === 'forth' ? write(work, writing) : writeBack(work, writing);
  });
}

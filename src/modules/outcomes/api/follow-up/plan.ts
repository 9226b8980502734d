// Finds each day what has come due, and puts it before the office that keeps it: nothing goes out by itself.
import type { OfficeId } from '#kernel/ids.ts';
import { ok, type Result } from '#kernel/result.ts';
import { audit } from '#modules/accounts/api/record-audit.ts';
import { actAs } from '#platform/acting.ts';
import type { Database } from '#platform/postgres/database.ts';
import { inWork, nobody, type Work } from '#platform/work.ts';
import { dueOn, isFollowed } from '../../domain/follow-up/due.ts';
import type { OutcomeId } from '../../domain/outcome.ts';
import { mayAsk } from '../../policy.ts';
import { followableOutcomes, planFollowUps, stoppedAmong, type Planned } from '../../store/asking.ts';
import { officesFollowed, routesOf } from '../../store/follow-up-rules.ts';
import { entriesOf } from '../../store/ledger.ts';
import { outcomeRecordsByIds } from '../../store/outcomes.ts';
import { attributionsOf } from '../../store/parts.ts';
import { announcedFigure } from './load-asked.ts';

const mostAtOnce = 500;

/** The questions of these outcomes that are due today; what was told that it is to be asked no more counts as stopped. */
async function dueAmong(work: Work, ids: readonly OutcomeId[]): Promise<readonly Planned[]> {
  const [outcomes, entries] = await Promise.all([outcomeRecordsByIds(work.tx, ids), entriesOf(work.tx, ids)]);
  const of = Map.groupBy(entries, ({ outcomeId }) => outcomeId);
  const today = work.now.toISOString().slice(0, 10);
  const found = outcomes.flatMap((outcome) => {
    const announced = announcedFigure(outcome, of.get(outcome.id) ?? []);
    const due = announced === null || !isFollowed(announced, announced.reached) ? null : dueOn(announced.day, today);
    return due === null ? [] : [{ outcome, ...due }];
  });
  const around = found.flatMap(({ outcome }) => [outcome.id, ...(outcome.partOf === null ? [] : [outcome.partOf])]);
  const attributions = await attributionsOf(work.tx, [...new Set(around)]);
  const among = (kind: 'edition' | 'exchange', id: OutcomeId | null) =>
    (id === null ? [] : (attributions.get(id) ?? [])).flatMap(({ subjectKind, subjectId }) => (subjectKind === kind ? [subjectId] : []));
  // Of its delegation before its edition, of itself before its whole.
  const routedBy = ({ id, partOf }: (typeof outcomes)[number]) =>
    (['exchange', 'edition'] as const).flatMap((kind) => [...among(kind, id), ...among(kind, partOf)]);
  const routes = await routesOf(
    work.tx,
    [...attributions.values()].flat().map(({ subjectId }) => subjectId),
  );
  const stopped = await stoppedAmong(
    work.tx,
    found.map(({ outcome }) => ({ outcomeId: outcome.id, addressHash: null, companyNames: null })),
  );
  return found.map(({ outcome, months, due }) => {
    const [route] = routedBy(outcome).flatMap((subject) => routes.get(subject) ?? []);
    return {
      ...{ id: work.newId<'FollowUp'>(), outcomeId: outcome.id, months, due, state: stopped.has(outcome.id) ? 'stopped' : 'planned' },
      ...{ route: route?.route ?? 'company', throughOffice: route?.throughOffice ?? null },
    };
  });
}

/** Plans what is due of an office, in the rights of a work that may write for it; how many are new. */
async function planOffice(work: Work, office: OfficeId): Promise<Result<number>> {
  const scope = mayAsk(work.actor, office);
  if (!scope.ok) return scope;
  let planned = 0;
  let after: OutcomeId | null = null;
  for (;;) {
    const ids: readonly OutcomeId[] = await followableOutcomes(work.tx, office, after, mostAtOnce);
    const made = await planFollowUps(work.tx, scope.value, await dueAmong(work, ids));
    if (made.length > 0) await audit(work, { useCase: 'plan-follow-ups', office, subjects: made, fields: ['letters'] });
    planned += made.length;
    after = ids.at(-1) ?? null;
    if (ids.length < mostAtOnce) return ok(planned);
  }
}

/** Plans what came due of every office as of an instant; each office in a transaction of its own. How many are new. */
export async function planFollowUpsOf(
  database: Database,
  { now, signal }: { readonly now: Date; readonly signal?: AbortSignal | undefined },
): Promise<number> {
  const offices = await inWork(database, nobody(), async (work) => ok(await officesFollowed(work.tx)));
  let planned = 0;
  for (const office of offices.ok ? offices.value : []) {
    if (signal?.aborted === true) break;
    const done = await inWork(database, nobody(), (work) =>
      actAs({ ...work, now }, { offices: [office], writes: true }, (acting) => planOffice(acting, office)),
    );
    planned += done.ok ? done.value : 0;
  }
  return planned;
}

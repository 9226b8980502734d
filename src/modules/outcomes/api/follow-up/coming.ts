// What will be asked: when an office's figures fall due, by which way those of its editions and delegations go, and whom that would reach, before anything goes out.
import type { OfficeId } from '#kernel/ids.ts';
import { notFound, ok, type Result } from '#kernel/result.ts';
import { nameOffices } from '#modules/accounts/api/name-offices.ts';
import { listEditions } from '#modules/expos/api/edition/list-editions.ts';
import { findEdition } from '#modules/expos/api/edition/open-edition.ts';
import { nameVisit, type NamedVisit } from '#modules/ties/api/exchange/name-happenings.ts';
import type { Work } from '#platform/work.ts';
import type { Answer, Asked } from '../../contract.ts';
import { dueDays, dueOn, isFollowed } from '../../domain/follow-up/due.ts';
import type { FollowUpMonths } from '../../domain/follow-up/fate.ts';
import type { OutcomeId, OutcomeRecord } from '../../domain/outcome.ts';
import { mayReadWaiting } from '../../policy.ts';
import { followableOutcomes, type FollowUpRecord } from '../../store/asking.ts';
import { exchangesFollowed, routesOf, type EditionRoute } from '../../store/follow-up-rules.ts';
import { askingsOf, outcomesAbout, outcomesOfEdition } from '../../store/follow-ups.ts';
import { entriesOf } from '../../store/ledger.ts';
import { outcomeRecordsByIds } from '../../store/outcomes.ts';
import { checkRoute } from './ask.ts';
import { addressTold, announcedFigure, loadAsked } from './load-asked.ts';

const BATCH = 500;
/** So many of an office's outcomes are looked through for what comes next. */
const MOST = 5000;
/** So many days are told. */
const FEW = 3;

interface Coming {
  readonly outcome: OutcomeRecord;
  readonly months: FollowUpMonths;
  readonly due: string;
}

/** What of these is still asked for, each with the next day on which it falls due. */
async function comingAmong(work: Work, ids: readonly OutcomeId[]): Promise<readonly Coming[]> {
  const [outcomes, entries, asked] = await Promise.all([
    outcomeRecordsByIds(work.tx, ids),
    entriesOf(work.tx, ids),
    askingsOf(work.tx, ids),
  ]);
  const of = Map.groupBy(entries, ({ outcomeId }) => outcomeId);
  const today = work.now.toISOString().slice(0, 10);
  return outcomes.flatMap((outcome) => {
    const announced = announcedFigure(outcome, of.get(outcome.id) ?? []);
    if (announced === null || !isFollowed(announced, announced.reached)) return [];
    // What has come due and was not planned yet is listed as due within a day.
    const now = dueOn(announced.day, today);
    const isPlanned = now === null || (asked.get(outcome.id) ?? []).some(({ months }) => months >= now.months);
    const next = isPlanned ? dueDays(announced.day).find(({ due }) => due > today) : now;
    return next === undefined || next === null ? [] : [{ outcome, ...next }];
  });
}

/** On which days figures of an office fall due next, the soonest first. Refuses `kernel.forbidden`. */
export async function listComingFollowUps(
  work: Work,
  { officeId }: Asked<'listComingFollowUps'>,
): Promise<Result<Answer<'listComingFollowUps'>>> {
  const allowed = mayReadWaiting(work.actor, officeId);
  if (!allowed.ok) return allowed;
  const counts = new Map<string, number>();
  let after: OutcomeId | null = null;
  for (let looked = 0; looked < MOST; looked += BATCH) {
    const ids: readonly OutcomeId[] = await followableOutcomes(work.tx, allowed.value, after, BATCH);
    for (const { due } of await comingAmong(work, ids)) counts.set(due, (counts.get(due) ?? 0) + 1);
    after = ids.at(-1) ?? null;
    if (ids.length < BATCH) break;
  }
  const days = [...counts].map(([due, count]) => ({ due, count })).toSorted((a, b) => (a.due < b.due ? -1 : 1));
  return ok({ entries: days.slice(0, FEW), count: days.reduce((sum, { count }) => sum + count, 0) });
}

/** So many delegations are listed. */
const MOST_VISITS = 50;

/** The visits that an office keeps and of which it keeps something that may be asked for, the newest first. */
async function visitsOf(work: Work, office: OfficeId): Promise<readonly NamedVisit[]> {
  const ids = await exchangesFollowed(work.tx, office, MOST_VISITS);
  const found = await Promise.all(ids.map((id) => nameVisit(work, id)));
  return found
    .flatMap((visit) => (visit === null || visit.office !== office ? [] : [visit]))
    .toSorted((x, y) => (x.starts.text < y.starts.text ? 1 : -1));
}

/** The editions that an office organises and the delegations that it keeps, the newest first, each with the route of its questions. Refuses `kernel.forbidden`. */
export async function listEditionRoutes(
  work: Work,
  { officeId, cursor, limit }: Asked<'listEditionRoutes'>,
): Promise<Result<Answer<'listEditionRoutes'>>> {
  const allowed = mayReadWaiting(work.actor, officeId);
  if (!allowed.ok) return allowed;
  const page = await listEditions(work, { organiser: officeId, limit, cursor });
  if (!page.ok) return page;
  const visits = cursor === undefined ? await visitsOf(work, allowed.value) : [];
  const routes = await routesOf(
    work.tx,
    [...page.value.entries, ...visits].map(({ id }) => id),
  );
  const names = await nameOffices(
    work,
    [...routes.values()].map(({ throughOffice }) => throughOffice),
  );
  const routeOf = (id: string) => {
    const { route, throughOffice } = routes.get(id) ?? { route: 'company' as const, throughOffice: null };
    return { route, through: throughOffice === null ? null : { id: throughOffice, name: { ...names.get(throughOffice) } } };
  };
  return ok({
    entries: page.value.entries.map(({ id, slug, name, lastDay }) => ({ id, slug, name, lastDay, ...routeOf(id) })),
    visits: visits.map(({ id, title, starts }) => ({ id, title: { ...title }, starts, ...routeOf(id) })),
    nextCursor: page.value.nextCursor,
  });
}

/** As it would be asked by a route; nothing of it is kept. */
const asAsked = (work: Work, { outcome, months, due }: Coming, { route, throughOffice }: EditionRoute): FollowUpRecord => ({
  ...{ id: work.newId<'FollowUp'>(), outcomeId: outcome.id, ownerOffice: outcome.ownerOffice, months, due, state: 'planned' },
  ...{ route, throughOffice, organisationId: null, addressHash: null, companyNames: null, saidFor: null },
  ...{ sentAt: null, expiresAt: null, revokedAt: null, isLatest: true },
});

/** Company by company whom the questions about these outcomes would reach, of what the office keeps itself. */
async function reachedBy(
  work: Work,
  { ids, office, route }: { readonly ids: readonly OutcomeId[]; readonly office: OfficeId; readonly route: EditionRoute },
): Promise<Answer<'previewEditionRoute'>> {
  const own = (await comingAmong(work, ids)).filter(({ outcome }) => outcome.ownerOffice === office);
  const { entries } = await loadAsked(
    work,
    own.map((one) => asAsked(work, one, route)),
  );
  const groups = Map.groupBy(entries, ({ company, destination, remedy }) => JSON.stringify([company, destination?.email, remedy]));
  return {
    companies: [...groups.values()].flatMap((of) => {
      const [first] = of;
      if (first === undefined) return [];
      const { company, destination, remedy } = first;
      const isRegistered = destination?.isRegistered ?? false;
      return [
        {
          ...{ company: company === null ? null : { ...company }, remedy, isRegistered, questions: of.length },
          sentTo: addressTold(destination),
          next: of.map(({ record }) => record.due).toSorted()[0] ?? '',
        },
      ];
    }),
  };
}

/**
 * Whom the questions of an edition would reach by a route, company by company, of what its organiser keeps itself; what other offices keep of it goes
 * the same way and is not seen. Nothing is changed. Refuses `expos.not_found`, `kernel.forbidden`, a route through no office.
 */
export async function previewEditionRoute(work: Work, input: Asked<'previewEditionRoute'>): Promise<Result<Answer<'previewEditionRoute'>>> {
  const edition = await findEdition(work, input.editionId);
  if (!edition.ok) return edition;
  const office = edition.value.organiser;
  if (!mayReadWaiting(work.actor, office).ok) return notFound('expos.not_found');
  const checked = await checkRoute(work, input);
  if (!checked.ok) return checked;
  return ok(await reachedBy(work, { ids: await outcomesOfEdition(work.tx, input.editionId), office, route: input }));
}

/** The same of a delegation. Refuses `ties.exchange_not_found`. */
export async function previewVisitRoute(work: Work, input: Asked<'previewVisitRoute'>): Promise<Result<Answer<'previewVisitRoute'>>> {
  const visit = await nameVisit(work, input.exchangeId);
  if (visit === null || !mayReadWaiting(work.actor, visit.office).ok) return notFound('ties.exchange_not_found');
  const checked = await checkRoute(work, input);
  if (!checked.ok) return checked;
  return ok(await reachedBy(work, { ids: await outcomesAbout(work.tx, visit.id), office: visit.office, route: input }));
}

// Visits, events and programmes of a tie.
import { withGiven } from '#kernel/given.ts';
import { boundsOf, type FlexDate } from '#kernel/flex-date.ts';
import { askFirst, notFound, ok, readByOthers, refuse, stale, type Problem, type Result } from '#kernel/result.ts';
import { audit } from '#modules/accounts/api/record-audit.ts';
import type { Work } from '#platform/work.ts';
import type { Answer, Asked } from '../../contract.ts';
import type { ExchangeId } from '../../domain/happenings.ts';
import type { Exchange, ExchangeFacts } from '../../domain/records.ts';
import type { RegisterScope } from '../../domain/scope.ts';
import { mayWrite } from '../../policy.ts';
import { findExchange, insertExchange, updateExchange as saveExchange } from '../../store/exchanges.ts';
import { withdrawOwned } from '../../store/owned-rows.ts';
import { matchProblems } from '../begun-from.ts';
import { closePapers, settlePapers } from '../cite-papers.ts';
import { openForEntry } from '../open-tie.ts';
import { closeVisit, isFilled } from '../visit/change-visit.ts';
import { showExchanges } from './show-happenings.ts';

type Shown = Answer<'addExchange'>;

/** As it is asked for: without a beginning it is refused. */
type Stated = Omit<ExchangeFacts, 'sourceId' | 'starts'> & { readonly starts: FlexDate | null };

/** Nobody plans a visit for a day further ahead: it is a slip of the hand, 2091 for 2019. */
const MOST_YEARS_AHEAD = 10;

/** What is missing; a visit has a side that travels; nothing ends before it begins or lies too far ahead; a group is of somebody. */
function problemsOf({ kind, title, domains, fromSide, starts, ends, people }: Stated, now: Date): readonly Problem[] {
  const lastYear = now.getUTCFullYear() + MOST_YEARS_AHEAD;
  const isFar = (date: FlexDate | null): boolean => date !== null && Number(date.text.slice(0, 4)) > lastYear;
  const begins = starts === null ? '' : (boundsOf(starts).from ?? '');
  const over = ends === null ? '9999' : (boundsOf(ends).to ?? '9999');
  const missing = { title: Object.keys(title).length === 0, starts: starts === null };
  return [
    ...Object.entries(missing).flatMap(([field, isMissing]) => (isMissing ? [{ path: [field], code: 'kernel.required' }] : [])),
    ...(domains.length === 0 ? [{ path: ['domains'], code: 'kernel.too_few_entries', params: { count: 1 } }] : []),
    ...(people !== null && people < 1 ? [{ path: ['people'], code: 'kernel.too_small', params: { min: 1 } }] : []),
    ...(kind === 'visit' && fromSide === null ? [{ path: ['fromSide'], code: 'ties.visit_without_direction' }] : []),
    ...Object.entries({ starts, ends }).flatMap(([field, date]) =>
      isFar(date) ? [{ path: [field], code: 'ties.years_ahead', params: { year: lastYear } }] : [],
    ),
    ...(begins > over ? [{ path: ['ends'], code: 'ties.ends_before_begins' }] : []),
  ];
}

async function shown(work: Work, id: ExchangeId): Promise<Result<Shown>> {
  const exchange = await findExchange(work.tx, id);
  const [first] = exchange === null ? [] : await showExchanges(work, [exchange]);
  return first === undefined ? notFound('ties.exchange_not_found') : ok(first);
}

/** The facts of an exchange in which nothing is missing. */
function factsOf({ starts, ...stated }: Stated, sourceId: ExchangeFacts['sourceId']): ExchangeFacts {
  if (starts === null) throw new Error('a beginning that is missing was not refused');
  return { ...stated, starts, sourceId };
}

/** Enters an exchange of a tie that the office keeps; private until decided otherwise. */
export async function addExchange(work: Work, input: Asked<'addExchange'>): Promise<Result<Shown>> {
  const opened = await openForEntry(work, input.tieId, input.office);
  if (!opened.ok) return opened;
  const { tie, scope } = opened.value;
  const { tieId: _tie, office: _office, ...given } = input;
  const { source, begunFrom, ...stated } = { ...given, domains: [...new Set(given.domains)] };
  const id = work.newId<'Exchange'>();
  const row = { id, office: scope.office, visibility: 'private', sharedWith: [] } as const;
  const problems = [...problemsOf(stated, work.now), ...(await matchProblems(work, begunFrom))];
  const sourceId = await settlePapers(work, row, { asked: { source }, before: { sourceId: null }, problems });
  if (!sourceId.ok) return sourceId;
  await insertExchange(work.tx, scope, { id, tieId: tie.tieId, facts: factsOf(stated, sourceId.value), begunFrom });
  await audit(work, { useCase: 'add-exchange', office: scope.office, subjects: [id, tie.tieId], fields: Object.keys(given) });
  return shown(work, id);
}

/** The exchange with the proof that the actor may change it. Refuses `ties.exchange_not_found`, `kernel.forbidden`. */
async function openExchange(work: Work, id: ExchangeId): Promise<Result<{ readonly exchange: Exchange; readonly scope: RegisterScope }>> {
  const exchange = await findExchange(work.tx, id);
  if (exchange === null) return notFound('ties.exchange_not_found');
  const scope = mayWrite(work.actor, exchange.office);
  return scope.ok ? ok({ exchange, scope: scope.value }) : scope;
}

/** Sets the fields that are given; the others stay. */
export async function updateExchange(work: Work, input: Asked<'updateExchange'>): Promise<Result<Shown>> {
  const opened = await openExchange(work, input.exchangeId);
  if (!opened.ok) return opened;
  const { exchange, scope } = opened.value;
  const { exchangeId: _id, ...given } = input;
  const domains = given.domains === undefined ? undefined : [...new Set(given.domains)];
  const stated = withGiven<Stated>(exchange, { ...given, domains });
  // What travellers and days are of is a visit as long as they are there.
  const turns = exchange.kind === 'visit' && stated.kind !== 'visit' && (await isFilled(work, exchange.id));
  const problems = [...problemsOf(stated, work.now), ...(turns ? [{ path: ['kind'], code: 'ties.visit_is_filled' }] : [])];
  const sourceId = await settlePapers(work, exchange, { asked: { source: given.source }, before: exchange, problems });
  if (!sourceId.ok) return sourceId;
  const facts = factsOf(stated, sourceId.value);
  if (!(await saveExchange(work.tx, scope, { id: exchange.id, facts, version: work.expectedVersion }))) return refuse(stale);
  await audit(work, { useCase: 'update-exchange', office: scope.office, subjects: [exchange.id], fields: Object.keys(given) });
  return shown(work, exchange.id);
}

/** Withdraws an exchange; it stays on record. Refuses `kernel.stale`. */
export async function withdrawExchange(work: Work, input: Asked<'withdrawExchange'>): Promise<Result<Answer<'withdrawExchange'>>> {
  const opened = await openExchange(work, input.exchangeId);
  if (!opened.ok) return opened;
  const { exchange, scope } = opened.value;
  const asks = askFirst(readByOthers(exchange), input.confirmed);
  if (asks !== null) return asks;
  const { expectedVersion: version, now } = work;
  if (!(await withdrawOwned(work.tx, 'ties.exchange', scope, { id: exchange.id, version, now }))) return refuse(stale);
  await closeVisit(work, scope, exchange.id);
  const closed = await closePapers(work, exchange, exchange);
  if (!closed.ok) return closed;
  await audit(work, { useCase: 'withdraw-exchange', office: scope.office, subjects: [exchange.id, exchange.tieId], fields: [] });
  return ok({ exchangeId: exchange.id });
}

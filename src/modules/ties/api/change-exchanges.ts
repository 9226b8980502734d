// Visits, events and programmes of a tie.
import { boundsOf } from '#kernel/flex-date.ts';
import type { Id } from '#kernel/ids.ts';
import { notFound, ok, refuse, refuseInput, type Problem, type Refusal, type Result } from '#kernel/result.ts';
import { audit } from '#modules/accounts/api/record-audit.ts';
import { citeFrom } from '#modules/evidence/api/enter-source.ts';
import type { Work } from '#platform/work.ts';
import type { Answer, Asked } from '../contract.ts';
import type { ExchangeId } from '../domain/happenings.ts';
import type { Exchange, ExchangeFacts, Owned } from '../domain/records.ts';
import type { RegisterScope } from '../domain/scope.ts';
import { mayWrite } from '../policy.ts';
import { findExchange, insertExchange, updateExchange as saveExchange, withdrawExchange as saveWithdrawal } from '../store/exchanges.ts';
import { openForEntry } from './open-tie.ts';
import { showExchanges } from './show-happenings.ts';

type Shown = Answer<'addExchange'>;

const stale: Refusal = { kind: 'stale', code: 'kernel.stale' };

/** A visit has a side that travels; nothing ends before it begins. */
function problemsOf({ kind, fromSide, starts, ends }: ExchangeFacts): readonly Problem[] {
  const [begins, over] = [boundsOf(starts).from ?? '', ends === null ? '9999' : (boundsOf(ends).to ?? '9999')];
  return [
    ...(kind === 'visit' && fromSide === null ? [{ path: ['fromSide'], code: 'ties.visit_without_direction' }] : []),
    ...(begins > over ? [{ path: ['ends'], code: 'ties.ends_before_begins' }] : []),
  ];
}

async function shown(work: Work, id: ExchangeId): Promise<Result<Shown>> {
  const exchange = await findExchange(work.tx, id);
  const [first] = exchange === null ? [] : await showExchanges(work, [exchange]);
  return first === undefined ? notFound('ties.exchange_not_found') : ok(first);
}

const cited = (work: Work, row: Owned & { readonly id: ExchangeId }, sourceId: Id<'Source'> | null): Promise<Result<null>> =>
  citeFrom(work, { office: row.office, citingId: row.id, audience: row, sourceIds: sourceId === null ? [] : [sourceId] });

/** Enters an exchange of a tie that the office keeps; private until decided otherwise. */
export async function addExchange(work: Work, input: Asked<'addExchange'>): Promise<Result<Shown>> {
  const opened = await openForEntry(work, input.tieId, input.office);
  if (!opened.ok) return opened;
  const { tie, scope } = opened.value;
  const { tieId: _tie, office: _office, ...given } = input;
  const facts: ExchangeFacts = { ...given, domains: [...new Set(given.domains)], sourceId: given.sourceId as Id<'Source'> | null };
  const problems = problemsOf(facts);
  if (problems.length > 0) return refuseInput(problems);
  const id = work.newId<'Exchange'>();
  await insertExchange(work.tx, scope, { id, tieId: tie.tieId, facts });
  const citing = await cited(work, { id, office: scope.office, visibility: 'private', sharedWith: [] }, facts.sourceId);
  if (!citing.ok) return citing;
  await audit(work, { useCase: 'add-exchange', office: scope.office, subjects: [id, tie.tieId], fields: Object.keys(given) });
  return shown(work, id);
}

/** The exchange with the proof that the actor may change it. Refuses `ties.exchange_not_found`, `kernel.forbidden`. */
async function openExchange(work: Work, id: string): Promise<Result<{ readonly exchange: Exchange; readonly scope: RegisterScope }>> {
  const exchange = await findExchange(work.tx, id as ExchangeId);
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
  const kept = <T>(value: T | undefined, before: T): T => (value === undefined ? before : value);
  const facts: ExchangeFacts = {
    kind: given.kind ?? exchange.kind,
    domains: given.domains === undefined ? exchange.domains : [...new Set(given.domains)],
    title: given.title ?? exchange.title,
    starts: given.starts ?? exchange.starts,
    ends: kept(given.ends, exchange.ends),
    fromSide: kept(given.fromSide, exchange.fromSide),
    level: kept(given.level, exchange.level),
    ledBy: kept(given.ledBy, exchange.ledBy),
    people: kept(given.people, exchange.people),
    note: kept(given.note, exchange.note),
    sourceId: kept(given.sourceId as Id<'Source'> | null | undefined, exchange.sourceId),
  };
  const problems = problemsOf(facts);
  if (problems.length > 0) return refuseInput(problems);
  if (!(await saveExchange(work.tx, scope, { id: exchange.id, facts, version: work.expectedVersion }))) return refuse(stale);
  const citing = await cited(work, exchange, facts.sourceId);
  if (!citing.ok) return citing;
  await audit(work, { useCase: 'update-exchange', office: scope.office, subjects: [exchange.id], fields: Object.keys(given) });
  return shown(work, exchange.id);
}

/** Withdraws an exchange; it stays on record. Refuses `kernel.stale`. */
export async function withdrawExchange(work: Work, input: Asked<'withdrawExchange'>): Promise<Result<Asked<'withdrawExchange'>>> {
  const opened = await openExchange(work, input.exchangeId);
  if (!opened.ok) return opened;
  const { exchange, scope } = opened.value;
  const { expectedVersion: version, now } = work;
  if (!(await saveWithdrawal(work.tx, scope, { id: exchange.id, version, now }))) return refuse(stale);
  const citing = await cited(work, { ...exchange, visibility: 'private', sharedWith: [] }, exchange.sourceId);
  if (!citing.ok) return citing;
  await audit(work, { useCase: 'withdraw-exchange', office: scope.office, subjects: [exchange.id, exchange.tieId], fields: [] });
  return ok({ exchangeId: exchange.id });
}

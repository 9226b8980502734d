// What an office keeps of an exchange for itself: cost and who paid, gifts, talking points.
import { notFound, ok, refuse, stale, type Result } from '#kernel/result.ts';
import { audit } from '#modules/accounts/api/record-audit.ts';
import type { Work } from '#platform/work.ts';
import type { Answer, Asked } from '../../contract.ts';
import { mayRead, mayWrite } from '../../policy.ts';
import { findNotes, saveNotes } from '../../store/exchange-notes.ts';
import { findExchange } from '../../store/exchanges.ts';

type Notes = Answer<'getExchangeNotes'>;

const nothing: Notes = { cost: null, paidBy: null, gifts: null, talkingPoints: null, version: 0 };

/** The office's own notes of an exchange that it may see; empty where it wrote none. Refuses `ties.exchange_not_found`. */
export async function getExchangeNotes(work: Work, input: Asked<'getExchangeNotes'>): Promise<Result<Notes>> {
  const office = mayRead(work.actor, input.office);
  if (!office.ok) return office;
  const exchange = await findExchange(work.tx, input.exchangeId);
  if (exchange === null) return notFound('ties.exchange_not_found');
  return ok((await findNotes(work.tx, office.value, exchange.id)) ?? nothing);
}

/** Writes them in place of what stood there. Refuses `ties.exchange_not_found`, `kernel.forbidden`, and who saw others than those that stand (`kernel.stale`). */
export async function setExchangeNotes(work: Work, input: Asked<'setExchangeNotes'>): Promise<Result<Notes>> {
  const scope = mayWrite(work.actor, input.office);
  if (!scope.ok) return scope;
  const exchange = await findExchange(work.tx, input.exchangeId);
  if (exchange === null) return notFound('ties.exchange_not_found');
  const { exchangeId: _exchange, office: _office, ...notes } = input;
  const saved = await saveNotes(work.tx, scope.value, { exchange: exchange.id, notes, expectedVersion: work.expectedVersion });
  if (saved === null) return refuse(stale);
  await audit(work, { useCase: 'set-exchange-notes', office: scope.value.office, subjects: [exchange.id], fields: Object.keys(notes) });
  return ok(saved);
}

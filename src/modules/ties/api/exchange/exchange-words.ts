// What a side says of an exchange that another office entered; that one's words never change.
import { notFound, ok, refuse, refuseInput, type Result } from '#kernel/result.ts';
import { audit } from '#modules/accounts/api/record-audit.ts';
import type { Work } from '#platform/work.ts';
import type { Answer, Asked } from '../../contract.ts';
import { wordProblems } from '../../domain/exchange-words.ts';
import { mayWrite } from '../../policy.ts';
import { deleteWord, saveWord } from '../../store/exchange-words.ts';
import { findExchange } from '../../store/exchanges.ts';
import { sidesOf } from '../hearing.ts';
import { findTie } from '../open-tie.ts';

/**
 * Says for a side's desk what it holds of an exchange that somebody else entered, in place of what it said before; `verdict` null takes
 * that back. Told to the office that entered it alone. Refuses `ties.exchange_not_found`, `ties.not_your_side`, `ties.own_exchange`.
 */
export async function sayOfExchange(work: Work, input: Asked<'sayOfExchange'>): Promise<Result<Answer<'sayOfExchange'>>> {
  const exchange = await findExchange(work.tx, input.exchangeId);
  if (exchange === null) return notFound('ties.exchange_not_found');
  const { office, exchangeId: _id, verdict, ...held } = input;
  const scope = mayWrite(work.actor, office);
  if (!scope.ok) return scope;
  if (exchange.office === office) return refuse({ kind: 'conflict', code: 'ties.own_exchange' });
  const tie = await findTie(work, exchange.tieId);
  if (!tie.ok || !sidesOf(tie.value.cities, tie.value.pair).includes(office))
    return refuse({ kind: 'forbidden', code: 'ties.not_your_side' });
  const problems = verdict === null ? [] : wordProblems({ verdict, ...held });
  if (problems.length > 0) return refuseInput(problems);
  if (verdict === null) await deleteWord(work.tx, scope.value, exchange.id);
  else await saveWord(work.tx, scope.value, { exchangeId: exchange.id, to: exchange.office, now: work.now }, { verdict, ...held });
  await audit(work, { useCase: 'say-of-exchange', office, subjects: [exchange.id, exchange.tieId], fields: ['verdict', 'starts', 'note'] });
  return ok({ exchangeId: exchange.id, office, verdict });
}

// What sides say of exchanges that other offices entered, by exchange, as far as the actor may know.
import { remember, rememberById, type Work } from '#platform/work.ts';
import type { ExchangeWord } from '../../domain/exchange-words.ts';
import type { ExchangeId } from '../../domain/happenings.ts';
import { wordsOf } from '../../store/exchange-words.ts';

export const exchangeWords = rememberById<ExchangeId, readonly ExchangeWord[]>(async ({ tx }, ids) =>
  Map.groupBy(await wordsOf(tx, ids), ({ exchangeId }) => exchangeId),
);

/** Words that were read together with the exchanges are not asked for once more. */
export const rememberWords = (work: Work, exchanges: readonly { readonly id: ExchangeId }[], words: readonly ExchangeWord[]): void =>
  remember(work, exchangeWords, new Map(exchanges.map(({ id }) => [id, words.filter(({ exchangeId }) => exchangeId === id)])));

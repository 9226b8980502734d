// SQL of an office's own words.
import { sql } from 'kysely';
import type { Id, OfficeId } from '#kernel/ids.ts';
import type { Tx } from '#platform/postgres/database.ts';
import { insertRows } from '#platform/postgres/insert-rows.ts';
import type { OfficeScope } from '../domain/scopes.ts';
import type { OwnWords } from '../domain/words/own-words.ts';

export interface OwnWord extends OwnWords {
  readonly id: Id<'OwnWord'>;
}

/** In the order in which they were entered. */
export const loadOwnWords = (tx: Tx, office: OfficeId): Promise<readonly OwnWord[]> =>
  tx.selectFrom('matching.own_word').select(['id', 'english', 'chinese']).where('owner_office', '=', office).orderBy('id').execute();

/** The same of many, by office; one without any is left out. */
export async function loadOwnWordsOf(tx: Tx, offices: readonly OfficeId[]): Promise<ReadonlyMap<OfficeId, readonly OwnWords[]>> {
  const rows = await tx
    .selectFrom('matching.own_word')
    .select(['owner_office', 'english', 'chinese'])
    .where('owner_office', 'in', [...offices])
    .orderBy('id')
    .execute();
  const by = Map.groupBy(rows, ({ owner_office: office }) => office);
  return new Map([...by].map(([office, words]) => [office, words.map(({ english, chinese }) => ({ english, chinese }))]));
}

export async function insertOwnWords(
  tx: Tx,
  { office }: OfficeScope,
  { words, now }: { readonly words: readonly OwnWord[]; readonly now: Date },
): Promise<void> {
  await insertRows(
    tx,
    'matching.own_word',
    words.map(({ id, english, chinese }) => ({ id, english, chinese, owner_office: office, entered_at: now.toISOString() })),
  );
}

export async function deleteOwnWords(tx: Tx, { office }: OfficeScope, ids: readonly string[]): Promise<void> {
  await tx
    .deleteFrom('matching.own_word')
    .where('owner_office', '=', office)
    .where(sql<boolean>`id = any (${[...ids]}::uuid[])`)
    .execute();
}

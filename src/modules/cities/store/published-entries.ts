// SQL of what the search knows of published entries.
import { sql } from 'kysely';
import type { MultilingualText } from '#kernel/language.ts';
import { columns } from '#platform/postgres/columns.ts';
import type { Tx } from '#platform/postgres/database.ts';
import type { CityId } from '../domain/city.ts';
import type { ProfileEntryId, ProfileKind } from '../domain/profile/profile.ts';

export interface EntryTitle {
  readonly id: ProfileEntryId;
  readonly cityId: CityId;
  readonly kind: ProfileKind;
  readonly title: MultilingualText;
}

export async function listEntryTitles(tx: Tx, cities: readonly CityId[]): Promise<readonly EntryTitle[]> {
  return tx
    .selectFrom('cities.published_entry')
    .select(columns('id, city_id, kind, title'))
    .where(sql<boolean>`city_id = any (${[...cities]}::uuid[])`)
    .orderBy('id')
    .execute();
}

/** Which of these are partner calls whose last day is over. */
export async function endedAmong(tx: Tx, ids: readonly string[], openOn: string): Promise<ReadonlySet<string>> {
  const rows = await tx
    .selectFrom('cities.published_entry')
    .select('id')
    .where(sql<boolean>`id = any (${[...ids]}::uuid[])`)
    .where(sql<boolean>`until < ${openOn}::date`)
    .execute();
  return new Set(rows.map(({ id }) => id));
}

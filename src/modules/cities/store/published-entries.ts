// SQL of published entries across all cities: what the search knows of them, and what is compared.
import { sql } from 'kysely';
import type { MultilingualText } from '#kernel/language.ts';
import { columns } from '#platform/postgres/columns.ts';
import type { Tx } from '#platform/postgres/database.ts';
import type { CityId } from '../domain/city.ts';
import type { Domain } from '../domain/profile/domains.ts';
import type { Extent } from '../domain/profile/extent.ts';
import { goalsIn, type Goal } from '../domain/profile/goals.ts';
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

/** Which of these the actor may read: of its own offices' cities, drafts included, or published. */
export async function loadReadable(tx: Tx, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ id: string }>`
    select id from cities.profile_entry where id = any (${[...ids]}::uuid[]) and discarded_at is null
    union select id from cities.published_entry where id = any (${[...ids]}::uuid[])`.execute(tx);
  return new Set(rows.map(({ id }) => id));
}

/** What is compared between cities: what one seeks and what another has to tell. */
export interface ToldEntry {
  readonly id: ProfileEntryId;
  readonly cityId: CityId;
  readonly kind: ProfileKind;
  readonly domain: Domain | null;
  readonly goals: readonly Goal[];
  readonly title: MultilingualText;
  readonly body: MultilingualText;
  readonly extent: Extent | null;
}

const told = (tx: Tx, kinds: readonly ProfileKind[]) =>
  tx.selectFrom('cities.published_entry').where(sql<boolean>`kind = any (${[...kinds]}::text[])`);

/** Whose they are, and a word for all of them that changes whenever one comes, changes or goes. */
export async function loadToldStamp(
  tx: Tx,
  kinds: readonly ProfileKind[],
): Promise<{ readonly stamp: string; readonly entries: readonly Pick<ToldEntry, 'id' | 'cityId' | 'kind' | 'domain' | 'extent'>[] }> {
  const rows = await told(tx, kinds)
    .select([
      ...columns('id, city_id, kind, domain, extent'),
      sql<string>`sum(hashtextextended(id::text || xmin::text, 0)) over ()`.as('stamp'),
    ])
    .orderBy('id')
    .execute();
  return { stamp: `${rows.length} ${rows[0]?.stamp ?? ''}`, entries: rows.map(({ stamp: _, ...row }) => row) };
}

/** All of these kinds, in the order of ids. */
export async function loadTold(tx: Tx, kinds: readonly ProfileKind[]): Promise<readonly ToldEntry[]> {
  const rows = await told(tx, kinds).select(columns('id, city_id, kind, domain, goals, title, body, extent')).orderBy('id').execute();
  return rows.map((row) => ({ ...row, goals: goalsIn(row.goals) }));
}

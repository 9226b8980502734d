// SQL of what names a city, and to whom. Other modules keep up their own by triggers; an entry in the register is written here.
import type { OfficeId } from '#kernel/ids.ts';
import { columns } from '#platform/postgres/columns.ts';
import type { Tx } from '#platform/postgres/database.ts';
import type { CityId } from '../domain/city.ts';
import type { RecordScope } from '../domain/scope.ts';

export interface Mention {
  readonly cityId: CityId;
  /** Whether a list of others names it, as one of thousands. */
  readonly bySet: boolean;
  readonly office: OfficeId;
  readonly visibility: 'private' | 'shared' | 'public';
  readonly sharedWith: readonly OfficeId[];
}

/** Those the actor may see. */
export async function loadMentions(tx: Tx, cities: readonly CityId[]): Promise<readonly Mention[]> {
  if (cities.length === 0) return [];
  const rows = await tx
    .selectFrom('cities.mention')
    .select(columns('city_id, by_kind, owner_office as office, visibility, shared_with'))
    .where('city_id', 'in', [...cities])
    .execute();
  return rows.map(({ byKind, ...mention }) => ({ ...mention, bySet: byKind === 'set' }));
}

/** The office's own entry of the city: for everybody, or for itself alone. */
export async function enterMention(
  tx: Tx,
  { office }: RecordScope,
  { cityId, visibility }: { readonly cityId: CityId; readonly visibility: 'private' | 'public' },
): Promise<void> {
  await tx
    .insertInto('cities.mention')
    .values({ city_id: cityId, by_kind: 'entry', by_id: office, owner_office: office, visibility })
    .onConflict((conflict) => conflict.columns(['city_id', 'by_kind', 'by_id']).doUpdateSet({ visibility }))
    .execute();
}

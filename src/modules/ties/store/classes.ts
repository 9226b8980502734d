// SQL of the classes that offices add.
import { sql } from 'kysely';
import type { Id, OfficeId } from '#kernel/ids.ts';
import type { MultilingualText } from '#kernel/language.ts';
import type { Tx } from '#platform/postgres/database.ts';
import type { RegisterScope } from '../domain/scope.ts';

/** A class of an office's own; its code in statements is its id. */
export interface AddedClass {
  readonly id: Id<'TieClass'>;
  readonly office: OfficeId;
  readonly name: MultilingualText;
}

/** Added classes that may be seen, in the order of their offices. */
export async function loadClasses(tx: Tx): Promise<readonly AddedClass[]> {
  const rows = await tx.selectFrom('ties.class').select(['id', 'owner_office', 'name']).orderBy('owner_office').orderBy('place').execute();
  return rows.map((row) => ({
    id: row.id as Id<'TieClass'>,
    office: row.owner_office as OfficeId,
    name: row.name as unknown as MultilingualText,
  }));
}

/** Adds a class as the last one; what a tie is called is seen with the tie, so the name is public. */
export async function insertClass(
  tx: Tx,
  scope: RegisterScope,
  { id, name }: { readonly id: Id<'TieClass'>; readonly name: MultilingualText },
): Promise<void> {
  await tx
    .insertInto('ties.class')
    .values({
      id,
      owner_office: scope.office,
      visibility: 'public',
      name: JSON.stringify(name),
      place: sql`(select coalesce(max(place), 0) + 1 from ties.class where owner_office = ${scope.office})`,
    })
    .execute();
}

// SQL of the classes that offices add.
import { sql } from 'kysely';
import type { Id, OfficeId } from '#kernel/ids.ts';
import type { MultilingualText } from '#kernel/language.ts';
import { columns } from '#platform/postgres/columns.ts';
import type { Tx } from '#platform/postgres/database.ts';
import { queryOf } from '#platform/postgres/query.ts';
import { read } from '#platform/postgres/read.ts';
import type { StandardClass } from '../domain/attributes.ts';
import type { RegisterScope } from '../domain/scope.ts';

/** A class of an office's own; its code in statements is its id. */
export interface AddedClass {
  readonly id: Id<'TieClass'>;
  readonly office: OfficeId;
  readonly name: MultilingualText;
  /** The class that everybody finds as which it counts. */
  readonly common: StandardClass | null;
  readonly version: number;
}

/** Added classes that may be seen, in the order of their offices. */
export async function loadClasses(tx: Tx): Promise<readonly AddedClass[]> {
  return read(tx, addedClasses());
}

const addedClasses = queryOf((from) =>
  from
    .selectFrom('ties.class')
    .select(columns('id, owner_office as office, name, common, version'))
    .orderBy('owner_office')
    .orderBy('place'),
);

/** Adds a class as the last one; what a tie is called is seen with the tie, so the name is public. */
export async function insertClass(
  tx: Tx,
  scope: RegisterScope,
  { id, name, common }: Pick<AddedClass, 'id' | 'name' | 'common'>,
): Promise<void> {
  await tx
    .insertInto('ties.class')
    .values({
      id,
      owner_office: scope.office,
      visibility: 'public',
      name: name,
      common,
      place: sql`(select coalesce(max(place), 0) + 1 from ties.class where owner_office = ${scope.office})`,
    })
    .execute();
}

/** Changes a class of the office at the version that was seen (null: any); false where it is another one. */
export async function updateClass(
  tx: Tx,
  { office }: RegisterScope,
  { id, name, common, version }: Pick<AddedClass, 'id' | 'name' | 'common'> & { readonly version: number | null },
): Promise<boolean> {
  const row = await tx
    .updateTable('ties.class')
    .set((eb) => ({ name: name, common, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .where('owner_office', '=', office)
    .$if(version !== null, (q) => q.where('version', '=', version))
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

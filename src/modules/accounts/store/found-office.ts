import pg from 'pg';
import type { AccountId, OfficeId } from '#kernel/ids.ts';
import type { Language, MultilingualText } from '#kernel/language.ts';

interface Founded {
  readonly id: OfficeId;
  readonly slug: string;
  readonly name: MultilingualText;
  readonly kind: string;
  readonly ownerId: AccountId;
  readonly owner: { readonly email: string; readonly name: string; readonly language: Language };
}

/** The account of an address, whether it may sign in or not. */
export async function findAccount(migrator: pg.Client, email: string): Promise<AccountId | null> {
  const { rows } = await migrator.query<{ id: AccountId }>('select id from accounts.account where email = lower($1)', [email]);
  return rows[0]?.id ?? null;
}

/** Inserts the office, its owner (kept as they are where the account exists) and the first entry of its log; false when the slug is taken. */
export async function insertOffice(migrator: pg.Client, o: Founded): Promise<boolean> {
  try {
    await migrator.query('select accounts.found_office($1, $2, $3, $4, $5, $6, $7, $8)', [
      o.id,
      o.slug,
      JSON.stringify(o.name),
      o.kind,
      o.ownerId,
      o.owner.email,
      o.owner.name,
      o.owner.language,
    ]);
    return true;
  } catch (fault) {
    if (fault instanceof pg.DatabaseError && fault.code === '23505' && fault.constraint === 'office_slug_key') return false;
    throw fault;
  }
}

/** Disables the account of an address, or enables it again; false where there is none. */
export async function saveAccountDisabled(migrator: pg.Client, email: string, wanted: 'disable' | 'enable'): Promise<boolean> {
  const { rows } = await migrator.query<{ done: boolean }>(`select accounts.${wanted}_account($1) as done`, [email]);
  return rows[0]?.done === true;
}

// SQL of an installation's first office, as the sign-in role.
import type pg from 'pg';
import type { AccountId, OfficeId } from '#kernel/ids.ts';
import type { Language, MultilingualText } from '#kernel/language.ts';
import { saveSignInUser } from './sign-in.ts';

export async function hasOffices(pool: pg.Pool): Promise<boolean> {
  const { rows } = await pool.query<{ some: boolean }>('select accounts.has_offices() as some');
  return rows[0]?.some === true;
}

interface FirstOffice {
  readonly id: OfficeId;
  readonly slug: string;
  readonly name: MultilingualText;
  readonly owner: { readonly id: AccountId; readonly email: string; readonly name: string; readonly language: Language };
  readonly passwordHash: string;
}

/** The register office and its owner, who can sign in from then on; false where there is an office already. */
export async function insertFirstOffice(pool: pg.Pool, { id, slug, name, owner, passwordHash }: FirstOffice): Promise<boolean> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    const { rows } = await client.query<{ done: boolean }>('select accounts.found_first_office($1, $2, $3, $4, $5, $6, $7) as done', [
      ...[id, slug, JSON.stringify(name)],
      ...[owner.id, owner.email, owner.name, owner.language],
    ]);
    const done = rows[0]?.done === true;
    if (done) await saveSignInUser(client, owner, passwordHash);
    await client.query('commit');
    return done;
  } catch (fault) {
    await client.query('rollback');
    throw fault;
  } finally {
    client.release();
  }
}

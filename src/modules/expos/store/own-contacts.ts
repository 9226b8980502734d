// SQL of the contacts that organisers keep of the person who acts.
import { sql } from 'kysely';
import type { Tx } from '#platform/postgres/database.ts';

/** Contacts at editions of all organisers under the actor's own address. */
export async function loadOwnContacts({ tx }: { readonly tx: Tx }): Promise<Record<string, unknown>[]> {
  const { rows } = await sql<{ contacts: Record<string, unknown>[] }>`select expos.own_contacts() as contacts`.execute(tx);
  return rows[0]?.contacts ?? [];
}

/** Takes name, address, phone and languages out of all of them. */
export const forgetOwnContacts = async ({ tx }: { readonly tx: Tx }): Promise<void> =>
  void (await sql`select expos.forget_own_contacts()`.execute(tx));

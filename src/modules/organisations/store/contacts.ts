// SQL of contacts: people in posts.
import { columns, valuesOf } from '#platform/postgres/columns.ts';
import type { Tx } from '#platform/postgres/database.ts';
import type { ContactFacts, ContactId, ContactRecord } from '../domain/contact.ts';
import type { OrganisationId } from '../domain/organisation.ts';
import type { OrganisationScope } from '../domain/scope.ts';
import { sql } from 'kysely';

const factColumns = columns('surname, given_name, name_order, title, post, languages, email, from_date, to_date');
const record = [...columns('id, version, organisation_id'), ...factColumns];

export interface ContactFilter {
  readonly organisationId: OrganisationId;
  /** Only who is in the post on this day. */
  readonly at: string | null;
  readonly after: ContactId | null;
  readonly limit: number;
}

/** In order of surname; up to `limit` + 1. */
export async function listContactRecords(tx: Tx, { organisationId, at, after, limit }: ContactFilter): Promise<readonly ContactRecord[]> {
  return tx
    .selectFrom('organisations.contact')
    .select(record)
    .where('organisation_id', '=', organisationId)
    .$if(at !== null, (query) =>
      query.where(sql<boolean>`coalesce(from_date <= ${at}::date, true) and coalesce(to_date >= ${at}::date, true)`),
    )
    .$if(after !== null, (query) =>
      query.where(
        sql<boolean>`(surname, given_name, id) > (select c.surname, c.given_name, c.id from organisations.contact c where c.id = ${after})`,
      ),
    )
    .orderBy('surname')
    .orderBy('given_name')
    .orderBy('id')
    .limit(limit + 1)
    .execute();
}

export async function findContactRecord(tx: Tx, organisationId: OrganisationId, id: ContactId): Promise<ContactRecord | null> {
  return (
    (await tx
      .selectFrom('organisations.contact')
      .select(record)
      .where('organisation_id', '=', organisationId)
      .where('id', '=', id)
      .executeTakeFirst()) ?? null
  );
}

/** Of which organisation each of the contacts is, as far as the actor may see them. */
export async function organisationsOfContacts(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, OrganisationId>> {
  if (ids.length === 0) return new Map();
  const rows = await tx
    .selectFrom('organisations.contact')
    .select(columns('id, organisation_id'))
    .where(sql<boolean>`id = any(${ids}::uuid[])`)
    .execute();
  return new Map(rows.map(({ id, organisationId }) => [id, organisationId]));
}

export async function countContacts(tx: Tx, organisationId: OrganisationId): Promise<number> {
  const { count } = await tx
    .selectFrom('organisations.contact')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('organisation_id', '=', organisationId)
    .executeTakeFirstOrThrow();
  return Number(count);
}

export async function insertContact(
  tx: Tx,
  scope: OrganisationScope,
  { id, now, ...facts }: ContactFacts & { readonly id: ContactId; readonly now: Date },
): Promise<ContactRecord> {
  return tx
    .insertInto('organisations.contact')
    .values({
      ...valuesOf(factColumns, facts),
      id,
      organisation_id: scope.organisationId,
      owner_office: scope.office,
      created_at: now.toISOString(),
      updated_at: now.toISOString(),
    })
    .returning(record)
    .executeTakeFirstOrThrow();
}

/** Sets the facts; null when the version is no longer the one expected. */
export async function updateContactRecord(
  tx: Tx,
  scope: OrganisationScope,
  change: { readonly id: ContactId; readonly facts: ContactFacts; readonly expectedVersion: number | null; readonly now: Date },
): Promise<ContactRecord | null> {
  const { id, facts, expectedVersion, now } = change;
  return (
    (await tx
      .updateTable('organisations.contact')
      .set((eb) => ({ ...valuesOf(factColumns, facts), version: eb('version', '+', 1), updated_at: now.toISOString() }))
      .where('organisation_id', '=', scope.organisationId)
      .where('id', '=', id)
      .$if(expectedVersion !== null, (query) => query.where('version', '=', expectedVersion))
      .returning(record)
      .executeTakeFirst()) ?? null
  );
}

export interface ReachableContact extends Pick<ContactRecord, 'id' | 'surname' | 'givenName' | 'nameOrder' | 'languages'> {
  readonly organisationId: string;
  readonly country: string | null;
  readonly email: string;
}

/** With an address, and in the post on this day. */
export async function loadReachable(tx: Tx, organisations: readonly string[], day: string): Promise<readonly ReachableContact[]> {
  const { rows } = await sql<ReachableContact>`
    select c.id, c.organisation_id as "organisationId", c.surname, c.given_name as "givenName", c.name_order as "nameOrder", c.languages, o.country, lower(c.email) as email
    from organisations.contact c join organisations.organisation o on o.id = c.organisation_id
    where c.organisation_id = any (${[...organisations]}::uuid[]) and c.email is not null
      and coalesce(c.from_date <= ${day}::date, true) and coalesce(c.to_date >= ${day}::date, true) order by c.id`.execute(tx);
  return rows;
}

/** Contacts of all offices under the actor's own address. */
export async function loadOwnContacts({ tx }: { readonly tx: Tx }): Promise<Record<string, unknown>[]> {
  const { rows } = await sql<{ contacts: Record<string, unknown>[] }>`select organisations.own_contacts() as contacts`.execute(tx);
  return rows[0]?.contacts ?? [];
}

/** Takes name, address and languages out of all of them. */
export const forgetOwnContacts = async ({ tx }: { readonly tx: Tx }): Promise<void> =>
  void (await sql`select organisations.forget_own_contacts()`.execute(tx));

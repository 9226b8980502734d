// SQL of contacts: people in posts.
import type { MultilingualText } from '#kernel/language.ts';
import type { Tx } from '#platform/postgres/database.ts';
import type { ContactFacts, ContactId, ContactRecord, NameOrder } from '../domain/contact.ts';
import type { OrganisationId } from '../domain/organisation.ts';
import type { OrganisationScope } from '../domain/scope.ts';
import { sql } from 'kysely';

const columns = [
  'id',
  'version',
  'organisation_id',
  'surname',
  'given_name',
  'name_order',
  'title',
  'post',
  'languages',
  'email',
  'from_date',
  'to_date',
] as const;

interface Row {
  readonly id: string;
  readonly version: number;
  readonly organisation_id: string;
  readonly surname: string;
  readonly given_name: string;
  readonly name_order: string;
  readonly title: unknown;
  readonly post: unknown;
  readonly languages: string[];
  readonly email: string | null;
  readonly from_date: string | null;
  readonly to_date: string | null;
}

const recordOf = (row: Row): ContactRecord => ({
  id: row.id as ContactId,
  version: row.version,
  organisationId: row.organisation_id as OrganisationId,
  surname: row.surname,
  givenName: row.given_name,
  nameOrder: row.name_order as NameOrder,
  title: row.title as MultilingualText | null,
  post: row.post as MultilingualText | null,
  languages: row.languages,
  email: row.email,
  fromDate: row.from_date,
  toDate: row.to_date,
});

const columnsOf = (facts: ContactFacts) => ({
  surname: facts.surname,
  given_name: facts.givenName,
  name_order: facts.nameOrder,
  title: facts.title === null ? null : JSON.stringify(facts.title),
  post: facts.post === null ? null : JSON.stringify(facts.post),
  languages: [...facts.languages],
  email: facts.email,
  from_date: facts.fromDate,
  to_date: facts.toDate,
});

export interface ContactFilter {
  readonly organisationId: OrganisationId;
  /** Only who is in the post on this day. */
  readonly at: string | null;
  readonly after: ContactId | null;
  readonly limit: number;
}

/** In order of surname; up to `limit` + 1. */
export async function listContactRecords(tx: Tx, { organisationId, at, after, limit }: ContactFilter): Promise<readonly ContactRecord[]> {
  const rows = await tx
    .selectFrom('organisations.contact')
    .select(columns)
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
  return rows.map(recordOf);
}

export async function findContactRecord(tx: Tx, organisationId: OrganisationId, id: ContactId): Promise<ContactRecord | null> {
  const row = await tx
    .selectFrom('organisations.contact')
    .select(columns)
    .where('organisation_id', '=', organisationId)
    .where('id', '=', id)
    .executeTakeFirst();
  return row === undefined ? null : recordOf(row);
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
  const row = await tx
    .insertInto('organisations.contact')
    .values({
      ...columnsOf(facts),
      id,
      organisation_id: scope.organisationId,
      owner_office: scope.office,
      created_at: now.toISOString(),
      updated_at: now.toISOString(),
    })
    .returning(columns)
    .executeTakeFirstOrThrow();
  return recordOf(row);
}

/** Sets the facts; null when the version is no longer the one expected. */
export async function updateContactRecord(
  tx: Tx,
  scope: OrganisationScope,
  change: { readonly id: ContactId; readonly facts: ContactFacts; readonly expectedVersion: number | null; readonly now: Date },
): Promise<ContactRecord | null> {
  const { id, facts, expectedVersion, now } = change;
  const row = await tx
    .updateTable('organisations.contact')
    .set((eb) => ({ ...columnsOf(facts), version: eb('version', '+', 1), updated_at: now.toISOString() }))
    .where('organisation_id', '=', scope.organisationId)
    .where('id', '=', id)
    .$if(expectedVersion !== null, (query) => query.where('version', '=', expectedVersion))
    .returning(columns)
    .executeTakeFirst();
  return row === undefined ? null : recordOf(row);
}

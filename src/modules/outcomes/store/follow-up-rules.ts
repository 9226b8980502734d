// SQL of what offices have set for follow-ups: the route of an edition or a visit, and after how long a silence is told.
import { sql } from 'kysely';
import type { OfficeId } from '#kernel/ids.ts';
import type { Tx } from '#platform/postgres/database.ts';
import { queryOfIds } from '#platform/postgres/query.ts';
import { read } from '#platform/postgres/read.ts';
import type { Route } from '../domain/follow-up/asked-of.ts';
import { usualQuietMonths } from '../domain/follow-up/due.ts';
import type { OutcomeId } from '../domain/outcome.ts';
import type { FollowUpScope } from '../domain/scope.ts';
import type { Language } from '#kernel/language.ts';

export interface EditionRoute {
  readonly route: Route;
  readonly throughOffice: OfficeId | null;
}

/** Of editions and visits, as their owners have it; those without a row go to the companies. */
export async function routesOf(tx: Tx, subjects: readonly string[]): Promise<ReadonlyMap<string, EditionRoute>> {
  if (subjects.length === 0) return new Map();
  const { rows } = await sql<EditionRoute & { editionId: string }>`
    select edition_id as "editionId", route, through_office as "throughOffice" from outcomes.routes_of(${[...subjects]}::uuid[])`.execute(
    tx,
  );
  return new Map(rows.map(({ editionId, ...route }) => [editionId, route]));
}

/** What a route is chosen for. */
type Routed = { readonly kind: 'edition' | 'exchange'; readonly id: string };

export async function writeRoute(
  tx: Tx,
  { office }: FollowUpScope,
  { kind, id }: Routed,
  { route, throughOffice }: EditionRoute,
): Promise<void> {
  const of = kind === 'edition' ? sql`edition_id` : sql`exchange_id`;
  await sql`insert into outcomes.edition_route (${of}, owner_office, route, through_office) values (${id}, ${office}, ${route}, ${throughOffice})
    on conflict (${of}) do update set route = excluded.route, through_office = excluded.through_office, owner_office = excluded.owner_office`.execute(
    tx,
  );
}

/** Exchanges of which an office keeps something that may be asked for; up to `limit`. */
export async function exchangesFollowed(tx: Tx, office: OfficeId, limit: number): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    select distinct a.subject_id as id from outcomes.attribution a join outcomes.outcome o on o.id = a.outcome_id
    where o.owner_office = ${office} and o.withdrawn_at is null and a.subject_kind = 'exchange' order by 1 desc limit ${limit}`.execute(tx);
  return rows.map(({ id }) => id);
}

/** After how many months each of these offices tells that nothing was heard; null: never. */
export async function quietMonthsOf(tx: Tx, offices: readonly OfficeId[]): Promise<ReadonlyMap<OfficeId, number | null>> {
  const found = new Map<OfficeId, number | null>(offices.map((office) => [office, usualQuietMonths]));
  for (const { office, quietMonths: months } of await read(tx, quietMonths([...new Set(offices)]))) found.set(office, months);
  return found;
}

const quietMonths = queryOfIds(
  (_, offices: readonly OfficeId[]) =>
    sql<{ readonly office: OfficeId; readonly quietMonths: number | null }>`
      select office, quiet_months as "quietMonths" from outcomes.quiet_months_of(${offices}::uuid[])`,
);

export async function writeQuietMonths(tx: Tx, { office }: FollowUpScope, quietMonths: number | null): Promise<void> {
  await sql`insert into outcomes.follow_up_rule (owner_office, quiet_months) values (${office}, ${quietMonths})
    on conflict (owner_office) do update set quiet_months = excluded.quiet_months`.execute(tx);
}

export const officesFollowed = async (tx: Tx): Promise<readonly OfficeId[]> =>
  (await sql<{ office: OfficeId }>`select o as office from outcomes.offices_followed() o order by 1`.execute(tx)).rows.map(
    ({ office }) => office,
  );

/** Somebody whom a company registered at an edition and let be asked. */
export interface ConsentedContact {
  readonly outcomeId: OutcomeId;
  readonly email: string;
  readonly language: Language;
}

export interface AskedCompany {
  readonly outcomeId: OutcomeId;
  readonly organisationId: string | null;
  /** Folded, one a line. */
  readonly companyNames: string;
}

/** One for each outcome of the actor's offices of whose company somebody may be asked. */
export async function contactsWithConsent(tx: Tx, asked: readonly AskedCompany[]): Promise<ReadonlyMap<OutcomeId, ConsentedContact>> {
  if (asked.length === 0) return new Map();
  const { rows } = await sql<ConsentedContact>`
    select outcome_id as "outcomeId", email, language from outcomes.contacts_with_consent(${JSON.stringify(asked)}::jsonb)`.execute(tx);
  return new Map(rows.map((row) => [row.outcomeId, row]));
}

// SQL of the list of who takes part; `audience.ts` keeps it.
import { sql } from 'kysely';
import type { OfficeId } from '#kernel/ids.ts';
import type { MultilingualText } from '#kernel/language.ts';
import { columns } from '#platform/postgres/columns.ts';
import type { Tx } from '#platform/postgres/database.ts';
import type { EntryDetails } from '#modules/organisations/domain/entry.ts';
import type { EditionId, ParticipantId } from '../domain/edition.ts';
import type { ListingRecord } from '../domain/listing.ts';
import { soughtName } from '../domain/naming.ts';
import type { MeetingPoint, ParticipantRole } from '../domain/roster.ts';
import type { Size, TopicId } from '../domain/topic.ts';
import { codeOrder } from './code-order.ts';

const record = columns(
  'participant_id, organisation_id, role, code, name, country, city, stand_id, stand_code, hall, leads_stand, meets_at',
);

/** What somebody offers and looks for is for those who take part, not for the public of a public edition. */
const takesPart = sql<boolean>`exists (select from expos.edition e where e.id = expos.listing.edition_id
  and (e.shared_with || e.owner_office) && (select platform.reads())::uuid[])`;
const said = [
  sql<MultilingualText | null>`case when ${takesPart} then expos.listing.offer end`.as('offer'),
  sql<MultilingualText | null>`case when ${takesPart} then expos.listing.need end`.as('need'),
  sql<TopicId[]>`case when ${takesPart} then expos.listing.offer_topics else '{}' end`.as('offerTopics'),
  sql<TopicId[]>`case when ${takesPart} then expos.listing.need_topics else '{}' end`.as('needTopics'),
  sql<string[]>`case when ${takesPart} then expos.listing.markets else '{}' end`.as('markets'),
  sql<Size | null>`case when ${takesPart} then expos.listing.size end`.as('size'),
  sql<EntryDetails | null>`case when ${takesPart} then expos.listing.offer_details end`.as('offerDetails'),
  sql<EntryDetails | null>`case when ${takesPart} then expos.listing.need_details end`.as('needDetails'),
];

declare module '#platform/postgres/schema.ts' {
  interface Shapes {
    'expos.listing.meets_at': MeetingPoint;
  }
}

export interface ListingFilter {
  readonly editionId: EditionId;
  readonly role: ParticipantRole | null;
  readonly country: string | null;
  /** Of those who take part only: what they name, from the readers who may know it. */
  readonly offers: TopicId | null;
  readonly seeks: TopicId | null;
  readonly market: string | null;
  readonly size: Size | null;
  /** Of their stand. */
  readonly hall: string | null;
  /** Part of a name or of what they offer or look for, or the beginning of a code. */
  readonly q: string;
  readonly after: ParticipantId | null;
  readonly limit: number;
}

/** By code; up to `limit` + 1. */
export async function listListings(
  tx: Tx,
  { editionId, role, country, offers, seeks, market, size, hall, q, after, limit }: ListingFilter,
): Promise<readonly ListingRecord[]> {
  return tx
    .selectFrom('expos.listing')
    .select(record)
    .select(said)
    .where('edition_id', '=', editionId)
    .$if(role !== null, (query) => query.where('role', '=', role))
    .$if(country !== null, (query) => query.where('country', '=', country))
    .$if(offers !== null, (query) => query.where(sql<boolean>`(${takesPart} and ${offers}::uuid = any (expos.listing.offer_topics))`))
    .$if(seeks !== null, (query) => query.where(sql<boolean>`(${takesPart} and ${seeks}::uuid = any (expos.listing.need_topics))`))
    .$if(market !== null, (query) => query.where(sql<boolean>`(${takesPart} and ${market} = any (expos.listing.markets))`))
    .$if(size !== null, (query) => query.where(sql<boolean>`(${takesPart} and expos.listing.size = ${size})`))
    .$if(hall !== null, (query) => query.where('expos.listing.hall', '=', hall))
    .$if(q !== '', (query) =>
      query.where(sql<boolean>`(strpos(search_name, ${soughtName(q)}) > 0 or starts_with(lower(code), ${q.toLowerCase()})
          or ${takesPart} and strpos(search_said, ${q.normalize('NFKC').toLowerCase()}) > 0)`),
    )
    .$if(after !== null, (query) =>
      query.where(
        sql<boolean>`(${codeOrder('expos.listing', 'participant_id')}) > (
          select ${codeOrder('l', 'participant_id')} from expos.listing l where l.edition_id = ${editionId} and l.participant_id = ${after})`,
      ),
    )
    .orderBy(codeOrder('expos.listing', 'participant_id'))
    .limit(limit + 1)
    .execute();
}

/** What changes whenever a row that the actor may read comes, changes or goes, or they may read more or less of it. */
const stamp = sql<string>`count(*) over () || ' ' || sum(hashtextextended(participant_id::text || expos.listing.xmin::text || ${takesPart}, 0)) over ()`;

/** Everybody whom the actor may know of, by id, each with the stamp of all. */
export async function listEveryListing(tx: Tx, editionId: EditionId): Promise<readonly (ListingRecord & { readonly stamp: string })[]> {
  return tx
    .selectFrom('expos.listing')
    .select(record)
    .select([...said, stamp.as('stamp')])
    .where('edition_id', '=', editionId)
    .orderBy('participant_id')
    .execute();
}

/** The stamp alone; null where they may know of nobody. */
export async function stampOfListings(tx: Tx, editionId: EditionId): Promise<string | null> {
  const row = await tx
    .selectFrom('expos.listing')
    .select(stamp.as('stamp'))
    .where('edition_id', '=', editionId)
    .limit(1)
    .executeTakeFirst();
  return row?.stamp ?? null;
}

/** The countries and regions that those of a role are from, as far as the actor may know of them. */
export async function countriesListed(tx: Tx, { editionId, role }: Pick<ListingFilter, 'editionId' | 'role'>): Promise<readonly string[]> {
  const rows = await tx
    .selectFrom('expos.listing')
    .select('country')
    .distinct()
    .where('edition_id', '=', editionId)
    .where('country', 'is not', null)
    .$if(role !== null, (query) => query.where('role', '=', role))
    .orderBy('country')
    .execute();
  return rows.flatMap(({ country }) => country ?? []);
}

/** Those of the given participants, or of the exhibitors at the given stands, that the actor may know of. */
export async function findListings(
  tx: Tx,
  editionId: EditionId,
  by: { readonly participants: readonly string[] } | { readonly stands: readonly string[] },
): Promise<readonly ListingRecord[]> {
  const [column, ids] = 'participants' in by ? (['participant_id', by.participants] as const) : (['stand_id', by.stands] as const);
  if (ids.length === 0) return [];
  return tx
    .selectFrom('expos.listing')
    .select(record)
    .select(said)
    .where('edition_id', '=', editionId)
    .where(sql<boolean>`${sql.ref(column)} = any (${[...ids]}::uuid[])`)
    .orderBy('leads_stand', 'desc')
    .orderBy('sort_name')
    .orderBy('participant_id')
    .execute();
}

/** Participants of these editions of whom a statement that the actor may see says something. */
export async function saidParticipants(tx: Tx, editions: readonly EditionId[]): Promise<readonly ParticipantId[]> {
  const rows = await tx
    .selectFrom('expos.listing as l')
    .select(columns('l.participant_id'))
    .where(sql<boolean>`l.edition_id = any (${[...editions]}::uuid[])`)
    .where(sql<boolean>`l.participant_id in (select s.subject_id from evidence.statements s where s.subject_kind = 'participation')`)
    .execute();
  return rows.map(({ participantId }) => participantId);
}

/** Which of these participants, of whatever edition, the actor may know of. */
export async function knownParticipants(tx: Tx, ids: readonly string[]): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set();
  const rows = await tx
    .selectFrom('expos.listing')
    .select(columns('participant_id'))
    .where(sql<boolean>`participant_id = any (${[...ids]}::uuid[])`)
    .execute();
  return new Set(rows.map(({ participantId }) => participantId));
}

/** What the public list would hold: exhibitors that take part and are to be listed, and how many stay out of it. */
export async function readPublicList(
  tx: Tx,
  editionId: EditionId,
): Promise<{ readonly exhibitors: readonly ListingRecord[]; readonly keptBack: { readonly exhibitors: number; readonly buyers: number } }> {
  const rows = await tx
    .selectFrom('expos.listing as l')
    .innerJoin('expos.participant as p', (join) => join.onRef('p.edition_id', '=', 'l.edition_id').onRef('p.id', '=', 'l.participant_id'))
    .select(
      columns(`l.participant_id, l.organisation_id, l.role, l.offer, l.need, l.offer_topics, l.need_topics, l.markets, l.size, l.offer_details, l.need_details, l.code, l.name, l.country, l.city, l.stand_id, l.stand_code, l.hall, l.leads_stand, l.meets_at,
        p.listed`),
    )
    .where('l.edition_id', '=', editionId)
    .orderBy('l.sort_name')
    .orderBy('l.participant_id')
    .execute();
  const exhibitors = rows.filter((row) => row.role === 'exhibitor');
  const listed = exhibitors.filter((row) => row.listed);
  return {
    exhibitors: listed.map(({ listed: _, ...listing }) => listing),
    keptBack: { exhibitors: exhibitors.length - listed.length, buyers: rows.length - exhibitors.length },
  };
}

/** Of these participants those for whom the office acts, and of these editions its own; as far as the actor may know of them. */
export async function ownAmong(
  tx: Tx,
  office: OfficeId,
  { participants, editions }: { readonly participants: readonly string[]; readonly editions: readonly string[] },
): Promise<readonly OwnHere[]> {
  const { rows } = await sql<OwnHere>`
    select l.participant_id as id, l.edition_id as "editionId", l.name, e.slug from expos.listing l
      join expos.addressee a on a.edition_id = l.edition_id and a.id = l.participant_id join expos.edition e on e.id = l.edition_id
      where l.participant_id = any (${[...participants]}::uuid[]) and a.office_id = ${office}
    union all select e.id, e.id, e.name, e.slug from expos.edition e where e.id = any (${[...editions]}::uuid[]) and e.owner_office = ${office}`.execute(
    tx,
  );
  return rows;
}

export interface OwnHere {
  readonly id: string;
  readonly editionId: EditionId;
  readonly name: MultilingualText;
  readonly slug: string;
}

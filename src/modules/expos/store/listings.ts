// SQL of the list of who takes part; `audience.ts` keeps it.
import { sql } from 'kysely';
import type { MultilingualText } from '#kernel/language.ts';
import type { Tx } from '#platform/postgres/database.ts';
import type { EditionId, ParticipantId, StandId } from '../domain/edition.ts';
import type { ListingRecord } from '../domain/listing.ts';
import { soughtName } from '../domain/naming.ts';
import type { MeetingPoint, ParticipantRole } from '../domain/roster.ts';
import { codeOrder } from './code-order.ts';

const columns = [
  'participant_id',
  'role',
  'code',
  'name',
  'country',
  'city',
  'stand_id',
  'stand_code',
  'hall',
  'leads_stand',
  'meets_at',
] as const;

interface Row {
  readonly participant_id: string;
  readonly role: string;
  readonly code: string;
  readonly name: unknown;
  readonly country: string | null;
  readonly city: string | null;
  readonly stand_id: string | null;
  readonly stand_code: string | null;
  readonly hall: string | null;
  readonly leads_stand: boolean;
  readonly meets_at: string;
}

const recordOf = (row: Row): ListingRecord => ({
  participantId: row.participant_id as ParticipantId,
  role: row.role as ParticipantRole,
  code: row.code,
  name: row.name as MultilingualText,
  country: row.country,
  city: row.city,
  standId: row.stand_id as StandId | null,
  standCode: row.stand_code,
  hall: row.hall,
  leadsStand: row.leads_stand,
  meetsAt: row.meets_at as MeetingPoint,
});

export interface ListingFilter {
  readonly editionId: EditionId;
  readonly role: ParticipantRole | null;
  readonly country: string | null;
  /** Part of a name, or the beginning of a code. */
  readonly q: string;
  readonly after: ParticipantId | null;
  readonly limit: number;
}

/** By code; up to `limit` + 1. */
export async function listListings(
  tx: Tx,
  { editionId, role, country, q, after, limit }: ListingFilter,
): Promise<readonly ListingRecord[]> {
  const rows = await tx
    .selectFrom('expos.listing')
    .select(columns)
    .where('edition_id', '=', editionId)
    .$if(role !== null, (query) => query.where('role', '=', role))
    .$if(country !== null, (query) => query.where('country', '=', country))
    .$if(q !== '', (query) =>
      query.where(sql<boolean>`(strpos(search_name, ${soughtName(q)}) > 0 or starts_with(lower(code), ${q.toLowerCase()}))`),
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
  return rows.map(recordOf);
}

/** Those of the given participants, or of the exhibitors at the given stands, that the actor may know of. */
export async function findListings(
  tx: Tx,
  editionId: EditionId,
  by: { readonly participants: readonly string[] } | { readonly stands: readonly string[] },
): Promise<readonly ListingRecord[]> {
  const [column, ids] = 'participants' in by ? (['participant_id', by.participants] as const) : (['stand_id', by.stands] as const);
  if (ids.length === 0) return [];
  const rows = await tx
    .selectFrom('expos.listing')
    .select(columns)
    .where('edition_id', '=', editionId)
    .where(sql<boolean>`${sql.ref(column)} = any (${[...ids]}::uuid[])`)
    .orderBy('leads_stand', 'desc')
    .orderBy('sort_name')
    .orderBy('participant_id')
    .execute();
  return rows.map(recordOf);
}

/** What the public list would hold: exhibitors that take part and are to be listed, and how many stay out of it. */
export async function readPublicList(
  tx: Tx,
  editionId: EditionId,
): Promise<{ readonly exhibitors: readonly ListingRecord[]; readonly keptBack: { readonly exhibitors: number; readonly buyers: number } }> {
  const rows = await tx
    .selectFrom('expos.listing as l')
    .innerJoin('expos.participant as p', (join) => join.onRef('p.edition_id', '=', 'l.edition_id').onRef('p.id', '=', 'l.participant_id'))
    .select(columns.map((column) => `l.${column}` as const))
    .select('p.listed')
    .where('l.edition_id', '=', editionId)
    .orderBy('l.sort_name')
    .orderBy('l.participant_id')
    .execute();
  const exhibitors = rows.filter((row) => row.role === 'exhibitor');
  const listed = exhibitors.filter((row) => row.listed);
  return {
    exhibitors: listed.map(recordOf),
    keptBack: { exhibitors: exhibitors.length - listed.length, buyers: rows.length - exhibitors.length },
  };
}

// SQL of requests to steward a city.
import { sql } from 'kysely';
import type { Id, OfficeId } from '#kernel/ids.ts';
import type { Tx } from '#platform/postgres/database.ts';
import type { CityId } from '../domain/city.ts';
import type { CityScope, RecordScope } from '../domain/scope.ts';

export type AdoptionId = Id<'Adoption'>;

export interface AdoptionRecord {
  readonly id: AdoptionId;
  readonly cityId: CityId;
  readonly office: OfficeId;
  readonly state: 'asked' | 'approved' | 'declined';
  readonly note: string | null;
  readonly askedAt: Date;
}

const columns = ['id', 'city_id', 'owner_office', 'state', 'note', 'asked_at'] as const;

interface Row {
  readonly id: string;
  readonly city_id: string;
  readonly owner_office: string;
  readonly state: string;
  readonly note: string | null;
  readonly asked_at: Date;
}

const recordOf = (row: Row): AdoptionRecord => ({
  id: row.id as AdoptionId,
  cityId: row.city_id as CityId,
  office: row.owner_office as OfficeId,
  state: row.state as AdoptionRecord['state'],
  note: row.note,
  askedAt: row.asked_at,
});

/** Those the actor's offices asked or answer, newest first. */
export async function listAdoptionRecords(tx: Tx, state: AdoptionRecord['state'] | null): Promise<readonly AdoptionRecord[]> {
  const rows = await tx
    .selectFrom('cities.adoption')
    .select(columns)
    .$if(state !== null, (query) => query.where('state', '=', state ?? ''))
    .orderBy('asked_at', 'desc')
    .orderBy('id', 'desc')
    .limit(500)
    .execute();
  return rows.map(recordOf);
}

export async function findAdoption(tx: Tx, id: AdoptionId): Promise<AdoptionRecord | null> {
  const row = await tx.selectFrom('cities.adoption').select(columns).where('id', '=', id).executeTakeFirst();
  return row === undefined ? null : recordOf(row);
}

/** Asks the steward; null when the office has asked already. */
export async function insertAdoption(
  tx: Tx,
  { office }: RecordScope,
  asked: { readonly id: AdoptionId; readonly cityId: CityId; readonly steward: OfficeId; readonly note: string | null; readonly now: Date },
): Promise<AdoptionRecord | null> {
  const row = await tx
    .insertInto('cities.adoption')
    .values({
      id: asked.id,
      city_id: asked.cityId,
      owner_office: office,
      shared_with: [asked.steward],
      note: asked.note,
      asked_at: asked.now.toISOString(),
    })
    // Written out: as a parameter of a prepared statement it would not tell which index is meant.
    .onConflict((c) => c.columns(['city_id', 'owner_office']).where('state', '=', sql.lit('asked')).doNothing())
    .returning(columns)
    .executeTakeFirst();
  return row === undefined ? null : recordOf(row);
}

/** Gives the steward's answer; approved, the city and all that belongs to it passes to the office that asked. */
export async function answerAdoptionRow(tx: Tx, _scope: CityScope, id: AdoptionId, answer: 'approved' | 'declined'): Promise<void> {
  await sql`select cities.answer_adoption(${id}, ${answer === 'approved'})`.execute(tx);
}

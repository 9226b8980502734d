// SQL of requests to steward a city.
import { sql } from 'kysely';
import type { Id, OfficeId } from '#kernel/ids.ts';
import { columns } from '#platform/postgres/columns.ts';
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

const record = columns('id, city_id, owner_office as office, state, note, asked_at');

/** Those the actor's offices asked or answer, newest first. */
export async function listAdoptionRecords(tx: Tx, state: AdoptionRecord['state'] | null): Promise<readonly AdoptionRecord[]> {
  return tx
    .selectFrom('cities.adoption')
    .select(record)
    .$if(state !== null, (query) => query.where('state', '=', state))
    .orderBy('asked_at', 'desc')
    .orderBy('id', 'desc')
    .limit(500)
    .execute();
}

export async function findAdoption(tx: Tx, id: AdoptionId): Promise<AdoptionRecord | null> {
  return (await tx.selectFrom('cities.adoption').select(record).where('id', '=', id).executeTakeFirst()) ?? null;
}

/** Asks the steward; null when the office has asked already. */
export async function insertAdoption(
  tx: Tx,
  { office }: RecordScope,
  asked: { readonly id: AdoptionId; readonly cityId: CityId; readonly steward: OfficeId; readonly note: string | null; readonly now: Date },
): Promise<AdoptionRecord | null> {
  return (
    (await tx
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
      .returning(record)
      .executeTakeFirst()) ?? null
  );
}

/** Gives the steward's answer; approved, the city and all that belongs to it passes to the office that asked. */
export async function answerAdoptionRow(tx: Tx, _scope: CityScope, id: AdoptionId, answer: 'approved' | 'declined'): Promise<void> {
  await sql`select cities.answer_adoption(${id}, ${answer === 'approved'})`.execute(tx);
}

// SQL of speakers who are reached by mail, and of what they say.
import { sql } from 'kysely';
import type { OfficeId } from '#kernel/ids.ts';
import type { Tx } from '#platform/postgres/database.ts';
import { insertRows } from '#platform/postgres/insert-rows.ts';
import type { EditionId } from '../domain/edition.ts';
import type { SpeakerAnswer, SpeakerId } from '../domain/programme/programme.ts';
import type { EditionScope } from '../domain/scope.ts';

export interface SpeakerRow {
  readonly id: SpeakerId;
  readonly editionId: EditionId;
  readonly organiser: OfficeId;
  readonly email: string;
  readonly office: OfficeId | null;
}

const speakers = (tx: Tx) =>
  tx.selectFrom('expos.speaker').select(['id', 'edition_id as editionId', 'owner_office as organiser', 'email', 'office_id as office']);

export const listSpeakers = (tx: Tx, editionId: EditionId): Promise<readonly SpeakerRow[]> =>
  speakers(tx).where('edition_id', '=', editionId).execute();

/** Those whom these offices stand for, in any edition. */
export async function listSpeakersOf(tx: Tx, offices: readonly OfficeId[]): Promise<readonly SpeakerRow[]> {
  if (offices.length === 0) return [];
  return speakers(tx)
    .where('office_id', 'in', [...offices])
    .orderBy('id')
    .limit(200)
    .execute();
}

export async function insertSpeakers(
  tx: Tx,
  { editionId, office }: EditionScope,
  list: readonly { readonly id: SpeakerId; readonly email: string }[],
): Promise<void> {
  const rows = list.map(({ id, email }) => ({ edition_id: editionId, id, owner_office: office, email }));
  await insertRows(tx, 'expos.speaker', rows);
}

/** That what was said (`a`) is said of the item (`i`) as it is: on its day, and at its time where one was known by then. */
export const saidOfItem = sql`a.edition_id = i.edition_id and a.item_id = i.id and a.day = i.day
  and (a.starts_at is null or (a.starts_at = i.starts_at and a.ends_at = i.ends_at))`;

/** Without what was said of another day or time. */
export async function listSpeakerAnswers(tx: Tx, editionId: EditionId): Promise<readonly SpeakerAnswer[]> {
  const { rows } = await sql<SpeakerAnswer>`
    select a.speaker_id as "speakerId", a.item_id as "itemId", a.comes
    from expos.speaker_answer a join expos.programme_item i on ${saidOfItem} where a.edition_id = ${editionId}`.execute(tx);
  return rows;
}

export async function saveSpeakerAnswer(
  tx: Tx,
  { editionId, office }: EditionScope,
  { speakerId, itemId, comes }: SpeakerAnswer,
  now: Date,
): Promise<void> {
  await sql`
    insert into expos.speaker_answer (edition_id, speaker_id, item_id, owner_office, comes, said_at, day, starts_at, ends_at)
    select ${editionId}, ${speakerId}, ${itemId}, ${office}, ${comes}, ${now.toISOString()}::timestamptz, i.day, i.starts_at, i.ends_at
    from expos.programme_item i where i.edition_id = ${editionId} and i.id = ${itemId}
    on conflict (edition_id, speaker_id, item_id) do update set comes = excluded.comes, said_at = excluded.said_at,
      day = excluded.day, starts_at = excluded.starts_at, ends_at = excluded.ends_at`.execute(tx);
  await tx
    .updateTable('expos.speaker')
    .set({ said_at: now.toISOString() })
    .where('edition_id', '=', editionId)
    .where('id', '=', speakerId)
    .execute();
}

export async function writeNoSpeakerLetters(tx: Tx, { editionId }: EditionScope, id: SpeakerId, now: Date): Promise<void> {
  await tx
    .updateTable('expos.speaker')
    .set({ letters_stopped_at: now.toISOString() })
    .where('edition_id', '=', editionId)
    .where('id', '=', id)
    .execute();
}

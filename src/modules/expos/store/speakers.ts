// SQL of speakers who are reached by mail, and of what they say.
import { sql } from 'kysely';
import type { OfficeId } from '#kernel/ids.ts';
import type { Tx } from '#platform/postgres/database.ts';
import { insertRows } from '#platform/postgres/insert-rows.ts';
import type { EditionId } from '../domain/edition.ts';
import type { ProgrammeItemId, SpeakerComes, SpeakerId } from '../domain/programme/programme.ts';
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

export interface SpeakerAnswer {
  readonly speakerId: SpeakerId;
  readonly itemId: ProgrammeItemId;
  readonly comes: SpeakerComes;
}

export async function listSpeakerAnswers(tx: Tx, editionId: EditionId): Promise<readonly SpeakerAnswer[]> {
  const { rows } = await sql<SpeakerAnswer>`
    select speaker_id as "speakerId", item_id as "itemId", comes from expos.speaker_answer where edition_id = ${editionId}`.execute(tx);
  return rows;
}

export async function saveSpeakerAnswer(
  tx: Tx,
  { editionId, office }: EditionScope,
  { speakerId, itemId, comes }: SpeakerAnswer,
  now: Date,
): Promise<void> {
  await sql`
    insert into expos.speaker_answer (edition_id, speaker_id, item_id, owner_office, comes, said_at)
    values (${editionId}, ${speakerId}, ${itemId}, ${office}, ${comes}, ${now.toISOString()}::timestamptz)
    on conflict (edition_id, speaker_id, item_id) do update set comes = excluded.comes, said_at = excluded.said_at`.execute(tx);
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

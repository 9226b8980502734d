// SQL of the ways by which companies chose that their letters go.
import { sql } from 'kysely';
import type { AccountId } from '#kernel/ids.ts';
import type { Tx } from '#platform/postgres/database.ts';
import type { EditionId, ParticipantId } from '../domain/edition.ts';
import type { ChosenWay } from '../domain/letter-way.ts';
import type { EditionScope } from '../domain/scope.ts';

export interface OwnWay {
  readonly channel: ChosenWay;
  readonly address: string;
  readonly agreedAt: Date;
}

/** What the company chose, read by whoever works for it; null: mail. */
export async function loadOwnWay(tx: Tx, editionId: EditionId, id: ParticipantId): Promise<OwnWay | null> {
  const { rows } = await sql<OwnWay>`
    select channel, address, agreed_at as "agreedAt" from expos.own_letter_way(${editionId}, ${id})`.execute(tx);
  return rows[0] ?? null;
}

/** Keeps the choice, with who made it and when; null goes back to mail. */
export async function writeWay(
  tx: Tx,
  { editionId, office }: EditionScope,
  id: ParticipantId,
  way: (OwnWay & { readonly agreedBy: AccountId }) | null,
): Promise<void> {
  await tx.deleteFrom('expos.letter_way').where('edition_id', '=', editionId).where('participant_id', '=', id).execute();
  if (way === null) return;
  const { channel, address, agreedAt, agreedBy } = way;
  await tx
    .insertInto('expos.letter_way')
    .values({
      ...{ edition_id: editionId, participant_id: id, owner_office: office, channel, address },
      ...{ agreed_at: agreedAt.toISOString(), agreed_by: agreedBy },
    })
    .execute();
}

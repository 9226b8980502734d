// SQL of the pictures and papers in the entries of companies: of those who take part, for those who do.
import { sql } from 'kysely';
import type { MultilingualText } from '#kernel/language.ts';
import { columns } from '#platform/postgres/columns.ts';
import type { Tx } from '#platform/postgres/database.ts';
import type { EditionId, ParticipantId } from '../domain/edition.ts';
import type { ProfileFile, ProfileFileId, ProfileFileType } from '../domain/profile/profile-file.ts';
import type { EditionScope } from '../domain/scope.ts';

declare module '#platform/postgres/schema.ts' {
  interface Shapes {
    'expos.profile_file.words': MultilingualText;
    'expos.profile_file.media_type': ProfileFileType;
  }
}

const record = columns('id, participant_id, version, name, media_type, size, sha256, width, height, words');

/** Whoever has left is no longer shown, and neither is what they brought. */
const isListed = sql<boolean>`exists (select from expos.listing l where l.edition_id = f.edition_id and l.participant_id = f.participant_id)`;

const listed = (tx: Tx, editionId: EditionId) =>
  tx.selectFrom('expos.profile_file as f').where('f.edition_id', '=', editionId).where(isListed);

/** Of one company, pictures before papers, the oldest first. */
export async function listProfileFiles(tx: Tx, editionId: EditionId, participantId: ParticipantId): Promise<readonly ProfileFile[]> {
  return listed(tx, editionId)
    .select(record)
    .where('f.participant_id', '=', participantId)
    .orderBy(sql`f.media_type = 'application/pdf'`)
    .orderBy('f.kept_at')
    .orderBy('f.id')
    .execute();
}

interface OneFile {
  readonly editionId: EditionId;
  readonly participantId: ParticipantId;
  readonly fileId: ProfileFileId;
}

export async function findProfileFile(
  tx: Tx,
  { editionId, participantId, fileId }: OneFile,
): Promise<(ProfileFile & { readonly bytes: Uint8Array }) | null> {
  const row = await listed(tx, editionId)
    .select([...record, 'bytes'])
    .where('f.participant_id', '=', participantId)
    .where('f.id', '=', fileId)
    .executeTakeFirst();
  return row ?? null;
}

/** How many pictures and papers each of these companies shows; those that show nothing are absent. */
export async function countProfileFiles(
  tx: Tx,
  editionId: EditionId,
  participants: readonly ParticipantId[],
): Promise<ReadonlyMap<ParticipantId, number>> {
  if (participants.length === 0) return new Map();
  const rows = await listed(tx, editionId)
    .select(['f.participant_id as participantId', sql<number>`count(*)::int`.as('count')])
    .where(sql<boolean>`f.participant_id = any (${[...participants]}::uuid[])`)
    .groupBy('f.participant_id')
    .execute();
  return new Map(rows.map(({ participantId, count }) => [participantId, count]));
}

/** Keeps a file; the same bytes of one company are kept once. */
export async function insertProfileFile(
  tx: Tx,
  { editionId, office }: EditionScope,
  { bytes, now, ...file }: Omit<ProfileFile, 'version' | 'words'> & { readonly bytes: Uint8Array; readonly now: Date },
): Promise<void> {
  await tx
    .insertInto('expos.profile_file')
    .values({
      ...{ edition_id: editionId, id: file.id, participant_id: file.participantId, owner_office: office },
      ...{ name: file.name, media_type: file.mediaType, size: file.size, sha256: file.sha256, width: file.width, height: file.height },
      bytes: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength),
      kept_at: now.toISOString(),
    })
    .onConflict((conflict) => conflict.constraint('profile_file_once').doNothing())
    .execute();
}

export async function writeProfileFileWords(
  tx: Tx,
  { editionId }: EditionScope,
  id: ProfileFileId,
  words: MultilingualText,
): Promise<void> {
  await sql`update expos.profile_file set words = ${JSON.stringify(words)}, version = version + 1 where edition_id = ${editionId} and id = ${id}`.execute(
    tx,
  );
}

export async function deleteProfileFile(tx: Tx, { editionId }: EditionScope, id: ProfileFileId): Promise<void> {
  await tx.deleteFrom('expos.profile_file').where('edition_id', '=', editionId).where('id', '=', id).execute();
}

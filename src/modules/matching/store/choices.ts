// SQL of what an edition, its participants and their sides say of suggestions.
import type { Tx } from '#platform/postgres/database.ts';
import { actAs } from '#platform/acting.ts';
import type { Work } from '#platform/work.ts';
import type { OfficeId } from '#kernel/ids.ts';
import type { EditionId, ParticipantId } from '#modules/expos/domain/edition.ts';
import type { ActingScope, OrganiserScope, SideScope } from '../domain/scopes.ts';

/** Runs `use` as a member of the scope's offices too, which policy.ts alone grants. */
export const actingFor = <T>(work: Work, scope: ActingScope, use: (work: Work) => Promise<T>): Promise<T> => actAs(work, scope, use);

export interface Setting {
  readonly isOn: boolean;
  /** How far lists share the popular out, 0 to 100. */
  readonly share: number;
  /** Whether what earlier editions say of the parts of a score counts here. */
  readonly learns: boolean;
  /** 1 where the organiser has said nothing yet. */
  readonly version: number;
}

/** Read as the organiser. */
export async function loadSetting(tx: Tx, editionId: EditionId): Promise<Setting> {
  const row = await tx
    .selectFrom('matching.setting')
    .select(['is_on', 'share', 'learns', 'version'])
    .where('edition_id', '=', editionId)
    .executeTakeFirst();
  if (row === undefined) return { isOn: true, share: 0, learns: true, version: 1 };
  return { isOn: row.is_on, share: row.share, learns: row.learns, version: row.version };
}

/** False where somebody else changed it since the expected version. */
export async function saveSetting(
  tx: Tx,
  { editionId, office }: OrganiserScope,
  {
    isOn,
    share,
    learns,
    expectedVersion,
  }: Pick<Setting, 'isOn' | 'share'> & { readonly learns?: boolean | undefined; readonly expectedVersion: number },
): Promise<boolean> {
  await tx
    .insertInto('matching.setting')
    .values({ edition_id: editionId, owner_office: office })
    .onConflict((conflict) => conflict.column('edition_id').doNothing())
    .execute();
  const { numUpdatedRows } = await tx
    .updateTable('matching.setting')
    .set((eb) => ({ is_on: isOn, share, ...(learns === undefined ? {} : { learns }), version: eb('version', '+', 1) }))
    .where('edition_id', '=', editionId)
    .where('version', '=', expectedVersion)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** What a participant can be without: being suggested to others, and letters that name suggestions. */
export type Unwanted = 'suggested' | 'letters';

/** Those who do not want it; read as the organiser. */
export async function loadOptedOut(tx: Tx, editionId: EditionId, what: Unwanted = 'suggested'): Promise<readonly string[]> {
  const rows = await tx
    .selectFrom('matching.opt_out')
    .select('participant_id')
    .where('edition_id', '=', editionId)
    .where('what', '=', what)
    .execute();
  return rows.map(({ participant_id: id }) => id);
}

/** Written as the organiser. */
export async function saveOptOut(
  tx: Tx,
  { editionId, participantId, organiser }: SideScope,
  { what, at }: { readonly what: Unwanted; readonly at: Date | null },
): Promise<void> {
  if (at === null)
    await tx
      .deleteFrom('matching.opt_out')
      .where('edition_id', '=', editionId)
      .where('participant_id', '=', participantId)
      .where('what', '=', what)
      .execute();
  else
    await tx
      .insertInto('matching.opt_out')
      .values({ edition_id: editionId, participant_id: participantId, what, owner_office: organiser, said_at: at })
      .onConflict((conflict) => conflict.columns(['edition_id', 'participant_id', 'what']).doNothing())
      .execute();
}

/** Whom this side does not want to be shown again, the newest first; read as its offices. */
export async function loadAside(tx: Tx, { editionId, participantId }: SideScope): Promise<readonly string[]> {
  const rows = await tx
    .selectFrom('matching.set_aside')
    .select('other_id')
    .where('edition_id', '=', editionId)
    .where('participant_id', '=', participantId)
    .orderBy('said_at', 'desc')
    .orderBy('other_id')
    .execute();
  return [...new Set(rows.map(({ other_id: id }) => id))];
}

/** Whom each of these does not want to be shown again, as far as one of its own offices said so; read as all of them. */
export async function loadAsideOf(
  tx: Tx,
  editionId: EditionId,
  sides: readonly { readonly participantId: string; readonly offices: readonly OfficeId[] }[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const rows = await tx
    .selectFrom('matching.set_aside')
    .select(['participant_id', 'other_id', 'owner_office'])
    .where('edition_id', '=', editionId)
    .execute();
  const byId = Map.groupBy(rows, (row) => String(row.participant_id));
  return new Map(
    sides.map(({ participantId, offices }) => [
      participantId,
      (byId.get(participantId) ?? []).filter((row) => offices.includes(row.owner_office)).map((row) => row.other_id),
    ]),
  );
}

export async function saveAside(
  tx: Tx,
  { editionId, participantId, office }: SideScope,
  { otherId, at }: { readonly otherId: ParticipantId; readonly at: Date },
): Promise<void> {
  await tx
    .insertInto('matching.set_aside')
    .values({ edition_id: editionId, participant_id: participantId, other_id: otherId, owner_office: office, said_at: at })
    .onConflict((conflict) => conflict.columns(['edition_id', 'participant_id', 'other_id', 'owner_office']).doNothing())
    .execute();
}

/** Written as all offices of the side. */
export async function deleteAside(tx: Tx, { editionId, participantId }: SideScope, otherId: ParticipantId): Promise<void> {
  await tx
    .deleteFrom('matching.set_aside')
    .where('edition_id', '=', editionId)
    .where('participant_id', '=', participantId)
    .where('other_id', '=', otherId)
    .execute();
}

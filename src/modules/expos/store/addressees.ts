// SQL of addressees: who works for each, what they say of the slots, and by which way they chose that their letters go.
import { sql } from 'kysely';
import type { AccountId, OfficeId } from '#kernel/ids.ts';
import { milliseconds } from '#platform/postgres/columns.ts';
import type { Tx } from '#platform/postgres/database.ts';
import type { Addressee, AddresseeId } from '../domain/addressee.ts';
import type { EditionId } from '../domain/edition.ts';
import type { ChosenWay } from '../domain/letters/letter-way.ts';
import type { SaidOfSlot, TimeOfSlot } from '../domain/own-side.ts';
import type { EditionScope } from '../domain/scope.ts';

const addressee = sql`select a.id, a.whom, a.edition_id as "editionId", a.version, a.owner_office as organiser, a.office_id as "officeId", p.country, a.said_at as "saidAt"
    from expos.addressee a left join expos.participant p on p.edition_id = a.edition_id and p.id = a.participant_id`;

/** As far as the actor sees them. */
export async function findAddressee(tx: Tx, editionId: EditionId, id: AddresseeId): Promise<Addressee | null> {
  const { rows } = await sql<Addressee>`
    ${addressee} where a.edition_id = ${editionId} and a.id = ${id}`.execute(tx);
  return rows[0] ?? null;
}

/** Those whom one of these offices works or stands for, at any edition; who withdrew is none any more. */
export async function listAddresseesOf(tx: Tx, offices: readonly OfficeId[]): Promise<readonly Addressee[]> {
  if (offices.length === 0) return [];
  const { rows } = await sql<Addressee>`
    ${addressee} where a.office_id = any (${[...offices]}::uuid[]) and p.withdrawn_at is null order by a.id limit 200`.execute(tx);
  return rows;
}

/** Has each of them worked for by its office. */
export async function writeOffices(
  tx: Tx,
  { editionId }: EditionScope,
  offices: readonly { readonly id: AddresseeId; readonly office: OfficeId | null }[],
): Promise<void> {
  await sql`
    update expos.addressee a set office_id = r.office from jsonb_to_recordset(${JSON.stringify(offices)}::jsonb) as r(id uuid, office uuid)
    where a.edition_id = ${editionId} and a.id = r.id and a.office_id is distinct from r.office`.execute(tx);
}

/** Every slot with what is said of it. */
export async function loadTimes(tx: Tx, editionId: EditionId, id: AddresseeId): Promise<readonly TimeOfSlot[]> {
  const { rows } = await sql<TimeOfSlot>`
    select s.id, ${milliseconds('s.starts_at')} as start, ${milliseconds('s.ends_at')} as end, t.says, exists (
      select 1 from expos.unavailable u where u.edition_id = s.edition_id and u.participant_id = ${id} and u.starts_at < s.ends_at and u.ends_at > s.starts_at
      union all
      select 1 from expos.interpreter_unavailable u where u.edition_id = s.edition_id and u.interpreter_id = ${id} and u.starts_at < s.ends_at and u.ends_at > s.starts_at) as away
    from expos.slot s left join expos.said_time t on t.edition_id = s.edition_id and t.slot_id = s.id and t.addressee_id = ${id}
    where s.edition_id = ${editionId} order by s.starts_at`.execute(tx);
  return rows;
}

/** Sets all that is said of the slots, and that it is; slots that are no more are left out. */
export async function writeTimes(
  tx: Tx,
  scope: EditionScope,
  { id, said, now }: { readonly id: AddresseeId; readonly said: readonly SaidOfSlot[]; readonly now: Date },
): Promise<void> {
  const { editionId, office } = scope;
  await sql`delete from expos.said_time where edition_id = ${editionId} and addressee_id = ${id}`.execute(tx);
  await sql`
    insert into expos.said_time (edition_id, addressee_id, slot_id, owner_office, visibility, shared_with, says)
    select a.edition_id, a.id, s.id, ${office}::uuid, a.visibility, a.shared_with, r.says
    from jsonb_to_recordset(${JSON.stringify(said)}::jsonb) as r("slotId" uuid, says text)
    join expos.slot s on s.edition_id = ${editionId} and s.id = r."slotId"
    join expos.addressee a on a.edition_id = ${editionId} and a.id = ${id}
    on conflict (edition_id, addressee_id, slot_id) do update set says = excluded.says`.execute(tx);
  await writeSaid(tx, scope, id, now);
}

/** That they have said something of their times, or whether they come. */
export async function writeSaid(tx: Tx, { editionId }: EditionScope, id: AddresseeId, now: Date): Promise<void> {
  await sql`
    update expos.addressee set said_at = ${now.toISOString()}::timestamptz, version = version + 1 where edition_id = ${editionId} and id = ${id}`.execute(
    tx,
  );
}

/** No letter goes to them any more. */
export async function writeNoLetters(tx: Tx, { editionId }: EditionScope, id: AddresseeId, now: Date): Promise<void> {
  await sql`update expos.addressee set letters_stopped_at = ${now.toISOString()}::timestamptz where edition_id = ${editionId} and id = ${id}`.execute(
    tx,
  );
}

export interface OwnWay {
  readonly channel: ChosenWay;
  readonly address: string;
  readonly agreedAt: Date;
}

/** What they chose, read by whoever works for them; null: mail. */
export async function loadOwnWay(tx: Tx, editionId: EditionId, id: AddresseeId): Promise<OwnWay | null> {
  const { rows } = await sql<OwnWay>`
    select channel, address, agreed_at as "agreedAt" from expos.own_letter_way(${editionId}, ${id})`.execute(tx);
  return rows[0] ?? null;
}

/** Keeps the choice, with who made it and when; null goes back to mail. */
export async function writeWay(
  tx: Tx,
  { editionId, office }: EditionScope,
  id: AddresseeId,
  way: (OwnWay & { readonly agreedBy: AccountId }) | null,
): Promise<void> {
  await tx.deleteFrom('expos.letter_way').where('edition_id', '=', editionId).where('addressee_id', '=', id).execute();
  if (way === null) return;
  const { channel, address, agreedAt, agreedBy } = way;
  await tx
    .insertInto('expos.letter_way')
    .values({
      ...{ edition_id: editionId, addressee_id: id, owner_office: office, channel, address },
      ...{ agreed_at: agreedAt.toISOString(), agreed_by: agreedBy },
    })
    .execute();
}

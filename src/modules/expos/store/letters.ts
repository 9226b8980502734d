// SQL of letters: where each participant stands with them, and what was written.
import { sql } from 'kysely';
import type { AccountId, OfficeId } from '#kernel/ids.ts';
import type { Language, MultilingualText } from '#kernel/language.ts';
import type { Tx } from '#platform/postgres/database.ts';
import type { EditionId, ParticipantId } from '../domain/edition.ts';
import { quietDays, type LetterKind, type LetterState } from '../domain/letters.ts';
import { soughtName } from '../domain/naming.ts';
import type { ContactPerson } from '../domain/roster.ts';
import type { EditionScope } from '../domain/scope.ts';
import { codeOrder } from './code-order.ts';
import { contactsIn } from './contacts.ts';

export interface StandRow {
  readonly id: ParticipantId;
  readonly code: string;
  readonly name: MultilingualText;
  readonly country: string | null;
  readonly languages: readonly string[];
  readonly office: OfficeId | null;
  readonly contacts: readonly ContactPerson[];
  readonly state: LetterState;
  readonly since: Date | null;
  readonly fault: string | null;
  readonly links: number;
  /** Whether it was invited or reminded in the last days. */
  readonly quiet: boolean;
}

/** Every participant that has not withdrawn in exactly one state, as far as the actor may see letters and links: the organiser's editors. */
const stands = (editionId: EditionId, now: Date) => sql`
  select p.edition_id, p.id, p.code, p.search_name, p.name, p.country, p.languages, p.office_id as office, ${contactsIn} as contacts,
    case
      when o.claimed then 'account'
      when p.letters_stopped_at is not null then 'declined'
      when p.profile_said_at is not null and p.times_said_at is not null then 'answered'
      when p.profile_said_at is not null or p.times_said_at is not null then 'partly'
      when k.used is not null then 'opened'
      when l.kind = 'paper' then 'paper'
      when m.refused_at is not null and m.recipient = lower(c.email) then 'refused'
      when m.sent_at is not null and m.refused_at is null then 'taken'
      when l.id is not null and m.refused_at is null then 'waiting'
      when c.email is not null then 'uninvited'
      else 'no_address'
    end as state,
    case when o.claimed then null else coalesce(p.letters_stopped_at, greatest(p.profile_said_at, p.times_said_at), k.used, m.refused_at, m.sent_at, l.written_at) end as since,
    case when m.refused_at is not null then m.last_fault end as fault, coalesce(k.links, 0)::int as links,
    coalesce(l.quiet_until > ${now.toISOString()}::timestamptz, false) as quiet
  from expos.participant p
  left join accounts.offices o on o.id = p.office_id
  left join expos.participant_contact c on c.edition_id = p.edition_id and c.participant_id = p.id and c.number = (
    select min(f.number) from expos.participant_contact f where f.edition_id = p.edition_id and f.participant_id = p.id and f.email is not null)
  left join (select office, max(last_used_at) as used, count(*) filter (where revoked_at is null and expires_at > ${now.toISOString()}::timestamptz) as links
    from accounts.links group by office) k on k.office = p.office_id
  left join (select distinct on (participant_id) * from expos.letter
    where edition_id = ${editionId} and stopped_at is null and kind <> 'schedule' order by participant_id, written_at desc) l on l.participant_id = p.id
  left join expos.letter_mails(${editionId}) m on m.letter_id = l.id
  where p.edition_id = ${editionId} and p.withdrawn_at is null`;

interface StandFilter {
  readonly editionId: EditionId;
  readonly now: Date;
  readonly states: readonly LetterState[] | null;
  readonly only: readonly ParticipantId[] | null;
  readonly q: string;
  readonly after: ParticipantId | null;
  readonly limit: number | null;
}

/** By code; up to `limit` + 1 where there is one. */
export async function listStands(tx: Tx, { editionId, now, states, only, q, after, limit }: StandFilter): Promise<readonly StandRow[]> {
  const { rows } = await sql<StandRow>`
    select p.id, p.code, p.name, p.country, p.languages, p.office, p.contacts, p.state, p.since, p.fault, p.links, p.quiet
    from (${stands(editionId, now)}) p
    where ${states === null ? sql`true` : sql`p.state = any (${[...states]}::text[])`}
      and ${only === null ? sql`true` : sql`p.id = any (${[...only]}::uuid[])`}
      and ${q === '' ? sql`true` : sql`(strpos(p.search_name, ${soughtName(q)}) > 0 or starts_with(lower(p.code), ${q.toLowerCase()}))`}
      and ${after === null ? sql`true` : sql`(${codeOrder('p')}) > (select ${codeOrder('x')} from expos.participant x where x.edition_id = ${editionId} and x.id = ${after})`}
    order by ${codeOrder('p')} ${limit === null ? sql`` : sql`limit ${limit + 1}`}`.execute(tx);
  return rows;
}

export interface StandCount {
  readonly state: LetterState;
  readonly quiet: boolean;
  /** Whether there is an address to write to. */
  readonly reachable: boolean;
  readonly count: number;
}

export async function countStands(tx: Tx, editionId: EditionId, now: Date): Promise<readonly StandCount[]> {
  const { rows } = await sql<StandCount>`
    select p.state, p.quiet, exists (select 1 from json_array_elements(p.contacts) c where c ->> 'email' is not null) as reachable, count(*)::int as count
    from (${stands(editionId, now)}) p group by 1, 2, 3`.execute(tx);
  return rows;
}

/** Has each of these participants worked for by its office. */
export async function writeOffices(
  tx: Tx,
  { editionId }: EditionScope,
  offices: readonly { readonly id: ParticipantId; readonly office: OfficeId }[],
): Promise<void> {
  await sql`
    update expos.participant p set office_id = r.office from jsonb_to_recordset(${JSON.stringify(offices)}::jsonb) as r(id uuid, office uuid)
    where p.edition_id = ${editionId} and p.id = r.id and p.office_id is null`.execute(tx);
}

export interface NewLetter {
  readonly id: string;
  readonly participant: ParticipantId;
  readonly kind: LetterKind | 'schedule' | 'paper';
  readonly language: Language;
  readonly link: AccountId;
  readonly mail: string | null;
}

/** Keeps that letters were written; the database refuses an invitation or reminder within the days of quiet. */
export async function insertLetters(tx: Tx, { editionId, office }: EditionScope, letters: readonly NewLetter[], now: Date): Promise<void> {
  if (letters.length === 0) return;
  await sql`
    insert into expos.letter (edition_id, id, participant_id, owner_office, kind, language, link_account, mail_id, written_at, quiet_until)
    select ${editionId}::uuid, r.id, r.participant, ${office}::uuid, r.kind, r.language, r.link, r.mail, ${now.toISOString()}::timestamptz,
      ${now.toISOString()}::timestamptz + case when r.kind in ('invitation', 'reminder') then make_interval(hours => ${24 * quietDays}) else interval '0' end
    from jsonb_to_recordset(${JSON.stringify(letters)}::jsonb) as r(id uuid, participant uuid, kind text, language text, link uuid, mail uuid)`.execute(
    tx,
  );
}

/** Takes back what has not left; how many. */
export async function stopWaiting(tx: Tx, { editionId }: EditionScope): Promise<number> {
  const { rows } = await sql<{ stopped: number }>`select expos.stop_letters(${editionId}::uuid) as stopped`.execute(tx);
  return rows[0]?.stopped ?? 0;
}

/** Lets those be written to at once whose address was refused for good. */
export const freeRefused = async (tx: Tx, { editionId }: EditionScope): Promise<void> =>
  void (await sql`select expos.free_refused(${editionId}::uuid)`.execute(tx));

/** Companies of an edition that work by link alone, by the office that stands for each. */
export async function loadUnclaimed(
  tx: Tx,
  editionId: EditionId,
  offices: readonly OfficeId[],
): Promise<readonly Omit<StandRow, 'state' | 'since' | 'fault' | 'links' | 'quiet'>[]> {
  const { rows } = await sql<Omit<StandRow, 'state' | 'since' | 'fault' | 'links' | 'quiet'>>`
    select p.id, p.code, p.name, p.country, p.languages, p.office_id as office, ${contactsIn} as contacts
    from expos.participant p join accounts.offices o on o.id = p.office_id and not o.claimed
    where p.edition_id = ${editionId} and p.office_id = any (${[...offices]}::uuid[]) and p.withdrawn_at is null and p.letters_stopped_at is null`.execute(
    tx,
  );
  return rows;
}

// SQL of letters: where each participant stands with them, and what was written.
import { sql, type RawBuilder } from 'kysely';
import type { AccountId, OfficeId } from '#kernel/ids.ts';
import type { Language, MultilingualText } from '#kernel/language.ts';
import type { Tx } from '#platform/postgres/database.ts';
import type { EditionId, InterpreterId, ParticipantId } from '../domain/edition.ts';
import type { ChosenWay } from '../domain/letter-way.ts';
import { quietDays, type Addressees, type LetterKind, type LetterState } from '../domain/letters.ts';
import type { SpeakerId } from '../domain/programme/programme.ts';
import { soughtName } from '../domain/naming.ts';
import type { ContactPerson } from '../domain/roster.ts';
import type { EditionScope } from '../domain/scope.ts';
import { codeOrder } from './code-order.ts';
import { contactsIn } from './contacts.ts';
import { saidOfItem } from './speakers.ts';

export interface StandRow {
  readonly id: AddresseeId;
  /** Of a participant; of an interpreter their name, by which they are listed. */
  readonly code: string;
  readonly name: MultilingualText;
  readonly country: string | null;
  readonly languages: readonly string[];
  readonly office: OfficeId | null;
  readonly contacts: readonly ContactPerson[];
  /** What the company chose in place of mail; null: mail. */
  readonly way: { readonly channel: ChosenWay; readonly address: string } | null;
  readonly state: LetterState;
  readonly since: Date | null;
  readonly fault: string | null;
  readonly links: number;
  /** Whether it was invited or reminded in the last days. */
  readonly quiet: boolean;
}

export type AddresseeId = ParticipantId | InterpreterId | SpeakerId;

/** What became of links and of the last letter `l` of each, by what `of` names. */
const past = (editionId: EditionId, now: Date, { office, of, id }: Readonly<Record<'office' | 'of' | 'id', RawBuilder<unknown>>>) => sql`
  left join accounts.offices o on o.id = ${office}
  left join (select office, max(last_used_at) as used, count(*) filter (where revoked_at is null and expires_at > ${now.toISOString()}::timestamptz) as links
    from accounts.links group by office) k on k.office = ${office}
  left join (select distinct on (${of}) * from expos.letter
    where edition_id = ${editionId} and stopped_at is null and kind <> 'schedule' and ${of} is not null order by ${of}, written_at desc) l on l.${of} = ${id}
  left join expos.letter_mails(${editionId}) m on m.letter_id = l.id`;

/** What follows from the letters, where neither an account nor an answer says more. */
const byLetters = (address: RawBuilder<unknown>) => sql`
      when k.used is not null then 'opened'
      when l.kind = 'paper' then 'paper'
      when m.refused_at is not null and m.recipient = ${address} then 'refused'
      when m.sent_at is not null and m.refused_at is null then 'taken'
      when l.id is not null and m.refused_at is null then 'waiting'
      when ${address} is not null then 'uninvited'
      else 'no_address'
    end as state`;

const quietNow = (now: Date) => sql`case when m.refused_at is not null then m.last_fault end as fault, coalesce(k.links, 0)::int as links,
    coalesce(l.quiet_until > ${now.toISOString()}::timestamptz, false) as quiet`;

/** The same for interpreters: they have answered once they said when they can. */
const interpreterStands = (editionId: EditionId, now: Date) => sql`
  select i.edition_id, i.id, i.name as code, lower(i.name) as search_name,
    jsonb_build_object(case when i.name ~ '[一-鿿]' then 'zh-Hans' else 'en' end, jsonb_build_object('text', i.name, 'origin', 'human')) as name,
    null::text as country, i.languages, i.office_id as office, case when c.interpreter_id is null then '[]'::json else json_build_array(json_build_object(
      'surname', c.surname, 'givenName', c.given_name, 'nameOrder', c.name_order, 'post', '', 'email', c.email, 'phone', c.phone, 'languages', array[]::text[])) end as contacts, null::json as way,
    case
      when o.claimed then 'account'
      when i.letters_stopped_at is not null then 'declined'
      when i.times_said_at is not null then 'answered'${byLetters(sql`lower(c.email)`)},
    case when o.claimed then null else coalesce(i.letters_stopped_at, i.times_said_at, k.used, m.refused_at, m.sent_at, l.written_at) end as since,
    ${quietNow(now)}
  from expos.interpreter i
  left join expos.interpreter_contact c on c.edition_id = i.edition_id and c.interpreter_id = i.id
  ${past(editionId, now, { office: sql.ref('i.office_id'), of: sql.ref('interpreter_id'), id: sql.ref('i.id') })}
  where i.edition_id = ${editionId}`;

const wayOf = sql`case when w.channel is not null then json_build_object('channel', w.channel, 'address', w.address) end as way`;

/** Every participant that has not withdrawn in exactly one state, as far as the actor may see letters and links: the organiser's editors. */
const stands = (editionId: EditionId, now: Date) => sql`
  select p.edition_id, p.id, p.code, p.search_name, p.name, p.country, p.languages, p.office_id as office, ${contactsIn} as contacts, ${wayOf},
    case
      when o.claimed then 'account'
      when p.letters_stopped_at is not null then 'declined'
      when p.profile_said_at is not null and p.times_said_at is not null then 'answered'
      when p.profile_said_at is not null or p.times_said_at is not null then 'partly'${byLetters(sql`coalesce(w.address, lower(c.email))`)},
    case when o.claimed then null else coalesce(p.letters_stopped_at, greatest(p.profile_said_at, p.times_said_at), k.used, m.refused_at, m.sent_at, l.written_at) end as since,
    ${quietNow(now)}
  from expos.participant p
  left join expos.participant_contact c on c.edition_id = p.edition_id and c.participant_id = p.id and c.number = (
    select min(f.number) from expos.participant_contact f where f.edition_id = p.edition_id and f.participant_id = p.id and f.email is not null)
  left join expos.letter_way w on w.edition_id = p.edition_id and w.participant_id = p.id
  ${past(editionId, now, { office: sql.ref('p.office_id'), of: sql.ref('participant_id'), id: sql.ref('p.id') })}
  where p.edition_id = ${editionId} and p.withdrawn_at is null`;

/** The same for speakers who speak at something: they have answered once they said of everything whether they come. */
const speakerStands = (editionId: EditionId, now: Date) => sql`
  select s.edition_id, s.id, n.written as code, lower(n.written) as search_name, n.name, null::text as country, array[]::text[] as languages, s.office_id as office,
    json_build_array(json_build_object('surname', '', 'givenName', '', 'nameOrder', 'given_first', 'post', coalesce(n.post, ''), 'email', c.email,
      'phone', null, 'languages', array[]::text[])) as contacts, null::json as way,
    case
      when o.claimed then 'account'
      when s.letters_stopped_at is not null then 'declined'
      when n.answers = n.items then 'answered'
      when n.answers > 0 then 'partly'${byLetters(sql`lower(c.email)`)},
    case when o.claimed then null else coalesce(s.letters_stopped_at, s.said_at, k.used, m.refused_at, m.sent_at, l.written_at) end as since,
    ${quietNow(now)}
  from expos.speaker s
  cross join lateral (select s.email) c
  join lateral (
    select (array_agg(p.one -> 'name' order by i.day, i.id))[1] as name,
      (array_agg(p.one #>> '{post,zh-Hans,text}' order by i.day, i.id))[1] as post, count(*) as items, count(a.item_id) as answers,
      (array_agg(coalesce(p.one #>> '{name,en,text}', p.one #>> '{name,zh-Hans,text}', s.email) order by i.day, i.id))[1] as written
    from expos.programme_item i cross join lateral jsonb_array_elements(i.speakers) as p(one)
    left join expos.speaker_answer a on ${saidOfItem} and a.speaker_id = s.id
    where i.edition_id = s.edition_id and i.speakers @> jsonb_build_array(jsonb_build_object('speakerId', s.id)) and p.one ->> 'speakerId' = s.id::text
  ) n on n.items > 0
  ${past(editionId, now, { office: sql.ref('s.office_id'), of: sql.ref('speaker_id'), id: sql.ref('s.id') })}
  where s.edition_id = ${editionId}`;

const tables = { participants: 'expos.participant', interpreters: 'expos.interpreter', speakers: 'expos.speaker' } as const;
const references = { participants: 'participant_id', interpreters: 'interpreter_id', speakers: 'speaker_id' } as const;
const everyStand = { participants: stands, interpreters: interpreterStands, speakers: speakerStands } as const;
const keys = {
  participants: sql`expos.participant`,
  interpreters: sql`(select edition_id, id, name as code from expos.interpreter)`,
  speakers: sql`(select s.edition_id, s.id, s.code from (select edition_id, id, coalesce((
    select coalesce(p.one #>> '{name,en,text}', p.one #>> '{name,zh-Hans,text}', w.email) from expos.programme_item i cross join lateral jsonb_array_elements(i.speakers) as p(one)
    where i.edition_id = w.edition_id and p.one ->> 'speakerId' = w.id::text order by i.day, i.id limit 1), w.email) as code from expos.speaker w) s)`,
} as const;

interface StandFilter {
  readonly editionId: EditionId;
  readonly whom: Addressees;
  readonly now: Date;
  readonly states: readonly LetterState[] | null;
  readonly only: readonly AddresseeId[] | null;
  readonly q: string;
  readonly after: AddresseeId | null;
  readonly limit: number | null;
}

/** By code; up to `limit` + 1 where there is one. */
export async function listStands(
  tx: Tx,
  { editionId, whom, now, states, only, q, after, limit }: StandFilter,
): Promise<readonly StandRow[]> {
  const { rows } = await sql<StandRow>`
    select p.id, p.code, p.name, p.country, p.languages, p.office, p.contacts, p.way, p.state, p.since, p.fault, p.links, p.quiet
    from (${everyStand[whom](editionId, now)}) p
    where ${states === null ? sql`true` : sql`p.state = any (${[...states]}::text[])`}
      and ${only === null ? sql`true` : sql`p.id = any (${[...only]}::uuid[])`}
      and ${q === '' ? sql`true` : sql`(strpos(p.search_name, ${soughtName(q)}) > 0 or starts_with(lower(p.code), ${q.toLowerCase()}))`}
      and ${after === null ? sql`true` : sql`(${codeOrder('p')}) > (select ${codeOrder('x')} from ${keys[whom]} x where x.edition_id = ${editionId} and x.id = ${after})`}
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

export async function countStands(tx: Tx, editionId: EditionId, whom: Addressees, now: Date): Promise<readonly StandCount[]> {
  const { rows } = await sql<StandCount>`
    select p.state, p.quiet, p.way is not null or exists (select 1 from json_array_elements(p.contacts) c where c ->> 'email' is not null) as reachable, count(*)::int as count
    from (${everyStand[whom](editionId, now)}) p group by 1, 2, 3`.execute(tx);
  return rows;
}

/** Has each of these participants, interpreters or speakers worked for by its office; a speaker’s row is what that office sees. */
export async function writeOffices(
  tx: Tx,
  { editionId }: EditionScope,
  whom: Addressees,
  offices: readonly { readonly id: AddresseeId; readonly office: OfficeId }[],
): Promise<void> {
  await sql`
    update ${sql.table(tables[whom])} p set office_id = r.office${whom === 'speakers' ? sql`, visibility = 'shared', shared_with = array[r.office]` : sql``} from jsonb_to_recordset(${JSON.stringify(offices)}::jsonb) as r(id uuid, office uuid)
    where p.edition_id = ${editionId} and p.id = r.id and p.office_id is null`.execute(tx);
}

export interface NewLetter {
  readonly id: string;
  readonly to: AddresseeId;
  readonly kind: LetterKind | 'schedule' | 'paper';
  readonly language: Language;
  readonly link: AccountId;
  readonly mail: string | null;
}

/** Keeps that letters were written; the database refuses an invitation or reminder within the days of quiet. */
export async function insertLetters(
  tx: Tx,
  { editionId, office }: EditionScope,
  { whom, letters, now }: { readonly whom: Addressees; readonly letters: readonly NewLetter[]; readonly now: Date },
): Promise<void> {
  if (letters.length === 0) return;
  await sql`
    insert into expos.letter (edition_id, id, ${sql.ref(references[whom])}, owner_office, kind, language, link_account, mail_id, written_at, quiet_until)
    select ${editionId}::uuid, r.id, r."to", ${office}::uuid, r.kind, r.language, r.link, r.mail, ${now.toISOString()}::timestamptz,
      ${now.toISOString()}::timestamptz + case when r.kind in ('invitation', 'reminder') then make_interval(hours => ${24 * quietDays}) else interval '0' end
    from jsonb_to_recordset(${JSON.stringify(letters)}::jsonb) as r(id uuid, "to" uuid, kind text, language text, link uuid, mail uuid)`.execute(
    tx,
  );
}

/** Takes back what has not left; how many. */
export async function stopWaiting(tx: Tx, { editionId }: EditionScope, whom: Addressees): Promise<number> {
  const { rows } = await sql<{
    stopped: number;
  }>`select expos.stop_letters(${editionId}::uuid, ${whom}) as stopped`.execute(tx);
  return rows[0]?.stopped ?? 0;
}

/** Lets those be written to at once whose address was refused for good. */
export const freeRefused = async (tx: Tx, { editionId }: EditionScope): Promise<void> =>
  void (await sql`select expos.free_refused(${editionId}::uuid)`.execute(tx));

type Unclaimed = Omit<StandRow, 'state' | 'since' | 'fault' | 'links' | 'quiet'>;

/** Those of an edition who work by link alone, by the office that stands for each. */
export async function loadUnclaimed(
  tx: Tx,
  editionId: EditionId,
  whom: Addressees,
  offices: readonly OfficeId[],
): Promise<readonly Unclaimed[]> {
  const among = sql`${[...offices]}::uuid[]`;
  if (whom !== 'participants') {
    const { rows } = await sql<Unclaimed>`
      select p.id, p.code, p.name, p.country, p.languages, p.office, p.contacts, p.way from (${everyStand[whom](editionId, new Date(0))}) p
      where p.office = any (${among}) and p.state not in ('account', 'declined')`.execute(tx);
    return rows;
  }
  const { rows } = await sql<Unclaimed>`
    select p.id, p.code, p.name, p.country, p.languages, p.office_id as office, ${contactsIn} as contacts, ${wayOf}
    from expos.participant p join accounts.offices o on o.id = p.office_id and not o.claimed
    left join expos.letter_way w on w.edition_id = p.edition_id and w.participant_id = p.id
    where p.edition_id = ${editionId} and p.office_id = any (${among}) and p.withdrawn_at is null and p.letters_stopped_at is null`.execute(
    tx,
  );
  return rows;
}

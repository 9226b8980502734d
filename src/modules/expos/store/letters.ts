// SQL of letters: where each addressee stands with them, and what was written.
import { sql } from 'kysely';
import type { AccountId, Id, OfficeId } from '#kernel/ids.ts';
import type { Language, MultilingualText } from '#kernel/language.ts';
import type { Tx } from '#platform/postgres/database.ts';
import { addressees, type AddresseeId, type Addressees } from '../domain/addressee.ts';
import type { EditionId } from '../domain/edition.ts';
import type { ChosenWay } from '../domain/letters/letter-way.ts';
import { quietDays, type LetterKind, type LetterState } from '../domain/letters/letters.ts';
import { soughtName } from '../domain/naming.ts';
import type { ContactPerson } from '../domain/roster.ts';
import type { EditionScope } from '../domain/scope.ts';
import { codeOrder } from './code-order.ts';
import { contactsWith } from './contacts.ts';
import { saidOfItem } from './speakers.ts';

/** An addressee as letters call them. */
export interface Reached {
  readonly id: Id<'Addressee'>;
  readonly whom: Addressees;
  /** Of a participant; of an interpreter or a speaker their name, by which they are listed. */
  readonly code: string;
  readonly name: MultilingualText;
  readonly country: string | null;
  readonly languages: readonly string[];
  readonly office: OfficeId | null;
  readonly contacts: readonly ContactPerson[];
  /** What they chose in place of mail; null: mail. */
  readonly way: { readonly channel: ChosenWay; readonly address: string } | null;
}

export interface StandRow extends Reached {
  readonly state: LetterState;
  readonly since: Date | null;
  readonly fault: string | null;
  readonly links: number;
  /** Whether they were invited, reminded or told of suggestions in the last days. */
  readonly quiet: boolean;
  /** Whether they want no letters. */
  readonly stopped: boolean;
}

const named = (alias: string) =>
  sql`${sql.ref(alias)}(edition_id, id, whom, office, stopped, code, search_name, name, country, languages, post, said, answer)`;
const common = sql`a.edition_id, a.id, a.whom, a.office_id, a.letters_stopped_at`;

/**
 * Who they are: how they are listed and called, and what they have answered. A participant that withdrew is none; a company answers its entry and its
 * times, an interpreter their times, a speaker of everything they speak at whether they come.
 */
const persons = {
  participants: (editionId: EditionId) => sql`
    select ${common}, p.code, p.search_name, p.name, p.country, p.languages, null::text, greatest(p.profile_said_at, a.said_at),
      (array[null, 'partly', 'answered'])[1 + num_nonnulls(p.profile_said_at, a.said_at)]
    from expos.addressee a join expos.participant p on p.edition_id = a.edition_id and p.id = a.id
    where a.edition_id = ${editionId} and p.withdrawn_at is null`,
  interpreters: (editionId: EditionId) => sql`
    select ${common}, i.name, lower(i.name),
      jsonb_build_object(case when i.name ~ '[一-鿿]' then 'zh-Hans' else 'en' end, jsonb_build_object('text', i.name, 'origin', 'human')),
      null::text, i.languages, null::text, a.said_at, case when a.said_at is not null then 'answered' end
    from expos.addressee a join expos.interpreter i on i.edition_id = a.edition_id and i.id = a.id
    where a.edition_id = ${editionId}`,
  speakers: (editionId: EditionId) => sql`
    select ${common}, n.written, lower(n.written), n.name, null::text, array[]::text[], n.post, a.said_at,
      case n.answers when n.items then 'answered' when 0 then null else 'partly' end
    from expos.addressee a
    join lateral (
      select (array_agg(p.one -> 'name' order by i.day, i.id))[1] as name,
        (array_agg(p.one #>> '{post,zh-Hans,text}' order by i.day, i.id))[1] as post, count(*) as items, count(s.item_id) as answers,
        (array_agg(coalesce(p.one #>> '{name,en,text}', p.one #>> '{name,zh-Hans,text}',
          (select c.email from expos.contact c where c.edition_id = a.edition_id and c.addressee_id = a.id)) order by i.day, i.id))[1] as written
      from expos.programme_item i cross join lateral jsonb_array_elements(i.speakers) as p(one)
      left join expos.speaker_answer s on ${saidOfItem('s')} and s.speaker_id = a.id
      where i.edition_id = a.edition_id and i.speakers @> jsonb_build_array(jsonb_build_object('speakerId', a.id)) and p.one ->> 'speakerId' = a.id::text
    ) n on n.items > 0
    where a.edition_id = ${editionId} and a.whom = 'speakers'`,
} as const;

const reached = sql`p.id, p.whom, p.code, p.name, p.country, p.languages, p.office, ${contactsWith(sql`coalesce(p.post, c.post)`)} as contacts,
    case when w.channel is not null then json_build_object('channel', w.channel, 'address', w.address) end as way`;
const chosenWay = sql`left join expos.letter_way w on w.edition_id = p.edition_id and w.addressee_id = p.id`;

/** Each in exactly one state, as far as the actor may see letters and links: the organiser's editors. */
const stands = (editionId: EditionId, whom: Addressees, now: Date) => sql`
  select ${reached}, p.search_name,
    case
      when o.claimed then 'account'
      when p.stopped is not null then 'declined'
      when p.answer is not null then p.answer
      when k.used is not null then 'opened'
      when l.kind = 'paper' then 'paper'
      when m.refused_at is not null and m.recipient = coalesce(w.address, lower(c.email)) then 'refused'
      when m.sent_at is not null and m.refused_at is null then 'taken'
      when l.id is not null and m.refused_at is null then 'waiting'
      when coalesce(w.address, c.email) is not null then 'uninvited'
      else 'no_address'
    end as state,
    case when o.claimed then null else coalesce(p.stopped, p.said, k.used, m.refused_at, m.sent_at, l.written_at) end as since,
    case when m.refused_at is not null then m.last_fault end as fault, coalesce(k.links, 0)::int as links,
    coalesce(l.quiet_until > ${now.toISOString()}::timestamptz, false) as quiet, p.stopped is not null as stopped
  from (${persons[whom](editionId)}) ${named('p')}
  left join expos.contact c on c.edition_id = p.edition_id and c.addressee_id = p.id and c.number = (
    select min(f.number) from expos.contact f where f.edition_id = p.edition_id and f.addressee_id = p.id and f.email is not null)
  ${chosenWay}
  left join accounts.offices o on o.id = p.office
  left join (select office, max(last_used_at) as used, count(*) filter (where revoked_at is null and expires_at > ${now.toISOString()}::timestamptz) as links
    from accounts.links group by office) k on k.office = p.office
  left join (select distinct on (addressee_id) * from expos.letter
    where edition_id = ${editionId} and stopped_at is null and kind <> 'schedule' order by addressee_id, written_at desc) l on l.addressee_id = p.id
  left join expos.letter_mails(${editionId}) m on m.letter_id = l.id`;

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
    select p.id, p.whom, p.code, p.name, p.country, p.languages, p.office, p.contacts, p.way, p.state, p.since, p.fault, p.links, p.quiet, p.stopped
    from (${stands(editionId, whom, now)}) p
    where ${states === null ? sql`true` : sql`p.state = any (${[...states]}::text[])`}
      and ${only === null ? sql`true` : sql`p.id = any (${[...only]}::uuid[])`}
      and ${q === '' ? sql`true` : sql`(strpos(p.search_name, ${soughtName(q)}) > 0 or starts_with(lower(p.code), ${q.toLowerCase()}))`}
      and ${after === null ? sql`true` : sql`(${codeOrder('p')}) > (select ${codeOrder('x')} from (${persons[whom](editionId)}) ${named('x')} where x.id = ${after})`}
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
    from (${stands(editionId, whom, now)}) p group by 1, 2, 3`.execute(tx);
  return rows;
}

export interface NewLetter {
  readonly id: string;
  readonly to: AddresseeId;
  readonly kind: LetterKind | 'schedule' | 'paper' | 'suggestion';
  readonly language: Language;
  /** Null to whoever has an account. */
  readonly link: AccountId | null;
  readonly mail: string | null;
  /** Where several people of one office were written to. */
  readonly moreMails?: readonly string[];
}

/** Keeps that letters were written; the database refuses an invitation or reminder within the days of quiet. */
export async function insertLetters(
  tx: Tx,
  { editionId, office }: EditionScope,
  { letters, now }: { readonly letters: readonly NewLetter[]; readonly now: Date },
): Promise<void> {
  if (letters.length === 0) return;
  await sql`
    insert into expos.letter (edition_id, id, addressee_id, owner_office, kind, language, link_account, mail_id, more_mails, written_at, quiet_until)
    select ${editionId}::uuid, r.id, r."to", ${office}::uuid, r.kind, r.language, r.link, r.mail,
      coalesce(r."moreMails", '{}'), ${now.toISOString()}::timestamptz,
      ${now.toISOString()}::timestamptz + case when r.kind in ('invitation', 'reminder', 'suggestion') then make_interval(hours => ${24 * quietDays}) else interval '0' end
    from jsonb_to_recordset(${JSON.stringify(letters)}::jsonb) as r(id uuid, "to" uuid, kind text, language text, link uuid, mail uuid, "moreMails" uuid[])`.execute(
    tx,
  );
}

/** Takes back what has not left, of one kind or of every; how many. */
export async function stopWaiting(
  tx: Tx,
  { editionId }: EditionScope,
  { whom, kind }: { readonly whom: Addressees; readonly kind: 'suggestion' | null },
): Promise<number> {
  const { rows } = await sql<{
    stopped: number;
  }>`select expos.stop_letters(${editionId}::uuid, ${whom}, ${kind}) as stopped`.execute(tx);
  return rows[0]?.stopped ?? 0;
}

/** Lets those be written to at once whose address was refused for good. */
export const freeRefused = async (tx: Tx, { editionId }: EditionScope): Promise<void> =>
  void (await sql`select expos.free_refused(${editionId}::uuid)`.execute(tx));

/** Those of an edition who want letters, by the office that works or stands for each, and whether it works with an account. */
export async function loadReached(
  tx: Tx,
  editionId: EditionId,
  offices: readonly OfficeId[],
): Promise<readonly (Reached & { readonly office: OfficeId; readonly claimed: boolean })[]> {
  const every = sql.join(
    addressees.map((whom) => persons[whom](editionId)),
    sql` union all `,
  );
  const { rows } = await sql<Reached & { office: OfficeId; claimed: boolean }>`
    select ${reached}, o.claimed from (${every}) ${named('p')} join accounts.offices o on o.id = p.office ${chosenWay}
    where p.office = any (${[...offices]}::uuid[]) and p.stopped is null`.execute(tx);
  return rows;
}

export interface LetterFigures {
  readonly waiting: number;
  readonly sent: number;
  readonly refused: number;
  readonly lastAt: Date | null;
}

/** How far the letters that name suggestions have gone, those taken back left out. */
export async function countSuggestionMails(tx: Tx, editionId: EditionId): Promise<LetterFigures> {
  const { rows } = await sql<LetterFigures>`
    select count(*) filter (where m.sent_at is null and m.refused_at is null)::int as waiting, count(*) filter (where m.sent_at is not null)::int as sent,
      count(*) filter (where m.refused_at is not null)::int as refused, max(l.written_at) as "lastAt"
    from expos.letter l join expos.letter_mails(${editionId}) m on m.letter_id = l.id
    where l.edition_id = ${editionId} and l.kind = 'suggestion' and l.stopped_at is null`.execute(tx);
  return rows[0] ?? { waiting: 0, sent: 0, refused: 0, lastAt: null };
}

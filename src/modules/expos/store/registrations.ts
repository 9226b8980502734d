// SQL of registration: terms, registrations, what they consented to, and who they may be.
import { sql } from 'kysely';
import type { OfficeId } from '#kernel/ids.ts';
import type { Language, MultilingualText } from '#kernel/language.ts';
import type { Tx } from '#platform/postgres/database.ts';
import type { EditionId, ParticipantId } from '../domain/edition.ts';
import { indexName, soughtName } from '../domain/naming.ts';
import type { Likeness, RegistrationFacts, RegistrationId, RegistrationState, RegistrationTerms, Taken } from '../domain/registration.ts';
import type { EditionScope } from '../domain/scope.ts';

export interface TermsRecord extends RegistrationTerms {
  readonly version: number;
}

export async function loadTerms(tx: Tx, editionId: EditionId): Promise<TermsRecord | null> {
  const { rows } = await sql<TermsRecord>`
    select version, is_open as "isOpen", opens_at as "opensAt", closes_at as "closesAt", approval, roles, most, most_exhibitors as "mostExhibitors",
      most_buyers as "mostBuyers", groups, fields, consents, note
    from expos.registration_terms where edition_id = ${editionId}`.execute(tx);
  return rows[0] ?? null;
}

export async function writeTerms(tx: Tx, { editionId, office }: EditionScope, terms: RegistrationTerms): Promise<void> {
  const [groups, fields, consents] = [terms.groups, terms.fields, terms.consents].map((part) => JSON.stringify(part));
  const note = terms.note === null ? null : JSON.stringify(terms.note);
  await sql`
    insert into expos.registration_terms as t (edition_id, owner_office, is_open, opens_at, closes_at, approval, roles, most, most_exhibitors, most_buyers,
      groups, fields, consents, note)
    values (${editionId}, ${office}, ${terms.isOpen}, ${terms.opensAt?.toISOString() ?? null}, ${terms.closesAt?.toISOString() ?? null}, ${terms.approval},
      ${[...terms.roles]}, ${terms.most}, ${terms.mostExhibitors}, ${terms.mostBuyers}, ${groups}, ${fields}, ${consents}, ${note})
    on conflict (edition_id) do update set is_open = excluded.is_open, opens_at = excluded.opens_at, closes_at = excluded.closes_at,
      approval = excluded.approval, roles = excluded.roles, most = excluded.most, most_exhibitors = excluded.most_exhibitors,
      most_buyers = excluded.most_buyers, groups = excluded.groups, fields = excluded.fields, consents = excluded.consents, note = excluded.note,
      version = t.version + 1`.execute(tx);
}

/** The edition has those that it began with. */
export const removeTerms = async (tx: Tx, { editionId }: EditionScope): Promise<void> =>
  void (await sql`delete from expos.registration_terms where edition_id = ${editionId}`.execute(tx));

/** Places that those who registered have; whoever withdrew as a participant has none. */
export async function countTaken(tx: Tx, editionId: EditionId): Promise<readonly Taken[]> {
  const { rows } = await sql<Taken>`
    select r.role, r.group_id as "groupId", count(*)::int as count
    from expos.registration r join expos.participant p on p.edition_id = r.edition_id and p.id = r.participant_id and p.withdrawn_at is null
    where r.edition_id = ${editionId} and r.state = 'accepted' and not r.is_joined group by 1, 2`.execute(tx);
  return rows;
}

export async function countRegistrations(tx: Tx, editionId: EditionId): Promise<ReadonlyMap<RegistrationState, number>> {
  const { rows } = await sql<{ state: RegistrationState; count: number }>`
    select state, count(*)::int as count from expos.registration where edition_id = ${editionId} group by state`.execute(tx);
  return new Map(rows.map(({ state, count }) => [state, count]));
}

export interface ConsentGiven {
  readonly key: string;
  readonly language: Language;
  readonly purpose: string;
  readonly receiver: string;
  readonly needed: boolean;
  /** ISO text: they travel as JSON. */
  readonly givenAt: string;
  readonly withdrawnAt: string | null;
}

export interface RegistrationRecord extends Omit<RegistrationFacts, 'contact'> {
  readonly id: RegistrationId;
  readonly version: number;
  readonly state: RegistrationState;
  readonly stateBefore: Exclude<RegistrationState, 'unconfirmed' | 'withdrawn'> | null;
  readonly language: Language;
  readonly contact: RegistrationFacts['contact'] | null;
  readonly registeredAt: Date;
  readonly confirmedAt: Date | null;
  readonly decidedAt: Date | null;
  readonly participantId: ParticipantId | null;
  readonly code: string | null;
  readonly isJoined: boolean;
  /** Its place on the waiting list of the edition, from 1. */
  readonly position: number | null;
  readonly consents: readonly ConsentGiven[];
  /** The words of the mail server that refused the newest letter, or sent it back; null where none did. */
  readonly fault: string | null;
}

const record = (editionId: EditionId) => sql`
  select r.id, r.version, r.state, r.state_before as "stateBefore", r.language, r.role, r.name, r.country, r.city, r.group_id as "groupId", r.contact,
    r.languages, r.offer, r.need, r.offer_topics as "offerTopics", r.need_topics as "needTopics", r.markets, r.size,
    r.offer_details as "offerDetails", r.need_details as "needDetails", r.stand_wish as "standWish",
    r.registered_at as "registeredAt", r.confirmed_at as "confirmedAt", r.decided_at as "decidedAt", r.participant_id as "participantId",
    r.is_joined as "isJoined", p.code, w.position, case when b.registration_id is not null then coalesce(b.fault, '') end as fault,
    (select coalesce(json_agg(json_build_object('key', c.key, 'language', c.language, 'purpose', c.purpose, 'receiver', c.receiver, 'needed', c.needed,
      'givenAt', to_char(c.given_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
      'withdrawnAt', to_char(c.withdrawn_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) order by c.number), '[]')
      from expos.registration_consent c where c.edition_id = r.edition_id and c.registration_id = r.id) as consents
  from expos.registration r
  left join expos.participant p on p.edition_id = r.edition_id and p.id = r.participant_id
  left join expos.registration_mails(${editionId}) b on b.registration_id = r.id
  left join (select id, row_number() over (order by confirmed_at, id)::int as position
    from expos.registration where edition_id = ${editionId} and state = 'waiting') w on w.id = r.id
  where r.edition_id = ${editionId}`;

export async function findRegistration(tx: Tx, editionId: EditionId, id: RegistrationId): Promise<RegistrationRecord | null> {
  const { rows } = await sql<RegistrationRecord>`${record(editionId)} and r.id = ${id}`.execute(tx);
  return rows[0] ?? null;
}

/** In the order in which they were confirmed; up to `limit` + 1. */
export async function listRegistrationRecords(
  tx: Tx,
  {
    editionId,
    state,
    q,
    after,
    limit,
  }: {
    readonly editionId: EditionId;
    readonly state: RegistrationState | null;
    readonly q: string;
    readonly after: RegistrationId | null;
    readonly limit: number;
  },
): Promise<readonly RegistrationRecord[]> {
  const { rows } = await sql<RegistrationRecord>`
    ${record(editionId)} and ${state === null ? sql`true` : sql`r.state = ${state}`}
      and ${q === '' ? sql`true` : sql`(strpos(r.search_name, ${soughtName(q)}) > 0 or strpos(coalesce(r.email, ''), ${q.toLowerCase()}) > 0)`}
      and ${after === null ? sql`true` : sql`(coalesce(r.confirmed_at, r.registered_at), r.id) > (select coalesce(a.confirmed_at, a.registered_at), a.id from expos.registration a where a.edition_id = ${editionId} and a.id = ${after})`}
    order by coalesce(r.confirmed_at, r.registered_at), r.id limit ${limit + 1}`.execute(tx);
  return rows;
}

/** Those that wait, in their order. */
export async function listWaiting(tx: Tx, editionId: EditionId): Promise<readonly RegistrationRecord[]> {
  const { rows } = await sql<RegistrationRecord>`${record(editionId)} and r.state = 'waiting' order by r.confirmed_at, r.id`.execute(tx);
  return rows;
}

export interface NewRegistration {
  readonly id: RegistrationId;
  readonly facts: RegistrationFacts;
  readonly language: Language;
  readonly tokenHash: string;
  readonly network: string;
  readonly consents: readonly Pick<ConsentGiven, 'key' | 'purpose' | 'receiver' | 'needed'>[];
  /** The letter that asks to confirm it. */
  readonly mail: string | null;
  readonly now: Date;
}

export async function insertRegistration(
  tx: Tx,
  { editionId, office }: EditionScope,
  { id, facts, language, tokenHash, network, consents, mail, now }: NewRegistration,
): Promise<void> {
  const at = now.toISOString();
  const json = (value: unknown): string | null => (value === null ? null : JSON.stringify(value));
  await sql`
    insert into expos.registration (edition_id, id, owner_office, language, role, name, search_name, country, city, group_id, contact, email, languages,
      offer, need, offer_topics, need_topics, markets, size, offer_details, need_details, stand_wish, token_hash, from_network, mail_id, registered_at)
    values (${editionId}, ${id}, ${office}, ${language}, ${facts.role}, ${json(facts.name)}, ${indexName(facts.name).searchName}, ${facts.country},
      ${facts.city}, ${facts.groupId}, ${json(facts.contact)}, ${facts.contact.email.toLowerCase()}, ${[...facts.languages]}, ${json(facts.offer)},
      ${json(facts.need)}, ${[...facts.offerTopics]}::uuid[], ${[...facts.needTopics]}::uuid[], ${[...facts.markets]}, ${facts.size},
      ${json(facts.offerDetails)}, ${json(facts.needDetails)}, ${facts.standWish}, ${tokenHash}, ${network}, ${mail}, ${at})`.execute(tx);
  const rows = consents.map((consent, number) => ({ ...consent, number }));
  await sql`
    insert into expos.registration_consent (edition_id, registration_id, key, owner_office, number, language, purpose, receiver, needed, given_at)
    select ${editionId}::uuid, ${id}::uuid, c.key, ${office}::uuid, c.number, ${language}, c.purpose, c.receiver, c.needed, ${at}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as c(key text, number int, purpose text, receiver text, needed boolean)`.execute(
    tx,
  );
}

export interface Lately {
  readonly byNetwork: number;
  readonly byAddress: number;
  readonly unconfirmed: number;
}

/** Counted one after the other of one network and of one address, until each has committed: or many at one moment would all find room. */
export async function registeredLately(
  tx: Tx,
  {
    editionId,
    network,
    email,
    now,
  }: { readonly editionId: EditionId; readonly network: string; readonly email: string; readonly now: Date },
): Promise<Lately> {
  // In one order, so that no two wait for each other.
  for (const key of [`address ${email.toLowerCase()}`, `network ${network}`])
    await sql`select pg_advisory_xact_lock(hashtextextended(${`registration ${key}`}, 0))`.execute(tx);
  const { rows } = await sql<Lately>`
    select by_network as "byNetwork", by_address as "byAddress", unconfirmed
    from expos.registrations_lately(${editionId}::uuid, ${network}, ${email}, ${now.toISOString()}::timestamptz)`.execute(tx);
  return rows[0] ?? { byNetwork: 0, byAddress: 0, unconfirmed: 0 };
}

/** The registration that a letter opens, with whose it is. */
export async function registrationByToken(
  tx: Tx,
  tokenHash: string,
): Promise<{ readonly editionId: EditionId; readonly office: OfficeId; readonly id: RegistrationId } | null> {
  const { rows } = await sql<{ editionId: EditionId; office: OfficeId; id: RegistrationId }>`
    select edition_id as "editionId", office, id from expos.registration_by_token(${tokenHash})`.execute(tx);
  return rows[0] ?? null;
}

export interface RegistrationStep {
  readonly id: RegistrationId;
  readonly state: Exclude<RegistrationState, 'unconfirmed'>;
  readonly stateBefore: RegistrationRecord['stateBefore'];
  readonly participantId: ParticipantId | null;
  readonly isJoined: boolean;
  readonly mailId: string | null;
  readonly now: Date;
}

/** Sets where a registration stands; the first such step confirms it. */
export async function writeStep(tx: Tx, { editionId }: EditionScope, step: RegistrationStep): Promise<void> {
  const at = step.now.toISOString();
  await sql`
    update expos.registration set state = ${step.state}, state_before = ${step.stateBefore}, participant_id = ${step.participantId}, is_joined = ${step.isJoined},
      mail_id = ${step.mailId}, confirmed_at = coalesce(confirmed_at, ${at}::timestamptz), decided_at = ${at}, from_network = null, version = version + 1
    where edition_id = ${editionId} and id = ${step.id}`.execute(tx);
}

/** Takes the person out of a registration. */
export const stripPerson = async (tx: Tx, { editionId }: EditionScope, id: RegistrationId): Promise<void> =>
  void (await sql`update expos.registration set contact = null, email = null where edition_id = ${editionId} and id = ${id}`.execute(tx));

/** Withdraws one consent, or all of them. */
export const writeConsentWithdrawn = async (
  tx: Tx,
  { editionId }: EditionScope,
  { id, key, now }: { readonly id: RegistrationId; readonly key: string | null; readonly now: Date },
): Promise<void> =>
  void (await sql`
    update expos.registration_consent set withdrawn_at = ${now.toISOString()}
    where edition_id = ${editionId} and registration_id = ${id} and withdrawn_at is null and ${key === null ? sql`true` : sql`key = ${key}`}`.execute(
    tx,
  ));

export async function takeBackDecision(tx: Tx, { editionId }: EditionScope, id: RegistrationId): Promise<boolean> {
  const { rows } = await sql<{ left: boolean }>`select expos.take_back_decision(${editionId}::uuid, ${id}::uuid) as left`.execute(tx);
  return rows[0]?.left ?? false;
}

/** Who may be the same company as each of these registrations: by the same address, or by a name and the same country. */
export async function likenesses(
  tx: Tx,
  editionId: EditionId,
  ids: readonly RegistrationId[],
): Promise<ReadonlyMap<RegistrationId, readonly Likeness[]>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<Likeness & { of: RegistrationId }>`
    with asked as (select * from expos.registration where edition_id = ${editionId} and id = any (${[...ids]}::uuid[]))
    select a.id as of, p.id as "participantId", null as "registrationId", p.code, p.name,
      case when bool_or(lower(c.email) = a.email) then 'email' else 'name' end as by
    from asked a join expos.participant p on p.edition_id = a.edition_id and p.withdrawn_at is null and p.id is distinct from a.participant_id
    left join expos.contact c on c.edition_id = p.edition_id and c.addressee_id = p.id and lower(c.email) = a.email
    where c.email is not null
      or (coalesce(p.country, a.country) = a.country and string_to_array(p.search_name, E'\n') && string_to_array(a.search_name, E'\n'))
    group by a.id, p.id, p.code, p.name
    union all
    select a.id, null, o.id, null, o.name, case when o.email = a.email then 'email' else 'name' end
    from asked a join expos.registration o on o.edition_id = a.edition_id and o.id <> a.id and o.state in ('asked', 'waiting')
    where o.email = a.email or (o.country = a.country and string_to_array(o.search_name, E'\n') && string_to_array(a.search_name, E'\n'))`.execute(
    tx,
  );
  return Map.groupBy(rows, ({ of }) => of);
}

/** All codes of participants that begin with the letter of a role. */
export async function codesWith(tx: Tx, editionId: EditionId, letter: string): Promise<readonly string[]> {
  const { rows } = await sql<{ code: string }>`
    select code from expos.participant where edition_id = ${editionId} and starts_with(code, ${letter})`.execute(tx);
  return rows.map(({ code }) => code);
}

/** Names of groups, by id, as far as the actor may see them. */
export async function groupNames(tx: Tx, editionId: EditionId): Promise<ReadonlyMap<string, MultilingualText>> {
  const { rows } = await sql<{ id: string; name: MultilingualText }>`
    select id, name from expos.participant_group where edition_id = ${editionId}`.execute(tx);
  return new Map(rows.map(({ id, name }) => [id, name]));
}

export async function forgetRegistrations(tx: Tx, now: Date): Promise<number> {
  const { rows } = await sql<{ count: number }>`select expos.forget_registrations(${now.toISOString()}::timestamptz) as count`.execute(tx);
  return rows[0]?.count ?? 0;
}

/** Registrations at editions of all organisers under the actor's own address. */
export async function loadOwnRegistrations({ tx }: { readonly tx: Tx }): Promise<Record<string, unknown>[]> {
  const { rows } = await sql<{ found: Record<string, unknown>[] }>`select expos.own_registrations() as found`.execute(tx);
  return rows[0]?.found ?? [];
}

export const forgetOwnRegistrations = async ({ tx }: { readonly tx: Tx }): Promise<void> =>
  void (await sql`select expos.forget_own_registrations()`.execute(tx));

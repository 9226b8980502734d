// SQL of asking: the follow-ups of an office, their letters, answers and stops.
import { sql } from 'kysely';
import type { Id, OfficeId } from '#kernel/ids.ts';
import type { Language } from '#kernel/language.ts';
import { plainDecimal, type Amount, type Qualifier } from '#kernel/money.ts';
import type { Tx } from '#platform/postgres/database.ts';
import { mostTries } from '#platform/mail/outbox.ts';
import { insertRows } from '#platform/postgres/insert-rows.ts';
import type { Anyway } from '../domain/anyway.ts';
import type { Difference, StopCovers } from '../domain/follow-up/answering.ts';
import type { Route } from '../domain/follow-up/asked-of.ts';
import type { FollowUpAnswer, FollowUpMonths, FollowUpState } from '../domain/follow-up/fate.ts';
import type { OutcomeId } from '../domain/outcome.ts';
import type { FollowUpScope } from '../domain/scope.ts';

export type FollowUpId = Id<'FollowUp'>;

/** What is kept of one asking; that its letter came back is told by `FollowUpMail`. */
export interface FollowUpRecord {
  readonly id: FollowUpId;
  readonly outcomeId: OutcomeId;
  readonly ownerOffice: OfficeId;
  readonly months: FollowUpMonths;
  readonly due: string;
  readonly state: Exclude<FollowUpState, 'bounced'>;
  readonly route: Route;
  readonly throughOffice: OfficeId | null;
  readonly organisationId: string | null;
  readonly addressHash: string | null;
  readonly companyNames: string | null;
  readonly saidFor: string | null;
  readonly sentAt: Date | null;
  readonly expiresAt: Date | null;
  readonly revokedAt: Date | null;
  /** Nothing came due later for the same outcome. */
  readonly isLatest: boolean;
}

/** Of what came due later for the same outcome the earlier asking is no longer asked. */
const isLatest = sql`not exists (select from outcomes.follow_up l where l.outcome_id = f.outcome_id and l.months > f.months)`;

const record = sql`f.id, f.outcome_id as "outcomeId", f.owner_office as "ownerOffice", f.months, f.due::text as due, f.state, f.route,
  f.through_office as "throughOffice", f.organisation_id as "organisationId", f.address_hash as "addressHash", f.company_names as "companyNames", f.said_for as "saidFor", f.sent_at as "sentAt",
  f.expires_at as "expiresAt", f.revoked_at as "revokedAt", ${isLatest} as "isLatest"`;

export type Which = 'due' | 'held' | 'sent' | 'stopped' | 'through';

/** What goes through an office is of an outcome that it does not see. */
const among = (office: OfficeId, which: Which) =>
  which === 'through'
    ? sql`f.through_office = ${office} and f.route = 'through' and f.state = 'sent'`
    : sql`f.owner_office = ${office} and exists (select from outcomes.outcome o where o.id = f.outcome_id and o.withdrawn_at is null) and ${
        {
          due: sql`f.state = 'planned' and ${isLatest}`,
          held: sql`f.state = 'held_back' and ${isLatest}`,
          sent: sql`f.state = 'sent'`,
          stopped: sql`f.state = 'stopped'`,
        }[which]
      }`;

/** The longest due first; up to `limit` + 1. */
export async function listFollowUpRecords(
  tx: Tx,
  {
    office,
    which,
    after,
    limit,
  }: { readonly office: OfficeId; readonly which: Which; readonly after: FollowUpId | null; readonly limit: number },
): Promise<readonly FollowUpRecord[]> {
  const { rows } = await sql<FollowUpRecord>`
    select ${record} from outcomes.follow_up f
    where ${among(office, which)} and ${after === null ? sql`true` : sql`(f.due, f.id) > (select a.due, a.id from outcomes.follow_up a where a.id = ${after})`}
    order by f.due, f.id limit ${limit + 1}`.execute(tx);
  return rows;
}

export async function countFollowUps(tx: Tx, office: OfficeId): Promise<Record<Which, number>> {
  const count = (which: Which) => sql`count(*) filter (where ${among(office, which)})::int`;
  const { rows } = await sql<Record<Which, number>>`
    select ${count('due')} as due, ${count('held')} as held, ${count('sent')} as sent, ${count('stopped')} as stopped, ${count('through')} as through
    from outcomes.follow_up f`.execute(tx);
  return rows[0] ?? { due: 0, held: 0, sent: 0, stopped: 0, through: 0 };
}

export async function followUpsByIds(tx: Tx, ids: readonly FollowUpId[]): Promise<readonly FollowUpRecord[]> {
  const { rows } =
    await sql<FollowUpRecord>`select ${record} from outcomes.follow_up f where f.id = any (${[...ids]}::uuid[]) order by f.due, f.id`.execute(
      tx,
    );
  return rows;
}

/** The same, locked: of two who send at once, one does. */
export async function lockFollowUps(tx: Tx, { office }: FollowUpScope, ids: readonly FollowUpId[]): Promise<readonly FollowUpRecord[]> {
  const { rows } = await sql<FollowUpRecord>`
    select ${record} from outcomes.follow_up f where f.id = any (${[...ids]}::uuid[]) and f.owner_office = ${office} order by f.id for update`.execute(
    tx,
  );
  return rows;
}

export interface FollowUpMail {
  readonly hasLeft: boolean;
  readonly refusedAt: Date | null;
  readonly fault: string | null;
  /** Its tries are used up, and it has not left. */
  readonly isGivenUp: boolean;
}

/** Where the letters stand, of those that have one. */
export async function mailsOf(tx: Tx, ids: readonly FollowUpId[]): Promise<ReadonlyMap<FollowUpId, FollowUpMail>> {
  const { rows } = await sql<FollowUpMail & { id: FollowUpId }>`
    select id, has_left as "hasLeft", refused_at as "refusedAt", fault, is_given_up as "isGivenUp" from outcomes.follow_up_mails(${[...ids]}::uuid[], ${mostTries})`.execute(
    tx,
  );
  return new Map(rows.map(({ id, ...mail }) => [id, mail]));
}

/** Of how many questions of an office the last letter came back or never left, and nobody has answered; and when the first of them was due. */
export async function countReturned(tx: Tx, office: OfficeId): Promise<{ readonly count: number; readonly due: string | null }> {
  const sent = sql`${among(office, 'sent')} and ${isLatest} and not exists (select from outcomes.follow_up_answer a where a.follow_up_id = f.id)`;
  const { rows } = await sql<{ count: number; due: string | null }>`
    select count(*)::int as count, min(f.due)::text as due from outcomes.follow_up f
    join outcomes.follow_up_mails(array(select f.id from outcomes.follow_up f where ${sent}), ${mostTries}) m on m.id = f.id
    where m.refused_at is not null or m.is_given_up`.execute(tx);
  return rows[0] ?? { count: 0, due: null };
}

/** Outcomes of an office that may have come due and hang on an edition, an agreement, an exchange or a meeting, themselves or by their whole; up to `limit`. */
export async function followableOutcomes(tx: Tx, office: OfficeId, after: OutcomeId | null, limit: number): Promise<readonly OutcomeId[]> {
  const { rows } = await sql<{ id: OutcomeId }>`
    select o.id from outcomes.outcome o where o.owner_office = ${office} and o.withdrawn_at is null and ${after === null ? sql`true` : sql`o.id > ${after}`}
      and (o.extent = 'single' or (exists (select from outcomes.party p where p.outcome_id = o.id and p.city_id is null)
        and not exists (select from outcomes.outcome c where c.part_of = o.id and c.withdrawn_at is null)))
      and exists (select from outcomes.attribution a where a.outcome_id in (o.id, o.part_of) and a.subject_kind <> 'tie')
      and not exists (select from outcomes.follow_up f where f.outcome_id = o.id and f.months = 36)
    order by o.id limit ${limit}`.execute(tx);
  return rows.map(({ id }) => id);
}

export interface Planned {
  readonly id: FollowUpId;
  readonly outcomeId: OutcomeId;
  readonly months: FollowUpMonths;
  readonly due: string;
  readonly state: 'planned' | 'stopped';
  readonly route: Route;
  readonly throughOffice: OfficeId | null;
}

/** Those that were not planned before. */
export async function planFollowUps(tx: Tx, { office }: FollowUpScope, planned: readonly Planned[]): Promise<readonly OutcomeId[]> {
  if (planned.length === 0) return [];
  const rows = JSON.stringify(planned);
  const { rows: made } = await sql<{ outcomeId: OutcomeId }>`
    insert into outcomes.follow_up (id, outcome_id, owner_office, months, due, state, route, through_office)
    select p.id, p."outcomeId", ${office}, p.months, p.due, p.state, p.route, p."throughOffice"
    from jsonb_to_recordset(${rows}::jsonb) as p(id uuid, "outcomeId" uuid, months int, due date, state text, route text, "throughOffice" uuid)
    on conflict on constraint follow_up_once do nothing returning outcome_id as "outcomeId"`.execute(tx);
  return made.map(({ outcomeId }) => outcomeId);
}

export async function setStates(
  tx: Tx,
  { office }: FollowUpScope,
  { ids, from, to }: { readonly ids: readonly FollowUpId[]; readonly from: FollowUpRecord['state']; readonly to: FollowUpRecord['state'] },
): Promise<number> {
  const { numUpdatedRows } = await tx
    .updateTable('outcomes.follow_up')
    .set((eb) => ({ state: to, version: eb('version', '+', 1) }))
    .where('id', 'in', [...ids])
    .where('owner_office', '=', office)
    .where('state', '=', from)
    .executeTakeFirst();
  return Number(numUpdatedRows);
}

export async function setRoutes(
  tx: Tx,
  { office }: FollowUpScope,
  { ids, route, throughOffice }: { readonly ids: readonly FollowUpId[]; readonly route: Route; readonly throughOffice: OfficeId | null },
): Promise<number> {
  const { numUpdatedRows } = await tx
    .updateTable('outcomes.follow_up')
    .set((eb) => ({ route, through_office: throughOffice, version: eb('version', '+', 1) }))
    .where('id', 'in', [...ids])
    .where('owner_office', '=', office)
    .where('state', 'in', ['planned', 'held_back'])
    .executeTakeFirst();
  return Number(numUpdatedRows);
}

export interface SentFollowUp {
  readonly id: FollowUpId;
  readonly organisationId: string | null;
  readonly companyNames: string | null;
  readonly saidFor: string;
  readonly addressHash: string;
  readonly language: Language;
  readonly mailId: string;
  readonly tokenHash: string;
  readonly sharedWith: OfficeId | null;
}

/** That their letters were written, which is told as sent once the mail has left; a former link of the same question opens nothing any more. */
export async function markSent(tx: Tx, { office }: FollowUpScope, sent: readonly SentFollowUp[], expiresAt: Date): Promise<void> {
  const rows = JSON.stringify(sent);
  await sql`update outcomes.follow_up f set state = 'sent', sent_at = null, expires_at = ${expiresAt.toISOString()}, revoked_at = null,
      organisation_id = s."organisationId", company_names = s."companyNames", said_for = s."saidFor", address_hash = s."addressHash", language = s.language, mail_id = s."mailId",
      token_hash = s."tokenHash", visibility = case when s."sharedWith" is null then 'private' else 'shared' end,
      shared_with = case when s."sharedWith" is null then '{}' else array[s."sharedWith"] end, version = f.version + 1
    from jsonb_to_recordset(${rows}::jsonb) as s(id uuid, "organisationId" uuid, "companyNames" text, "saidFor" text, "addressHash" text, language text, "mailId" uuid, "tokenHash" text, "sharedWith" uuid)
    where f.id = s.id and f.owner_office = ${office}`.execute(tx);
}

export async function takeBack(tx: Tx, ids: readonly FollowUpId[], now: Date): Promise<number> {
  const { rows } = await sql<{ changed: number }>`
    select outcomes.take_back_follow_ups(${[...ids]}::uuid[], ${now.toISOString()}) as changed`.execute(tx);
  return rows[0]?.changed ?? 0;
}

export interface AskedOf {
  readonly outcomeId: OutcomeId;
  readonly addressHash: string | null;
  /** Folded, one a line. */
  readonly companyNames: string | null;
}

/** Which of them must not be asked for, whichever office was told so. */
export async function stoppedAmong(tx: Tx, asked: readonly AskedOf[]): Promise<ReadonlySet<OutcomeId>> {
  if (asked.length === 0) return new Set();
  const [outcomes, addresses, names] = [
    asked.map(({ outcomeId }) => outcomeId),
    asked.map(({ addressHash }) => addressHash),
    asked.map(({ companyNames }) => companyNames),
  ];
  const { rows } = await sql<{ id: OutcomeId }>`
    select s as id from outcomes.stopped_among(${outcomes}::uuid[], ${addresses}::text[], ${names}::text[]) s`.execute(tx);
  return new Set(rows.map(({ id }) => id));
}

export async function followUpByToken(tx: Tx, hash: string): Promise<{ readonly id: FollowUpId; readonly office: OfficeId } | null> {
  const { rows } = await sql<{ id: FollowUpId; office: OfficeId }>`select id, office from outcomes.follow_up_by_token(${hash})`.execute(tx);
  return rows[0] ?? null;
}

export async function stopByToken(
  tx: Tx,
  { id, hash, covers, now }: { readonly id: string; readonly hash: string; readonly covers: StopCovers; readonly now: Date },
): Promise<void> {
  await sql`select outcomes.stop_follow_ups(${id}, ${hash}, ${covers}, ${now.toISOString()})`.execute(tx);
}

/** Takes back what was said by this link. */
export const resumeByToken = async (tx: Tx, hash: string, now: Date): Promise<void> =>
  void (await sql`select outcomes.resume_follow_ups(${hash}, ${now.toISOString()})`.execute(tx));

/** Whether somebody said stop by the letter of this asking, and has not taken it back. */
export async function isStoppedBy(tx: Tx, id: FollowUpId): Promise<boolean> {
  const { rows } = await sql`select 1 from outcomes.follow_up_stop where follow_up_id = ${id} and taken_back_at is null limit 1`.execute(
    tx,
  );
  return rows.length > 0;
}

/** That these are not asked for, of whom: so they wait again when it is taken back. */
export async function markStopped(
  tx: Tx,
  { office }: FollowUpScope,
  stopped: readonly (Omit<AskedOf, 'outcomeId'> & { readonly id: FollowUpId })[],
): Promise<void> {
  await sql`update outcomes.follow_up f set state = 'stopped', version = f.version + 1,
      address_hash = coalesce(f.address_hash, s."addressHash"), company_names = coalesce(f.company_names, s."companyNames")
    from jsonb_to_recordset(${JSON.stringify(stopped)}::jsonb) as s(id uuid, "addressHash" text, "companyNames" text)
    where f.id = s.id and f.owner_office = ${office} and f.state = 'planned'`.execute(tx);
}

/** The widest and last that was said by a letter about an outcome, as its office may read it. */
export async function stopOf(tx: Tx, outcomeId: OutcomeId): Promise<{ readonly covers: StopCovers; readonly at: Date } | null> {
  const { rows } = await sql<{ covers: StopCovers; at: Date }>`
    select scope as covers, stopped_at as at from outcomes.follow_up_stop where outcome_id = ${outcomeId} and taken_back_at is null order by scope = 'company' desc, stopped_at desc limit 1`.execute(
    tx,
  );
  return rows[0] ?? null;
}

export interface AnswerRecord {
  readonly id: Id<'FollowUpAnswer'>;
  readonly followUpId: FollowUpId;
  readonly outcomeId: OutcomeId;
  readonly number: number;
  readonly answer: FollowUpAnswer;
  readonly amount: Amount | null;
  readonly qualifier: Qualifier;
  readonly differs: readonly Difference[];
  readonly anyway: Anyway | null;
  readonly note: string | null;
  readonly saidFor: string;
  readonly saidBy: string | null;
  readonly language: Language;
  readonly documentId: Id<'Document'> | null;
  readonly answeredAt: Date;
}

type AnswerRow = Omit<AnswerRecord, 'amount'> & { readonly amount: string | null; readonly currency: string | null };

/** Answers to these follow-ups, as far as the actor may read them, in the order in which they came. */
export async function answersTo(tx: Tx, ids: readonly FollowUpId[]): Promise<readonly AnswerRecord[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<AnswerRow>`
    select id, follow_up_id as "followUpId", outcome_id as "outcomeId", number, answer, amount::text as amount, currency, qualifier, differs, anyway, note,
      said_for as "saidFor", said_by as "saidBy", language, document_id as "documentId", answered_at as "answeredAt"
    from outcomes.follow_up_answer where follow_up_id = any (${[...ids]}::uuid[]) order by follow_up_id, number`.execute(tx);
  return rows.map(({ amount, currency, ...answer }) => ({
    ...answer,
    amount: amount === null || currency === null ? null : { value: plainDecimal(amount), currency },
  }));
}

/** Whether an answer was recorded that was sent as this. */
export async function isSent(tx: Tx, id: FollowUpId, sending: string): Promise<boolean> {
  const row = await tx
    .selectFrom('outcomes.follow_up_answer')
    .select('id')
    .where('follow_up_id', '=', id)
    .where('sending', '=', sending as Id<'Sending'>)
    .executeTakeFirst();
  return row !== undefined;
}

export async function followUpsOf(tx: Tx, outcomeId: OutcomeId): Promise<readonly FollowUpRecord[]> {
  const { rows } =
    await sql<FollowUpRecord>`select ${record} from outcomes.follow_up f where f.outcome_id = ${outcomeId} order by f.months`.execute(tx);
  return rows;
}

export async function insertAnswer(
  tx: Tx,
  asked: FollowUpRecord,
  sending: string | null,
  { amount, ...answer }: AnswerRecord,
): Promise<void> {
  await insertRows(tx, 'outcomes.follow_up_answer', [
    {
      id: answer.id,
      follow_up_id: asked.id,
      outcome_id: asked.outcomeId,
      number: answer.number,
      sending,
      owner_office: asked.ownerOffice,
      visibility: asked.throughOffice === null || asked.route === 'company' ? 'private' : 'shared',
      shared_with: asked.throughOffice === null || asked.route === 'company' ? [] : [asked.throughOffice],
      answer: answer.answer,
      amount: amount?.value ?? null,
      currency: amount?.currency ?? null,
      qualifier: amount === null ? 'exact' : answer.qualifier,
      differs: [...answer.differs],
      anyway: answer.anyway,
      note: answer.note,
      said_for: answer.saidFor,
      said_by: answer.saidBy,
      language: answer.language,
      document_id: answer.documentId,
      answered_at: answer.answeredAt.toISOString(),
    },
  ]);
}

/** Answers by the links of letters to the actor's own address. */
export async function loadOwnAnswers({ tx }: { readonly tx: Tx }): Promise<Record<string, unknown>[]> {
  const { rows } = await sql<{ answers: Record<string, unknown>[] }>`select outcomes.own_follow_ups() as answers`.execute(tx);
  return rows[0]?.answers ?? [];
}

export const forgetOwnAnswers = async ({ tx }: { readonly tx: Tx }): Promise<void> =>
  void (await sql`select outcomes.forget_own_follow_ups()`.execute(tx));

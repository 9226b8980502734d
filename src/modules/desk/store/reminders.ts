// SQL of calendar addresses, weekly mails and an office's rules for them; the token of an address is never stored, only its hash.
import { sql } from 'kysely';
import { holds } from '#kernel/actor.ts';
import type { AccountId, Id, OfficeId } from '#kernel/ids.ts';
import { columns, valuesOf } from '#platform/postgres/columns.ts';
import type { Tx } from '#platform/postgres/database.ts';
import { bindOffices, underRightsOf, type Work } from '#platform/work.ts';
import type { OfficeReading, DeskScope } from '../domain/scope.ts';

export type CalendarId = Id<'Calendar'>;

export interface CalendarRow {
  readonly id: CalendarId;
  /** null: the office's. */
  readonly account: AccountId | null;
  readonly createdAt: Date;
}

/** An address that shows what its office sees is the office's, whoever made it; it ends with the maker's membership all the same. */
const isOffice = sql<boolean>`(account is null or shared_with <> '{}')`;
const whose = sql<AccountId | null>`case when ${isOffice} then null else account end`;

/** Addresses of the office that still open: its own and those of the account, newest first. */
export async function listCalendarRows(tx: Tx, office: OfficeId, account: AccountId | null): Promise<readonly CalendarRow[]> {
  const { rows } = await sql<CalendarRow>`
    select id, ${whose} as account, created_at as "createdAt" from desk.calendar
    where owner_office = ${office} and revoked_at is null and (${isOffice} or account = ${account})
    order by id desc limit 100`.execute(tx);
  return rows;
}

export async function insertCalendar(
  tx: Tx,
  scope: DeskScope,
  calendar: {
    readonly id: CalendarId;
    readonly maker: AccountId;
    readonly ofOffice: boolean;
    readonly tokenHash: string;
    readonly now: Date;
  },
): Promise<void> {
  await tx
    .insertInto('desk.calendar')
    .values({
      id: calendar.id,
      owner_office: scope.office,
      account: calendar.maker,
      shared_with: calendar.ofOffice ? [scope.office] : [],
      token_hash: calendar.tokenHash,
      created_at: calendar.now.toISOString(),
    })
    .execute();
}

/** Whose an address is; null where the actor sees none. */
export async function findCalendar(
  tx: Tx,
  id: CalendarId,
): Promise<{ readonly office: OfficeId; readonly account: AccountId | null } | null> {
  const row = await tx
    .selectFrom('desk.calendar')
    .select(['owner_office as office', whose.as('account')])
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
  return row ?? null;
}

/** False where it is revoked already. */
export async function revokeCalendarRow(tx: Tx, scope: DeskScope, id: CalendarId, now: Date): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('desk.calendar')
    .set({ revoked_at: now.toISOString() })
    .where('id', '=', id)
    .where('owner_office', '=', scope.office)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

export interface OpenedCalendar {
  readonly office: OfficeId;
  readonly account: AccountId | null;
}

/** Whose deadlines the token opens; null when it is unknown or revoked. */
export async function openCalendar(tx: Tx, tokenHash: string): Promise<OpenedCalendar | null> {
  const { rows } = await sql<OpenedCalendar>`select office, account from desk.open_calendar(${tokenHash})`.execute(tx);
  return rows[0] ?? null;
}

/** Runs `use` as a reader of the one office and of nothing else but what is public. */
export async function readingFor<T>(work: Work, { office }: OfficeReading, use: (work: Work) => Promise<T>): Promise<T> {
  await bindOffices(work, [office], []);
  return use(underRightsOf(work, { ...work.actor, memberships: [{ office, role: 'viewer' }] }));
}

export interface RuleRow {
  readonly timeZone: string;
  readonly quietMonths: number | null;
}

const ruleColumns = columns('time_zone, quiet_months');

export async function findRule(tx: Tx, office: OfficeId): Promise<RuleRow | null> {
  return (await tx.selectFrom('desk.reminder_rule').select(ruleColumns).where('owner_office', '=', office).executeTakeFirst()) ?? null;
}

export async function saveRule(tx: Tx, scope: DeskScope, rule: RuleRow): Promise<void> {
  const values = valuesOf(ruleColumns, rule);
  await tx
    .insertInto('desk.reminder_rule')
    .values({ owner_office: scope.office, ...values })
    .onConflict((conflict) => conflict.column('owner_office').doUpdateSet(values))
    .execute();
}

/** Whether the account has the weekly mail of the office. */
export async function hasWeeklyMail(tx: Tx, office: OfficeId, account: AccountId): Promise<boolean> {
  const row = await tx
    .selectFrom('desk.weekly_mail')
    .select('id')
    .where('owner_office', '=', office)
    .where('account', '=', account)
    .where('switched_off_at', 'is', null)
    .executeTakeFirst();
  return row !== undefined;
}

/** Switches the weekly mail of an account on, with a new token to switch it off by. */
export async function switchOn(
  tx: Tx,
  scope: DeskScope,
  mail: { readonly id: Id<'WeeklyMail'>; readonly account: AccountId; readonly offToken: string },
): Promise<void> {
  const values = { off_token: mail.offToken, switched_off_at: null };
  await tx
    .insertInto('desk.weekly_mail')
    .values({ id: mail.id, owner_office: scope.office, account: mail.account, ...values })
    .onConflict((conflict) => conflict.columns(['owner_office', 'account']).doUpdateSet(values))
    .execute();
}

export async function switchOff(tx: Tx, scope: DeskScope, account: AccountId, now: Date): Promise<void> {
  await tx
    .updateTable('desk.weekly_mail')
    .set({ switched_off_at: now.toISOString() })
    .where('owner_office', '=', scope.office)
    .where('account', '=', account)
    .execute();
}

export interface DueMail {
  readonly id: Id<'WeeklyMail'>;
  readonly office: OfficeId;
  readonly account: AccountId;
  /** The Monday, as the office's calendar has it. */
  readonly day: string;
}

export async function dueMails(tx: Tx, now: Date): Promise<readonly DueMail[]> {
  const { rows } = await sql<DueMail>`select id, office, account, day::text as day from desk.due_weekly_mails(${now})`.execute(tx);
  return rows;
}

/** Takes a mail for its day; null where another one has, or it was switched off. Answers the token to switch it off by. */
export async function takeMail(tx: Tx, { id, day }: DueMail): Promise<string | null> {
  const { rows } = await sql<{ token: string }>`select off_token as token from desk.take_weekly_mail(${id}, ${day}::date)`.execute(tx);
  return rows[0]?.token ?? null;
}

/** Switches off the mail that a token belongs to; answers whose it was, null where it belongs to none. */
export async function switchOffBy(work: Work, token: string): Promise<{ readonly id: Id<'WeeklyMail'>; readonly office: OfficeId } | null> {
  const { rows } = await sql<{ id: Id<'WeeklyMail'>; office: OfficeId }>`select id, office from desk.find_weekly_mail(${token})`.execute(
    work.tx,
  );
  const [mail] = rows;
  if (mail === undefined) return null;
  if (!holds(work.actor, mail.office, 'editor')) await bindOffices(work, [mail.office], [mail.office]);
  await work.tx.updateTable('desk.weekly_mail').set({ switched_off_at: work.now.toISOString() }).where('id', '=', mail.id).execute();
  return mail;
}

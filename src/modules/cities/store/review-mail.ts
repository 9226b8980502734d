// SQL of who has mail when a text waits for a second reader. A row is made with the first mail, or by whoever switches it off before.
import { sql } from 'kysely';
import { holds } from '#kernel/actor.ts';
import type { AccountId, Id, OfficeId } from '#kernel/ids.ts';
import type { Tx } from '#platform/postgres/database.ts';
import { insertRows } from '#platform/postgres/insert-rows.ts';
import { bindOffices, type Work } from '#platform/work.ts';
import type { OfficeScope } from '../domain/scope.ts';

export interface NewReviewMail {
  readonly id: Id<'ReviewMail'>;
  readonly account: AccountId;
  readonly offToken: string;
}

/** Whether the account has the mail; whoever has never said anything has. */
export async function hasReviewMail(tx: Tx, office: OfficeId, account: AccountId): Promise<boolean> {
  const row = await tx
    .selectFrom('cities.review_mail')
    .select('id')
    .where('owner_office', '=', office)
    .where('account', '=', account)
    .where('switched_off_at', 'is not', null)
    .executeTakeFirst();
  return row === undefined;
}

export async function switchReviewMail(tx: Tx, { office }: OfficeScope, mail: NewReviewMail, offAt: Date | null): Promise<void> {
  const switched_off_at = offAt?.toISOString() ?? null;
  await tx
    .insertInto('cities.review_mail')
    .values({ id: mail.id, owner_office: office, account: mail.account, off_token: mail.offToken, switched_off_at })
    .onConflict((conflict) => conflict.columns(['owner_office', 'account']).doUpdateSet({ switched_off_at }))
    .execute();
}

/** The tokens of those who have the mail, by account; new ones for whoever had none yet. */
export async function offTokensOf(tx: Tx, office: OfficeId, mails: readonly NewReviewMail[]): Promise<ReadonlyMap<AccountId, string>> {
  if (mails.length === 0) return new Map();
  const entered = mails.map(({ id, account, offToken }) => ({ id, owner_office: office, account, off_token: offToken }));
  await insertRows(tx, 'cities.review_mail', entered, sql`on conflict (owner_office, account) do nothing`);
  const rows = await tx
    .selectFrom('cities.review_mail')
    .select(['account', 'off_token'])
    .where('owner_office', '=', office)
    .where(
      'account',
      'in',
      mails.map(({ account }) => account),
    )
    .where('switched_off_at', 'is', null)
    .execute();
  return new Map(rows.map((row) => [row.account, row.off_token]));
}

/** Switches off the mail that a token belongs to; answers whose it was, null where it belongs to none. */
export async function stopReviewMailBy(
  work: Work,
  token: string,
): Promise<{ readonly id: Id<'ReviewMail'>; readonly office: OfficeId } | null> {
  const { rows } = await sql<{ id: Id<'ReviewMail'>; office: OfficeId }>`select id, office from cities.find_review_mail(${token})`.execute(
    work.tx,
  );
  const [mail] = rows;
  if (mail === undefined) return null;
  if (!holds(work.actor, mail.office, 'editor')) await bindOffices(work, [mail.office], [mail.office]);
  await work.tx.updateTable('cities.review_mail').set({ switched_off_at: work.now.toISOString() }).where('id', '=', mail.id).execute();
  return mail;
}

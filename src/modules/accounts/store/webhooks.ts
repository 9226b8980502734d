// SQL of webhooks and of what is posted to them.
import { sql } from 'kysely';
import type { Id, OfficeId } from '#kernel/ids.ts';
import type { Database, Tx } from '#platform/postgres/database.ts';
import type { Work } from '#platform/work.ts';
import type { Delivery, DeliveredEvent, Subjects, WebhookEvent } from '../domain/webhooks.ts';
import type { GovernedOffice } from '../policy.ts';

export type WebhookId = Id<'Webhook'>;
export type DeliveryId = Id<'WebhookDelivery'>;

declare module '#platform/postgres/schema.ts' {
  interface Shapes {
    'accounts.webhook_delivery.subjects': Subjects;
  }
}

export interface WebhookRow {
  readonly id: WebhookId;
  readonly address: string;
  readonly events: readonly string[];
  readonly secretNumber: number;
  readonly renewedAt: Date | null;
  readonly createdAt: Date;
  readonly createdBy: string | null;
  readonly failingSince: Date | null;
  readonly stoppedAt: Date | null;
  readonly waiting: number;
}

const webhooks = (work: Work, office: GovernedOffice) =>
  work.tx
    .selectFrom('accounts.webhook as w')
    .leftJoin('accounts.account as by', 'by.id', 'w.created_by')
    .select(['w.id', 'w.address', 'w.events', 'w.secret_number as secretNumber', 'w.renewed_at as renewedAt', 'w.created_at as createdAt'])
    .select(['by.name as createdBy', 'w.failing_since as failingSince', 'w.stopped_at as stoppedAt'])
    .select(
      sql<number>`(select count(*)::int from accounts.webhook_delivery d
        where d.webhook_id = w.id and d.delivered_at is null and d.given_up_at is null)`.as('waiting'),
    )
    .where('w.owner_office', '=', office)
    .where('w.removed_at', 'is', null);

export async function listWebhookRows(work: Work, office: GovernedOffice): Promise<readonly WebhookRow[]> {
  return webhooks(work, office).orderBy('w.created_at').orderBy('w.id').execute();
}

export async function loadWebhook(work: Work, office: GovernedOffice, id: WebhookId): Promise<WebhookRow | null> {
  return (await webhooks(work, office).where('w.id', '=', id).executeTakeFirst()) ?? null;
}

export async function insertWebhook(
  work: Work,
  office: GovernedOffice,
  webhook: { readonly id: WebhookId; readonly address: string; readonly events: readonly WebhookEvent[] },
): Promise<void> {
  const { account } = work.actor;
  if (account === null) throw new Error('nobody adds a webhook');
  await work.tx
    .insertInto('accounts.webhook')
    .values({ ...webhook, events: [...webhook.events], owner_office: office, created_by: account, created_at: work.now.toISOString() })
    .execute();
}

type Change = Partial<{
  readonly secret_number: number;
  readonly renewed_at: string;
  readonly failing_since: null;
  readonly stopped_at: null;
  readonly removed_at: string;
  readonly removed_by: Work['actor']['account'];
}>;

export async function changeWebhook(work: Work, office: GovernedOffice, id: WebhookId, change: Change): Promise<void> {
  await work.tx
    .updateTable('accounts.webhook')
    .set(change)
    .where('owner_office', '=', office)
    .where('id', '=', id)
    .where('removed_at', 'is', null)
    .execute();
}

/** What has waited is tried at once. */
export async function hurryDeliveries(work: Work, office: GovernedOffice, id: WebhookId): Promise<void> {
  await work.tx
    .updateTable('accounts.webhook_delivery')
    .set({ next_try_at: work.now.toISOString() })
    .where('owner_office', '=', office)
    .where('webhook_id', '=', id)
    .where('delivered_at', 'is', null)
    .where('given_up_at', 'is', null)
    .execute();
}

export interface DeliveryRow {
  readonly id: DeliveryId;
  readonly event: DeliveredEvent;
  readonly happenedAt: Date;
  readonly attempts: number;
  readonly nextTryAt: Date;
  readonly triedAt: Date | null;
  readonly status: number | null;
  readonly fault: string | null;
  readonly deliveredAt: Date | null;
  readonly givenUpAt: Date | null;
}

const deliveries = (work: Work, office: GovernedOffice, webhook: WebhookId) =>
  work.tx
    .selectFrom('accounts.webhook_delivery as d')
    .select(['d.id', 'd.event', 'd.happened_at as happenedAt', 'd.attempts', 'd.next_try_at as nextTryAt', 'd.tried_at as triedAt'])
    .select(['d.status', 'd.fault', 'd.delivered_at as deliveredAt', 'd.given_up_at as givenUpAt'])
    .where('d.owner_office', '=', office)
    .where('d.webhook_id', '=', webhook);

/** Newest first, `limit` + 1 rows; `before` is the last id seen. */
export async function listDeliveryRows(
  work: Work,
  office: GovernedOffice,
  asked: { readonly webhook: WebhookId; readonly limit: number; readonly before: DeliveryId | null },
): Promise<readonly DeliveryRow[]> {
  const { webhook, limit, before } = asked;
  return deliveries(work, office, webhook)
    .$if(before !== null, (q) => q.where('d.id', '<', before))
    .orderBy('d.id', 'desc')
    .limit(limit + 1)
    .execute();
}

export async function loadDelivery(
  work: Work,
  office: GovernedOffice,
  { webhook, delivery }: { readonly webhook: WebhookId; readonly delivery: DeliveryId },
): Promise<DeliveryRow | null> {
  return (await deliveries(work, office, webhook).where('d.id', '=', delivery).executeTakeFirst()) ?? null;
}

export async function insertTest(
  work: Work,
  office: GovernedOffice,
  { id, webhook }: { readonly id: DeliveryId; readonly webhook: WebhookId },
): Promise<void> {
  const row = { id, webhook_id: webhook, owner_office: office, event: 'test', subjects: JSON.stringify({ officeId: office }) } as const;
  await work.tx
    .insertInto('accounts.webhook_delivery')
    .values({ ...row, happened_at: work.now.toISOString() })
    .execute();
}

/** Has a delivery made once more, from its first try on. */
export async function renewDelivery(work: Work, office: GovernedOffice, delivery: DeliveryId): Promise<void> {
  await sql`update accounts.webhook_delivery set attempts = 0, next_try_at = ${work.now.toISOString()}, given_up_at = null, delivered_at = null
    where owner_office = ${office} and id = ${delivery}`.execute(work.tx);
}

/** Adds a delivery for each webhook of the offices that waits for the event; answers how many do. */
export async function announceTo(
  work: Work,
  { event, offices, subjects }: { readonly event: WebhookEvent; readonly offices: readonly OfficeId[]; readonly subjects: Subjects },
): Promise<number> {
  const { rows } = await sql<{
    waiting: number;
  }>`select accounts.announce(${event}, ${[...offices]}::uuid[], ${JSON.stringify(subjects)}::jsonb,
    ${work.now.toISOString()}) as waiting`.execute(work.tx);
  return rows[0]?.waiting ?? 0;
}

/** A delivery that a worker has taken. */
export interface Claimed extends Delivery {
  readonly id: DeliveryId;
  readonly attempts: number;
  readonly webhookId: WebhookId;
  readonly address: string;
  readonly secretNumber: number;
  readonly renewedAt: Date | null;
}

const asDeliverer = <T>(database: Database, use: (tx: Tx) => Promise<T>): Promise<T> =>
  database.app.transaction().execute(async (tx) => {
    await sql`select set_config('hansa.delivers', 'on', true)`.execute(tx);
    return use(tx);
  });

export const claimDelivery = (database: Database): Promise<Claimed | null> =>
  asDeliverer(database, async (tx) => {
    const { rows } =
      await sql<Claimed>`select id, event, subjects, happened_at as "happenedAt", attempts, webhook_id as "webhookId", address,
      secret_number as "secretNumber", renewed_at as "renewedAt" from accounts.claim_delivery()`.execute(tx);
    return rows[0] ?? null;
  });

/** Notes what came of a try; answers the office whose webhook was stopped by it, or null. */
export const recordDelivery = (
  database: Database,
  { id, status, fault }: { readonly id: DeliveryId; readonly status: number | null; readonly fault: string | null },
): Promise<OfficeId | null> =>
  asDeliverer(database, async (tx) => {
    const { rows } = await sql<{ office: OfficeId | null }>`select accounts.record_delivery(${id}, ${status}, ${fault}) as office`.execute(
      tx,
    );
    return rows[0]?.office ?? null;
  });

export const sweepDeliveries = async (database: Database): Promise<void> =>
  void (await sql`select accounts.sweep_deliveries()`.execute(database.app));

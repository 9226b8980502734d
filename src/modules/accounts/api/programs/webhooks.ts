// Webhooks of an office: its owners add them, try them out, renew their secrets, see what was sent, and remove them.
import type { OfficeId } from '#kernel/ids.ts';
import { byId, cutPage, readCursor } from '#kernel/pages.ts';
import { notFound, ok, refuse, refuseInput, type Result } from '#kernel/result.ts';
import { whyNotPublic } from '#platform/http/fetch-public.ts';
import type { Work } from '#platform/work.ts';
import { deliveryFaults, MOST_WEBHOOKS, webhookEvents, type WebhookEvent } from '../../domain/webhooks.ts';
import { governedOffice, type GovernedOffice } from '../../policy.ts';
import {
  changeWebhook,
  hurryDeliveries,
  insertTest,
  insertWebhook,
  listDeliveryRows,
  listWebhookRows,
  loadDelivery,
  loadWebhook,
  renewDelivery,
  type DeliveryId,
  type DeliveryRow,
  type WebhookId,
  type WebhookRow,
} from '../../store/webhooks.ts';
import { audit } from '../record-audit.ts';
import { deliverJobName } from './announce.ts';
import { webhookSecret } from './webhook-secret.ts';

interface OfWebhook {
  readonly officeId: OfficeId;
  readonly webhookId: WebhookId;
}

const shown = ({ events, createdAt, failingSince, stoppedAt, secretNumber: _, renewedAt: __, ...row }: WebhookRow) => ({
  ...row,
  events: webhookEvents.filter((event) => events.includes(event)),
  state: stoppedAt !== null ? ('stopped' as const) : failingSince !== null ? ('fails' as const) : ('works' as const),
  createdAt: createdAt.toISOString(),
  failingSince: failingSince?.toISOString() ?? null,
  stoppedAt: stoppedAt?.toISOString() ?? null,
});

export type Webhook = ReturnType<typeof shown>;

const shownDelivery = ({ happenedAt, nextTryAt, triedAt, deliveredAt, givenUpAt, ...row }: DeliveryRow) => ({
  ...row,
  fault: deliveryFaults.find((code) => code === row.fault) ?? null,
  state: deliveredAt !== null ? ('delivered' as const) : givenUpAt !== null ? ('given_up' as const) : ('waits' as const),
  happenedAt: happenedAt.toISOString(),
  triedAt: triedAt?.toISOString() ?? null,
  nextTryAt: deliveredAt === null && givenUpAt === null ? nextTryAt.toISOString() : null,
});

type ShownDelivery = ReturnType<typeof shownDelivery>;

interface Governed {
  readonly office: GovernedOffice;
  readonly row: WebhookRow;
}

async function openWebhook(work: Work, { officeId, webhookId }: OfWebhook): Promise<Result<Governed>> {
  const office = governedOffice(work.actor, officeId);
  if (!office.ok) return office;
  const row = await loadWebhook(work, office.value, webhookId);
  return row === null ? notFound('accounts.webhook_unknown') : ok({ office: office.value, row });
}

const logged = (work: Work, useCase: string, { office, row }: Governed, fields: readonly string[]): Promise<void> =>
  audit(work, { useCase, office, subjects: [row.id], fields });

/** The webhooks of an office, oldest first. Owners only. */
export async function listWebhooks(
  work: Work,
  { officeId }: { readonly officeId: OfficeId },
): Promise<Result<{ readonly entries: readonly Webhook[] }>> {
  const office = governedOffice(work.actor, officeId);
  return office.ok ? ok({ entries: (await listWebhookRows(work, office.value)).map(shown) }) : office;
}

async function reload(work: Work, { office, row }: Governed): Promise<Webhook> {
  const now = await loadWebhook(work, office, row.id);
  if (now === null) throw new Error('a webhook vanished');
  return shown(now);
}

/** Adds a webhook; the secret that signs is answered this once. Refuses an address that is not a public one by https. */
export async function createWebhook(
  work: Work,
  input: { readonly officeId: OfficeId; readonly address: string; readonly events: readonly WebhookEvent[] },
  serverSecret: string,
): Promise<Result<Webhook & { readonly secret: string }>> {
  const office = governedOffice(work.actor, input.officeId);
  if (!office.ok) return office;
  const why = whyNotPublic(new URL(input.address));
  if (why !== null) return refuseInput([{ path: ['address'], code: why }]);
  const before = await listWebhookRows(work, office.value);
  if (before.some(({ address }) => address === input.address))
    return refuseInput([{ path: ['address'], code: 'accounts.webhook_already' }]);
  if (before.length >= MOST_WEBHOOKS)
    return refuse({ kind: 'conflict', code: 'accounts.too_many_webhooks', params: { max: MOST_WEBHOOKS } });
  const id = work.newId<'Webhook'>();
  await insertWebhook(work, office.value, { id, address: input.address, events: input.events });
  await audit(work, { useCase: 'create-webhook', office: office.value, subjects: [id], fields: ['address', 'events'] });
  const row = await loadWebhook(work, office.value, id);
  if (row === null) throw new Error('a webhook vanished as it was made');
  return ok({ ...shown(row), secret: webhookSecret(serverSecret, id, row.secretNumber) });
}

/** Gives a webhook a new secret, answered this once; the one before signs beside it for a day. */
export async function renewWebhookSecret(
  work: Work,
  input: OfWebhook,
  serverSecret: string,
): Promise<Result<Webhook & { readonly secret: string }>> {
  const opened = await openWebhook(work, input);
  if (!opened.ok) return opened;
  const { office, row } = opened.value;
  const number = row.secretNumber + 1;
  await changeWebhook(work, office, row.id, { secret_number: number, renewed_at: work.now.toISOString() });
  await logged(work, 'renew-webhook-secret', opened.value, ['token']);
  return ok({ ...shown(row), secret: webhookSecret(serverSecret, row.id, number) });
}

/** Has a stopped webhook tried again; what waits is sent at once. */
export async function restartWebhook(work: Work, input: OfWebhook): Promise<Result<Webhook>> {
  const opened = await openWebhook(work, input);
  if (!opened.ok) return opened;
  const { office, row } = opened.value;
  await changeWebhook(work, office, row.id, { stopped_at: null, failing_since: null });
  await hurryDeliveries(work, office, row.id);
  await work.enqueue(deliverJobName, {});
  await logged(work, 'restart-webhook', opened.value, ['state']);
  return ok(await reload(work, opened.value));
}

/** Removes a webhook: nothing is sent to it any more. */
export async function removeWebhook(work: Work, input: OfWebhook): Promise<Result<{ readonly webhookId: WebhookId }>> {
  const opened = await openWebhook(work, input);
  if (!opened.ok) return opened;
  const { office, row } = opened.value;
  await changeWebhook(work, office, row.id, { removed_at: work.now.toISOString(), removed_by: work.actor.account });
  await logged(work, 'remove-webhook', opened.value, ['address']);
  return ok({ webhookId: row.id });
}

/** Sends a test to a webhook, as soon as may be. */
export async function tryWebhook(work: Work, input: OfWebhook): Promise<Result<ShownDelivery>> {
  const opened = await openWebhook(work, input);
  if (!opened.ok) return opened;
  const { office, row } = opened.value;
  if (row.stoppedAt !== null) return refuse({ kind: 'conflict', code: 'accounts.webhook_stopped' });
  const id = work.newId<'WebhookDelivery'>();
  await insertTest(work, office, { id, webhook: row.id });
  await logged(work, 'try-webhook', opened.value, ['events']);
  return sent(work, opened.value, id);
}

/** What was sent to a webhook in the last thirty days, or waits, newest first. */
export async function listDeliveries(
  work: Work,
  input: OfWebhook & { readonly limit: number; readonly cursor?: string | undefined },
): Promise<Result<{ readonly entries: readonly ShownDelivery[]; readonly nextCursor: string | null }>> {
  const opened = await openWebhook(work, input);
  if (!opened.ok) return opened;
  const before = readCursor<'WebhookDelivery'>(input.cursor);
  if (!before.ok) return before;
  const { office, row } = opened.value;
  const rows = await listDeliveryRows(work, office, { webhook: row.id, limit: input.limit, before: before.value });
  const { entries, nextCursor } = cutPage(rows, input.limit, byId);
  return ok({ entries: entries.map(shownDelivery), nextCursor });
}

/** Sends a delivery once more under its id, whatever came of it before. */
export async function sendAgain(work: Work, input: OfWebhook & { readonly deliveryId: DeliveryId }): Promise<Result<ShownDelivery>> {
  const opened = await openWebhook(work, input);
  if (!opened.ok) return opened;
  const { office, row } = opened.value;
  if (row.stoppedAt !== null) return refuse({ kind: 'conflict', code: 'accounts.webhook_stopped' });
  if ((await loadDelivery(work, office, { webhook: row.id, delivery: input.deliveryId })) === null)
    return notFound('accounts.delivery_unknown');
  await renewDelivery(work, office, input.deliveryId);
  await audit(work, { useCase: 'send-webhook-again', office, subjects: [row.id, input.deliveryId], fields: ['events'] });
  return sent(work, opened.value, input.deliveryId);
}

async function sent(work: Work, { office, row }: Governed, delivery: DeliveryId): Promise<Result<ShownDelivery>> {
  await work.enqueue(deliverJobName, {});
  const now = await loadDelivery(work, office, { webhook: row.id, delivery });
  if (now === null) throw new Error('a delivery vanished');
  return ok(shownDelivery(now));
}

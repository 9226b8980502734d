// The API of an office's webhooks and of what was posted to them; owners only, and people only.
import { z } from 'zod';
import { id, officeId, page, pageQuery, personal } from '#kernel/procedure.ts';
import { deliveredEvents, deliveryFaults, webhookEvents } from '../domain/webhooks.ts';

const tags = ['accounts'];
const webhookId = id.brand<'Webhook'>();
const ofOffice = z.object({ officeId });
const ofWebhook = ofOffice.extend({ webhookId });
const ofDelivery = ofWebhook.extend({ deliveryId: id.brand<'WebhookDelivery'>() });

const webhook = z.object({
  id: webhookId,
  address: z.string(),
  events: z.array(z.enum(webhookEvents)),
  state: z.enum(['works', 'fails', 'stopped']),
  createdAt: z.iso.datetime(),
  /** Null where they are no member any more. */
  createdBy: z.string().nullable(),
  /** Since when nothing has come through. */
  failingSince: z.iso.datetime().nullable(),
  /** Since when nothing is tried any more. */
  stoppedAt: z.iso.datetime().nullable(),
  /** Deliveries that have not arrived yet. */
  waiting: z.number().int(),
});

const delivery = z.object({
  id,
  event: z.enum(deliveredEvents),
  state: z.enum(['waits', 'delivered', 'given_up']),
  happenedAt: z.iso.datetime(),
  attempts: z.number().int(),
  triedAt: z.iso.datetime().nullable(),
  /** Null where it is not tried again. */
  nextTryAt: z.iso.datetime().nullable(),
  /** What was answered last; null where nothing was. */
  status: z.number().int().nullable(),
  /** Why nothing was answered. */
  fault: z.enum(deliveryFaults).nullable(),
});

const withSecret = { access: 'signed-in', personal: true, secret: true } as const;

export const webhooks = {
  listWebhooks: personal
    .route({ method: 'GET', path: '/offices/{officeId}/webhooks', tags, summary: 'Webhooks of an office; owners only' })
    .input(ofOffice)
    .output(z.object({ entries: z.array(webhook) })),
  createWebhook: personal
    .meta(withSecret)
    .route({
      method: 'POST',
      path: '/offices/{officeId}/webhooks',
      tags,
      successStatus: 201,
      summary: 'Add a webhook; the secret that signs is in this answer and nowhere else',
    })
    .input(
      ofOffice.extend({
        address: z.url({ abort: true }).max(2000),
        events: z
          .array(z.enum(webhookEvents))
          .min(1)
          .max(webhookEvents.length)
          .refine((list) => new Set(list).size === list.length, { params: { code: 'accounts.modules_twice' } }),
      }),
    )
    .output(webhook.extend({ secret: z.string() })),
  renewWebhookSecret: personal
    .meta(withSecret)
    .route({
      method: 'POST',
      path: '/offices/{officeId}/webhooks/{webhookId}/secret',
      tags,
      summary: 'Give a webhook a new secret; the old one signs beside it for a day',
    })
    .input(ofWebhook)
    .output(webhook.extend({ secret: z.string() })),
  restartWebhook: personal
    .route({
      method: 'POST',
      path: '/offices/{officeId}/webhooks/{webhookId}/start',
      tags,
      summary: 'Start a webhook again that was stopped; what waits is sent at once',
    })
    .input(ofWebhook)
    .output(webhook),
  removeWebhook: personal
    .route({ method: 'DELETE', path: '/offices/{officeId}/webhooks/{webhookId}', tags, summary: 'Remove a webhook: nothing more is sent' })
    .input(ofWebhook)
    .output(z.object({ webhookId })),
  tryWebhook: personal
    .route({ method: 'POST', path: '/offices/{officeId}/webhooks/{webhookId}/deliveries', tags, summary: 'Send a test to a webhook' })
    .input(ofWebhook)
    .output(delivery),
  listDeliveries: personal
    .route({
      method: 'GET',
      path: '/offices/{officeId}/webhooks/{webhookId}/deliveries',
      tags,
      summary: 'What was sent to a webhook in the last thirty days, newest first',
    })
    .input(ofWebhook.extend(pageQuery.shape))
    .output(page(delivery)),
  sendAgain: personal
    .route({
      method: 'POST',
      path: '/offices/{officeId}/webhooks/{webhookId}/deliveries/{deliveryId}/again',
      tags,
      summary: 'Send a delivery once more, under the same id',
    })
    .input(ofDelivery)
    .output(delivery),
};

// What a webhook waits for, what is posted to it, and how that is signed (Standard Webhooks).

/** What happens that other systems of an office wait for. */
export const webhookEvents = ['schedule.released', 'schedule.changed', 'outcome.confirmed'] as const;
export type WebhookEvent = (typeof webhookEvents)[number];

/** What is posted: those, and what somebody sends to try the address out. */
export const deliveredEvents = [...webhookEvents, 'test'] as const;
export type DeliveredEvent = (typeof deliveredEvents)[number];

/** Why an address answered nothing, as codes of the texts. */
export const deliveryFaults = ['kernel.address_unreachable', 'kernel.address_not_public', 'kernel.address_not_https'] as const;

/** The ids of what it is about, by the names that the API has for them. */
export type Subjects = Readonly<Record<string, string | number>>;

/** Webhooks of one office at most. */
export const MOST_WEBHOOKS = 20;

/** After its renewal a secret is honoured for so long beside the new one, so that nothing is refused meanwhile. */
const OVERLAP_MS = 24 * 3_600_000;

export interface Delivery {
  readonly id: string;
  readonly event: DeliveredEvent;
  readonly subjects: Subjects;
  readonly happenedAt: Date;
}

/** Where more is found, for whoever may read it: an address of the API below the server's own. */
function pathOf({ event, subjects }: Delivery): string | null {
  switch (event) {
    case 'schedule.released':
    case 'schedule.changed':
      return `/api/v1/editions/${subjects['editionId']}/releases`;
    case 'outcome.confirmed':
      return `/api/v1/outcomes/${subjects['outcomeId']}`;
    case 'test':
      return null;
  }
}

/** The body, as JSON: what happened, when, ids, and where to read it. Nothing else leaves: what the ids mean is asked with a key. */
export function bodyOf(delivery: Delivery, origin: string): string {
  const path = pathOf(delivery);
  const { event, happenedAt, subjects } = delivery;
  return JSON.stringify({
    type: event,
    timestamp: happenedAt.toISOString(),
    data: { ...subjects, ...(path === null ? {} : { url: `${origin}${path}` }) },
  });
}

/** Numbers of the secrets that sign now: its own, and the one before as long as it is honoured. */
export const signingNumbers = (
  { secretNumber, renewedAt }: { readonly secretNumber: number; readonly renewedAt: Date | null },
  now: Date,
): readonly number[] =>
  renewedAt !== null && now.getTime() - renewedAt.getTime() < OVERLAP_MS ? [secretNumber, secretNumber - 1] : [secretNumber];

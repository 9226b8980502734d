import type { DeliveredEvent } from '../domain/webhooks.ts';

/** What each event is called, as keys of the texts. */
export const eventTexts = {
  'schedule.released': 'accounts.event_released',
  'schedule.changed': 'accounts.event_changed',
  'outcome.confirmed': 'accounts.event_confirmed',
  test: 'accounts.event_test',
} as const satisfies Readonly<Record<DeliveredEvent, string>>;

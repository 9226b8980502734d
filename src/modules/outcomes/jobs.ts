// Background work of outcomes: what has come due to be asked for is put before its office.
import type { Job } from '#platform/jobs/jobs.ts';
import { planFollowUpsOf } from './api/follow-up/plan.ts';

export const outcomesJobs: readonly Job[] = [
  {
    name: 'plan-follow-ups',
    expireSeconds: 900,
    // The next day looks again.
    retries: 0,
    cron: '40 3 * * *',
    run: async (_payload, { database, signal }) => void (await planFollowUpsOf(database, { now: new Date(), signal })),
  },
];

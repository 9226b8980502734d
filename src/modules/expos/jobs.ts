// Background work of expos: registrations that nobody confirmed go, and the people of those that came to nothing.
import { inWork, nobody } from '#platform/work.ts';
import type { Job } from '#platform/jobs/jobs.ts';
import { sweepRegistrations } from './api/registration/sweep.ts';

export const exposJobs: readonly Job[] = [
  {
    name: 'forget-registrations',
    expireSeconds: 120,
    retries: 0,
    cron: '17 * * * *',
    run: async (_payload, { database }) => void (await inWork(database, nobody(), sweepRegistrations)),
  },
];

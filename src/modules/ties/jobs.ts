// Background work of ties: names whose day has come.
import type { Job } from '#platform/jobs/jobs.ts';
import { eraseOverdueHolders } from './api/carriers/change-holders.ts';
import { eraseOverdueTravellers } from './api/visit/change-visit.ts';

export const tiesJobs: readonly Job[] = [
  {
    name: 'erase-overdue-holders',
    expireSeconds: 300,
    retries: 2,
    cron: '23 * * * *',
    run: async (_payload, { database }) => {
      await eraseOverdueHolders(database);
      await eraseOverdueTravellers(database);
    },
  },
];

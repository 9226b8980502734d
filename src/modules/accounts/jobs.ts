// Background work of accounts: sealing the audit log, sweeping what sign-in has left.
import type { Job } from '#platform/jobs/jobs.ts';
import { sealAudit } from './api/seal-audit.ts';
import { sweepSignIn } from './api/sweep-sign-in.ts';

export const accountsJobs: readonly Job[] = [
  {
    name: 'seal-audit',
    expireSeconds: 120,
    retries: 2,
    cron: '* * * * *',
    run: async (_payload, { database, signal }) => void (await sealAudit(database, signal)),
  },
  {
    name: 'sweep-sign-in',
    expireSeconds: 120,
    retries: 0,
    cron: '*/15 * * * *',
    run: (_payload, { database }) => sweepSignIn(database),
  },
];

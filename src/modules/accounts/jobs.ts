// Background work of accounts: sealing the audit log.
import type { Job } from '#platform/jobs/jobs.ts';
import { sealAudit } from './api/seal-audit.ts';

export const accountsJobs: readonly Job[] = [
  {
    name: 'seal-audit',
    expireSeconds: 120,
    retries: 2,
    cron: '* * * * *',
    run: async (_payload, { database, signal }) => void (await sealAudit(database, signal)),
  },
];

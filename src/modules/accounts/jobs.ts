// Background work of accounts: sealing the audit log, sweeping what sign-in and webhooks have left, posting to webhooks.
import type { Job } from '#platform/jobs/jobs.ts';
import { deliverJobName } from './api/programs/announce.ts';
import { deliverWebhooks, forgetDeliveries } from './api/programs/deliver-webhooks.ts';
import { sealAudit } from './api/seal-audit.ts';
import { sweepSignIn } from './api/sweep-sign-in.ts';

/** `secret`: the server's own; null where the jobs are only named. */
export const accountsJobs = ({ origin, secret }: { readonly origin: string; readonly secret: string | null }): readonly Job[] => [
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
    run: async (_payload, { database }) => {
      await sweepSignIn(database);
      await forgetDeliveries(database);
    },
  },
  {
    name: deliverJobName,
    expireSeconds: 120,
    retries: 0,
    cron: '* * * * *',
    run: async (_payload, { database, signal }) => {
      if (secret !== null) await deliverWebhooks(database, { origin, secret, signal });
    },
  },
];

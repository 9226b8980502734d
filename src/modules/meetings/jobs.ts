// Background work of meetings: searching for plans, and picking up searches whose node died.
import type { AccountId } from '#kernel/ids.ts';
import type { Job } from '#platform/jobs/jobs.ts';
import { inWork, nobody } from '#platform/work.ts';
import { ok } from '#kernel/result.ts';
import { runPlan, silentPlans } from './api/run-plan.ts';
import { planJobName } from './api/start-plan.ts';

/** A search says every second that it is alive. */
const silentSeconds = 20;

export const meetingsJobs: readonly Job[] = [
  {
    name: planJobName,
    // The longest search allowed, and time to verify and store it.
    expireSeconds: 3600 + 300,
    // A search that died is handed out by `revive-plans`, which knows whether somebody else has it.
    retries: 0,
    run: async ({ editionId, planId, account, attempt }, { database, logger, signal }) => {
      const job = { editionId: String(editionId), planId: String(planId), account: account as AccountId | null, attempt: Number(attempt) };
      await runPlan(
        { database, signal, now: () => performance.now(), onFault: (fault) => logger.error({ err: fault, planId }, 'planning thread') },
        job,
      );
    },
  },
  {
    name: 'revive-plans',
    expireSeconds: 60,
    retries: 0,
    cron: '* * * * *',
    run: async (_payload, { database }) => {
      const silent = await silentPlans(database, silentSeconds);
      await inWork(database, nobody(), async (work) => {
        for (const { editionId, planId, account, attempt } of silent)
          await work.enqueue(planJobName, { editionId, planId, account, attempt });
        return ok(null);
      });
    },
  },
];

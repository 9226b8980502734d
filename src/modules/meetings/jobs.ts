// Background work of meetings: searching for plans, picking up searches whose node died, and asking live queues in time.
import type { AccountId } from '#kernel/ids.ts';
import type { Job } from '#platform/jobs/jobs.ts';
import { inWork, nobody } from '#platform/work.ts';
import { askQueues } from './api/queue/follow-wishes.ts';
import { reviveSearches, runPlan } from './api/planning/run-plan.ts';
import { planJobName } from './api/planning/start-plan.ts';

/** A search says every second that it is alive. */
const silentSeconds = 20;

export const meetingsJobs: readonly Job[] = [
  {
    name: planJobName,
    // The longest search allowed, and time to verify and store it.
    expireSeconds: 3600 + 300,
    // A search that died is handed out by `revive-plans`, which knows whether another node has it.
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
      await inWork(database, nobody(), (work) => reviveSearches(work, silentSeconds));
    },
  },
  {
    // Minutes are what the queue counts in: nobody is kept free for less.
    name: 'ask-queues',
    expireSeconds: 60,
    retries: 0,
    cron: '* * * * *',
    run: (_payload, { database }) => askQueues(database),
  },
];

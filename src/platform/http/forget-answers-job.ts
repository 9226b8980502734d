// Answers kept for Idempotency-Keys are forgotten after two days.
import type { Job } from '../jobs/jobs.ts';

export const forgetAnswersJob: Job = {
  name: 'forget-answers',
  expireSeconds: 120,
  retries: 0,
  cron: '17 * * * *',
  run: async (_payload, { database }) => {
    // Without a condition it reads no row, so that nobody needs the right to; the policy lets only what is two days old go.
    await database.appPool.query('delete from platform.idempotent_answer');
  },
};

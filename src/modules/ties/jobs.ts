// Background work of ties: the mail on Monday mornings, and names whose day has come.
import type { Job } from '#platform/jobs/jobs.ts';
import { eraseOverdueHolders } from './api/change-holders.ts';
import { sendWeeklyMails, type WriteLetter } from './api/send-weekly-mail.ts';

/** `write` makes the letter. Every hour looks for offices where it is Monday morning. */
export const tiesJobs = (write: WriteLetter): readonly Job[] => [
  {
    name: 'erase-overdue-holders',
    expireSeconds: 300,
    retries: 2,
    cron: '23 * * * *',
    run: async (_payload, { database }) => {
      await eraseOverdueHolders(database);
    },
  },
  {
    name: 'weekly-desk-mail',
    expireSeconds: 900,
    // The next hour looks again.
    retries: 0,
    cron: '7 * * * *',
    run: async (_payload, { database, signal }) => {
      await sendWeeklyMails(database, write, signal);
    },
  },
];

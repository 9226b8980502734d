// Background work of the desk: the mail on Monday mornings.
import type { Job } from '#platform/jobs/jobs.ts';
import { sendWeeklyMails, type WriteLetter } from './api/send-weekly-mail.ts';

/** `write` makes the letter. Every hour looks for offices where it is Monday morning. */
export const deskJobs = (write: WriteLetter): readonly Job[] => [
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

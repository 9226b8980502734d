// Background work of ties: the mail on Monday mornings.
import type { Job } from '#platform/jobs/jobs.ts';
import { sendWeeklyMails } from './api/send-weekly-mail.ts';
import { weeklyLetter } from './print/weekly-letter.ts';

/** `origin` is the address people open. Every hour looks for offices where it is Monday morning. */
export const tiesJobs = (origin: string): readonly Job[] => [
  {
    name: 'weekly-desk-mail',
    expireSeconds: 900,
    // The next hour looks again.
    retries: 0,
    cron: '7 * * * *',
    run: async (_payload, { database, signal }) => {
      await sendWeeklyMails(database, (desk, asked) => weeklyLetter(desk, { ...asked, origin }), signal);
    },
  },
];

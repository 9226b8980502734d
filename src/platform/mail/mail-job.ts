// Delivers waiting mail once a minute; without a mail server mail stays in the outbox.
import type { Job } from '../jobs/jobs.ts';
import { deliverMail } from './outbox.ts';

interface MailConfig {
  readonly smtpUrl: string | null;
  readonly mailFrom: string;
  readonly mailBounces: string | null;
}

/** The job of a server with this mail server, if any. */
export const mailJob = ({ smtpUrl, mailFrom, mailBounces }: MailConfig): Job => ({
  name: 'deliver-mail',
  expireSeconds: 900,
  retries: 0,
  cron: '* * * * *',
  run: async (_payload, { database }) => {
    if (smtpUrl !== null) await deliverMail(database, { smtpUrl, from: mailFrom, bounces: mailBounces });
  },
});

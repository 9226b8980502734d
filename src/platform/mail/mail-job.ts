// Delivers waiting mail once a minute, where SMTP_URL names a mail server; elsewhere mail stays in the outbox.
import type { Job } from '../jobs/jobs.ts';
import { readConfig } from '../config.ts';
import { deliverMail } from './outbox.ts';

export const mailJob: Job = {
  name: 'deliver-mail',
  expireSeconds: 300,
  retries: 0,
  cron: '* * * * *',
  run: async (_payload, { database }) => {
    const { smtpUrl, mailFrom } = readConfig(process.env);
    if (smtpUrl !== null) await deliverMail(database, { smtpUrl, from: mailFrom });
  },
};

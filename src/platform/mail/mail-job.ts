// Delivers waiting letters once a minute, by the channels that this server has; those of others stay in the outbox.
import type { Job } from '../jobs/jobs.ts';
import type { ChannelConfig, Sender } from './channels.ts';
import { deliverLetters, smtpSender } from './outbox.ts';
import { smsSender } from './sms.ts';
import { wecomSender } from './wecom.ts';

export interface LetterConfig extends ChannelConfig {
  readonly smtpUrl: string | null;
  readonly mailFrom: string;
  readonly mailBounces: string | null;
}

/** The ways out of a server. */
const sendersOf = ({ smtpUrl, mailFrom, mailBounces, sms, wecom }: LetterConfig): readonly Sender[] => [
  ...(smtpUrl === null ? [] : [smtpSender({ smtpUrl, from: mailFrom, bounces: mailBounces })]),
  ...(sms === null ? [] : [smsSender(sms)]),
  ...(wecom === null ? [] : [wecomSender(wecom)]),
];

/** The job of a server with these channels, if any. */
export const mailJob = (config: LetterConfig): Job => {
  // Made once, so that a token is asked for as seldom as it may be.
  const senders = sendersOf(config);
  return {
    name: 'deliver-mail',
    expireSeconds: 900,
    retries: 0,
    cron: '* * * * *',
    run: async (_payload, { database }) => {
      if (senders.length > 0) await deliverLetters(database, senders);
    },
  };
};

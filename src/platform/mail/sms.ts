// Text messages through any provider that takes one by a request of HTTP; its form is the operator's to set (docs/operate.md).
import { askProvider, type Answered } from './ask-provider.ts';
import { filled, type Fault, type Outgoing, type Sender, type SmsProvider } from './channels.ts';

/** As it stands inside a string of JSON. */
const inJson = (text: string): string => JSON.stringify(text).slice(1, -1);

/** A number that does not exist would be refused again; what says something of us, or of the moment, would not. */
const REFUSES = new Set([400, 410, 422]);

function faultIn({ status, text }: Answered, { accepted, refused }: SmsProvider): Fault | null {
  const words = `${status} ${text.replaceAll(/\s+/g, ' ').trim()}`.trim();
  if (refused !== null && text.includes(refused)) return { words, forGood: true };
  const isTaken = status >= 200 && status < 300 && (accepted === null || text.includes(accepted));
  return isTaken ? null : { words, forGood: REFUSES.has(status) };
}

export const smsSender = (provider: SmsProvider): Sender => {
  const isJson = provider.body.startsWith('{');
  const headers = {
    'content-type': isJson ? 'application/json' : 'application/x-www-form-urlencoded',
    ...(provider.authorization === null ? {} : { authorization: provider.authorization }),
  };
  const send = async ({ recipient, body: text }: Outgoing): Promise<Fault | null> => {
    const body = filled(provider.body, isJson ? inJson : encodeURIComponent, { to: recipient, text });
    const answer = await askProvider(new URL(provider.url), { method: 'POST', headers, body });
    return 'fault' in answer ? { words: answer.fault, forGood: false } : faultIn(answer, provider);
  };
  return { channel: 'sms', send };
};

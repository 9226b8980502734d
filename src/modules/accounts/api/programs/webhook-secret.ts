// Secrets of webhooks and signatures by them (Standard Webhooks): derived from the server's own secret, so that none is kept.
import { createHmac } from 'node:crypto';

const keyOf = (serverSecret: string, webhook: string, number: number): Buffer =>
  createHmac('sha256', serverSecret).update(`webhook ${webhook} ${number}`).digest();

/** The secret as its holder is told it: `whsec_` and 32 bytes in Base64. */
export const webhookSecret = (serverSecret: string, webhook: string, number: number): string =>
  `whsec_${keyOf(serverSecret, webhook, number).toString('base64')}`;

export interface Signed {
  /** Of the delivery; the same however often it is sent. */
  readonly id: string;
  /** Of this try, in whole seconds since 1970. */
  readonly seconds: number;
  readonly body: string;
}

/** Headers that say whose it is: HMAC-SHA-256 over `id.timestamp.body`, once for each secret that is honoured now. */
export function signatureHeaders(
  serverSecret: string,
  { webhook, numbers }: { readonly webhook: string; readonly numbers: readonly number[] },
  { id, seconds, body }: Signed,
): Readonly<Record<string, string>> {
  const signatures = numbers.map(
    (number) =>
      `v1,${createHmac('sha256', keyOf(serverSecret, webhook, number))
        .update(`${id}.${seconds}.${body}`)
        .digest('base64')}`,
  );
  return { 'webhook-id': id, 'webhook-timestamp': String(seconds), 'webhook-signature': signatures.join(' ') };
}

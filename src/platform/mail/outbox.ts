// Mail leaves through a table: written in the transaction of its cause, delivered afterwards by a worker.
import { sql } from 'kysely';
import { createTransport } from 'nodemailer';
import type { Language } from '#kernel/language.ts';
import type { Database, Tx } from '../postgres/database.ts';
import { newId } from '../work.ts';
import type { Channel, Fault, Outgoing, Sender } from './channels.ts';

export interface Mail {
  readonly recipient: string;
  readonly language: Language;
  readonly subject: string;
  readonly body: string;
  /** How it leaves; by mail unless said otherwise. */
  readonly channel?: Channel;
}

/** Adds mails to the outbox of the running transaction; their ids, in the same order. */
export async function queueMails({ tx }: { readonly tx: Tx }, mails: readonly Mail[]): Promise<readonly string[]> {
  if (mails.length === 0) return [];
  const named = mails.map((mail) => ({ id: newId<'Mail'>(), channel: 'mail' as const, ...mail }));
  const rows = JSON.stringify(named);
  await sql`insert into platform.mail (id, recipient, language, subject, body, channel)
    select * from jsonb_to_recordset(${rows}::jsonb) as m(id uuid, recipient text, language text, subject text, body text, channel text)`.execute(
    tx,
  );
  return named.map(({ id }) => id);
}

/** Adds one mail to the outbox of the running transaction. */
export const queueMail = async (work: { readonly tx: Tx }, mail: Mail): Promise<void> => void (await queueMails(work, [mail]));

const asWorker = <T>(database: Database, use: (tx: Tx) => Promise<T>): Promise<T> =>
  database.app.transaction().execute(async (tx) => {
    await sql`select set_config('hansa.delivers', 'on', true)`.execute(tx);
    return use(tx);
  });

export interface OutboxEntry extends Mail {
  readonly id: string;
  readonly writtenAt: Date;
  readonly sentAt: Date | null;
}

/** The newest mails, for the outbox page of the demo. */
export const readOutbox = (database: Database, limit: number): Promise<readonly OutboxEntry[]> =>
  asWorker(database, async (tx) => {
    const rows = await tx
      .selectFrom('platform.mail')
      .selectAll()
      .orderBy('written_at', 'desc')
      .orderBy('id', 'desc')
      .limit(limit)
      .execute();
    return rows.map((r) => ({
      id: r.id,
      recipient: r.recipient,
      language: r.language as Language,
      subject: r.subject,
      body: r.body,
      channel: r.channel,
      writtenAt: r.written_at,
      sentAt: r.sent_at,
    }));
  });

/** Minutes to wait after each failed try: together about a day, so that a mail server may be away for a night. */
const pauses = [1, 5, 15, 60, 120, 240, 480, 480] as const;

type Claimed = Mail & Outgoing & { readonly channel: Channel };

/** After so many tries a letter is not tried again. */
export const mostTries = pauses.length;

/** Takes the next letter that is due for one of these channels, and counts the try before it is made: a worker that dies has used one up. */
const claim = (database: Database, among: readonly Channel[]): Promise<Claimed | null> =>
  asWorker(database, async (tx) => {
    const { rows } = await sql<Claimed>`
      update platform.mail set attempts = attempts + 1,
        next_try_at = now() + make_interval(mins => (${`{${pauses.join(',')}}`}::int[])[least(attempts, ${pauses.length - 1}) + 1])
      where id = (select id from platform.mail where sent_at is null and refused_at is null and channel = any (${[...among]}::text[]) and next_try_at <= now() and attempts < ${mostTries}
        order by next_try_at, id limit 1 for update skip locked)
      returning id, recipient, language, subject, body, channel`.execute(tx);
    return rows[0] ?? null;
  });

/** A mail server has said so of this address or letter for good by 5xx. */
const faultOf = (reason: unknown): Fault => {
  const code = typeof reason === 'object' && reason !== null && 'responseCode' in reason ? Number(reason.responseCode) : 0;
  return { words: reason instanceof Error ? reason.message : 'an unknown fault', forGood: code >= 500 && code < 600 && !isAboutUs(reason) };
};

/** A server that does not let us in at all says nothing of the one who is written to. */
const isAboutUs = (reason: unknown): boolean =>
  typeof reason === 'object' && reason !== null && 'code' in reason && reason.code === 'EAUTH';

/** What opens something by itself is kept nowhere once it has gone. */
const withoutSecrets = sql<string>`regexp_replace(body, '(hansa_(link|registration|followup)_)[A-Za-z0-9_-]{43}', '\\1…', 'g')`;

const record = (database: Database, id: string, fault: Fault | null): Promise<unknown> =>
  asWorker(database, (tx) =>
    tx
      .updateTable('platform.mail')
      .set(
        fault === null
          ? { sent_at: new Date().toISOString(), last_fault: null, body: withoutSecrets }
          : {
              last_fault: fault.words.slice(0, 500),
              ...(fault.forGood ? { refused_at: new Date().toISOString(), body: withoutSecrets } : {}),
            },
      )
      .where('id', '=', id)
      .execute(),
  );

/** Notes that letters of a world that tells of the past left then; nothing is sent. */
export const sendAsOf = (database: Database, ids: readonly string[], at: Date): Promise<unknown> =>
  asWorker(database, (tx) =>
    tx
      .updateTable('platform.mail')
      .set({ written_at: at.toISOString(), sent_at: at.toISOString(), body: withoutSecrets })
      .where('id', 'in', [...ids])
      .execute(),
  );

/** Which server takes mail, and from whom; `bounces`: where what comes back goes (the envelope's sender), null: to `from` itself. */
export interface Posting {
  readonly smtpUrl: string;
  readonly from: string;
  readonly bounces?: string | null;
}

/** What a mail is called on its way, by which a report of a server names it: as its Message-ID, and as envelope id (RFC 3461). */
export const messageIdOf = (mail: string, from: string): string => `<${mail}@${/@([^\s<>"]+)/.exec(from)?.[1] ?? 'localhost'}>`;

/** Mail over SMTP. */
export function smtpSender({ smtpUrl, from, bounces = null }: Posting): Sender {
  const transport = createTransport({ url: smtpUrl, connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 });
  const send = ({ id, recipient, subject, body }: Outgoing): Promise<Fault | null> => {
    const letter = {
      ...{ from, to: recipient, subject, text: body, messageId: messageIdOf(id, from) },
      ...(bounces === null ? {} : { envelope: { from: bounces, to: recipient } }),
      // Servers that know of it return the heads alone, under our own id (delivery status notification, RFC 3461).
      dsn: { id, return: 'headers' as const, notify: 'failure' as const, recipient },
    };
    return transport.sendMail(letter).then(() => null, faultOf);
  };
  return { channel: 'mail', send };
}

/**
 * Delivers what is due by these ways one by one, each between two short transactions, until none is due or `most` are sent.
 * A letter is sent twice only when the server dies in the moment after it was handed over.
 * @returns how many were sent
 */
export async function deliverLetters(database: Database, senders: readonly Sender[], most = 200): Promise<number> {
  const by = new Map(senders.map((sender) => [sender.channel, sender]));
  let sent = 0;
  for (let tried = 0; tried < most; tried++) {
    const letter = await claim(database, [...by.keys()]);
    const sender = letter === null ? undefined : by.get(letter.channel);
    if (letter === null || sender === undefined) break;
    const fault = await sender.send(letter);
    await record(database, letter.id, fault);
    if (fault === null) sent += 1;
  }
  return sent;
}

/** Notes that a mail that was taken came back all the same; false where there is no such mail, or it was not sent. What it opened is kept no longer. */
export const refuseLater = async (database: Database, mail: string, words: string): Promise<boolean> =>
  asWorker(database, async (tx) => {
    const { numUpdatedRows } = await tx
      .updateTable('platform.mail')
      .set({
        refused_at: sql`coalesce(refused_at, now())`,
        last_fault: sql`case when refused_at is null then ${words.slice(0, 500)} else last_fault end`,
      })
      .where('id', '=', mail)
      .where('sent_at', 'is not', null)
      .executeTakeFirst();
    return numUpdatedRows > 0n;
  });

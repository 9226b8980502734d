// Mail leaves through a table: written in the transaction of its cause, delivered afterwards by a worker.
import { sql } from 'kysely';
import { createTransport } from 'nodemailer';
import type { Language } from '#kernel/language.ts';
import type { Database, Tx } from '../postgres/database.ts';
import { newId } from '../work.ts';

export interface Mail {
  readonly recipient: string;
  readonly language: Language;
  readonly subject: string;
  readonly body: string;
}

/** Adds a mail to the outbox of the running transaction. */
export async function queueMail({ tx }: { readonly tx: Tx }, mail: Mail): Promise<void> {
  await tx
    .insertInto('platform.mail')
    .values({ id: newId<'Mail'>(), ...mail })
    .execute();
}

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
      writtenAt: r.written_at,
      sentAt: r.sent_at,
    }));
  });

/**
 * Delivers waiting mails over SMTP, at most 50 a call and five tries each; a mail is locked while it is sent, so that
 * several workers never send it twice.
 * @returns how many were sent
 */
export async function deliverMail(
  database: Database,
  { smtpUrl, from }: { readonly smtpUrl: string; readonly from: string },
): Promise<number> {
  const transport = createTransport(smtpUrl);
  return asWorker(database, async (tx) => {
    const waiting = await tx
      .selectFrom('platform.mail')
      .selectAll()
      .where('sent_at', 'is', null)
      .where('attempts', '<', 5)
      .orderBy('written_at')
      .limit(50)
      .forUpdate()
      .skipLocked()
      .execute();
    let sent = 0;
    for (const mail of waiting) {
      const fault = await transport.sendMail({ from, to: mail.recipient, subject: mail.subject, text: mail.body }).then(
        () => null,
        (reason: unknown) => String(reason),
      );
      await tx
        .updateTable('platform.mail')
        .set(
          fault === null
            ? { sent_at: new Date().toISOString(), attempts: mail.attempts + 1 }
            : { attempts: mail.attempts + 1, last_fault: fault.slice(0, 500) },
        )
        .where('id', '=', mail.id)
        .execute();
      if (fault === null) sent += 1;
    }
    return sent;
  });
}

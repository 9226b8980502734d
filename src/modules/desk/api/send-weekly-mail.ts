// Writes the weekly mails that are due: each as the person it is for, so that nobody reads in a mail what they may not read here.
import { listRecipients } from '#modules/accounts/api/list-recipients.ts';
import type { Language } from '#kernel/language.ts';
import { ok } from '#kernel/result.ts';
import { queueMail } from '#platform/mail/outbox.ts';
import type { Database } from '#platform/postgres/database.ts';
import { inWork, nobody, type Work } from '#platform/work.ts';
import { dueMails, takeMail, type DueMail } from '../store/reminders.ts';
import { deskDeadlines, type DeskDeadlines } from './desk-deadlines.ts';

interface Letter {
  readonly subject: string;
  readonly body: string;
}

/** Makes the letter of a day, null where there is nothing to tell. */
export type WriteLetter = (
  desk: DeskDeadlines,
  asked: { readonly language: Language; readonly day: string; readonly offToken: string },
) => Letter | null;

/** One mail, taken and written in one transaction; whoever has left the office has none. */
async function writeOne(work: Work, due: DueMail, write: WriteLetter): Promise<number> {
  const desk = await deskDeadlines(work, due.office);
  const offToken = await takeMail(work.tx, due);
  if (!desk.ok || offToken === null) return 0;
  const recipient = (await listRecipients(work, [due.office])).find(({ account }) => account === due.account);
  if (recipient === undefined) return 0;
  const { email, language } = recipient;
  const letter = write(desk.value, { language, day: due.day, offToken });
  if (letter === null) return 0;
  await queueMail(work, { recipient: email, language, ...letter });
  return 1;
}

/**
 * Puts the mails of every office where it is Monday morning into the outbox, each once.
 * @returns how many were written
 */
export async function sendWeeklyMails(database: Database, write: WriteLetter, signal?: AbortSignal): Promise<number> {
  const due = await inWork(database, nobody(), async (work) => ok(await dueMails(work.tx, work.now)));
  let written = 0;
  for (const mail of due.ok ? due.value : []) {
    if (signal?.aborted === true) break;
    const one = await inWork(database, { ...nobody(), account: mail.account }, async (work) => ok(await writeOne(work, mail, write)));
    written += one.ok ? one.value : 0;
  }
  return written;
}

// Writes the weekly mails that are due: each as the person it is for, so that nobody reads in a mail what they may not read here.
import { listRecipients } from '#modules/accounts/api/list-recipients.ts';
import type { Language } from '#kernel/language.ts';
import { ok } from '#kernel/result.ts';
import { queueMail } from '#platform/mail/outbox.ts';
import type { Database } from '#platform/postgres/database.ts';
import { inWork, nobody, type Work } from '#platform/work.ts';
import { dueMails, takeMail, type DueMail } from '../store/reminders.ts';
import type { AnswerEntry } from '../contract/answers.ts';
import { toRemind } from '../domain/answers.ts';
import { countReminders } from '../store/put-off.ts';
import { waitingFor } from './answers/list-answers.ts';
import { deadlinesIn, type DeskDeadlines } from './desk-deadlines.ts';
import { loadOfficeRegister } from './open-desk.ts';

interface Letter {
  readonly subject: string;
  readonly body: string;
}

/** What a letter tells of the office's own: its days, how many wait for its answer, and of which of them the letter reminds. */
export interface WeekTold extends DeskDeadlines {
  readonly waiting: number;
  readonly reminded: readonly AnswerEntry[];
}

/** Makes the letter of a day, null where there is nothing to tell. */
export type WriteLetter = (
  week: WeekTold,
  asked: { readonly language: Language; readonly day: string; readonly offToken: string },
) => Letter | null;

/** One mail, taken and written in one transaction; whoever has left the office has none. */
async function writeOne(work: Work, due: DueMail, write: WriteLetter): Promise<number> {
  const register = await loadOfficeRegister(work, due.office);
  const offToken = await takeMail(work.tx, due);
  if (!register.ok || offToken === null) return 0;
  const recipient = (await listRecipients(work, [due.office])).find(({ account }) => account === due.account);
  if (recipient === undefined) return 0;
  const { email, language } = recipient;
  const { now, reminded: before } = await waitingFor(work, register.value, due.day);
  const reminded = toRemind(now, before, due.day);
  const week = { ...(await deadlinesIn(work, register.value)), waiting: now.length, reminded };
  const letter = write(week, { language, day: due.day, offToken });
  if (letter === null) return 0;
  const subjects = reminded.map(({ key }) => key);
  await countReminders(work.tx, due.office, subjects, due.day);
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

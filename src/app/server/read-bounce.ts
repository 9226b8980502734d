// Reads one message that a mail server hands over, and notes the bounce at the mail that came back.
import type { Config } from '#platform/config.ts';
import { readBounce } from '#platform/mail/bounce.ts';
import { refuseLater } from '#platform/mail/outbox.ts';
import { openDatabase } from '#platform/postgres/database.ts';
import { reachDatabase } from './reach-database.ts';

/** No report of a mail server is larger; what follows is not read. */
export const mostBytes = 2 * 1024 * 1024;

const why = {
  no_report: 'Left: this is no report of a mail server (multipart/report with message/delivery-status).',
  not_failed: 'Left: nothing failed for good; what is delayed is still tried.',
  not_ours: 'Left: the report names no mail of this server.',
} as const;

/** @returns what to tell the operator; never that of a message what it says beyond a mail's id */
export async function readBounceOn(config: Config, message: string, print: (sentence: string) => void): Promise<string> {
  const read = readBounce(message);
  if (read.kind === 'left') return why[read.why];
  const { serverUrl, close } = await reachDatabase(config, print);
  try {
    const database = openDatabase(serverUrl);
    try {
      const noted = await refuseLater(database, read.bounce.mail, read.bounce.words);
      return noted ? `Noted: the mail ${read.bounce.mail} came back.` : why.not_ours;
    } finally {
      await database.close();
    }
  } finally {
    await close();
  }
}

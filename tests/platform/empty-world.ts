// A product as it is first installed: an empty database, a mail server that takes its letters, and a clock that may be behind.
import { mailServer, type MailServer } from '#platform/mail/mail-server-fixture.ts';
import { behind } from './demo-folder.ts';
import { freePort, makeFolder, start, untilRunning, type Started } from './started.ts';

export interface EmptyWorld {
  readonly origin: string;
  /** What the server that was started first has printed so far. */
  readonly printed: () => string;
  /** The letters so far, as they were written. */
  readonly letters: () => readonly Letter[];
  /** Ends the server and starts it with the clock of this machine. */
  readonly comeToday: () => Promise<void>;
  readonly close: () => Promise<void>;
}

export interface Letter {
  readonly to: string;
  readonly body: string;
}

/** The text of a letter as it was sent: lines that were broken are joined, and what was written in hexadecimals is read. */
function letterOf(sent: string): Letter {
  const [head = '', ...rest] = sent.split('\n\n');
  const written = rest.join('\n\n');
  const joined = written.replaceAll('=\n', '');
  const bytes = joined.replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  const isQuoted = /quoted-printable/i.test(head);
  const body = isQuoted
    ? Buffer.from(bytes, 'latin1').toString('utf8')
    : /base64/i.test(head)
      ? Buffer.from(written, 'base64').toString('utf8')
      : written;
  return { to: /^To: (?:.*<)?([^<>\s]+)/m.exec(head)?.[1] ?? '', body };
}

/** Starts the product on a folder of its own, without a demo world; its clock is behind by so many days until `comeToday`. */
export async function serveEmpty({ daysBehind }: { readonly daysBehind: number }): Promise<EmptyWorld> {
  const { folder, remove } = makeFolder();
  const mail: MailServer = await mailServer();
  const port = await freePort();
  const origin = `http://localhost:${port}`;
  const serve = async (env: Readonly<Record<string, string>>): Promise<Started> => {
    const server = start({ HANSA_DATA: folder, PORT: String(port), HANSA_ORIGIN: origin, SMTP_URL: mail.url, ...env });
    await untilRunning(server, port);
    return server;
  };
  const end = async (server: Started): Promise<void> => {
    server.process.kill('SIGTERM');
    const code = await server.ended;
    if (code !== 0) throw new Error(`the server did not stop in order: ${server.printed()}`);
  };
  const first = await serve(behind(daysBehind * 24 * 60));
  let server = first;
  return {
    origin,
    printed: () => first.printed(),
    letters: () => mail.received.map(letterOf),
    comeToday: async () => {
      await end(server);
      server = await serve({});
    },
    close: async () => {
      await end(server);
      mail.close();
      remove();
    },
  };
}

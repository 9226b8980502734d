import { beforeEach, expect, test } from 'vitest';
import { ownTestDatabase, valueOf } from '../postgres/test-database.ts';
import { mailServer } from './mail-server-fixture.ts';
import { deliverLetters, queueMail, readOutbox, smtpSender } from './outbox.ts';

const db = await ownTestDatabase();
beforeEach(() => db.owner.query('delete from platform.mail'));

const write = async (recipient: string) =>
  valueOf(
    await db.as(null, async (work) => {
      await queueMail(work, { recipient, language: 'en', subject: 'A subject', body: 'A body' });
      return { ok: true, value: null };
    }),
  );

test('waiting mail is delivered once, by however many workers', async () => {
  const server = await mailServer();
  for (const name of ['a', 'b', 'c']) await write(`${name}@example.org`);
  const options = { smtpUrl: server.url, from: 'Hansa <no-reply@example.org>' };
  const sent = await Promise.all([deliverLetters(db.database, [smtpSender(options)]), deliverLetters(db.database, [smtpSender(options)])]);
  expect(sent[0] + sent[1]).toBe(3);
  expect(server.received).toHaveLength(3);
  expect(await deliverLetters(db.database, [smtpSender(options)])).toBe(0);
  expect((await readOutbox(db.database, 10)).every((mail) => mail.sentAt !== null)).toBe(true);
  server.close();
});

test('a mail server that is away costs a try and a pause, not the mail', async () => {
  await write('late@example.org');
  const away = { smtpUrl: 'smtp://127.0.0.1:1', from: 'Hansa <no-reply@example.org>' };
  expect(await deliverLetters(db.database, [smtpSender(away)])).toBe(0);
  const { rows } = await db.owner.query<{ attempts: number; waits: boolean; fault: string | null }>(
    'select attempts, next_try_at > now() as waits, last_fault as fault from platform.mail',
  );
  expect(rows).toMatchObject([{ attempts: 1, waits: true }]);
  expect(rows[0]?.fault).not.toBeNull();
  const server = await mailServer();
  await db.owner.query('update platform.mail set next_try_at = now()');
  expect(await deliverLetters(db.database, [smtpSender({ ...away, smtpUrl: server.url })])).toBe(1);
  server.close();
});

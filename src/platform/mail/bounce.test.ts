// Reports of mail servers as they come, and what is noted of them.
import { expect, test } from 'vitest';
import { ownTestDatabase } from '../postgres/test-database.ts';
import { readBounce } from './bounce.ts';
import { mailServer } from './mail-server-fixture.ts';
import { deliverLetters, messageIdOf, queueMails, refuseLater, smtpSender } from './outbox.ts';

const db = await ownTestDatabase();

const id = '01a212ff-c0b5-774b-811b-83a1091ce8dd';

/** As Postfix writes it: text, status, and the heads of what came back. */
const report = (
  recipientFields: string,
  { returned = `Message-ID: ${messageIdOf(id, 'Hansa <fair@hansa.example>')}`, envelope = '' } = {},
) =>
  [
    'Return-Path: <>',
    'From: MAILER-DAEMON@mx.example (Mail Delivery System)',
    'Subject: Undelivered Mail Returned to Sender',
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=delivery-status;',
    '\tboundary="A1B2=_mx.example/1"',
    '',
    'This is a MIME-encapsulated message.',
    '',
    '--A1B2=_mx.example/1',
    'Content-Type: text/plain; charset=utf-8',
    '',
    'I am sorry to have to inform you …',
    '',
    '--A1B2=_mx.example/1',
    'Content-Description: Delivery report',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mx.example',
    ...(envelope === '' ? [] : [`Original-Envelope-Id: ${envelope}`]),
    '',
    recipientFields,
    '',
    '--A1B2=_mx.example/1',
    'Content-Type: text/rfc822-headers',
    '',
    'From: Hansa <fair@hansa.example>',
    returned,
    '',
    '--A1B2=_mx.example/1--',
    '',
  ].join('\r\n');

const failed =
  'Final-Recipient: rfc822; gone@company.example\r\nAction: failed\r\nStatus: 5.1.1\r\nDiagnostic-Code: smtp; 550 5.1.1 <gone@company.example>:\r\n    Recipient address rejected';

test('a report names the mail that came back, by its message id or by its envelope, and why', () => {
  const bounce = { mail: id, words: '550 5.1.1 <gone@company.example>: Recipient address rejected (gone@company.example)' };
  expect(readBounce(report(failed))).toEqual({ kind: 'bounce', bounce });
  expect(readBounce(report(failed, { returned: 'Subject: no id', envelope: id }))).toEqual({ kind: 'bounce', bounce });
  // Line ends of a mailbox on disk, and a status without words.
  const bare = report('Final-Recipient: rfc822;gone@company.example\r\nAction: FAILED\r\nStatus: 5.0.0').replaceAll('\r\n', '\n');
  expect(readBounce(bare)).toEqual({ kind: 'bounce', bounce: { mail: id, words: '5.0.0 (gone@company.example)' } });
  const packed = report(failed).replace(
    /message\/delivery-status\r\n\r\n([\s\S]*?)\r\n\r\n--A1B2/,
    (_, body: string) =>
      `message/delivery-status\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from(body).toString('base64')}\r\n\r\n--A1B2`,
  );
  expect(readBounce(packed)).toEqual({ kind: 'bounce', bounce });
});

test('what is delayed, of somebody else, or no report at all is left', () => {
  expect(readBounce(report(failed.replace('failed', 'delayed')))).toEqual({ kind: 'left', why: 'not_failed' });
  expect(readBounce(report(failed, { returned: 'Message-ID: <20191105.1@elsewhere.example>' }))).toEqual({ kind: 'left', why: 'not_ours' });
  for (const text of [
    '',
    'Subject: Out of office\r\n\r\nI am away.',
    'Content-Type: multipart/report; boundary=x\r\n\r\n--x\r\n--x--',
    `${'--x\n'.repeat(9999)}`,
  ])
    expect(readBounce(text)).toEqual({ kind: 'left', why: 'no_report' });
});

test('a mail that was taken and came back is noted as refused, once, with the server’s words', async () => {
  const server = await mailServer();
  const [mail = ''] = await db.database.app
    .transaction()
    .execute((tx) => queueMails({ tx }, [{ recipient: 'gone@company.example', language: 'en', subject: 'S', body: 'B' }]));
  expect(await refuseLater(db.database, mail, 'too early')).toBe(false);
  await deliverLetters(db.database, [
    smtpSender({ smtpUrl: server.url, from: 'Hansa <fair@hansa.example>', bounces: 'bounce@hansa.example' }),
  ]);
  server.close();
  expect(server.received[0]).toContain(`Message-ID: ${messageIdOf(mail, 'fair@hansa.example')}`);
  const sent = /^Message-ID: .*$/m.exec(server.received[0] ?? '')?.[0] ?? expect.fail('no message id');
  const read = readBounce(report(failed, { returned: sent }));
  if (read.kind !== 'bounce') expect.fail(read.why);
  expect(await refuseLater(db.database, read.bounce.mail, read.bounce.words)).toBe(true);
  expect(await refuseLater(db.database, mail, 'again')).toBe(true);
  const { rows } = await db.owner.query<{ refused: boolean; last_fault: string }>(
    'select refused_at is not null as refused, last_fault from platform.mail where id = $1',
    [mail],
  );
  expect(rows).toEqual([{ refused: true, last_fault: read.bounce.words }]);
  expect(await refuseLater(db.database, id, '')).toBe(false);
});

// Text messages and WeChat Work against servers that answer as those do: what is taken, what is refused for good, what is tried again.
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../postgres/test-database.ts';
import { channelsOf, readChannels } from './channels.ts';
import { deliverLetters, queueMails } from './outbox.ts';
import { smsSender } from './sms.ts';
import { wecomSender } from './wecom.ts';

let db: TestDatabase;
const servers: Server[] = [];
beforeAll(async () => {
  db = await openTestDatabase();
});
afterAll(async () => {
  for (const server of servers) server.close();
  await db.close();
});

interface Heard {
  readonly url: URL;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

/** A provider on loopback, which answers what `answerTo` says. */
async function provider(answerTo: (heard: Heard) => { readonly status?: number; readonly text: string }) {
  const heard: Heard[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      const one = { url: new URL(request.url ?? '/', 'http://provider.example'), headers: request.headers, body };
      heard.push(one);
      const { status = 200, text } = answerTo(one);
      response.writeHead(status, { 'content-type': 'application/json' }).end(text);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  servers.push(server);
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, heard };
}

const letter = { id: 'one', recipient: '+8613800000107', subject: 'S', body: 'Open “A & B”:\nhttps://fair.example/in#x' };

test('a text message is posted in the provider’s own form, escaped as the form asks', async () => {
  const { url, heard } = await provider(() => ({ text: '{"code":"OK"}' }));
  const json = {
    url: `${url}/send`,
    body: '{"to":"{{to}}","text":"{{text}}"}',
    authorization: 'Bearer k',
    accepted: '"OK"',
    refused: null,
  };
  expect(await smsSender(json).send(letter)).toBeNull();
  expect(await smsSender({ ...json, body: 'mobile={{to}}&content={{text}}' }).send(letter)).toBeNull();
  const [first, second] = heard;
  expect(JSON.parse(first?.body ?? '')).toEqual({ to: letter.recipient, text: letter.body });
  expect([first?.url.pathname, first?.headers.authorization]).toEqual(['/send', 'Bearer k']);
  expect(Object.fromEntries(new URLSearchParams(second?.body))).toEqual({ mobile: letter.recipient, content: letter.body });
});

test('a number that is refused is refused for good; a provider that is away, busy or wants another key is asked again', async () => {
  const said: { status: number; text: string }[] = [];
  const { url } = await provider(() => said.shift() ?? { text: '' });
  const sender = smsSender({ url, body: 'a={{to}}&b={{text}}', authorization: null, accepted: '"OK"', refused: 'MOBILE_NUMBER_ILLEGAL' });
  const answered = (status: number, text: string) => {
    said.push({ status, text });
    return sender.send(letter);
  };
  const illegal = '{"code":"isv.MOBILE_NUMBER_ILLEGAL"}';
  expect(await answered(200, illegal)).toEqual({ forGood: true, words: `200 ${illegal}` });
  expect(await answered(422, 'no such number')).toEqual({ words: '422 no such number', forGood: true });
  for (const [status, text] of [
    [200, '{"code":"LIMIT"}'],
    [401, ''],
    [429, ''],
    [503, ''],
  ] as const)
    expect(await answered(status, text)).toMatchObject({ forGood: false });
  expect(
    await smsSender({ url: 'http://127.0.0.1:1', body: '{{to}}{{text}}', authorization: null, accepted: null, refused: null }).send(letter),
  ).toMatchObject({
    forGood: false,
  });
  // Nobody is led elsewhere, and nobody reads without end.
  const other = await provider(() => ({ text: 'x'.repeat(100_000) }));
  expect(
    await smsSender({ url: other.url, body: '{{to}}{{text}}', authorization: null, accepted: null, refused: null }).send(letter),
  ).toMatchObject({ forGood: false });
});

test('WeChat Work: one token for many messages, renewed when it is over; who is nobody there is refused for good', async () => {
  let tokens = 0;
  const { url, heard } = await provider(({ url: { pathname, searchParams }, body }) => {
    if (pathname === '/cgi-bin/gettoken')
      return {
        text: JSON.stringify(
          searchParams.get('corpsecret') === 'secret'
            ? { errcode: 0, errmsg: 'ok', access_token: `token ${++tokens}`, expires_in: 7200 }
            : { errcode: 40_001, errmsg: 'invalid credential' },
        ),
      };
    if (searchParams.get('access_token') !== `token ${tokens}` || tokens === 1)
      return { text: '{"errcode":42001,"errmsg":"access_token expired"}' };
    const to = /"touser":"(\w+)"/.exec(body)?.[1];
    return { text: JSON.stringify({ errcode: 0, errmsg: 'ok', ...(to === 'nobody' ? { invaliduser: 'nobody' } : {}) }) };
  });
  let now = 0;
  const application = { url, corporation: 'ww1', agent: 1_000_002, secret: 'secret' };
  const sender = wecomSender(application, () => now);
  const to = (recipient: string) => sender.send({ ...letter, recipient });
  expect([await to('guwenqing'), await to('iris')]).toEqual([null, null]);
  expect(tokens).toBe(2);
  expect(JSON.parse(heard.at(-1)?.body ?? '')).toEqual({
    touser: 'iris',
    msgtype: 'text',
    agentid: 1_000_002,
    text: { content: letter.body },
    safe: 0,
  });
  expect(await to('nobody')).toEqual({ words: '0 ok (nobody)', forGood: true });
  now = 7_200_000;
  expect(await to('iris')).toBeNull();
  expect(tokens).toBe(3);
  expect(await wecomSender({ ...application, secret: 'wrong' }).send(letter)).toEqual({
    words: '40001 invalid credential',
    forGood: false,
  });
  const long = await sender.send({ ...letter, recipient: 'iris', body: '字'.repeat(2000) });
  expect(long).toBeNull();
  const sent: unknown = JSON.parse(heard.at(-1)?.body ?? '');
  expect(sent).toMatchObject({ text: { content: '字'.repeat(682) } });
});

test('each letter leaves by its own channel and waits where a server has none; what is refused is noted with the provider’s words', async () => {
  const { url } = await provider(({ body }) => (body.includes('%2B100') ? { status: 422, text: 'no such number' } : { text: 'ok' }));
  const of = { language: 'en' as const, subject: 'S', body: 'hansa_link_' };
  await db.database.app.transaction().execute((tx) =>
    queueMails({ tx }, [
      { ...of, recipient: '+8613800000107', channel: 'sms' },
      { ...of, recipient: '+1000000000', channel: 'sms' },
      { ...of, recipient: 'iris', channel: 'wecom' },
    ]),
  );
  const sender = smsSender({ url, body: 'to={{to}}&text={{text}}', authorization: null, accepted: null, refused: null });
  expect(await deliverLetters(db.database, [sender])).toBe(1);
  const { rows } = await db.owner.query<{ recipient: string; state: string }>(
    `select recipient, case when sent_at is not null then 'sent' when refused_at is not null then last_fault else 'waits' end as state
     from platform.mail order by recipient`,
  );
  expect(rows.map(({ recipient, state }) => [recipient, state])).toEqual([
    ['+1000000000', '422 no such number'],
    ['+8613800000107', 'sent'],
    ['iris', 'waits'],
  ]);
});

test('channels are read from the environment, and all that cannot be used is told', () => {
  const problems: string[] = [];
  const sms = { SMS_URL: 'https://sms.example/send', SMS_BODY: 'to={{to}}&text={{text}}' };
  const wecom = { WECOM_CORP_ID: 'ww1', WECOM_AGENT_ID: '1000002', WECOM_SECRET: 's' };
  const read = readChannels({ ...sms, ...wecom }, problems);
  expect([problems, channelsOf({ ...read, smtpUrl: null })]).toEqual([[], ['sms', 'wecom']]);
  expect(read.wecom?.url).toBe('https://qyapi.weixin.qq.com');
  readChannels({ SMS_URL: 'ftp://x', SMS_BODY: '{"to":{{to}}', WECOM_CORP_ID: 'ww1' }, problems);
  expect(problems).toHaveLength(4);
});

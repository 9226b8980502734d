// T32: a personal link reads and writes its own company's part of one edition, and says in words why it opens nothing.
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { OfficeId } from '#kernel/ids.ts';
import { editionInput, slotsFrom, text } from '#modules/expos/api/edition-fixture.ts';
import { tokenPrefixes } from '#modules/accounts/api/open-token.ts';
import { refuseLater } from '#platform/mail/outbox.ts';
import { newSecret } from '#platform/secret-token.ts';
import { openTestApp, type Asked, type TestApp } from '../fixtures/app.ts';
import { call, type Input } from '../fixtures/calls.ts';
import { everyProcedure } from '../fixtures/procedures.ts';

let app: TestApp;
let organiser: string;
let office: OfficeId;
let editionId: string;
const companies: Record<string, { readonly id: string; readonly email: string }> = {};

beforeAll(async () => {
  // Two channels that answer nobody: what waits for them is looked at, never sent.
  const env = { SMS_URL: 'http://127.0.0.1:9', SMS_BODY: 'to={{to}}&text={{text}}' };
  app = await openTestApp(undefined, { env });
  const founded = await app.db.foundOffice({ kind: 'organiser' });
  office = founded.office;
  organiser = await app.signIn(founded.owner);
  ({ id: editionId } = await done('expos.createEdition', editionInput(office, 'Letters')));
  await done('expos.replaceSlots', { editionId, slots: slotsFrom(4) }, 1);
  for (const [code, role] of [
    ['E01', 'exhibitor'],
    ['B01', 'buyer'],
    ['B02', 'buyer'],
  ] as const) {
    const email = `${code}@company.example`;
    const contacts = [{ surname: 'Ho', givenName: 'Ann', email, languages: ['en'] }];
    const { id } = await done('expos.createParticipant', { editionId, code, role, name: text(`Canary of ${code}`), contacts });
    companies[code] = { id, email };
  }
});
afterAll(() => app.close());

const company = (code: string) => companies[code] ?? expect.fail(code);
type Made = { readonly id: string; readonly version: number } & Readonly<Record<string, unknown>>;

async function done(operation: string, input: Input, version?: number, cookie = organiser): Promise<Made> {
  const answer = await call(app, operation, input, { cookie, version });
  if (answer.status >= 300) expect.fail(`${operation}: ${answer.status} ${answer.text}`);
  return answer.body as Made;
}

const codeOf = ({ status, body }: Asked) => [status, (body as { readonly code?: string } | null)?.code ?? null];
const open = (token: string): Promise<Asked> => app.ask('POST', '/api/link', { json: { token } });
const cookieOf = ({ headers }: Asked): string => headers.get('set-cookie')?.split(';')[0] ?? '';

/** The secret in the newest letter to a company. */
async function secretOf(code: string): Promise<string> {
  const { rows } = await app.db.owner.query<{ body: string }>(
    'select body from platform.mail where recipient = $1 order by id desc limit 1',
    [company(code).email.toLowerCase()],
  );
  return /#(hansa_link_[\w-]{43})/.exec(rows[0]?.body ?? '')?.[1] ?? expect.fail(`no letter to ${code}`);
}

const figures = async () =>
  (await done('expos.getLetterFigures', { editionId })) as unknown as { readonly total: number; readonly states: Record<string, number> };

test('a letter brings a company in, to its own part and to no other', async () => {
  expect(await done('expos.sendLetters', { editionId, kind: 'invitation' })).toEqual({ written: 3 });
  // Nobody twice within seven days, whatever is asked.
  expect(await done('expos.sendLetters', { editionId, kind: 'invitation' })).toEqual({ written: 0 });
  expect(await done('expos.sendLetters', { editionId, kind: 'reminder', toIds: [company('E01').id] })).toEqual({ written: 0 });
  const opened = await open(await secretOf('B01'));
  expect([opened.status, opened.text]).toEqual([204, '']);
  expect(opened.headers.get('set-cookie')).toMatch(/^hansa\.link=.*HttpOnly.*SameSite=Lax/i);
  const cookie = cookieOf(opened);
  expect((await app.ask('GET', '/api/v1/session', { cookie })).body).toMatchObject({ holder: 'link', offices: [{ role: 'editor' }] });
  const own = await call(app, 'expos.listOwnPlaces', {}, { cookie });
  expect(own.body).toMatchObject({ entries: [{ code: 'B01', edition: { id: editionId }, profileSaidAt: null }] });
  const mine = { editionId, participantId: company('B01').id };
  const asAddressee = { editionId, addresseeId: company('B01').id };
  const read = await done('expos.getParticipant', mine, undefined, cookie);
  const contacts = [
    { surname: 'Ho', givenName: 'Ann', email: 'ann@company.example' },
    { surname: '', phone: '+44 151 496 0107' },
  ];
  const kept = await done('expos.answerProfile', { ...mine, languages: ['zh-CN', 'en'], contacts }, read.version, cookie);
  expect(kept).toMatchObject({
    languages: ['zh', 'en'],
    contacts: [{ email: 'ann@company.example' }, { phone: '+44 151 496 0107' }],
    mayEdit: false,
  });
  const times = (await done('expos.getTimes', asAddressee, undefined, cookie)) as unknown as {
    readonly version: number;
    readonly slots: readonly { readonly id: string }[];
  };
  const said = times.slots.slice(0, 2).map(({ id }, at) => ({ slotId: id, says: at === 0 ? 'can' : 'cannot' }));
  expect(await done('expos.sayTimes', { ...asAddressee, said }, times.version, cookie)).toMatchObject({
    slots: [{ says: 'can' }, { says: 'cannot' }, { says: null }, { says: null }],
  });
  expect(await figures()).toMatchObject({ total: 3, states: { answered: 1, waiting: 2 } });
  // Another company's part is as if it were not there, whichever way one asks.
  const [as, to] = [{ participantId: company('B02').id }, { addresseeId: company('B02').id }];
  for (const [operation, input] of [
    ['expos.getParticipant', as],
    ['expos.getTimes', to],
    ['expos.answerProfile', { ...as, city: 'Leeds' }],
    ['expos.sayTimes', { ...to, said: [] }],
    ['expos.getLetterWay', to],
    ['expos.chooseLetterWay', { ...to, channel: 'mail' }],
    ['expos.declineLetters', to],
    ['meetings.getAgenda', as],
  ] as const) {
    const answer = await call(app, operation, { editionId, ...input }, { cookie, version: 1 });
    expect([operation, answer.status]).toEqual([operation, 404]);
  }
  expect((await call(app, 'expos.listParticipants', { editionId }, { cookie })).status).toBe(403);
  const directory = await call(app, 'expos.listDirectory', { editionId }, { cookie });
  expect(directory.text).not.toContain('@company.example');
});

test('a page that shows one letter does nothing for the holder of another that was opened in its browser since', async () => {
  const [first, second] = [cookieOf(await open(await secretOf('B01'))), cookieOf(await open(await secretOf('B02')))];
  const holder = async (cookie: string) =>
    ((await app.ask('GET', '/api/v1/session', { cookie })).body as { readonly account: { readonly id: string } }).account.id;
  const shown = { 'hansa-holder': await holder(first) };
  const ask = (method: 'GET' | 'POST', path: string, cookie: string) =>
    app.ask(method, `/api/v1${path}`, { cookie, headers: shown, ...(method === 'POST' ? { json: {} } : {}) });
  const stops = `/editions/${editionId}/addressees/${company('B02').id}/no-letters`;
  for (const answer of [await ask('GET', '/own-places', second), await ask('POST', stops, second)])
    expect([answer.status, answer.body]).toMatchObject([409, { code: 'kernel.holder_changed' }]);
  expect((await ask('GET', '/own-places', first)).status).toBe(200);
  // Who is here now is told, and the letter still opens: nothing was done.
  expect((await ask('GET', '/session', second)).body).toMatchObject({ account: { id: await holder(second) } });
});

test('of what needs a session a link opens what is marked for it alone, and nothing that is for people', async () => {
  const cookie = cookieOf(await open(await secretOf('E01')));
  const signedIn = everyProcedure.filter(({ meta }) => meta.access === 'signed-in');
  expect(signedIn.filter(({ meta }) => meta.link === true).length).toBeGreaterThan(15);
  const wrong: string[] = [];
  for (const { operation, meta, method, path } of signedIn) {
    if (meta.link === true) continue;
    const address = `/api/v1${path.replace(/\{\w+\}/g, editionId)}`;
    const answer = await app.ask(method, address, { cookie, headers: { 'if-match': '"1"' }, ...(method === 'GET' ? {} : { json: {} }) });
    const [status, code] = codeOf(answer);
    if (status !== 403 || !['kernel.not_by_link', 'kernel.for_people'].includes(String(code)))
      wrong.push(`${operation}: ${status} ${code}`);
  }
  expect(wrong).toEqual([]);
});

test('guessed, cut, expired and revoked links are answered in words, and a revoked one is forgotten by the browser', async () => {
  const secret = await secretOf('B02');
  for (const wrong of [newSecret(tokenPrefixes.link), secret.slice(0, -1), `${secret}x`, 'x', newSecret(tokenPrefixes.key)])
    expect(codeOf(await open(wrong))).toEqual([401, 'kernel.token_unknown']);
  expect(codeOf(await app.ask('POST', '/api/link', { json: { other: secret } }))).toEqual([401, 'kernel.token_unknown']);
  const elsewhere = await app.ask('POST', '/api/link', { json: { token: secret }, headers: { origin: 'https://elsewhere.example' } });
  expect([elsewhere.status, elsewhere.headers.get('set-cookie')]).toEqual([403, null]);
  const cookie = cookieOf(await open(secret));
  expect(await done('expos.revokeLinks', { editionId, addresseeId: company('B02').id })).toEqual({ revoked: 1 });
  const after = await app.ask('GET', '/api/v1/session', { cookie });
  expect([...codeOf(after), after.headers.get('set-cookie')?.includes('Max-Age=0')]).toEqual([401, 'kernel.token_revoked', true]);
  expect(codeOf(await open(secret))).toEqual([401, 'kernel.token_revoked']);
  const made = (await done('expos.makeLink', { editionId, addresseeId: company('B02').id })) as unknown as { readonly address: string };
  const onPaper = made.address.split('#')[1] ?? '';
  expect((await open(onPaper)).status).toBe(204);
  await app.db.owner.query(
    `update accounts.access_token set created_at = now() - interval '2 days', expires_at = now() - interval '1 second' where revoked_at is null
    and office = (select office_id from expos.addressee where id = $1)`,
    [company('B02').id],
  );
  expect(codeOf(await open(onPaper))).toEqual([401, 'kernel.token_expired']);
});

test('letters that have not left are taken back with their links; what has left stays', async () => {
  const contacts = [{ surname: 'Ng', email: 'ng@late.example' }];
  const late = await done('expos.createParticipant', { editionId, code: 'B03', role: 'buyer', name: text('Late'), contacts });
  companies['B03'] = { id: late.id, email: 'ng@late.example' };
  await app.db.owner.query(`update platform.mail set sent_at = now(), attempts = 1`);
  expect(await done('expos.sendLetters', { editionId, kind: 'invitation' })).toEqual({ written: 1 });
  const secret = await secretOf('B03');
  expect(await done('expos.stopLetters', { editionId })).toEqual({ stopped: 1 });
  expect(codeOf(await open(secret))).toEqual([401, 'kernel.token_revoked']);
  expect(await figures()).toMatchObject({ total: 4, states: { uninvited: 1 } });
  // Stopped is not written to: it may go at once.
  expect(await done('expos.sendLetters', { editionId, kind: 'invitation' })).toEqual({ written: 1 });
  // Its server takes it, and sends it back later.
  const { rows } = await app.db.owner.query<{ id: string }>(
    `update platform.mail set sent_at = now(), attempts = 1 where recipient = 'ng@late.example' returning id`,
  );
  expect(await figures()).toMatchObject({ states: { refused: 0 } });
  expect(await refuseLater(app.db.database, rows.at(-1)?.id ?? '', '550 no such mailbox')).toBe(true);
  expect(await figures()).toMatchObject({ states: { refused: 1 } });
  const refused = await call(app, 'expos.listLetters', { editionId, state: 'refused' }, { cookie: organiser });
  expect(refused.body).toMatchObject({ entries: [{ code: 'B03', fault: '550 no such mailbox', sentTo: 'ng@late.example' }] });
  // Once the address is put right it is to be invited again, whatever the days.
  await done(
    'expos.updateParticipant',
    { editionId, participantId: late.id, contacts: [{ surname: 'Ng', email: 'right@late.example' }] },
    late.version,
  );
  expect(await done('expos.sendLetters', { editionId, kind: 'invitation' })).toEqual({ written: 1 });
});

test('whoever wants no letters gets none, and the link that said so ends', async () => {
  companies['B03'] = { id: company('B03').id, email: 'right@late.example' };
  const cookie = cookieOf(await open(await secretOf('B03')));
  await done('expos.declineLetters', { editionId, addresseeId: company('B03').id }, undefined, cookie);
  expect(codeOf(await app.ask('GET', '/api/v1/session', { cookie }))).toEqual([401, 'kernel.token_revoked']);
  expect(await figures()).toMatchObject({ states: { declined: 1 } });
  await app.db.owner.query(`update expos.letter set quiet_until = written_at`);
  expect(await done('expos.sendLetters', { editionId, kind: 'reminder', toIds: [company('B03').id] })).toEqual({ written: 0 });
});

test('a link becomes an account by an address that was confirmed; its links end, and others cannot follow', async () => {
  const secret = await secretOf('E01');
  const cookie = cookieOf(await open(secret));
  const asked = { email: 'Ann@Owner.example', name: 'Ann Ho', language: 'en' };
  expect((await call(app, 'accounts.claimOffice', asked, { cookie })).status).toBe(200);
  expect((await call(app, 'accounts.claimOffice', { ...asked, email: 'rogue@owner.example' }, { cookie })).status).toBe(200);
  // Until the address is confirmed the link goes on, and nobody is a member.
  expect((await app.ask('GET', '/api/v1/session', { cookie })).status).toBe(200);
  const { rows } = await app.db.owner.query<{ id: string; office: OfficeId }>(
    `select a.id, m.office from accounts.account a join accounts.membership m on m.account = a.id where a.email = 'ann@owner.example' and m.accepted_at is null`,
  );
  const [ann] = rows;
  if (ann === undefined) expect.fail('nobody was asked');
  const annSignedIn = await app.signIn(ann.id as Parameters<TestApp['signIn']>[0], 'ann@owner.example');
  await done('accounts.acceptInvitation', { officeId: ann.office }, undefined, annSignedIn);
  expect(codeOf(await app.ask('GET', '/api/v1/session', { cookie }))).toEqual([401, 'kernel.token_revoked']);
  const own = await call(app, 'expos.listOwnPlaces', {}, { cookie: annSignedIn });
  expect(own.body).toMatchObject({ entries: [{ code: 'E01' }] });
  const others = await app.db.owner.query('select 1 from accounts.membership where office = $1 and accepted_at is null', [ann.office]);
  expect(others.rows).toEqual([]);
  expect(await figures()).toMatchObject({ states: { account: 1 } });
  expect(codeOf(await call(app, 'expos.makeLink', { editionId, addresseeId: company('E01').id }, { cookie: organiser }))).toEqual([
    409,
    'expos.has_account',
  ]);
});

test('whoever is signed in takes the company of a link into their account; an unclaimed office is seen by its founder alone', async () => {
  const stranger = await app.db.foundOffice();
  const cookie = await app.signIn(stranger.owner);
  const named = async (by: string) => (await call(app, 'accounts.listOffices', { q: 'Canary of' }, { cookie: by })).text;
  expect(await named(cookie)).not.toContain('Canary of B01');
  expect(await named(organiser)).not.toContain('Canary of B01');
  const shown = await done('expos.getParticipant', { editionId, participantId: company('B01').id });
  expect(JSON.stringify(shown['officeName'])).toContain('Canary of B01');
  const secret = await secretOf('B01');
  expect(codeOf(await call(app, 'accounts.joinByLink', { token: newSecret(tokenPrefixes.link) }, { cookie }))).toEqual([
    404,
    'kernel.token_unknown',
  ]);
  await done('accounts.joinByLink', { token: secret }, undefined, cookie);
  const own = await call(app, 'expos.listOwnPlaces', {}, { cookie });
  expect(own.body).toMatchObject({ entries: [{ code: 'B01' }] });
  expect(codeOf(await open(secret))).toEqual([401, 'kernel.token_revoked']);
});

test('a screen in the hall shows its edition to whoever holds its link, and nothing else; nobody can claim it', async () => {
  const settings = { name: 'Entrance', shows: 'schedule', names: 'numbers', hall: '', theme: 'dark' };
  const made = await done('meetings.createScreen', { editionId, ...settings });
  const secret = String(made['address']).split('#')[1] ?? '';
  const cookie = cookieOf(await open(secret));
  expect((await app.ask('GET', '/api/v1/session', { cookie })).body).toMatchObject({ holder: 'link', offices: [{ role: 'viewer' }] });
  expect(await done('meetings.getScreen', {}, undefined, cookie)).toMatchObject({
    edition: { id: editionId },
    schedule: { released: false },
  });
  expect(await done('meetings.listScreens', { editionId })).toMatchObject({ entries: [{ state: 'showing' }] });
  // Of the edition it sees no more than the public, whichever way it asks.
  const mine = { editionId, participantId: company('B02').id };
  for (const [operation, input] of [
    ['expos.getParticipant', mine],
    ['expos.listDirectory', { editionId }],
    ['meetings.getAgenda', mine],
    ['meetings.getRequestRules', { editionId }],
  ] as const)
    expect([operation, (await call(app, operation, input, { cookie })).status]).toEqual([operation, 404]);
  expect(await done('expos.listOwnPlaces', {}, undefined, cookie)).toMatchObject({ entries: [] });
  const claimed = await call(app, 'accounts.claimOffice', { email: 'hall@owner.example', name: 'Hall', language: 'en' }, { cookie });
  expect(claimed.status).toBeGreaterThanOrEqual(400);
  expect(claimed.status).toBeLessThan(500);
  const taken = await call(app, 'accounts.joinByLink', { token: secret }, { cookie: organiser });
  expect(codeOf(taken)).toEqual([404, 'kernel.token_unknown']);
  // A company's link is no screen.
  const letter = (await done('expos.makeLink', { editionId, addresseeId: mine.participantId })) as unknown as { readonly address: string };
  const other = cookieOf(await open(letter.address.split('#')[1] ?? ''));
  expect(codeOf(await call(app, 'meetings.getScreen', {}, { cookie: other }))).toEqual([404, 'meetings.screen_unknown']);
  await done('meetings.endScreen', { editionId, screenId: made.id });
  expect(codeOf(await call(app, 'meetings.getScreen', {}, { cookie }))).toEqual([401, 'kernel.token_revoked']);
});

test('an interpreter and a speaker choose how they are written to as a company does', async () => {
  const interpreter = await done('expos.createInterpreter', { editionId, name: 'Gu Wenqing', languages: ['en'] });
  const speakers = [{ name: text('Ada Lin'), email: 'ada@people.example' }];
  await done('expos.createProgrammeItem', { editionId, kind: 'forum', title: text('Opening'), day: '2019-11-06', speakers });
  const listed = await done('expos.listLetters', { editionId, whom: 'speakers' });
  const [speaker] = listed['entries'] as readonly Made[];
  for (const [whom, addresseeId, number] of [
    ['interpreters', interpreter.id, '+8613800000108'],
    ['speakers', speaker?.id, '+8613800000109'],
  ] as const) {
    const { address } = (await done('expos.makeLink', { editionId, addresseeId })) as unknown as { readonly address: string };
    const cookie = cookieOf(await open(address.split('#')[1] ?? ''));
    const chosen = { editionId, addresseeId, channel: 'sms', address: number, agrees: true };
    expect(await done('expos.chooseLetterWay', chosen, undefined, cookie)).toMatchObject({ channel: 'sms', address: number });
    // The link is in use, so what is due is a reminder.
    expect(await done('expos.sendLetters', { editionId, whom, kind: 'reminder' })).toEqual({ written: 1 });
    const { rows } = await app.db.owner.query('select channel from platform.mail where recipient = $1', [number]);
    expect(rows).toEqual([{ channel: 'sms' }]);
    await done('expos.declineLetters', { editionId, addresseeId }, undefined, cookie);
    expect(await done('expos.listLetters', { editionId, whom, state: 'declined' })).toMatchObject({ entries: [{ channel: 'mail' }] });
  }
});

test('a company is written to by text message once it agrees to it, sees what goes is short, and takes it back', async () => {
  const contacts = [{ surname: 'Ho', email: 'way@company.example', languages: ['en'] }];
  const { id } = await done('expos.createParticipant', { editionId, code: 'W01', role: 'buyer', name: text('Canary of W01'), contacts });
  companies['W01'] = { id, email: 'way@company.example' };
  await done('expos.sendLetters', { editionId, kind: 'invitation', toIds: [id] });
  const cookie = cookieOf(await open(await secretOf('W01')));
  const mine = { editionId, addresseeId: id };
  const choose = (more: Input) => call(app, 'expos.chooseLetterWay', { ...mine, ...more }, { cookie });
  expect(await done('expos.getLetterWay', mine, undefined, cookie)).toEqual({
    channel: 'mail',
    address: null,
    agreedAt: null,
    offered: ['sms'],
  });
  const refused = async (more: Input) =>
    ((await choose(more)).body as { readonly errors: readonly { readonly code: string }[] }).errors.map(({ code }) => code);
  expect(await refused({ channel: 'sms', address: '138 0000 0107' })).toEqual(['expos.way_address_sms', 'expos.way_not_agreed']);
  expect(await refused({ channel: 'wecom', address: 'iris', agrees: true })).toEqual(['expos.way_not_here']);
  expect((await choose({ channel: 'sms', address: '+86 138 0000 0107', agrees: true })).body).toMatchObject({
    channel: 'sms',
    address: '+8613800000107',
  });
  await app.db.owner.query('update expos.letter set quiet_until = written_at where addressee_id = $1', [id]);
  const preview = await done('expos.previewLetter', { editionId, kind: 'reminder', toId: id });
  expect(preview).toMatchObject({ toId: id, channel: 'sms', sentTo: '+8613800000107' });
  expect(Object.keys(preview['texts'] as object)).toEqual(['en']);
  expect(await done('expos.sendLetters', { editionId, kind: 'reminder', toIds: [id] })).toEqual({ written: 1 });
  const written = async () =>
    (
      await app.db.owner.query<{ channel: string; recipient: string; body: string }>(
        'select m.channel, m.recipient, m.body from platform.mail m join expos.letter l on l.mail_id = m.id where l.addressee_id = $1 order by m.id desc limit 1',
        [id],
      )
    ).rows[0];
  expect(await written()).toMatchObject({ channel: 'sms', recipient: '+8613800000107' });
  expect((await written())?.body).toMatch(/^.*: awaiting your answer\nhttp\S+#hansa_link_[\w-]{43}$/);
  // Taken back, the next letter goes by mail again.
  expect((await choose({ channel: 'mail' })).body).toMatchObject({ channel: 'mail', address: null, agreedAt: null });
  await app.db.owner.query('update expos.letter set quiet_until = written_at where addressee_id = $1', [id]);
  await done('expos.sendLetters', { editionId, kind: 'reminder', toIds: [id] });
  expect(await written()).toMatchObject({ channel: 'mail', recipient: 'way@company.example' });
});

test('whoever has no address gets a link on paper with all the others, each once, and it opens their own place', async () => {
  const silent = await Promise.all(
    ['B21', 'B22'].map((code) => done('expos.createParticipant', { editionId, code, role: 'buyer', name: text(`Silent ${code}`) })),
  );
  const made = (await done('expos.makeLinks', { editionId, whom: 'participants' })) as unknown as {
    readonly links: readonly { readonly id: string; readonly code: string; readonly address: string }[];
  };
  expect(made.links.map(({ code }) => code)).toEqual(expect.arrayContaining(['B21', 'B22']));
  const [first] = made.links.filter(({ id }) => id === silent[0]?.id);
  const cookie = cookieOf(await open(first?.address.split('#')[1] ?? ''));
  const { entries } = (await call(app, 'expos.listOwnPlaces', {}, { cookie })).body as {
    readonly entries: readonly { readonly id: string }[];
  };
  expect(entries.map(({ id }) => id)).toEqual([silent[0]?.id]);
  expect((await done('expos.makeLinks', { editionId, whom: 'participants' }))['links']).toEqual([]);
});
